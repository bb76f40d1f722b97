//! Offsets: code points inside, UTF-16 and UTF-8 only where a text leaves the core.

use std::ops::Range;

/// An offset in Unicode code points, as Python counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoint(pub u32);

/// An offset in UTF-16 code units, as JavaScript counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16(pub u32);

/// An offset in bytes of UTF-8, as Rust counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf8(pub u32);

impl CodePoint {
    /// The offset as an index into a slice of characters.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<usize> for CodePoint {
    /// Texts are shorter than 2³² code points: `Document` is made of bounded input.
    fn from(index: usize) -> Self {
        Self(index as u32)
    }
}

/// A stretch of a text in code points; `end` is exclusive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first code point.
    pub start: CodePoint,
    /// The code point after the last.
    pub end: CodePoint,
}

impl Span {
    /// A span from two indices.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start.into(), end: end.into() }
    }

    /// The span as a range of indices.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start.index()..self.end.index()
    }

    /// Its length in code points.
    #[must_use]
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span in a text of which its own begins at `base`.
    #[must_use]
    pub fn after(self, base: CodePoint) -> Self {
        let moved = |offset: CodePoint| CodePoint(offset.0 + base.0);
        Self { start: moved(self.start), end: moved(self.end) }
    }

    /// Whether two spans share a character.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the other lies inside this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Where code points of a text begin in UTF-8.
#[derive(Debug, Default)]
pub(crate) struct Bytes(
    /// The byte at which every code point whose number is a multiple of [`STEP`] begins.
    Vec<u32>,
);

impl Bytes {
    /// Takes in the next code point, its number and the byte where it begins.
    #[inline]
    pub fn push(&mut self, number: usize, byte: usize) {
        if number.is_multiple_of(STEP) {
            self.0.push(byte as u32);
        }
    }

    /// The byte at which a code point of the text begins that was taken in.
    pub fn of(&self, text: &str, offset: CodePoint) -> usize {
        let known = self.0.get(offset.index() / STEP).map_or(text.len(), |byte| *byte as usize);
        let steps = offset.index() % STEP;
        let begins = |byte: &u8| *byte & 0xC0 != 0x80;
        let rest = text.as_bytes()[known..].iter().enumerate().filter(|(_, byte)| begins(byte));
        let length = rest.map(|(at, _)| at).nth(steps).unwrap_or(text.len() - known);
        known + length
    }

    /// The code point of the text that was taken in that begins at a byte.
    pub fn code_point(&self, text: &str, byte: usize) -> CodePoint {
        let known = self.0.partition_point(|each| *each as usize <= byte).saturating_sub(1);
        let from = self.0.get(known).map_or(0, |from| *from as usize);
        let begins = |byte: &&u8| **byte & 0xC0 != 0x80;
        CodePoint::from(known * STEP + text.as_bytes()[from..byte].iter().filter(begins).count())
    }
}

/// Where the code points of a text stand in UTF-16 and in UTF-8.
#[derive(Debug, Default)]
pub(crate) struct Offsets {
    bytes: Bytes,
    /// Code points beyond the basic plane: two units of UTF-16 each.
    beyond: Vec<CodePoint>,
}

/// From one known byte to the next: few enough to be walked, many enough to be small.
const STEP: usize = 16;

impl Offsets {
    /// Takes in the next code point of the text, its number and the byte where it begins.
    pub fn push(&mut self, number: usize, byte: usize, character: char) {
        self.bytes.push(number, byte);
        if character > '\u{FFFF}' {
            self.beyond.push(number.into());
        }
    }

    /// The offset in UTF-16 code units.
    pub fn utf16(&self, offset: CodePoint) -> Utf16 {
        Utf16(offset.0 + self.beyond.partition_point(|each| *each < offset) as u32)
    }

    /// The offset in bytes of the text that was taken in.
    pub fn utf8(&self, text: &str, offset: CodePoint) -> Utf8 {
        Utf8(self.bytes.of(text, offset) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn astral_characters_count_one_two_and_four() {
        let text = "a😀𠮷可".repeat(STEP);
        let mut offsets = Offsets::default();
        for (number, (byte, character)) in text.char_indices().enumerate() {
            offsets.push(number, byte, character);
        }
        for (number, (byte, _)) in text.char_indices().enumerate() {
            let at = CodePoint::from(number);
            assert_eq!(offsets.utf8(&text, at), Utf8(byte as u32));
            assert_eq!(offsets.utf16(at).0 as usize, text[..byte].encode_utf16().count());
        }
        let end = CodePoint::from(text.chars().count());
        assert_eq!(offsets.utf8(&text, end), Utf8(text.len() as u32));
        assert_eq!(offsets.utf16(end).0 as usize, text.encode_utf16().count());
    }

    #[test]
    fn spans_know_their_neighbours() {
        let span = Span::new(2, 5);
        assert!(span.overlaps(Span::new(4, 9)) && !span.overlaps(Span::new(5, 9)));
        assert!(span.contains(Span::new(3, 5)) && !span.contains(Span::new(1, 3)));
    }
}
