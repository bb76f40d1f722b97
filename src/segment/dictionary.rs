//! The dictionary with the logarithms that a route asks for.

use cifeng_lexicon::dictionary::{self, BrokenLine, Kind, LEVELS, frequency};

/// The words and how probable they are.
#[derive(Debug)]
pub(super) struct Dictionary {
    words: dictionary::Dictionary,
    /// By level: the logarithm of the frequency.
    logarithms: Box<[f64]>,
    logarithm_of_all: f64,
}

impl Dictionary {
    pub fn new(text: &str) -> Result<Self, BrokenLine> {
        let words = dictionary::Dictionary::new(text)?;
        Ok(Self {
            logarithms: (0..LEVELS).map(|level| (frequency(level) as f64).ln()).collect(),
            logarithm_of_all: (words.total() as f64).ln(),
            words,
        })
    }

    /// The words.
    pub fn words(&self) -> &dictionary::Dictionary {
        &self.words
    }

    /// The logarithm of a kind's frequency.
    pub fn logarithm(&self, kind: Kind) -> f64 {
        self.logarithms[usize::from(kind.level())]
    }

    /// The logarithm of the sum of all words' frequencies.
    pub fn logarithm_of_all(&self) -> f64 {
        self.logarithm_of_all
    }
}
