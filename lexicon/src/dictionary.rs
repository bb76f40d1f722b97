//! The segmentation dictionary as it is stored: words by part of speech and order of frequency.
//!
//! A line is `tag level word word …`: jieba's tag, twice the binary logarithm of the frequency, then
//! words in code-point order. With whole orders instead of halves 是非/常常 becomes 是/非常/常.

use std::fmt::Write;

/// A line that is not as it should be, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLine(pub usize);

impl std::fmt::Display for BrokenLine {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "line {} should be `tag level word word …`", self.0)
    }
}

impl std::error::Error for BrokenLine {}

/// Words that share a tag and an order of frequency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group<'t> {
    /// jieba's part-of-speech tag.
    pub tag: &'t str,
    /// About how often each of them was seen.
    pub frequency: u64,
    words: &'t str,
}

impl<'t> Group<'t> {
    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &'t str> {
        self.words.split(' ')
    }
}

/// The groups of a stored dictionary.
pub fn groups(text: &str) -> impl Iterator<Item = Result<Group<'_>, BrokenLine>> {
    text.lines().zip(1..).map(|(line, number)| {
        let mut columns = line.splitn(3, ' ');
        match (columns.next(), columns.next().map(str::parse), columns.next()) {
            (Some(tag), Some(Ok(level @ 0..64_u32)), Some(words)) if !tag.is_empty() => {
                Ok(Group { tag, frequency: (1_u64 << level).isqrt(), words })
            }
            _ => Err(BrokenLine(number)),
        }
    })
}

/// The order of a frequency in halves, as it is stored.
#[must_use]
pub fn level(frequency: u64) -> u32 {
    // A quarter of an order more, and the next half one below is the nearest.
    (u128::from(frequency + 1).pow(4) * 2).ilog2() / 2
}

/// A stored dictionary as jieba reads it: lines `word frequency tag`.
///
/// # Errors
/// The first broken line.
pub fn expanded(text: &str) -> Result<String, BrokenLine> {
    let mut lines = String::with_capacity(text.len() * 2);
    for group in groups(text) {
        let group = group?;
        for word in group.words() {
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "{word} {} {}", group.frequency, group.tag);
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_with_their_frequency_and_tag() {
        let text = "n 8 人 手\nv 21 说\n";
        assert_eq!(expanded(text), Ok("人 16 n\n手 16 n\n说 1448 v\n".to_owned()));
        for (frequency, order) in [(0, 0), (1, 2), (2, 3), (1023, 20), (1447, 21), (1 << 30, 60)] {
            assert_eq!(level(frequency), order, "{frequency}");
        }
        for (broken, line) in [("n 4 人\nn 人\n", 2), ("n x 人", 1), (" 4 人", 1), ("n 64 人", 1)]
        {
            assert_eq!(expanded(broken), Err(BrokenLine(line)), "{broken}");
        }
    }
}
