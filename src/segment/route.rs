//! The most probable way through the words that a text may consist of, as jieba goes it without guessing
//! unknown words: each word is as probable as its share of all words in the dictionary.

use cifeng_lexicon::dictionary::Kind;

use super::dictionary::Dictionary;

/// A word that begins at a place.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// Its characters.
    length: usize,
    /// Its kind, if the dictionary has it.
    kind: Option<Kind>,
    /// The logarithm of the probability of all from here on.
    probability: f64,
}

/// Finds ways; keeps its memory from one to the next.
#[derive(Debug, Default)]
pub(super) struct Route {
    steps: Vec<Step>,
}

impl Route {
    /// The lengths of the words through characters, and their kinds.
    pub fn through(
        &mut self,
        dictionary: &Dictionary,
        characters: &[char],
    ) -> impl Iterator<Item = (usize, Option<Kind>)> {
        let total = dictionary.logarithm_of_all();
        self.steps.clear();
        self.steps.resize(characters.len() + 1, Step { length: 1, kind: None, probability: 0.0 });
        for at in (0..characters.len()).rev() {
            let mut best: Option<Step> = None;
            dictionary.words().words_at(&characters[at..], |length, kind| {
                let probability =
                    dictionary.logarithm(kind) - total + self.steps[at + length].probability;
                if best.is_none_or(|best| probability >= best.probability) {
                    best = Some(Step { length, kind: Some(kind), probability });
                }
            });
            // A character with which no word begins is as rare as a word seen once.
            let probability = 0.0 - total + self.steps[at + 1].probability;
            self.steps[at] = best.unwrap_or(Step { length: 1, kind: None, probability });
        }
        let end = characters.len();
        let mut at = 0;
        std::iter::from_fn(move || {
            let Step { length, kind, .. } = *self.steps[..end].get(at)?;
            at += length;
            Some((length, kind))
        })
    }
}
