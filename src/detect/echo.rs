//! Echoes: a name given once in a text counts again wherever it recurs there.

use std::collections::{BTreeMap, HashMap};

use super::{Candidate, Context};
use crate::text::Span;

/// Names that may echo in one document: it bounds the cost.
const MOST_NAMES: usize = 200;

/// Adds the later and earlier mentions of what echoing rules found.
pub(super) fn add(context: &Context, found: &mut Vec<Candidate>) {
    let mut names: BTreeMap<&str, Candidate> = BTreeMap::new();
    for candidate in found.iter() {
        let echoes = context.lexicon.rules[usize::from(candidate.rule)].echo;
        if echoes && candidate.span.len() >= 2 && names.len() < MOST_NAMES {
            names.entry(context.document.slice(candidate.span)).or_insert(*candidate);
        }
    }
    let characters = context.document.characters();
    let mut by_first: HashMap<char, Vec<Echo>> = HashMap::new();
    let mut begins = FirstCharacters::default();
    for (name, model) in names {
        let name: Vec<char> = name.chars().collect();
        begins.add(name[0]);
        by_first.entry(name[0]).or_default().push(Echo { name, model, free_from: 0 });
    }
    for (at, character) in characters.iter().enumerate() {
        if !begins.may_be(*character) {
            continue;
        }
        for echo in by_first.get_mut(character).into_iter().flatten() {
            if at < echo.free_from || !characters[at..].starts_with(&echo.name) {
                continue;
            }
            let span = Span::new(at, at + echo.name.len());
            echo.free_from = span.end.index();
            if span != echo.model.span && context.is_whole(span) && !context.document.in_zone(span)
            {
                found.push(Candidate { span, ..echo.model });
            }
        }
    }
}

/// A name that may recur.
struct Echo {
    name: Vec<char>,
    model: Candidate,
    /// Its occurrences do not overlap: the next one begins here at the earliest.
    free_from: usize,
}

/// A few thousand bits that tell most characters apart from those with which a name begins.
struct FirstCharacters([u64; 64]);

impl Default for FirstCharacters {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl FirstCharacters {
    fn add(&mut self, character: char) {
        let (word, bit) = Self::place(character);
        self.0[word] |= 1 << bit;
    }

    fn may_be(&self, character: char) -> bool {
        let (word, bit) = Self::place(character);
        self.0[word] >> bit & 1 == 1
    }

    fn place(character: char) -> (usize, u32) {
        let low = u32::from(character) & 0xFFF;
        ((low >> 6) as usize, low & 63)
    }
}
