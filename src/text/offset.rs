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

/// The offsets that a report needs, in all three units, found in one pass over the text.
#[derive(Debug)]
pub struct OffsetTable {
    rows: Vec<(CodePoint, Utf16, Utf8)>,
}

impl OffsetTable {
    /// Converts these offsets of `text`; the order does not matter.
    #[must_use]
    pub fn new(text: &str, mut offsets: Vec<CodePoint>) -> Self {
        offsets.sort_unstable();
        offsets.dedup();
        let mut rows = Vec::with_capacity(offsets.len());
        let mut wanted = offsets.into_iter().peekable();
        let (mut utf16, mut points) = (0, 0);
        for (byte, character) in text.char_indices() {
            if wanted.next_if_eq(&CodePoint(points)).is_some() {
                rows.push((CodePoint(points), Utf16(utf16), Utf8(byte as u32)));
            }
            points += 1;
            utf16 += character.len_utf16() as u32;
        }
        if wanted.next_if_eq(&CodePoint(points)).is_some() {
            rows.push((CodePoint(points), Utf16(utf16), Utf8(text.len() as u32)));
        }
        Self { rows }
    }

    /// The offset in UTF-16 code units.
    #[must_use]
    pub fn utf16(&self, offset: CodePoint) -> Utf16 {
        self.row(offset).1
    }

    /// The offset in bytes of UTF-8.
    #[must_use]
    pub fn utf8(&self, offset: CodePoint) -> Utf8 {
        self.row(offset).2
    }

    fn row(&self, offset: CodePoint) -> (CodePoint, Utf16, Utf8) {
        match self.rows.binary_search_by_key(&offset, |row| row.0) {
            Ok(at) => self.rows[at],
            Err(_) => unreachable!("the offset {offset:?} was not asked for"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn astral_characters_count_one_two_and_four() {
        let table = OffsetTable::new("a😀𠮷可", (0..=4).map(CodePoint).collect());
        let rows: Vec<_> =
            (0..=4).map(CodePoint).map(|at| (table.utf16(at).0, table.utf8(at).0)).collect();
        assert_eq!(rows, [(0, 0), (1, 1), (3, 5), (5, 9), (6, 12)]);
    }

    #[test]
    fn spans_know_their_neighbours() {
        let span = Span::new(2, 5);
        assert!(span.overlaps(Span::new(4, 9)) && !span.overlaps(Span::new(5, 9)));
        assert!(span.contains(Span::new(3, 5)) && !span.contains(Span::new(1, 3)));
    }
}
