//! The dictionary, ready to be asked: the words with one first character are unfolded when a text first
//! has that character.

use std::sync::OnceLock;

use cifeng_lexicon::dictionary::{self, BrokenLine, Words, number_of};

/// The place of a word's kind in the legend of the dictionary.
pub(super) type Kind = u16;

/// Words by their first characters.
#[derive(Debug)]
pub(super) struct Dictionary {
    stored: dictionary::Dictionary,
    /// By character of the basic plane: the place of its words, from one.
    rows: Box<[u16]>,
    unfolded: Box<[OnceLock<Box<[List]>>]>,
    /// By kind: the logarithm of the frequency.
    logarithms: Vec<f64>,
    logarithm_of_all: f64,
}

/// Words of one length with one first character.
#[derive(Debug)]
struct List {
    rest: usize,
    rests: Box<[char]>,
    kinds: Box<[Kind]>,
}

impl List {
    fn new(words: Words) -> Self {
        Self {
            rest: words.rest,
            rests: words.rests.chars().collect(),
            kinds: words.marks.chars().map(|mark| number_of(mark) as Kind).collect(),
        }
    }

    /// The kind of the word whose first character these follow.
    fn kind(&self, rest: &[char]) -> Option<Kind> {
        let (mut low, mut high) = (0, self.kinds.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let word = &self.rests[middle * self.rest..(middle + 1) * self.rest];
            match word.cmp(rest) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(self.kinds[middle]),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

impl Dictionary {
    pub fn new(text: &str) -> Result<Self, BrokenLine> {
        let stored = dictionary::Dictionary::new(text)?;
        let mut rows = vec![0; 0x1_0000].into_boxed_slice();
        let mut count = 0_u16;
        for first in stored.firsts() {
            count += 1;
            if let Some(row) = rows.get_mut(first as usize) {
                *row = count;
            }
        }
        let logarithm = |kind: &dictionary::Kind| (kind.frequency as f64).ln();
        Ok(Self {
            rows,
            unfolded: (0..count).map(|_| OnceLock::new()).collect(),
            logarithms: stored.kinds().iter().map(logarithm).collect(),
            logarithm_of_all: (stored.total() as f64).ln(),
            stored,
        })
    }

    /// Tells the words with which characters begin, by their length and kind, the shortest first.
    pub fn words_at(&self, characters: &[char], mut tell: impl FnMut(usize, Kind)) {
        let Some((first, others)) = characters.split_first() else { return };
        for list in self.lists(*first) {
            let Some(rest) = others.get(..list.rest) else { return };
            if let Some(kind) = list.kind(rest) {
                tell(1 + list.rest, kind);
            }
        }
    }

    /// The kind of a word.
    pub fn kind(&self, word: &[char]) -> Option<Kind> {
        let (first, rest) = word.split_first()?;
        self.lists(*first).iter().find(|list| list.rest == rest.len())?.kind(rest)
    }

    /// The part-of-speech tag of a kind.
    pub fn tag(&self, kind: Kind) -> &str {
        &self.stored.kinds()[usize::from(kind)].tag
    }

    /// The logarithm of a kind's frequency.
    pub fn logarithm(&self, kind: Kind) -> f64 {
        self.logarithms[usize::from(kind)]
    }

    /// The logarithm of the sum of all words' frequencies.
    pub fn logarithm_of_all(&self) -> f64 {
        self.logarithm_of_all
    }

    /// As it is stored.
    #[cfg(test)]
    pub fn stored(&self) -> &dictionary::Dictionary {
        &self.stored
    }

    fn lists(&self, first: char) -> &[List] {
        let row = match self.rows.get(first as usize) {
            Some(row) => usize::from(*row).checked_sub(1),
            None => self.stored.firsts().position(|each| each == first),
        };
        row.map_or(&[], |row| {
            self.unfolded[row].get_or_init(|| self.stored.words(row).map(List::new).collect())
        })
    }
}
