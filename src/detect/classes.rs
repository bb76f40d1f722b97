//! Which word classes a stretch of the text belongs to.

use std::collections::HashMap;

use cifeng_lexicon::Lexicon;

use super::alphabet::{Alphabet, Id, PACKED, pack, spread};

/// All classes in one table: a word of up to four characters leads to the set of its classes.
#[derive(Debug)]
pub(crate) struct Classes {
    slots: Vec<(u64, Members)>,
    shift: u32,
    /// Words that do not pack, with their classes.
    long: HashMap<Box<[Id]>, Members>,
    /// By class: a bit for each length of its words.
    lengths: Vec<u64>,
    /// By id: the classes with a word that begins with the character, and that ends with it.
    first: Vec<Members>,
    last: Vec<Members>,
}

/// A bit for each class.
type Members = u128;

impl Classes {
    /// The classes of a lexicon; there may be 128.
    pub fn new(lexicon: &Lexicon, alphabet: &Alphabet) -> Self {
        let words: usize = lexicon.classes.iter().map(|class| class.words().len()).sum();
        let size = (words * 2).next_power_of_two().max(2);
        let mut table = Self {
            slots: vec![(0, 0); size],
            shift: 64 - size.trailing_zeros(),
            long: HashMap::new(),
            lengths: vec![0; lexicon.classes.len()],
            first: vec![0; alphabet.len()],
            last: vec![0; alphabet.len()],
        };
        let mut ids = Vec::new();
        for (class, index) in lexicon.classes.iter().zip(0_usize..) {
            let member = 1 << index;
            for word in class.words() {
                ids.clear();
                ids.extend(word.chars().map(|each| alphabet.id(each)));
                table.lengths[index] |= 1 << ids.len().min(63);
                if let (Some(begin), Some(end)) = (ids.first(), ids.last()) {
                    table.first[usize::from(*begin)] |= member;
                    table.last[usize::from(*end)] |= member;
                }
                if ids.len() > PACKED {
                    *table.long.entry(ids.as_slice().into()).or_default() |= member;
                } else {
                    let packed = pack(&ids);
                    let slot = table.slot(packed);
                    table.slots[slot].0 = packed;
                    table.slots[slot].1 |= member;
                }
            }
        }
        table
    }

    /// Whether a class has the word of these ids.
    pub fn contains(&self, class: u16, ids: &[Id]) -> bool {
        let members = if ids.len() > PACKED {
            self.long.get(ids).copied().unwrap_or_default()
        } else if ids.contains(&0) {
            0
        } else {
            self.slots[self.slot(pack(ids))].1
        };
        members >> class & 1 == 1
    }

    /// The lengths that words of a class can have from a place on whose first character has this id.
    pub fn lengths_from(&self, class: u16, first: Id) -> Lengths {
        self.lengths_if(class, self.first[usize::from(first)])
    }

    /// The same for words that end with the character of this id.
    pub fn lengths_to(&self, class: u16, last: Id) -> Lengths {
        self.lengths_if(class, self.last[usize::from(last)])
    }

    fn lengths_if(&self, class: u16, members: Members) -> Lengths {
        Lengths(if members >> class & 1 == 1 { self.lengths[usize::from(class)] } else { 0 })
    }

    fn slot(&self, packed: u64) -> usize {
        let mut slot = (spread(packed) >> self.shift) as usize;
        while self.slots[slot].0 != 0 && self.slots[slot].0 != packed {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }
}

/// Lengths, the shortest first.
pub(crate) struct Lengths(u64);

impl Iterator for Lengths {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        (self.0 != 0).then(|| {
            let length = self.0.trailing_zeros();
            self.0 &= self.0 - 1;
            length as usize
        })
    }
}
