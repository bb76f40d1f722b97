//! What a condition can ask of a place in a document.

use std::cell::RefCell;

use cifeng_lexicon::{Condition, Direction, Element, Kind, Lexicon, Phrases, Reach, SoughtId};

use super::alphabet::Id;
use super::pattern::Search;
use super::{Hit, Index, judge};
use crate::segment::Words;
use crate::text::{CodePoint, Document, Span};

/// How far `clause_…` and `sentence_…` look, in characters: it bounds the cost of a condition.
const REACH: usize = 60;

/// One document with all that detectors need to judge it.
pub(crate) struct Context<'a> {
    pub document: &'a Document<'a>,
    pub lexicon: &'a Lexicon,
    pub index: &'a Index,
    /// The document's characters as the index numbers them.
    pub ids: Vec<Id>,
    /// Words that may be inserted between the parts of a cue: the class `inserted`.
    inserted: Option<u16>,
    words: Words<'a>,
    mentions: &'a dyn Fn(SoughtId) -> bool,
    pub(super) search: RefCell<Search>,
    /// By number: whether a sought word was asked for.
    asked: RefCell<Vec<bool>>,
}

impl<'a> Context<'a> {
    /// The context of a document; `mentions` tells whether the text that the document is, or is a part
    /// of, holds a sought word.
    pub fn new(
        document: &'a Document<'a>,
        lexicon: &'a Lexicon,
        index: &'a Index,
        words: Words<'a>,
        mentions: &'a dyn Fn(SoughtId) -> bool,
    ) -> Self {
        let (search, asked) = (RefCell::default(), vec![false; index.sought.len()].into());
        let inserted = lexicon.classes.iter().position(|class| class.name == "inserted");
        let inserted = inserted.map(|class| class as u16);
        let ids = index.alphabet.ids(document.characters());
        Self { document, lexicon, index, ids, inserted, words, mentions, search, asked }
    }

