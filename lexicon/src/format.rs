//! A compiled lexicon: families, rules and the literals of all of them.

use serde::{Deserialize, Serialize};

use crate::{Condition, FoldTable, Pattern, WordClass};

/// A compiled lexicon.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Lexicon {
    /// Sixteen hexadecimal digits; the same sources give the same digits.
    pub fingerprint: String,
    /// The character table of the folded view.
    pub fold: FoldTable,
    /// Families in the order of legends and tables.
    pub families: Vec<Family>,
    /// All rules; a family's rules name it by index.
    pub rules: Vec<Rule>,
    /// Word classes, named by index in conditions.
    pub classes: Vec<WordClass>,
    /// The literals that rules look for, folded, in code-point order, each closed by a line feed; one
    /// that several entries share stands there once for each.
    pub literals: String,
    /// The rule of each literal.
    pub owners: Vec<u16>,
    /// Literals of four characters of which one may be exchanged, by row.
    pub adaptable: Vec<Adaptable>,
    /// What only some literals carry, with the literal's place in [`owners`](Self::owners), in order.
    pub details: Vec<(u32, Detail)>,
    /// Names of fields, each once.
    pub names: Vec<String>,
    /// Values of fields, each once.
    pub strings: Vec<String>,
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

impl Lexicon {
    /// Loads a compiled lexicon.
    ///
    /// # Errors
    /// If the bytes were not made by [`to_bytes`](Self::to_bytes) of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        let mut lexicon: Self =
            postcard::from_bytes(bytes).map_err(|error| LoadError(error.to_string()))?;
        lexicon.unpack();
        Ok(lexicon)
    }

    /// The bytes that [`from_bytes`](Self::from_bytes) loads.
    ///
    /// # Errors
    /// Never for a lexicon that the compiler made.
    pub fn to_bytes(&self) -> Result<Vec<u8>, LoadError> {
        let mut stored = self.clone();
        stored.pack();
        postcard::to_allocvec(&stored).map_err(|error| LoadError(error.to_string()))
    }

    /// Turns rows, which run on, into what each adds to the one before: small numbers take fewer bytes
    /// and compress.
    fn pack(&mut self) {
        let mut last = 0;
        for each in &mut self.adaptable {
            (each.row, last) = (each.row - last, each.row);
        }
        let mut last = 0;
        for (row, _) in &mut self.details {
            (*row, last) = (*row - last, *row);
        }
    }

    /// Undoes [`pack`](Self::pack).
    fn unpack(&mut self) {
        let mut last = 0_u32;
        for each in &mut self.adaptable {
            each.row = each.row.wrapping_add(last);
            last = each.row;
        }
        let mut last = 0_u32;
        for (row, _) in &mut self.details {
            *row = row.wrapping_add(last);
            last = *row;
        }
    }

    /// The value of a detail's field.
    #[must_use]
    pub fn field(&self, detail: &Detail, name: &str) -> Option<&str> {
        let is_named = |at: u32| self.names.get(at as usize).is_some_and(|each| each == name);
        let found = detail.fields.iter().find(|(each, _)| is_named(*each))?;
        self.strings.get(found.1 as usize).map(String::as_str)
    }
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
    pub when: Option<Condition>,
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
    /// Why it marks, with `{cue}` and field names in braces.
    pub why: Localized,
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
        pattern: Pattern,
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
    /// Named values for the reason: the places of the name in [`Lexicon::names`] and
    /// of the value in [`Lexicon::strings`].
    pub fields: Vec<(u32, u32)>,
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
