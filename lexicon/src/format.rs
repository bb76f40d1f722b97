//! A compiled lexicon: families, rules and the literals of all of them.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::stored::Stored;
use crate::{Condition, Deferred, Details, Explanations, FoldTable, Pattern, WordClass};

/// A compiled lexicon.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// Sixteen hexadecimal digits; the same sources give the same digits.
    pub fingerprint: String,
    /// The character table of the folded view.
    #[serde(skip)]
    pub fold: FoldTable,
    /// Families in the order of legends and tables.
    pub families: Vec<Family>,
    /// All rules; a family's rules name it by index.
    pub rules: Vec<Rule>,
    /// Word classes, named by index in conditions.
    #[serde(skip)]
    pub classes: Vec<WordClass>,
    /// The words (folded) that conditions ask for anywhere in a document, each once.
    pub sought: Vec<String>,
    /// The characters of the literals and of what they carry, the frequent ones first.
    #[serde(skip)]
    pub alphabet: String,
    /// The literals that rules look for, folded, in the order of the alphabet, each closed by a line feed;
    /// one that several entries share stands there once for each.
    #[serde(skip)]
    pub literals: String,
    /// The rule of each literal.
    #[serde(skip)]
    pub owners: Vec<u16>,
    /// Literals of four characters of which one may be exchanged, by row.
    #[serde(skip)]
    pub adaptable: Vec<Adaptable>,
    /// What only some literals carry, by the literal's place in [`owners`](Self::owners).
    #[serde(skip)]
    pub details: Details,
    /// All these parts as they are stored; empty but in stored bytes.
    pub(crate) stored: Stored,
    /// The reasons of the rules, where they are known.
    #[serde(skip)]
    pub explanations: Option<Arc<Explanations>>,
    /// What came after compiling.
    #[serde(skip)]
    pub(crate) added: Added,
}

/// Bytes that are no compiled lexicon of this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError(String);

impl std::fmt::Display for LoadError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "these bytes are no lexicon compiled by this version: {}", self.0)
    }
}

impl std::error::Error for LoadError {}

impl From<postcard::Error> for LoadError {
    fn from(error: postcard::Error) -> Self {
        Self(error.to_string())
    }
}

impl Lexicon {
    /// Loads a compiled lexicon, without explanations.
    ///
    /// # Errors
    /// If the bytes were not made by [`to_bytes`](Self::to_bytes) of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        let mut lexicon: Self = postcard::from_bytes(bytes)?;
        let stored = std::mem::take(&mut lexicon.stored);
        let unpacked = stored.unpack(&mut lexicon);
        unpacked.map(|()| lexicon).ok_or_else(|| LoadError("they end early".to_owned()))
    }

    /// The bytes that [`from_bytes`](Self::from_bytes) loads.
    ///
    /// # Errors
    /// Never for a lexicon that the compiler made.
    pub fn to_bytes(&self) -> Result<Vec<u8>, LoadError> {
        Ok(postcard::to_allocvec(&Self { stored: Stored::pack(self), ..self.clone() })?)
    }

    /// Gives the rules their reasons.
    ///
    /// # Errors
    /// If they are the reasons of another lexicon.
    pub fn explain(&mut self, explanations: Arc<Explanations>) -> Result<(), LoadError> {
        if explanations.fingerprint != self.fingerprint {
            return Err(LoadError("they explain another lexicon".to_owned()));
        }
        self.explanations = Some(explanations);
        Ok(())
    }

    /// Why a rule marks, where that is known.
    #[must_use]
    pub fn reason(&self, rule: u16) -> Option<&Localized> {
        let compiled = self.rules.len() - self.added.reasons.len();
        match usize::from(rule).checked_sub(compiled) {
            Some(added) => self.added.reasons.get(added),
            None => self.explanations.as_ref()?.reasons.get(usize::from(rule)),
        }
    }

    /// The value of a literal's field, where that is known.
    #[must_use]
    pub fn field(&self, row: u32, name: &str) -> Option<&str> {
        match self.added.rows.binary_search_by_key(&row, |(row, _)| *row) {
            Ok(added) => {
                let (_, fields) = &self.added.rows[added];
                fields.iter().find(|(each, _)| *each == name).map(|(_, value)| value.as_str())
            }
            Err(before) => self.explanations.as_ref()?.field(row - before as u32, name),
        }
    }

    /// The place of each character in the alphabet.
    pub(crate) fn numbers(&self) -> HashMap<char, u32> {
        self.alphabet.chars().zip(0..).collect()
    }
}

/// What came to a lexicon after compiling.
#[derive(Debug, Clone, Default)]
pub(crate) struct Added {
    /// The reasons of its last rules.
    pub reasons: Vec<Localized>,
    /// The rows that are not the compiled ones, in order, with their fields.
    pub rows: Vec<(u32, Vec<(&'static str, String)>)>,
}

/// A text in the three languages of the interface.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Localized {
    /// English.
    pub en: String,
    /// Chinese in Traditional characters.
    pub hant: String,
    /// Chinese in Simplified characters.
    pub hans: String,
}

/// A pair of CSS colours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Color {
    /// On a light page.
    pub light: String,
    /// On a dark page.
    pub dark: String,
}

