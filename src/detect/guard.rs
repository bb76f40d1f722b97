//! Guards: longer ordinary words in which a literal does not count (標準 for 準).

use std::sync::OnceLock;

use cifeng_lexicon::{Detail, Sieve};

use crate::text::Span;

/// What tells most places apart from those where such a word may stand: the neighbours of the literal in
/// the words. A word that goes on behind the literal is known by what follows, others by what comes before.
#[derive(Debug)]
struct Neighbours {
    before: Sieve,
    after: Sieve,
}

/// The neighbours by detail, made when first needed.
#[derive(Debug)]
pub(super) struct Guards(Vec<OnceLock<Option<Box<Neighbours>>>>);

impl Guards {
    /// Room for the guards of so many details.
    pub fn new(details: usize) -> Self {
        Self((0..details).map(|_| OnceLock::new()).collect())
    }

    /// Whether the literal at a span is part of a longer word of its detail, which has this place.
    pub fn forbid(&self, place: u32, detail: &Detail, characters: &[char], span: Span) -> bool {
        let neighbours = self.0[place as usize].get_or_init(|| Neighbours::of(detail, span.len()));
        let Some(neighbours) = neighbours else { return false };
        let (start, end) = (span.start.index(), span.end.index());
        let before = start.checked_sub(1).map(|before| characters[before]);
        let may_be = before.is_some_and(|before| neighbours.before.lets_through(before))
            || characters.get(end).is_some_and(|after| neighbours.after.lets_through(*after));
        may_be
            && detail.not_in.iter().any(|(at, word)| {
                start.checked_sub(usize::from(*at)).is_some_and(|start| {
                    let rest = &mut characters[start..].iter();
                    word.chars().all(|each| rest.next() == Some(&each))
                })
            })
    }
}

impl Neighbours {
    /// Those of a literal of so many characters; none if no word is forbidden.
    fn of(detail: &Detail, length: usize) -> Option<Box<Self>> {
        let mut neighbours = Self { before: Sieve::NONE, after: Sieve::NONE };
        for (at, word) in &detail.not_in {
            let at = usize::from(*at);
            if let Some(after) = word.chars().nth(at + length) {
                neighbours.after.add(after);
            } else if let Some(before) = at.checked_sub(1).and_then(|at| word.chars().nth(at)) {
                neighbours.before.add(before);
            } else {
                return Some(Box::new(Self { before: Sieve::ALL, after: Sieve::ALL }));
            }
        }
        (!detail.not_in.is_empty()).then(|| Box::new(neighbours))
    }
}
