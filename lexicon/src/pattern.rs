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

/// Larger sets stand for any character, and name none.
const LARGEST_NAMED: u32 = 200;

impl Pattern {
    /// Whether it is one of several ways of saying a thing.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        match self {
            Self::Choice(_) => true,
            Self::Span(part) => part.is_choice(),
            _ => false,
        }
    }

    /// What is left of it for the places of one trigger: of several ways those that name the trigger. A match
    /// that holds the trigger only where any character may stand is found by its own.
    #[must_use]
    pub fn about(&self, trigger: &str) -> Self {
        match self {
            Self::Choice(ways) => {
                let names = |way: &&Self| trigger.chars().all(|each| way.names(each));
                Self::Choice(ways.iter().filter(names).cloned().collect())
            }
            Self::Span(part) => Self::Span(part.about(trigger).into()),
            _ => self.clone(),
        }
    }

    /// Whether a character is one that it asks for, and not any.
    fn names(&self, character: char) -> bool {
        match self {
            Self::Text(text) | Self::Words(text) => text.contains(character),
            Self::Set(ranges) => {
                let size = |(first, last): &(char, char)| u32::from(*last) - u32::from(*first) + 1;
                ranges.iter().map(size).sum::<u32>() <= LARGEST_NAMED
                    && ranges.iter().any(|(first, last)| (first..=last).contains(&&character))
            }
            Self::Class(_) => true,
            Self::Row(parts) | Self::Choice(parts) => {
                parts.iter().any(|part| part.names(character))
            }
            Self::Repeat(_, part) | Self::Span(part) => part.names(character),
            Self::Start | Self::End => false,
        }
    }
}

impl Default for Pattern {
    /// The pattern of the empty text.
    fn default() -> Self {
        Self::Row(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trigger_leaves_the_ways_that_name_it() {
        let text = |text: &str| Pattern::Text(text.to_owned());
        let any = Pattern::Set(vec![('一', '龥')]);
        let stone = Pattern::Row(vec![text("石头"), any.clone(), text("脚")]);
        let leaf = Pattern::Row(vec![Pattern::Set(vec![('绿', '绿'), ('红', '红')]), text("叶")]);
        let word = Pattern::Row(vec![Pattern::Class(0), any]);
        let choice = Pattern::Choice(vec![stone.clone(), leaf.clone(), word.clone()]);
        for (trigger, ways) in [
            ("石头", vec![stone.clone(), word.clone()]),
            ("绿叶", vec![leaf, word.clone()]),
            ("店", vec![word]),
        ] {
            let ways = Pattern::Choice(ways);
            let span = Pattern::Span(Box::new(choice.clone()));
            assert_eq!(choice.about(trigger), ways, "{trigger}");
            assert_eq!(span.about(trigger), Pattern::Span(Box::new(ways)), "{trigger}");
        }
        assert!(choice.is_choice() && !stone.is_choice());
        assert_eq!(stone.about("店"), stone);
    }
}
