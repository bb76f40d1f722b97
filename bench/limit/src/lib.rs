//! One bare pass over a text: how fast the literals of the lexicon can be found at all, by the fastest
//! automaton known for Chinese, with nothing judged, resolved, counted by family or explained.

use daachorse::CharwiseDoubleArrayAhoCorasick;
use wasm_bindgen::prelude::*;

/// An automaton of literals.
#[wasm_bindgen]
pub struct Limit(CharwiseDoubleArrayAhoCorasick<u32>);

#[wasm_bindgen]
impl Limit {
    /// An automaton of the literals in a text, one a line.
    ///
    /// # Errors
    /// If there are more than an automaton can hold.
    #[wasm_bindgen(constructor)]
    pub fn new(literals: &str) -> Result<Limit, String> {
        CharwiseDoubleArrayAhoCorasick::new(literals.lines())
            .map(Self)
            .map_err(|error| format!("the literals make no automaton: {error}"))
    }

    /// How often literals occur in a text, those inside others counted too.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        self.0.find_overlapping_iter(text).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occurrence_counts() {
        let table = [("不可能！可能。", 4), ("可 能", 0), ("", 0)];
        for (text, expected) in table {
            let count = Limit::new("可能\n不可能\n！").map(|limit| limit.count(text));
            assert_eq!(count, Ok(expected), "{text}");
        }
    }
}
