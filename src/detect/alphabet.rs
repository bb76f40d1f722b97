//! Small numbers for the characters that the lexicon knows, so that a word of four packs into 64 bits.

use cifeng_lexicon::{Lexicon, WordClass};

/// A character's number; zero for those that no literal and no class holds.
pub(crate) type Id = u16;

/// The longest word that packs, in characters.
pub(crate) const PACKED: usize = 4;

/// The characters of literals and classes.
#[derive(Debug)]
pub(crate) struct Alphabet {
    basic_plane: Box<[Id]>,
    beyond: Vec<(char, Id)>,
    length: usize,
}

impl Alphabet {
    /// The alphabet of a lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut alphabet =
            Self { basic_plane: vec![0; 0x1_0000].into(), beyond: Vec::new(), length: 1 };
        for character in lexicon.alphabet.chars() {
            alphabet.add(character);
        }
        for word in lexicon.classes.iter().flat_map(WordClass::words) {
            for character in word.chars() {
                if alphabet.id(character) == 0 {
                    alphabet.add(character);
                }
            }
        }
        alphabet
    }

    fn add(&mut self, character: char) {
        let id = self.length as Id;
        self.length += 1;
        if let Some(slot) = self.basic_plane.get_mut(character as usize) {
            *slot = id;
        } else {
            let at = self.beyond.partition_point(|(each, _)| *each < character);
            self.beyond.insert(at, (character, id));
        }
    }

    /// One more than the largest id.
    pub fn len(&self) -> usize {
        self.length
    }

    /// The id of a character.
    pub fn id(&self, character: char) -> Id {
        match self.basic_plane.get(character as usize) {
            Some(id) => *id,
            None => self
                .beyond
                .binary_search_by_key(&character, |(each, _)| *each)
                .map_or(0, |at| self.beyond[at].1),
        }
    }

    /// The ids of characters, with [`PACKED`] zeros at the end.
    pub fn ids(&self, characters: &[char]) -> Vec<Id> {
        let mut ids = Vec::with_capacity(characters.len() + PACKED);
        ids.extend(characters.iter().map(|each| self.id(*each)));
        ids.resize(characters.len() + PACKED, 0);
        ids
    }
}

/// One to four ids in one number; different words give different numbers.
pub(crate) fn pack(ids: &[Id]) -> u64 {
    ids.iter().fold(0, |packed, id| packed << 16 | u64::from(*id))
}

/// A number spread over all bits, for tables whose size is a power of two.
pub(crate) fn spread(packed: u64) -> u64 {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4); the upper bits are the good ones.
    packed.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
