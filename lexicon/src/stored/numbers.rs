//! Small numbers in few bytes, and characters as such numbers.

use std::collections::HashMap;

use crate::deferred::Bytes;

/// Numbers below this take one byte, those up to some thousands two.
const ONE: u32 = 0xE0;
const TWO: u32 = ONE + 31 * 256;

/// Adds a number.
pub(super) fn write(bytes: &mut Bytes, number: u32) {
    let bytes = &mut bytes.0;
    if number < ONE {
        bytes.push(number as u8);
    } else if number < TWO {
        let [.., high, low] = (number - ONE).to_be_bytes();
        bytes.extend([ONE as u8 + high, low]);
    } else {
        bytes.push(0xFF);
        bytes.extend(number.to_be_bytes());
    }
}

/// Numbers that are read one after the other.
#[derive(Debug, Clone)]
pub(super) struct Numbers<'b>(std::slice::Iter<'b, u8>);

impl<'b> Numbers<'b> {
    /// The numbers that bytes hold.
    pub fn of(bytes: &'b Bytes) -> Self {
        Self::from(bytes, 0)
    }

    /// Those from a byte on.
    pub fn from(bytes: &'b Bytes, start: u32) -> Self {
        Self(bytes.0.get(start as usize..).unwrap_or_default().iter())
    }
}

impl Iterator for Numbers<'_> {
    type Item = u32;

    /// The next number; none at the end, or where it is cut short.
    fn next(&mut self) -> Option<u32> {
        let mut next = || self.0.next().map(|byte| u32::from(*byte));
        let first = next()?;
        if first < ONE {
            Some(first)
        } else if first < 0xFF {
            Some(ONE + (first - ONE) * 256 + next()?)
        } else {
            (0..4).try_fold(0, |number, _| Some(number << 8 | next()?))
        }
    }
}

/// Adds answers as the lengths of runs, the first of noes.
pub(super) fn write_runs(bytes: &mut Bytes, answers: impl Iterator<Item = bool>) {
    let (mut last, mut run) = (false, 0);
    for answer in answers {
        if answer != last {
            write(bytes, run);
            (last, run) = (answer, 0);
        }
        run += 1;
    }
    write(bytes, run);
}

/// The answers of runs.
pub(super) fn runs(bytes: &Bytes) -> impl Iterator<Item = bool> {
    let runs = Numbers::of(bytes).zip([false, true].into_iter().cycle());
    runs.flat_map(|(run, answer)| std::iter::repeat_n(answer, run as usize))
}

/// The numbers of characters: their places in an alphabet, and behind it the code points of others.
pub(super) struct Characters {
    places: HashMap<char, u32>,
}

impl Characters {
    pub fn new(alphabet: &str) -> Self {
        Self { places: alphabet.chars().zip(0..).collect() }
    }

    pub fn number(&self, character: char) -> u32 {
        let others = self.places.len() as u32;
        self.places.get(&character).copied().unwrap_or_else(|| others + u32::from(character))
    }
}

/// The character of a number.
pub(super) fn character(alphabet: &[char], number: u32) -> Option<char> {
    match alphabet.get(number as usize) {
        Some(character) => Some(*character),
        None => char::from_u32(number - alphabet.len() as u32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let mut bytes = Bytes::default();
        let numbers = [0, 223, 224, 8159, 8160, u32::MAX];
        for number in numbers {
            write(&mut bytes, number);
        }
        assert!(Numbers::of(&bytes).eq(numbers));
        assert!(Numbers::from(&bytes, 1).eq(numbers[1..].iter().copied()));
        bytes.0.pop();
        assert!(Numbers::of(&bytes).eq(numbers[..5].iter().copied()));
    }

    #[test]
    fn runs_come_back() {
        for answers in [&[][..], &[false], &[true], &[false, false, true, true, true, false]] {
            let mut bytes = Bytes::default();
            write_runs(&mut bytes, answers.iter().copied());
            assert!(runs(&bytes).eq(answers.iter().copied()));
        }
    }

    #[test]
    fn characters_come_back() {
        let alphabet = ['的', '一'];
        let characters = Characters::new(&alphabet.iter().collect::<String>());
        for (text, number) in [('的', 0), ('一', 1), ('a', 2 + 97), ('𠮷', 2 + 0x2_0BB7)] {
            assert_eq!(characters.number(text), number);
            assert_eq!(character(&alphabet, number), Some(text));
        }
        assert_eq!(character(&alphabet, u32::MAX), None);
    }
}
