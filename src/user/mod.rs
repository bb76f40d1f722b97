//! A reader's own lexicon: entries in a table, found beside those of the built-in lexicon.
//!
//! [`UserLexicon::read`] never fails: it takes every line that is right and says of every other what was
//! read, where, and what would be right. `docs/own-lexicon.md` describes the format. An analyser that is given
//! such lexicons finds their entries as it finds its own: folded, so in both scripts, the longest unit of a
//! family; of equal spans the reader's entry stays.

mod problem;
mod read;
mod rules;

use serde::{Deserialize, Serialize};

pub use problem::{LexiconProblem, ProblemKind, Severity};
pub(crate) use read::Guide;
pub(crate) use rules::rules;

/// The most entries that one analyser takes beside its own.
pub const MAX_ENTRIES: usize = 200_000;
/// The longest entry or model, in characters.
pub const MAX_ENTRY: usize = 64;
/// The longest note, in characters.
pub const MAX_NOTE: usize = 1_000;
/// The longest name of a lexicon, in characters.
const MAX_NAME: usize = 60;

/// A reader's own entries under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserLexicon {
    /// What findings call it: `user/NAME`.
    pub name: String,
    /// Its entries, in the order of their lines.
    pub entries: Vec<UserEntry>,
}

/// One entry of a [`UserLexicon`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct UserEntry {
    /// Its line in the table, from one.
    pub line: u32,
    /// What is looked for, in either script; `,` and `~` separate parts.
    pub entry: String,
    /// The family's id.
    pub family: String,
    /// The subtype's id.
    pub subtype: String,
    /// Why it marks, in the reader's own words.
    pub note: Option<String>,
    /// The fixed expression of which it is a form.
    pub model: Option<String>,
    /// Longer words in which it is nothing.
    pub not_in: Vec<String>,
}

/// What reading a table gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconReading {
    /// The entries that are right.
    pub lexicon: UserLexicon,
    /// What is wrong, by line: the first [`MAX_PROBLEMS`](LexiconReading::MAX_PROBLEMS).
    pub problems: Vec<LexiconProblem>,
    /// All lines that are wrong and left out.
    pub errors: u32,
    /// All lines that a reader may want to look at.
    pub warnings: u32,
}

impl LexiconReading {
    /// So many problems are told one by one; the others are counted.
    pub const MAX_PROBLEMS: usize = 200;
}

/// Lexicons that cannot be taken in together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UserLexiconError {
    /// More entries than [`MAX_ENTRIES`].
    #[error("the lexicons have {entries} entries together, the limit is {MAX_ENTRIES}")]
    TooMany {
        /// How many there are.
        entries: usize,
    },
    /// More different characters than can be told apart.
    #[error("the lexicons hold {characters} different characters, the limit is {limit}")]
    TooManyCharacters {
        /// How many there are.
        characters: usize,
        /// How many there may be.
        limit: usize,
    },
}

/// A reader's own lexicon as a report names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct UserLexiconInfo {
    /// Its name; the rule of its findings is `user/NAME`.
    pub name: String,
    /// Its entries.
    pub entries: u32,
    /// The same entries give the same sixteen hexadecimal digits.
    pub fingerprint: String,
}

impl UserLexicon {
    /// What reports say of it.
    #[must_use]
    pub fn info(&self) -> UserLexiconInfo {
        UserLexiconInfo {
            name: self.name.clone(),
            entries: self.entries.len() as u32,
            fingerprint: self.fingerprint(),
        }
    }

    /// FNV-1a, 64 bits, over the values of all entries, each closed by a byte that is in none.
    fn fingerprint(&self) -> String {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut add = |text: &str| {
            for byte in text.bytes().chain([0xff]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for each in &self.entries {
            add(&each.entry);
            add(&each.family);
            add(&each.subtype);
            add(each.note.as_deref().unwrap_or_default());
            add(each.model.as_deref().unwrap_or_default());
            each.not_in.iter().for_each(|word| add(word));
            add("");
        }
        format!("{hash:016x}")
    }
}

/// Numbers lexicons that have a name which another before them has.
pub(crate) fn number(lexicons: &mut [UserLexicon]) {
    for at in 1..lexicons.len() {
        let (before, rest) = lexicons.split_at_mut(at);
        let is_taken = |name: &str| before.iter().any(|each| each.name == name);
        let numbered = (2..).map(|number| format!("{} {number}", rest[0].name));
        if is_taken(&rest[0].name) {
            rest[0].name = numbered.into_iter().find(|name| !is_taken(name)).unwrap_or_default();
        }
    }
}

/// A name that can stand in a rule's id and in a line of a terminal: no slashes, controls or marks of
/// writing direction.
fn clean(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|each| if each == '/' || each == '\\' || is_invisible(each) { ' ' } else { each })
        .take(MAX_NAME)
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() { "lexicon".to_owned() } else { words.join(" ") }
}

/// Controls, marks of writing direction, and others that show nothing.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn names_are_plain() {
        for (name, expected) in [
            ("我的詞表", "我的詞表"),
            ("  a/b\\c  ", "a b c"),
            ("<b>\u{202e}x\u{0}</b>", "<b> x < b>"),
            ("", "lexicon"),
            ("\u{200b}", "lexicon"),
        ] {
            assert_eq!(clean(name), expected);
        }
        assert_eq!(clean(&"長".repeat(99)).chars().count(), 60);
    }
}
