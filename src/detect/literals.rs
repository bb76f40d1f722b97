//! The literals of all rules, by their first two characters.
//!
//! Against a double-array automaton (daachorse) this costs no build, no states in memory and a fifth
//! of the bytes to transfer.

use std::ops::Range;

use cifeng_lexicon::{Detail, Lexicon};

use super::alphabet::{Alphabet, Id, PACKED};
use super::pairs::{Pairs, key};
use crate::text::{CodePoint, Document, Span};

/// The place of a literal in the lexicon.
pub(crate) type Row = u32;

/// The literals of a lexicon, ready to be looked for.
#[derive(Debug)]
pub(crate) struct Literals {
    rows: Vec<Literal>,
    /// By id: the rows of literals of one character.
    singles: Vec<Range<Row>>,
    pub pairs: Pairs,
    /// By row: the place of its detail, from one.
    details: Vec<u32>,
}

/// What a text must hold from a pair of characters on.
#[derive(Debug, Clone)]
struct Literal {
    /// Its third and fourth character, or zero.
    middle: [Id; 2],
    /// Its length in characters.
    length: u16,
    /// What follows the fourth character: bytes of [`Lexicon::literals`].
    tail: Range<u32>,
}

impl Literals {
    pub fn new(lexicon: &Lexicon, alphabet: &Alphabet) -> Self {
        let mut rows = Vec::with_capacity(lexicon.owners.len());
        let mut singles = vec![0..0; alphabet.len()];
        let mut pairs: Vec<(u32, Range<Row>)> = Vec::new();
        let mut at = 0_u32;
        for (literal, row) in lexicon.literals.split_terminator('\n').zip(0..) {
            let mut ids = [0; PACKED];
            let mut tail = 0;
            for ((byte, character), id) in literal.char_indices().zip(&mut ids) {
                *id = alphabet.id(character);
                tail = byte + character.len_utf8();
            }
            let [first, second, third, fourth] = ids;
            let groups = if second == 0 {
                let single = &mut singles[usize::from(first)];
                *single = if single.end == 0 { row..row + 1 } else { single.start..row + 1 };
                None
            } else {
                Some(key(first, second))
            };
            match (groups, pairs.last_mut()) {
                (Some(key), Some((last, range))) if *last == key => range.end = row + 1,
                (Some(key), _) => pairs.push((key, row..row + 1)),
                (None, _) => {}
            }
            let end = at + literal.len() as u32;
            rows.push(Literal {
                middle: [third, fourth],
                length: literal.chars().count() as u16,
                tail: at + tail as u32..end,
            });
            at = end + 1;
        }
        let mut details = vec![0; rows.len()];
        for (row, place) in lexicon.details.rows() {
            details[*row as usize] = place + 1;
        }
        Self { rows, singles, pairs: Pairs::new(&pairs), details }
    }

    /// What a literal carries beyond its rule.
    pub fn detail<'l>(&self, lexicon: &'l Lexicon, row: Row) -> Option<&'l Detail> {
        let place = self.details[row as usize].checked_sub(1)?;
        lexicon.details.get(place)
    }

    /// The literals of one character.
    pub fn of_character(&self, id: Id) -> Range<Row> {
        self.singles[usize::from(id)].clone()
    }

    /// Whether a rule of a family has a literal of these four characters.
    pub fn has_of_family(&self, lexicon: &Lexicon, ids: &[Id], family: u16) -> bool {
        let rows = self.pairs.get(key(ids[0], ids[1]));
        rows.into_iter().any(|row| {
            let (literal, owner) = (&self.rows[row as usize], lexicon.owners[row as usize]);
            usize::from(literal.length) == PACKED
                && literal.middle == ids[2..PACKED]
                && lexicon.rules[usize::from(owner)].family == family
        })
    }

    /// A literal's text.
    pub fn text<'l>(&self, lexicon: &'l Lexicon, row: Row) -> &'l str {
        let end = self.rows[row as usize].tail.end as usize;
        let start = lexicon.literals[..end].rfind('\n').map_or(0, |at| at + 1);
        &lexicon.literals[start..end]
    }

    /// Tells the literals of two characters and more that stand at a place, given its ids.
    pub fn standing_at(
        &self,
        lexicon: &Lexicon,
        document: &Document,
        at: usize,
        window: &[Id],
        mut tell: impl FnMut(Row, Span),
    ) {
        let &[first, second, third, fourth] = window else { return };
        let Range { start, end } = self.pairs.get(key(first, second));
        let rows = &self.rows[start as usize..end as usize];
        let mut tell = |place: usize, length: u16| {
            tell(start + place as u32, Span::new(at, at + usize::from(length)));
        };
        // Those of two characters come first, the others in the order of what follows.
        let longer = rows.iter().take_while(|literal| literal.length == 2).count();
        (0..longer).for_each(|place| tell(place, 2));
        let alike = longer + rows[longer..].partition_point(|literal| literal.middle[0] < third);
        for (place, literal) in (alike..).zip(&rows[alike..]) {
            if literal.middle[0] != third {
                break;
            }
            let stands = literal.length == 3
                || literal.middle[1] == fourth
                    && (literal.tail.is_empty() || {
                        let tail = literal.tail.start as usize..literal.tail.end as usize;
                        let from = document.byte(CodePoint::from(at + PACKED));
                        document.folded()[from..].starts_with(&lexicon.literals[tail])
                    });
            if stands {
                tell(place, literal.length);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::Fold;

    use super::super::Index;
    use super::*;
    use crate::analyzer::builtin_lexicon;

    /// Every literal is found at every place where it stands, and nowhere else.
    #[test]
    fn agrees_with_a_search_for_each_literal_alone() {
        let lexicon = builtin_lexicon().expect("the built-in lexicon loads");
        let index = Index::new(&lexicon);
        let sample = include_str!("../../tests/gold/texts/05_satire_hk_hant.txt");
        let edges = "也許也許吧!😀𠮷不一定,一石二鳥一石二鸟搬起石頭砸自己的腳!!";
        for text in ["", "也", "也許", edges, sample] {
            let document = Document::new(text, &Fold::new(&lexicon.fold));
            let ids = index.alphabet.ids(document.characters());
            let mut found = Vec::new();
            index.scan(
                &lexicon,
                &document,
                &ids,
                |row, span| found.push((span.start, row)),
                |_, _, _| {},
            );
            let mut expected = Vec::new();
            for (literal, row) in lexicon.literals.split_terminator('\n').zip(0..) {
                let folded = document.folded();
                let starts = folded.char_indices().zip(0_usize..);
                let stands = starts.filter(|((byte, _), _)| folded[*byte..].starts_with(literal));
                expected.extend(stands.map(|(_, at)| (CodePoint::from(at), row)));
            }
            found.sort_unstable();
            expected.sort_unstable();
            assert!(found == expected, "{text}");
        }
    }
}
