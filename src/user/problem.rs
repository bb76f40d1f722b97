//! What may be wrong with a reader's table: what was read, where, and what would be right.

use std::fmt;

use super::{MAX_ENTRIES, MAX_ENTRY, MAX_NOTE};
use crate::options::Language;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Severity {
    /// The line is left out.
    Error,
    /// The line is used; a reader may want to look at it.
    Warning,
}

/// One problem and its line; shown in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconProblem {
    /// The line, from one.
    pub line: u32,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with a line, or with the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no line but comments.
    Empty,
    /// The header is one column, as where something else than tabs separates the columns.
    NoTabs {
        /// The header.
        read: String,
    },
    /// A column has a name that means nothing here.
    UnknownColumn {
        /// The name.
        read: String,
    },
    /// Two columns have one name.
    RepeatedColumn {
        /// The name.
        read: String,
    },
    /// The header lacks a column that must be there.
    MissingColumn {
        /// The name.
        name: &'static str,
    },
    /// A line has more cells than the header names.
    TooManyCells {
        /// The line's cells.
        read: usize,
        /// The header's.
        named: usize,
    },
    /// A cell that must be filled is empty.
    MissingValue {
        /// The column.
        column: &'static str,
    },
    /// The entry has no letter, digit or Chinese character.
    TooShort {
        /// The entry.
        read: String,
    },
    /// A cell is too long.
    TooLong {
        /// The column.
        column: &'static str,
        /// Its characters.
        characters: usize,
    },
    /// The entry holds a character that shows nothing.
    Invisible {
        /// The character.
        character: char,
    },
    /// No family has this id or name.
    UnknownFamily {
        /// What was read.
        read: String,
        /// The ids that there are.
        known: String,
    },
    /// The family has no subtype of this id or name.
    UnknownSubtype {
        /// What was read.
        read: String,
        /// The family.
        family: String,
        /// The ids that there are.
        known: String,
    },
    /// A longer word in `not_in` does not contain the entry.
    NotContained {
        /// The word.
        read: String,
    },
    /// The entry stands in an earlier line, with the same family.
    Repeated {
        /// The entry.
        read: String,
        /// That line.
        first: u32,
    },
    /// More lines than are taken; the rest is not read.
    TooManyLines,
    /// An entry of one character, which counts inside words, too.
    OneCharacter {
        /// The entry.
        read: String,
    },
}

impl ProblemKind {
    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::OneCharacter { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The problem in a sentence, in a language of the interface.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::En => self.english(),
            Language::ZhHant => self.traditional(),
            Language::ZhHans => self.simplified(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Empty => "The table is empty; its first line names the columns: entry, family, subtype, separated by tabs.".to_owned(),
            Self::NoTabs { read } => format!("‘{read}’ is one column; the header names entry, family and subtype, separated by tabs."),
            Self::UnknownColumn { read } => format!("There is no column ‘{read}’; there are entry, family, subtype, note, model and not_in."),
            Self::RepeatedColumn { read } => format!("The column ‘{read}’ is named twice."),
            Self::MissingColumn { name } => format!("The header lacks the column ‘{name}’."),
            Self::TooManyCells { read, named } => format!("The line has {read} cells; the header names {named} columns."),
            Self::MissingValue { column } => format!("The column ‘{column}’ is empty; it must be filled."),
            Self::TooShort { read } => format!("‘{read}’ holds no letter, digit or Chinese character to look for."),
            Self::TooLong { column, characters } => format!("The column ‘{column}’ has {characters} characters; at most {} are taken.", limit(column)),
            Self::Invisible { character } => format!("The entry holds U+{:04X}, which nobody sees and no text repeats; remove it.", u32::from(*character)),
            Self::UnknownFamily { read, known } => format!("There is no family ‘{read}’; there are {known}."),
            Self::UnknownSubtype { read, family, known } => format!("The family {family} has no subtype ‘{read}’; it has {known}."),
            Self::NotContained { read } => format!("‘{read}’ in the column not_in does not contain the entry; longer words that contain it belong there."),
            Self::Repeated { read, first } => format!("‘{read}’ stands in line {first} already; that line counts."),
            Self::TooManyLines => format!("A lexicon has at most {MAX_ENTRIES} entries; from this line on nothing was read."),
            Self::OneCharacter { read } => format!("‘{read}’ is one character and counts inside longer words, too; name those in the column not_in."),
        }
    }

