//! Words that conditions ask for anywhere in a text.

use std::collections::HashMap;

use cifeng_lexicon::{Condition, Lexicon};

use super::first::FirstCharacters;
use crate::text::Document;

/// The number of a sought word.
pub(crate) type SoughtId = u16;

/// The words of all `document(…)` conditions, numbered.
#[derive(Debug, Default)]
pub(crate) struct Sought {
    numbers: HashMap<String, SoughtId>,
    begins: FirstCharacters,
    by_first: HashMap<char, Vec<(Vec<char>, SoughtId)>>,
}

impl Sought {
    /// The words that the rules of a lexicon ask for.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut sought = Self::default();
        let conditions = lexicon.rules.iter().filter_map(|rule| rule.when.as_ref());
        for word in conditions.flat_map(Condition::document_words) {
            sought.add(word);
        }
        sought
    }

    fn add(&mut self, word: &str) {
        let Some(first) = word.chars().next() else { return };
        if self.numbers.contains_key(word) {
            return;
        }
        let id = self.numbers.len() as SoughtId;
        self.numbers.insert(word.to_owned(), id);
        self.begins.add(first);
        self.by_first.entry(first).or_default().push((word.chars().collect(), id));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The number of a word.
    pub fn id(&self, word: &str) -> Option<SoughtId> {
        self.numbers.get(word).copied()
    }

    /// Those that a document holds, sorted.
    pub fn held(&self, document: &Document) -> Vec<SoughtId> {
        let characters = document.characters();
        let mut held = Vec::new();
        for (at, character) in characters.iter().enumerate() {
            if self.begins.may_be(*character) {
                let words = self.by_first.get(character).into_iter().flatten();
                let here = words.filter(|(word, _)| characters[at..].starts_with(word));
                held.extend(here.map(|(_, id)| *id));
            }
        }
        held.sort_unstable();
        held.dedup();
        held
    }
}
