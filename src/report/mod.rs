//! The report: what was found, in numbers, and where.
//!
//! A [`Report`] is computed once and looks the same everywhere: in the page, on the command line
//! and in exports. Its JSON form is fixed by `tests/schema/report.schema.json` (`cifeng.report/1`).

mod build;
mod columns;
#[cfg(feature = "writers")]
pub mod csv;
mod dispersion;
#[cfg(feature = "writers")]
mod figures;
#[cfg(feature = "writers")]
pub mod html;
#[cfg(feature = "writers")]
pub(crate) mod labels;
#[cfg(feature = "writers")]
mod nesting;
mod notes;
mod rate;
mod source;
#[cfg(feature = "writers")]
pub mod table;
#[cfg(feature = "writers")]
mod view;

pub(crate) use build::{Knowledge, build};
pub(crate) use columns::Columns;
#[cfg(target_arch = "wasm32")]
pub(crate) use columns::{Marker, ROLES, TextId, Texts};
pub use rate::{Rate, poisson_interval};
pub(crate) use source::Source;
#[cfg(feature = "writers")]
pub use view::View;

use std::collections::BTreeMap;

use cifeng_lexicon::Role;
use serde::{Deserialize, Serialize};

#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use crate::user::UserLexiconInfo;

/// The version of the report's JSON form.
pub const SCHEMA: &str = "cifeng.report/1";

/// Everything that one analysis says about one text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(hashmap_as_object, missing_as_null))]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Which analyser and which lexicon made this report.
    pub analyzer: AnalyzerInfo,
    /// The unit of every offset in this report.
    pub offsets: OffsetUnit,
    /// The text in numbers.
    pub document: DocumentInfo,
    /// All findings, by start, then longer first.
    pub findings: Vec<Finding>,
    /// What the reader has set aside, by start: in no number of this report.
    pub set_aside: Vec<SetAside>,
    /// Counts, rates and their place along the text.
    pub summary: Summary,
    /// What a reader should know about this report, such as that the text is empty.
    pub notes: Vec<Note>,
}

/// The analyser that made a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct AnalyzerInfo {
    /// Version of the crate.
    pub version: String,
    /// Fingerprint of the compiled lexicon: the same lexicon gives the same sixteen hexadecimal digits.
    pub lexicon: String,
    /// The reader's own lexicons that were in use.
    pub user_lexicons: Vec<UserLexiconInfo>,
}

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub enum OffsetUnit {
    /// Unicode code points, as in Python.
    #[default]
    Codepoint,
    /// UTF-16 code units, as in JavaScript.
    Utf16,
    /// Bytes of UTF-8, as in Rust.
    Utf8,
}

/// The text in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(missing_as_null))]
pub struct DocumentInfo {
    /// The caller's name for the text, if one was given.
    pub id: Option<String>,
    /// Code points, with everything.
    pub chars: u32,
    /// Han characters: the denominator of every rate.
    pub han: u32,
    /// Sentences that hold at least one letter or Han character.
    pub sentences: u32,
    /// Lines that hold anything but white space.
    pub paragraphs: u32,
    /// The script of the text.
    pub script: Script,
    /// SHA-256 of the text in UTF-8, as sixty-four hexadecimal digits, if it was asked for.
    pub sha256: Option<String>,
}

/// The script in which a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub enum Script {
    /// Traditional characters.
    Hant,
    /// Simplified characters.
    Hans,
    /// Both in earnest: at least a tenth of the telling characters are of the rarer script.
    Mixed,
    /// No character tells.
    Neutral,
}

