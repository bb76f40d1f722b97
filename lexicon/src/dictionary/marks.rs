//! Numbers as characters: small ones are printable ASCII, and none is a line's end or half of a pair.

use std::ops::Range;

/// Marks of one byte: the printable characters of ASCII.
const ASCII: u32 = 94;
/// The first mark of several bytes.
const WIDE: u32 = 0xA1;
/// Halves of pairs, which are no characters.
const HALVES: Range<u32> = 0xD800..0xE000;

/// A number as a character.
#[cfg(feature = "compile")]
pub(super) fn mark(number: u32) -> char {
    let code = if number < ASCII { 0x21 + number } else { WIDE + number - ASCII };
    let code = if code < HALVES.start { code } else { code + HALVES.len() as u32 };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The number that a character stands for.
pub(super) fn number_of(mark: char) -> u32 {
    match u32::from(mark) {
        code if code < WIDE => code.wrapping_sub(0x21),
        code if code < HALVES.start => code - WIDE + ASCII,
        code => code - HALVES.len() as u32 - WIDE + ASCII,
    }
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 93, 94, 700, 0xD7FF, 0x1_0000, 0x2_0BB7] {
            assert_eq!(number_of(mark(number)), number);
        }
    }
}
