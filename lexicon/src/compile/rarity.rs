//! How surely some characters of an expression recall the whole: by how rarely they meet by chance.

use std::collections::HashMap;
use std::path::Path;

use super::error::{CompileError, Source, read};
use crate::dictionary::Dictionary;

/// Frequencies of characters and of pairs inside words, from the segmentation dictionary.
#[derive(Debug)]
pub(super) struct Rarity {
    characters: HashMap<char, f64>,
    pairs: HashMap<(char, char), f64>,
    total: f64,
}

impl Rarity {
    /// Counts what `segmentation/dictionary.txt` below `root` holds.
    pub fn read(root: &Path) -> Result<Self, CompileError> {
        let path = root.join("segmentation/dictionary.txt");
        let text = read(&path)?;
        let source = Source { path: &path, text: &text };
        let mut rarity = Self { characters: HashMap::new(), pairs: HashMap::new(), total: 0.0 };
        let dictionary = Dictionary::new(&text)
            .map_err(|broken| source.error_on(broken.0, broken.to_string()))?;
        for (word, kind) in dictionary.entries() {
            let frequency = kind.frequency() as f64;
            for character in word.chars() {
                *rarity.characters.entry(character).or_default() += frequency;
                rarity.total += frequency;
            }
            for pair in word.chars().zip(word.chars().skip(1)) {
                *rarity.pairs.entry(pair).or_default() += frequency;
            }
        }
        Ok(rarity)
    }

    /// Minus the logarithm of the chance to meet these characters with one of them, at `hole`, left
    /// open. A character follows another as often as inside words, or as it occurs at all.
    pub fn of(&self, expression: &[char], hole: usize) -> f64 {
        let (before, after) = (&expression[..hole], &expression[hole + 1..]);
        -[before, after].into_iter().map(|part| self.chance(part)).sum::<f64>()
    }

    fn chance(&self, part: &[char]) -> f64 {
        let count = |character: &char| self.characters.get(character).copied().unwrap_or_default();
        let alone = |character: &char| (count(character) + 1.0) / self.total;
        let first = part.first().map_or(0.0, |character| alone(character).ln());
        let follows = part.windows(2).map(|pair| {
            let together = self.pairs.get(&(pair[0], pair[1])).copied().unwrap_or_default();
            (together / (count(&pair[0]) + 1.0) + alone(&pair[1])).ln()
        });
        first + follows.sum::<f64>()
    }
}