/// One marker located in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(missing_as_null))]
pub struct Finding {
    /// Offset of the first character, in [`Report::offsets`].
    pub start: u32,
    /// Offset after the last character.
    pub end: u32,
    /// The marked text, exactly as it stands in the original.
    pub text: String,
    /// The family, such as `hedge`.
    pub family: String,
    /// The class inside the family, such as `modal`.
    pub subtype: String,
    /// The rule that found it: `family/subtype/rule`, or `user/NAME` for a reader's own lexicon.
    pub rule: String,
    /// The fixed expression of which this is an adapted or truncated form.
    pub variant_of: Option<String>,
    /// What a particle or interjection does where it stands.
    pub role: Option<Role>,
    /// Who says it, as the text names the speaker; none is the writer.
    pub voice: Option<String>,
    /// Who or what a nickname stands for, where the lexicon knows.
    pub refers_to: Option<String>,
    /// What the set expression means, in short, in the language asked for; none where that is not
    /// known or no meanings were loaded.
    pub meaning: Option<String>,
    /// One sentence, in the language asked for: why this was marked.
    pub why: String,
}

/// A marker that was found, but does not count: the reader said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct SetAside {
    /// Offset of the first character, in [`Report::offsets`].
    pub start: u32,
    /// Offset after the last character.
    pub end: u32,
    /// The marked text, exactly as it stands in the original.
    pub text: String,
    /// The family.
    pub family: String,
    /// The class inside the family.
    pub subtype: String,
    /// The rule that found it.
    pub rule: String,
    /// Which of the given exceptions it falls under, from zero.
    pub exception: u32,
}

/// Counts and rates, whole and by paragraph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(hashmap_as_object, missing_as_null))]
pub struct Summary {
    /// By family id; every family of the lexicon that was asked for is there, with zero if need be.
    pub families: BTreeMap<String, FamilySummary>,
    /// One row a paragraph, in order: the dispersion of the markers along the text.
    pub paragraphs: Vec<ParagraphSummary>,
    /// One row a voice: the writer, then speakers in the order in which they begin to speak.
    pub voices: Vec<VoiceSummary>,
}

/// One family's numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(hashmap_as_object, missing_as_null))]
pub struct FamilySummary {
    /// Findings.
    pub count: u32,
    /// Findings per 1,000 Han characters, two decimals; 0 where the text has no Han character.
    pub per_1000_han: f64,
    /// Exact Poisson interval of the rate (Garwood 1936), 95 %, two decimals.
    pub ci95: [f64; 2],
    /// Findings by subtype; every subtype is there, with zero if need be.
    pub subtypes: BTreeMap<String, u32>,
    /// The rates of those counts, with their intervals.
    pub subtype_rates: BTreeMap<String, Rate>,
    /// How unevenly the findings are spread over the paragraphs: Gries' deviation of proportions,
    /// normalised, two decimals. 0 is in step with the paragraphs' lengths, 1 all in the shortest; none
    /// where there is nothing to spread or only one paragraph.
    pub dp_norm: Option<f64>,
}

/// One paragraph's place and counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(hashmap_as_object, missing_as_null))]
pub struct ParagraphSummary {
    /// Offset of its first character, in [`Report::offsets`].
    pub start: u32,
    /// Offset after its last character (the line end is not part of it).
    pub end: u32,
    /// Its Han characters.
    pub han: u32,
    /// Findings that start in it, by family id; families without any are left out.
    pub counts: BTreeMap<String, u32>,
}

/// One voice's share of the text and its counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(hashmap_as_object, missing_as_null))]
pub struct VoiceSummary {
    /// The speaker as the text names it first; none is the writer.
    pub voice: Option<String>,
    /// Its Han characters: the denominator of its rates.
    pub han: u32,
    /// By family id; every family that was asked for is there.
    pub families: BTreeMap<String, VoiceFamily>,
}

/// One family's numbers in one voice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct VoiceFamily {
    /// Findings that start in this voice's words.
    pub count: u32,
    /// Findings per 1,000 of its Han characters, two decimals; 0 where it has none.
    pub per_1000_han: f64,
    /// Exact Poisson interval of the rate, 95 %, two decimals.
    pub ci95: [f64; 2],
}

/// Something a reader should know about a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Note {
    /// Stable name: `empty`, `no-han`, `short`, `set-aside`.
    pub code: String,
    /// The note in the language asked for.
    pub text: String,
}
