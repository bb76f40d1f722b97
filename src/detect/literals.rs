//! The literals of all rules, by their first four characters.
//!
//! They lie as the lexicon has them, in the order of their characters; a filter sorts out nearly all places
//! where none can stand, so a short search finds those that do. Against a double-array automaton
//! (daachorse) this costs no build, no states in memory and a fifth of the bytes to transfer.

use std::ops::Range;

use cifeng_lexicon::Lexicon;

use super::alphabet::{Alphabet, Id, PACKED, pack};
use super::filter::{BEGIN_LONGER, BEGIN_THREE, Fours, LITERAL, Pairs};
use crate::text::Span;

/// The place of a literal in the lexicon.
pub(crate) type Row = u32;

/// The literals of a lexicon, ready to be looked for.
#[derive(Debug)]
pub(crate) struct Literals {
    /// By row: the first characters, packed, with zeros behind a shorter literal. They rise.
    keys: Vec<u64>,
    /// By row: the length in characters.
    lengths: Vec<u16>,
    /// By row: where the literal ends in [`Lexicon::literals`].
    ends: Vec<u32>,
    /// By id of the first character: the first row, and the first whose literal is longer than that. One
    /// more stands at the end.
    firsts: Vec<[Row; 2]>,
    fours: Fours,
    /// By row: the place of its detail, from one.
    details: Vec<u32>,
}

/// The places of the characters that a packed row of four keeps, from the first on.
const KEPT: [u64; PACKED + 1] = [0, !0 << 48, !0 << 32, !0 << 16, !0];

impl Literals {
    /// The literals of a lexicon; what pairs of characters begin is noted.
    pub fn new(lexicon: &Lexicon, alphabet: &Alphabet, pairs: &mut Pairs) -> Self {
        let count = lexicon.owners.len();
        let mut literals = Self {
            keys: Vec::with_capacity(count),
            lengths: Vec::with_capacity(count),
            ends: Vec::with_capacity(count),
            firsts: Vec::with_capacity(alphabet.len() + 1),
            fours: Fours::new(count),
            details: vec![0; count],
        };
        let mut end = 0;
        for literal in lexicon.literals.split_terminator('\n') {
            let mut ids = [0; PACKED];
            let mut length = 0_u16;
            for character in literal.chars() {
                if let Some(id) = ids.get_mut(usize::from(length)) {
                    *id = alphabet.id(character);
                }
                length += 1;
            }
            let key = pack(&ids);
            let what = match length {
                0 | 1 => 0,
                2 => LITERAL,
                3 => BEGIN_THREE,
                _ => BEGIN_LONGER,
            };
            if length > 2 {
                literals.fours.add(key);
            }
            pairs.add((key >> 32) as u32, what);
            end += literal.len() as u32;
            let row = literals.keys.len() as Row;
            literals.firsts.resize(literals.firsts.len().max(usize::from(ids[0]) + 1), [row; 2]);
            if length == 1 {
                literals.firsts[usize::from(ids[0])][1] = row + 1;
            }
            literals.keys.push(key);
            literals.lengths.push(length);
            literals.ends.push(end);
            end += 1;
        }
        literals.firsts.resize(alphabet.len() + 1, [literals.keys.len() as Row; 2]);
        for (row, place) in lexicon.details.rows() {
            literals.details[*row as usize] = place + 1;
        }
        literals
    }

    /// The place of what a literal carries beyond its rule, in [`Lexicon::details`].
    pub fn detail(&self, row: Row) -> Option<u32> {
        self.details[row as usize].checked_sub(1)
    }

    /// A literal's first four characters, packed.
    pub fn key(&self, row: Row) -> u64 {
        self.keys[row as usize]
    }

    /// The literals of one character.
    pub fn of_character(&self, id: Id) -> Range<Row> {
        let [start, end] = self.firsts[usize::from(id)];
        start..end
    }

    /// Whether a rule of a family has a literal of these four characters.
    pub fn has_of_family(&self, lexicon: &Lexicon, ids: &[Id], family: u16) -> bool {
        self.with_key(pack(ids)).any(|row| {
            usize::from(self.lengths[row as usize]) == PACKED
                && lexicon.rules[usize::from(lexicon.owners[row as usize])].family == family
        })
    }

    /// A literal's text.
    pub fn text<'l>(&self, lexicon: &'l Lexicon, row: Row) -> &'l str {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before as usize] + 1);
        &lexicon.literals[start as usize..self.ends[row as usize] as usize]
    }

    /// Tells the literals of two characters and more that stand at a place, given the ids there, packed,
    /// and what the first two may begin.
    pub fn standing_at(
        &self,
        lexicon: &Lexicon,
        characters: &[char],
        at: usize,
        window: u64,
        begins: u8,
        mut tell: impl FnMut(Row, Span),
    ) {
        let [third, fourth] = [window >> 16, window].map(|last| last as Id != 0);
        for (what, length) in [(LITERAL, 2), (BEGIN_THREE, 3)] {
            let key = window & KEPT[length];
            let may_stand = length == 2 || third && self.fours.may_hold(key);
            if begins & what != 0 && may_stand {
                self.with_key(key).for_each(|row| tell(row, Span::new(at, at + length)));
            }
        }
        if begins & BEGIN_LONGER != 0 && fourth && self.fours.may_hold(window) {
            for row in self.with_key(window) {
                let length = usize::from(self.lengths[row as usize]);
                let after = characters[at + PACKED..].get(..length - PACKED);
                let stands = length == PACKED
                    || after.is_some_and(|after| {
                        let text = self.text(lexicon, row).chars().skip(PACKED);
                        text.eq(after.iter().copied())
                    });
                if stands {
                    tell(row, Span::new(at, at + length));
                }
            }
        }
    }

    /// The rows whose literals have these first characters and no others among the first four.
    fn with_key(&self, key: u64) -> impl Iterator<Item = Row> + '_ {
        let first = (key >> 48) as usize;
        let rows = self.firsts[first][0] as usize..self.firsts[first + 1][0] as usize;
        let from = rows.start + self.keys[rows.clone()].partition_point(|each| *each < key);
        (from..rows.end).take_while(move |row| self.keys[*row] == key).map(|row| row as Row)
    }
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::Fold;

    use super::super::Index;
    use crate::analyzer::builtin_lexicon;
    use crate::text::{CodePoint, Document};

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
                document.characters(),
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