    fn traditional(&self) -> String {
        match self {
            Self::Empty => {
                "詞表是空的；第一行應列出欄名 entry、family、subtype，以定位字元（Tab）分隔。"
                    .to_owned()
            }
            Self::NoTabs { read } => format!(
                "「{read}」只有一欄；標題行應有 entry、family、subtype，以定位字元（Tab）分隔。"
            ),
            Self::UnknownColumn { read } => format!(
                "沒有「{read}」這一欄；可用的欄有 entry、family、subtype、note、model、not_in。"
            ),
            Self::RepeatedColumn { read } => format!("「{read}」這一欄出現了兩次。"),
            Self::MissingColumn { name } => format!("標題行缺少「{name}」這一欄。"),
            Self::TooManyCells { read, named } => {
                format!("這一行有 {read} 格，標題行只有 {named} 欄。")
            }
            Self::MissingValue { column } => format!("「{column}」這一欄是空的，必須填寫。"),
            Self::TooShort { read } => format!("「{read}」裡沒有可供尋找的文字或數字。"),
            Self::TooLong { column, characters } => {
                format!("「{column}」這一欄有 {characters} 個字元，最多 {} 個。", limit(column))
            }
            Self::Invisible { character } => format!(
                "詞條裡有看不見的字元 U+{:04X}，文章裡不會有，請刪去。",
                u32::from(*character)
            ),
            Self::UnknownFamily { read, known } => format!("沒有「{read}」這一類；有 {known}。"),
            Self::UnknownSubtype { read, family, known } => {
                format!("{family} 沒有「{read}」這一小類；有 {known}。")
            }
            Self::NotContained { read } => {
                format!("not_in 欄的「{read}」不含這個詞條；這裡應填包含它的較長的詞。")
            }
            Self::Repeated { read, first } => {
                format!("「{read}」在第 {first} 行已經有了，以那一行為準。")
            }
            Self::TooManyLines => format!("一份詞表最多 {MAX_ENTRIES} 條；從這一行起沒有讀入。"),
            Self::OneCharacter { read } => {
                format!("「{read}」只有一個字，在較長的詞裡也會算；請把那些詞填入 not_in 欄。")
            }
        }
    }

    fn simplified(&self) -> String {
        match self {
            Self::Empty => {
                "词表是空的；第一行应列出列名 entry、family、subtype，以制表符（Tab）分隔。"
                    .to_owned()
            }
            Self::NoTabs { read } => format!(
                "“{read}”只有一列；标题行应有 entry、family、subtype，以制表符（Tab）分隔。"
            ),
            Self::UnknownColumn { read } => format!(
                "没有“{read}”这一列；可用的列有 entry、family、subtype、note、model、not_in。"
            ),
            Self::RepeatedColumn { read } => format!("“{read}”这一列出现了两次。"),
            Self::MissingColumn { name } => format!("标题行缺少“{name}”这一列。"),
            Self::TooManyCells { read, named } => {
                format!("这一行有 {read} 格，标题行只有 {named} 列。")
            }
            Self::MissingValue { column } => format!("“{column}”这一列是空的，必须填写。"),
            Self::TooShort { read } => format!("“{read}”里没有可供查找的文字或数字。"),
            Self::TooLong { column, characters } => {
                format!("“{column}”这一列有 {characters} 个字符，最多 {} 个。", limit(column))
            }
            Self::Invisible { character } => format!(
                "词条里有看不见的字符 U+{:04X}，文章里不会有，请删去。",
                u32::from(*character)
            ),
            Self::UnknownFamily { read, known } => format!("没有“{read}”这一类；有 {known}。"),
            Self::UnknownSubtype { read, family, known } => {
                format!("{family} 没有“{read}”这一小类；有 {known}。")
            }
            Self::NotContained { read } => {
                format!("not_in 列的“{read}”不含这个词条；这里应填包含它的较长的词。")
            }
            Self::Repeated { read, first } => {
                format!("“{read}”在第 {first} 行已经有了，以那一行为准。")
            }
            Self::TooManyLines => format!("一份词表最多 {MAX_ENTRIES} 条；从这一行起没有读入。"),
            Self::OneCharacter { read } => {
                format!("“{read}”只有一个字，在较长的词里也会算；请把那些词填入 not_in 列。")
            }
        }
    }
}

fn limit(column: &str) -> usize {
    if column == "note" { MAX_NOTE } else { MAX_ENTRY }
}

impl fmt::Display for LexiconProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.kind.message(Language::En))
    }
}
