//! The most probable way through the words that a text may consist of, as jieba goes it without guessing
//! unknown words: each word is as probable as its share of all words in the dictionary.

use super::dictionary::Dictionary;

/// A word that begins at a place.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// Its characters.
    length: usize,
    /// The logarithm of the probability of all from here on.
    probability: f64,
}

/// Finds ways; keeps its memory from one to the next.
#[derive(Debug, Default)]
pub(super) struct Route {
    steps: Vec<Step>,
}

impl Route {
    /// The lengths of the words through characters.
    pub fn through(
        &mut self,
        dictionary: &Dictionary,
        characters: &[char],
    ) -> impl Iterator<Item = usize> {
        let total = dictionary.logarithm_of_all();
        self.steps.clear();
        self.steps.resize(characters.len() + 1, Step { length: 1, probability: 0.0 });
        for at in (0..characters.len()).rev() {
            let mut best: Option<Step> = None;
            dictionary.words().words_at(&characters[at..], |length, kind| {
                let probability =
                    dictionary.logarithm(kind) - total + self.steps[at + length].probability;
                if best.is_none_or(|best| probability >= best.probability) {
                    best = Some(Step { length, probability });
                }
            });
            // A character with which no word begins is as rare as a word seen once.
            let probability = 0.0 - total + self.steps[at + 1].probability;
            self.steps[at] = best.unwrap_or(Step { length: 1, probability });
        }
        let end = characters.len();
        let mut at = 0;
        std::iter::from_fn(move || {
            let length = (at < end).then(|| self.steps[at].length)?;
            at += length;
            Some(length)
        })
    }
}
