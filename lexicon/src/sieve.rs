//! Sieves: most of what cannot be is told by one bit.

use std::fmt;

/// A set of characters that lets through all that were put in, and few others.
#[derive(Clone, PartialEq, Eq)]
pub struct Sieve([u64; WORDS]);

const WORDS: usize = 16;

impl Sieve {
    /// Lets nothing through.
    pub const NONE: Self = Self([0; WORDS]);
    /// Lets everything through.
    pub const ALL: Self = Self([u64::MAX; WORDS]);

    /// Lets a character through from now on.
    pub fn add(&mut self, character: char) {
        let (word, bit) = Self::place(character);
        self.0[word] |= 1 << bit;
    }

    /// Lets the characters of a range through, both ends included.
    pub fn add_range(&mut self, first: char, last: char) {
        if u32::from(last) - u32::from(first) >= WORDS as u32 * 64 {
            *self = Self::ALL;
        } else {
            (first..=last).for_each(|each| self.add(each));
        }
    }

    /// Whether a character may be one of those that were put in.
    #[inline]
    #[must_use]
    pub fn lets_through(&self, character: char) -> bool {
        let (word, bit) = Self::place(character);
        self.0[word] >> bit & 1 == 1
    }

    /// The low bits of Chinese characters are spread well enough.
    fn place(character: char) -> (usize, u32) {
        let low = u32::from(character) % (WORDS as u32 * 64);
        ((low / 64) as usize, low % 64)
    }
}

impl fmt::Debug for Sieve {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Sieve({} bits)", self.0.iter().map(|word| word.count_ones()).sum::<u32>())
    }
}

impl FromIterator<char> for Sieve {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut sieve = Self::NONE;
        characters.into_iter().for_each(|each| sieve.add(each));
        sieve
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_comes_through_and_little_else() {
        let sieve: Sieve = "不没有无未".chars().collect();
        assert!("不没有无未".chars().all(|each| sieve.lets_through(each)));
        let others = ('一'..='龥').filter(|each| sieve.lets_through(*each)).count();
        assert!(others < 150, "{others}");
        let mut ranges = Sieve::NONE;
        ranges.add_range('0', '9');
        assert!(('0'..='9').all(|each| ranges.lets_through(each)) && !ranges.lets_through('a'));
        ranges.add_range('一', '龥');
        assert!(ranges == Sieve::ALL);
    }
}
