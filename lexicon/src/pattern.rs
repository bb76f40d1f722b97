//! Patterns of frames: regular expressions over the folded view, read when the lexicon is compiled.
//!
//! A regular expression that names word classes would have to write out hundreds of words, and be
//! built wherever the core is loaded. Here a class stays a name, which the core looks up.

use serde::{Deserialize, Serialize};

/// A pattern, or a part of one. Where several matches begin at one place the first alternative and the
/// longest (of a lazy repetition the shortest) is preferred, as in Perl.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pattern {
    /// These characters.
    Text(String),
    /// One of these words, parted by `|`: the order counts among those that begin alike.
    Words(String),
    /// One character of ranges, which are in order.
    Set(Vec<(char, char)>),
    /// A word of the class with this index in [`Lexicon::classes`](crate::Lexicon::classes), the longest
    /// first.
    Class(u16),
    /// One after the other.
    Row(Vec<Pattern>),
    /// One of several, the first preferred.
    Choice(Vec<Pattern>),
    /// The same several times.
    Repeat(Repetition, Box<Pattern>),
    /// The part of a match that counts.
    Span(Box<Pattern>),
    /// Where the text that the pattern sees begins.
    Start,
    /// Where it ends.
    End,
}

/// How often a part of a pattern occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repetition {
    /// At least so often.
    pub least: u16,
    /// At most so often.
    pub most: Option<u16>,
    /// Whether more are tried before fewer.
    pub greedy: bool,
}

impl Default for Pattern {
    /// The pattern of the empty text.
    fn default() -> Self {
        Self::Row(Vec::new())
    }
}
