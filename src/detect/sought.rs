//! Words that conditions ask for anywhere in a text.

use cifeng_lexicon::{Lexicon, SoughtId};

use super::alphabet::spread;
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
#[derive(Debug)]
pub(crate) struct Sought {
    /// The words of one character.
    single: FirstCharacters,
    /// What longer words begin with.
    begins: Beginnings,
    /// In the order of their characters.
    words: Vec<(Box<[char]>, SoughtId)>,
    /// Open addressing, at most half full: the places of words, from one, by what they begin with.
    slots: Box<[u32]>,
}

impl Sought {
    /// The words that the rules of a lexicon ask for.
    pub fn new(lexicon: &Lexicon) -> Self {
        let words = lexicon.sought.iter().map(|word| word.chars().collect());
        let mut words: Vec<(Box<[char]>, SoughtId)> = words.zip(0..).collect();
        words.sort_unstable();
        let size = (words.len() * 2).next_power_of_two().max(2);
        let slots = vec![0; size].into();
        let (single, pairs) = Default::default();
        let mut sought = Self { single, begins: pairs, words, slots };
        for place in 0..sought.words.len() {
            let Some(begin) = begins(&sought.words[place].0) else { continue };
            match begin {
                [only, NOTHING] => sought.single.add(only),
                [first, second] => sought.begins.add(first, second),
            }
            let slot = sought.slot(begin);
            if sought.slots[slot] == 0 {
                sought.slots[slot] = place as u32 + 1;
            }
        }
        sought
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Those that a document holds, sorted.
    pub fn held(&self, document: &Document) -> Vec<SoughtId> {
        let known = (0..).zip(self.known(document));
        known.filter(|(_, held)| *held).map(|(id, _)| id).collect()
    }

    /// By number: whether a document holds the word.
    pub fn known(&self, document: &Document) -> Vec<bool> {
        let characters = document.characters();
        let mut held = vec![false; self.len()];
        let mut look = |begin: [char; 2], at: usize| {
            for (word, id) in self.beginning(begin) {
                let held = &mut held[usize::from(*id)];
                *held = *held || characters[at..].starts_with(word);
            }
        };
        for (at, only) in characters.iter().enumerate() {
            if let Some(next) = characters.get(at + 1)
                && self.begins.may_be(*only, *next)
            {
                look([*only, *next], at);
            }
            if self.single.may_be(*only) {
                look([*only, NOTHING], at);
            }
        }
        held
    }

    /// The words that begin with two characters, or consist of the first.
    fn beginning(&self, begin: [char; 2]) -> impl Iterator<Item = &(Box<[char]>, SoughtId)> {
        let from = self.slots[self.slot(begin)].checked_sub(1).map(|place| place as usize);
        let words = from.map_or(&[][..], |from| &self.words[from..]);
        words.iter().take_while(move |(word, _)| begins(word) == Some(begin))
    }

    /// The slot of what words begin with: its own, or where it would be.
    fn slot(&self, begin: [char; 2]) -> usize {
        let [first, second] = begin.map(|each| u64::from(u32::from(each)));
        let mut slot = (spread(first << 32 | second) >> 32) as usize & (self.slots.len() - 1);
        while let Some(place) = self.slots[slot].checked_sub(1)
            && begins(&self.words[place as usize].0) != Some(begin)
        {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }
}

/// Stands behind the only character of a word; no word holds it.
const NOTHING: char = '\0';

/// What a word begins with: two characters, of which the second may be missing.
fn begins(word: &[char]) -> Option<[char; 2]> {
    Some([*word.first()?, word.get(1).copied().unwrap_or(NOTHING)])
}
