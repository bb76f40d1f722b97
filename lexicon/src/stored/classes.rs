//! Word classes as they are stored: of each word what differs from the one before it.

use serde::{Deserialize, Serialize};

use super::numbers::{self, Characters, Numbers};
use crate::WordClass;
use crate::deferred::Bytes;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Classes {
    names: Vec<String>,
    /// How many words each class has.
    counts: Bytes,
    /// By word: how many characters it shares with the one before, and how many follow.
    lengths: Bytes,
    /// The characters that follow.
    characters: Bytes,
}

impl Classes {
    pub fn pack(classes: &[WordClass], characters: &Characters) -> Self {
        let mut stored = Self::default();
        for class in classes {
            stored.names.push(class.name.clone());
            numbers::write(&mut stored.counts, class.words().len() as u32);
            let mut last = "";
            for word in class.words() {
                let pairs = word.char_indices().zip(last.char_indices());
                let (alike, rest) = match pairs.zip(0..).find(|((one, other), _)| one != other) {
                    Some((((byte, _), _), alike)) => (alike, &word[byte..]),
                    // A word never comes before a shorter one that it begins with.
                    None => (last.chars().count() as u32, &word[last.len()..]),
                };
                numbers::write(&mut stored.lengths, alike);
                numbers::write(&mut stored.lengths, rest.chars().count() as u32);
                for character in rest.chars() {
                    numbers::write(&mut stored.characters, characters.number(character));
                }
                last = word;
            }
        }
        stored
    }

    pub fn unpack(&self, alphabet: &[char]) -> Option<Vec<WordClass>> {
        let mut lengths = Numbers::of(&self.lengths);
        let mut characters = Numbers::of(&self.characters);
        let mut class = |(name, count): (&String, u32)| {
            let mut words = Vec::with_capacity(count as usize);
            let mut word: Vec<char> = Vec::new();
            for _ in 0..count {
                word.truncate(lengths.next()? as usize);
                for _ in 0..lengths.next()? {
                    word.push(numbers::character(alphabet, characters.next()?)?);
                }
                words.push(word.iter().collect());
            }
            Some(WordClass::new(name.clone(), words))
        };
        let named = self.names.iter().zip(Numbers::of(&self.counts));
        named.map(&mut class).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_come_back() {
        let class = |name: &str, words: &[&str]| {
            WordClass::new(name.to_owned(), words.iter().map(|word| (*word).to_owned()).collect())
        };
        let classes = [
            class("number", &["一", "一千", "一百", "两"]),
            class("empty", &[]),
            class("brand", &["a", "ab", "𠮷野家"]),
        ];
        let stored = Classes::pack(&classes, &Characters::new("一千"));
        assert_eq!(stored.unpack(&['一', '千']).as_deref(), Some(&classes[..]));
    }
}