/// A family of markers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// Its id, also the folder's name.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// What it is, in a sentence.
    pub description: Localized,
    /// The highlight's colour.
    pub color: Color,
    /// The highlight's line: solid, dashed, dotted, double or wavy.
    pub line: String,
    /// Whether nothing of another family is marked inside its findings.
    pub opaque: bool,
    /// Whether its findings are expressions with a meaning that may be looked up.
    pub meanings: bool,
    /// Families of one group never overlap: the longer unit stays. A number shared by the group.
    pub group: u16,
    /// Its subtypes.
    pub subtypes: Vec<Subtype>,
    /// What values of fields are called; a field without any is shown as it is.
    pub values: Vec<Value>,
}

/// What a value of a field is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The field.
    pub field: String,
    /// The value's name; tables write the English one.
    pub name: Localized,
}

/// A class inside a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subtype {
    /// Its id.
    pub id: String,
    /// Where two subtypes fit one span, the lower rank wins.
    pub rank: u8,
    /// Its name.
    pub name: Localized,
    /// What it is, in a sentence.
    pub description: Localized,
}

/// A rule: cues that share conditions and a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key of its own in the data")]
pub struct Rule {
    /// `family/subtype/rule`.
    pub id: String,
    /// Index of its family.
    pub family: u16,
    /// Index of its subtype inside the family.
    pub subtype: u16,
    /// How its findings are made.
    pub kind: Kind,
    /// What must hold for a candidate to count, the family's and the rule's own conditions joined.
    pub when: Deferred<Option<Condition>>,
    /// What it asks is not the same for all its literals: its conditions ask for their text, or its pattern
    /// is a choice among those of several triggers.
    pub by_literal: bool,
    /// The role of its findings.
    pub role: Option<Role>,
    /// Its findings are variants; the model is in the field of this name.
    pub variant: Option<String>,
    /// Its findings stay where an opaque finding has the same span.
    pub double: bool,
    /// Other families' findings that begin with its findings are part of it.
    pub operator: bool,
    /// Of equal spans in one group of families its own stays.
    pub wins: bool,
    /// Cues of rival families are marked inside its findings.
    pub nests: bool,
    /// Its findings count again wherever they recur in the text as words.
    pub echo: bool,
}

/// What the ids of rules begin with that stand for a reader's own lexicon: `user/NAME`.
pub const USER: &str = "user";

impl Rule {
    /// Whether it stands for entries of a reader's own lexicon.
    #[must_use]
    pub fn is_users(&self) -> bool {
        self.id.split('/').next() == Some(USER)
    }
}

/// How findings are made from the literals of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The literal itself, or a row of parts around it.
    Cue,
    /// A pattern with slots around a trigger.
    Frame {
        /// What it looks like in the folded view.
        pattern: Deferred<Pattern>,
        /// Where the match begins.
        anchor: Anchor,
        /// What the pattern may see.
        scope: Scope,
        /// Sets of characters, in order: a match holds at least one of each.
        needs: Vec<Vec<char>>,
    },
    /// A maximal run of characters around the literal.
    Punctuation {
        /// The characters of a run.
        characters: Vec<char>,
    },
    /// A listed expression with one character exchanged.
    Adapted,
    /// A sentence particle.
    Particle {
        /// Phrases before a particle that make it a call.
        vocative: crate::Phrases,
    },
}

/// Where the match of a frame begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// At the trigger.
    #[default]
    Start,
    /// Anywhere, as long as it contains the trigger.
    Any,
}

/// What a frame may see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The clause, without what closes it.
    #[default]
    Clause,
    /// The sentence, with what closes it.
    Sentence,
}

/// What a particle or an interjection does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Role {
    /// Closes a sentence.
    Final,
    /// Sets off a topic.
    Pause,
    /// Calls somebody.
    Vocative,
    /// Closes a question.
    Question,
    /// Fills time or answers.
    Filler,
}

/// A literal that may be recognised with one character exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adaptable {
    /// Its place in [`Lexicon::owners`].
    pub row: u32,
    /// The rule of the adapted forms, of the kind [`Kind::Adapted`].
    pub rule: u16,
    /// A bit for each of its four characters: whether that may be exchanged; four more: whether even
    /// where the new character makes a word with its neighbour.
    pub holes: u8,
}

/// What only some literals carry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// Longer ordinary words that contain the literal, with its place in them, in characters.
    pub not_in: Vec<(u8, String)>,
    /// The other parts of a cue in several parts.
    pub parts: Option<Parts>,
}

#[cfg(feature = "compile")]
impl Detail {
    /// All its words.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let words = self.not_in.iter().map(|(_, word)| word);
        let parts = self.parts.iter().flat_map(|parts| parts.before.iter().chain(&parts.after));
        words.chain(parts.map(|(_, part)| part)).map(String::as_str)
    }
}

/// The parts of a cue around the one that is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Parts before the literal, nearest first, each with the gap between.
    pub before: Vec<(Gap, String)>,
    /// Parts after the literal, nearest first, each with the gap between.
    pub after: Vec<(Gap, String)>,
}

/// What may stand between two parts of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// Punctuation, white space or nothing.
    Punctuation,
    /// Inserted words such as 了, 自己的, or nothing.
    Inserted,
}
