//! Words that conditions ask for anywhere in a text.

use cifeng_lexicon::{Lexicon, SoughtId};

use super::first::FirstCharacters;
use crate::text::Document;

/// Two characters with which words may begin: a bit for each pair, which few other pairs share.
#[derive(Debug)]
struct Beginnings(Box<[u64]>);

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![0; 1 << 10].into())
    }
}

impl Beginnings {
    fn add(&mut self, first: char, second: char) {
        let (word, bit) = Self::place(first, second);
        self.0[word] |= 1 << bit;
    }

    fn may_be(&self, first: char, second: char) -> bool {
        let (word, bit) = Self::place(first, second);
        self.0[word] >> bit & 1 == 1
    }

    fn place(first: char, second: char) -> (usize, u32) {
        let pair = u32::from(first).wrapping_mul(0x9E37_79B1) ^ u32::from(second);
        let pair = pair.wrapping_mul(0x85EB_CA6B);
        ((pair >> 22) as usize, pair >> 16 & 63)
    }
}

/// The words of all `document(…)` conditions, ready to be found in one pass.
#[derive(Debug, Default)]
pub(crate) struct Sought {
    /// The words of one character.
    single: FirstCharacters,
    /// What longer words begin with.
    begins: Beginnings,
    /// In the order of their characters.
    words: Vec<(Box<[char]>, SoughtId)>,
}

impl Sought {
    /// The words that the rules of a lexicon ask for.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut sought = Self::default();
        for (word, id) in lexicon.sought.iter().zip(0..) {
            let word: Box<[char]> = word.chars().collect();
            match *word {
                [] => {}
                [only] => sought.single.add(only),
                [first, second, ..] => sought.begins.add(first, second),
            }
            sought.words.push((word, id));
        }
        sought.words.sort_unstable();
        sought
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Those that a document holds, sorted.
    pub fn held(&self, document: &Document) -> Vec<SoughtId> {
        let characters = document.characters();
        let mut held = vec![false; self.len()];
        for (at, first) in characters.iter().enumerate() {
            let begins =
                characters.get(at + 1).is_some_and(|next| self.begins.may_be(*first, *next));
            if begins || self.single.may_be(*first) {
                for (word, id) in self.beginning(*first) {
                    held[usize::from(*id)] |= characters[at..].starts_with(word);
                }
            }
        }
        (0..).zip(held).filter(|(_, held)| *held).map(|(id, _)| id).collect()
    }

    /// The words that begin with a character.
    fn beginning(&self, first: char) -> impl Iterator<Item = &(Box<[char]>, SoughtId)> {
        let from = self.words.partition_point(|(word, _)| word.first() < Some(&first));
        self.words[from..].iter().take_while(move |(word, _)| word.first() == Some(&first))
    }
}