    /// Whether a condition holds at a span.
    pub fn holds(&self, condition: &'a Condition, span: Span) -> bool {
        match condition {
            Condition::All(parts) => parts.iter().all(|part| self.holds(part, span)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part, span)),
            Condition::Not(part) => !self.holds(part, span),
            Condition::Left(phrases) => self.ends_with_any(span.start, phrases),
            Condition::Right(phrases) => self.any_begins(span.end.index(), phrases).is_some(),
            Condition::Near(reach, direction, phrases) => {
                let range = self.near(*reach, *direction, span);
                self.any_inside(range, phrases)
            }
            Condition::Text(words) => {
                let text = &self.document.characters()[span.range()];
                words.iter().any(|word| word.chars().eq(text.iter().copied()))
            }
            Condition::Contains(phrases) => self.any_inside(span, phrases),
            Condition::Starts(reach) => self.starts(*reach, span.start),
            Condition::Ends(reach) => self.ends(*reach, span.end),
            Condition::Document(words) => words.iter().any(|word| self.in_document(*word)),
            Condition::Question => self.is_question(span.start),
            Condition::Exclaimed => self.is_exclaimed(span),
            Condition::Quoted => self.document.is_quoted(span.start),
            Condition::QuotedAlone => self.is_quoted_alone(span),
            Condition::WholeLeft => self.is_boundary(span.start, false),
            Condition::WholeRight => self.is_boundary(span.end, true),
            Condition::Tag(direction, tags) => self
                .neighbour_tag(*direction, span)
                .is_some_and(|found| tags.iter().any(|tag| found.starts_with(tag.as_str()))),
        }
    }

    /// Whether the segmenter sees word boundaries at both ends.
    pub fn is_whole(&self, span: Span) -> bool {
        self.is_boundary(span.start, false) && self.is_boundary(span.end, true)
    }

    /// Whether the text before a place ends with one of the phrases.
    pub fn ends_with_any(&self, at: CodePoint, phrases: &Phrases) -> bool {
        let last = at.index().checked_sub(1).map(|last| self.document.characters()[last]);
        last.is_none_or(|last| phrases.last(&self.lexicon.classes).lets_through(last))
            && phrases.iter().any(|phrase| self.ends_with(at.index(), phrase))
    }

    /// The first character after a place, quotation marks and brackets skipped.
    pub fn next_character(&self, from: CodePoint) -> Option<char> {
        self.document.characters()[from.index()..].iter().copied().find(|each| !is_skipped(*each))
    }

    /// Whether the run of marks that closes the sentence holds a question mark.
    pub fn is_question(&self, at: CodePoint) -> bool {
        self.document.sentence_at(at).is_some_and(|sentence| {
            let characters = &self.document.characters()[sentence.range()];
            let closing = characters.iter().rev().take_while(|each| !each.is_alphanumeric());
            closing.into_iter().any(|each| *each == '?')
        })
    }

    /// Whether the place is where its clause ends, quotation marks and brackets skipped.
    pub fn ends(&self, reach: Reach, at: CodePoint) -> bool {
        let before = at.0.checked_sub(1).map(CodePoint);
        let end = before.and_then(|before| self.edge(reach, before, |span| span.end));
        let end = end.unwrap_or(at).max(at);
        let rest = &self.document.characters()[at.index()..end.index()];
        let closes = |each: &char| {
            is_skipped(*each) || (reach == Reach::Sentence && !each.is_alphanumeric())
        };
        rest.iter().all(closes)
    }

    fn starts(&self, reach: Reach, at: CodePoint) -> bool {
        let start = self.edge(reach, at, |span| span.start).unwrap_or(at);
        self.document.characters()[start.index()..at.index()].iter().all(|each| is_skipped(*each))
    }

    fn edge(&self, reach: Reach, at: CodePoint, side: fn(Span) -> CodePoint) -> Option<CodePoint> {
        match reach {
            Reach::Clause => {
                self.document.clause_at(at).map(|index| side(self.document.clauses()[index]))
            }
            Reach::Sentence => self.document.sentence_at(at).map(side),
        }
    }

    fn near(&self, reach: Reach, direction: Direction, span: Span) -> Span {
        match direction {
            Direction::Before => {
                let edge = self.edge(reach, span.start, |each| each.start).unwrap_or(span.start);
                let start = edge.index().max(span.start.index().saturating_sub(REACH));
                Span::new(start.min(span.start.index()), span.start.index())
            }
            Direction::After => {
                let last = CodePoint(span.end.0.saturating_sub(1)).max(span.start);
                let edge = self.edge(reach, last, |each| each.end).unwrap_or(span.end);
                let end = edge.index().min(span.end.index() + REACH);
                Span::new(span.end.index(), end.max(span.end.index()))
            }
        }
    }

    fn any_inside(&self, span: Span, phrases: &Phrases) -> bool {
        span.range()
            .any(|at| self.any_begins(at, phrases).is_some_and(|end| end <= span.end.index()))
    }

    /// The nearest end of a phrase that begins at `at`.
    fn any_begins(&self, at: usize, phrases: &Phrases) -> Option<usize> {
        let first = self.document.characters().get(at);
        if first.is_some_and(|first| !phrases.first(&self.lexicon.classes).lets_through(*first)) {
            return None;
        }
        phrases.iter().filter_map(|phrase| self.begins_with(at, phrase)).min()
    }

    fn begins_with(&self, at: usize, phrase: &[Element]) -> Option<usize> {
        let Some((first, rest)) = phrase.split_first() else { return Some(at) };
        let characters = self.document.characters();
        match first {
            Element::Literal(literal) => {
                (characters.get(at) == Some(literal)).then(|| self.begins_with(at + 1, rest))?
            }
            Element::AnyHan => characters
                .get(at)
                .is_some_and(|each| crate::text::is_han(*each))
                .then(|| self.begins_with(at + 1, rest))?,
            Element::Start => {
                self.starts(Reach::Clause, at.into()).then(|| self.begins_with(at, rest))?
            }
            Element::End => {
                self.ends(Reach::Clause, at.into()).then(|| self.begins_with(at, rest))?
            }
            Element::Class(class) => self
                .index
                .classes
                .lengths_from(*class, self.ids[at.min(characters.len())])
                .filter(|length| self.is_of_class(*class, at, at + length))
                .find_map(|length| self.begins_with(at + length, rest)),
        }
    }

    fn ends_with(&self, at: usize, phrase: &[Element]) -> bool {
        let Some((last, rest)) = phrase.split_last() else { return true };
        let before = |length: usize| at.checked_sub(length);
        let character = || before(1).map(|index| self.document.characters()[index]);
        match last {
            Element::Literal(literal) => {
                character() == Some(*literal) && self.ends_with(at - 1, rest)
            }
            Element::AnyHan => {
                character().is_some_and(crate::text::is_han) && self.ends_with(at - 1, rest)
            }
            Element::Start => self.starts(Reach::Clause, at.into()) && self.ends_with(at, rest),
            Element::End => self.ends(Reach::Clause, at.into()) && self.ends_with(at, rest),
            Element::Class(class) => {
                before(1).is_some_and(|last| {
                    self.index.classes.lengths_to(*class, self.ids[last]).filter_map(before).any(
                        |start| self.is_of_class(*class, start, at) && self.ends_with(start, rest),
                    )
                })
            }
        }
    }

    /// Whether a stretch is a word of a class.
    fn is_of_class(&self, class: u16, start: usize, end: usize) -> bool {
        end <= self.document.characters().len()
            && self.index.classes.contains(class, &self.ids[start..end])
    }

    /// Whether a stretch is a row of words that may be inserted between the parts of a cue, or nothing.
    pub fn is_row_of_inserted(&self, span: Span) -> bool {
        if span.is_empty() {
            return true;
        }
        let Some(class) = self.inserted else { return false };
        let (start, end) = (span.start.index(), span.end.index());
        (start + 1..=end).any(|middle| {
            self.is_of_class(class, start, middle)
                && self.is_row_of_inserted(Span::new(middle, end))
        })
    }

    fn in_document(&self, word: SoughtId) -> bool {
        self.asked.borrow_mut()[usize::from(word)] = true;
        (self.mentions)(word)
    }

    /// The words that conditions have asked for anywhere in the text.
    pub fn asked(&self) -> Vec<SoughtId> {
        let asked = self.asked.borrow();
        let numbered = (0..).zip(asked.iter());
        numbered.filter(|(_, asked)| **asked).map(|(word, _)| word).collect()
    }

    /// Closed by an exclamation mark, or its clause ends in a particle.
    fn is_exclaimed(&self, span: Span) -> bool {
        let characters = self.document.characters();
        let last = CodePoint(span.end.0.saturating_sub(1));
        let clause_end = self.edge(Reach::Clause, last, |each| each.end).unwrap_or(span.end);
        let closing = characters[clause_end.index()..].iter().take_while(|each| {
            !each.is_alphanumeric() && !matches!(each, ',' | '、' | ';' | '\n' | '\r')
        });
        let marked = closing.take(8).any(|each| matches!(each, '!' | '‼' | '❗' | '⁉'));
        marked || {
            let inside = &characters[span.start.index()..clause_end.index()];
            let last = inside.iter().rposition(|each| !is_skipped(*each));
            last.is_some_and(|at| self.is_particle(span.start.index() + at))
        }
    }

    /// Whether a character is a sentence particle that some rule marks.
    fn is_particle(&self, at: usize) -> bool {
        let span = Span::new(at, at + 1);
        self.index.literals.of_character(self.ids[at]).any(|row| {
            let hit = Hit::new(self, span, row);
            matches!(hit.rule.kind, Kind::Particle { .. }) && judge(self, &hit).is_some()
        })
    }

    fn is_quoted_alone(&self, span: Span) -> bool {
        let characters = self.document.characters();
        let before = span.start.index().checked_sub(1).map(|at| characters[at]);
        let after = characters.get(span.end.index());
        matches!(
            (before, after),
            (Some('“'), Some('”')) | (Some('‘'), Some('’')) | (Some('"'), Some('"'))
        )
    }

    /// Whether the segmenter sees a word boundary at a place; `ending` tells on which side of the
    /// place the clause in question lies.
    fn is_boundary(&self, at: CodePoint, ending: bool) -> bool {
        let inside = if ending { CodePoint(at.0.saturating_sub(1)) } else { at };
        let Some(clause) = self.document.clause_at(inside) else { return true };
        let span = self.document.clauses()[clause];
        at <= span.start
            || at >= span.end
            || self.words.of_clause(clause).binary_search_by_key(&at, |word| word.start).is_ok()
    }

    fn neighbour_tag(&self, direction: Direction, span: Span) -> Option<&'a str> {
        let characters = self.document.characters();
        let inside = match direction {
            Direction::Before => {
                characters[..span.start.index()].iter().rposition(|each| !is_skipped(*each))?
            }
            Direction::After => {
                let rest = &characters[span.end.index()..];
                span.end.index() + rest.iter().position(|each| !is_skipped(*each))?
            }
        };
        let inside = CodePoint::from(inside);
        let words = self.words.of_clause(self.document.clause_at(inside)?);
        let word = words.get(words.partition_point(|word| word.end <= inside))?;
        (word.start <= inside).then_some(word.tag)
    }
}

/// Marks that do not separate a word from its neighbour.
fn is_skipped(character: char) -> bool {
    matches!(character, '“' | '”' | '‘' | '’' | '"' | ' ')
}
