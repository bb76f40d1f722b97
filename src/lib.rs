//! Cifeng 辭鋒 finds, counts and explains the rhetorical markers of Chinese text: proverbs and set
//! phrases, nicknames, exclamations, hedges and boosters, in Traditional, Simplified or mixed script.
//!
//! ```
//! use cifeng::{Analyzer, Options};
//!
//! let analyzer = Analyzer::new(cifeng::data::DICTIONARY)?;
//! let report = analyzer.analyze("他可能病了!", &Options::default())?;
//! let found: Vec<&str> = report.findings.iter().map(|each| each.text.as_str()).collect();
//! assert_eq!(found, ["可能", "!"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way of the data is one way: a text becomes a [`Document`]; detectors propose candidates in
//! it; one function resolves which stay where several claim the same characters; the [`Report`] is
//! computed once from what is left. What counts as a marker is data: see `lexicon/README.md`.

mod analyzer;
pub mod compare;
mod detect;
mod draft;
mod exceptions;
pub mod meanings;
mod options;
pub mod report;
mod resolve;
mod segment;
pub mod text;
pub mod timing;
mod user;
mod voice;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analyzer::{AnalyzeError, Analyzer, BuildError, EXPLANATIONS, FamilyInfo, SubtypeInfo};
pub use cifeng_lexicon::data;
pub use cifeng_lexicon::{Color, Lexicon, Localized, Role};
pub use compare::{Comparison, Profile, Side};
pub use draft::{Draft, Highlight, Stretch};
pub use exceptions::{CONTEXT, Exception, Place};
pub use meanings::{Meanings, MeaningsError};
pub use options::{DEFAULT_MAX_CHARS, Language, Options};
pub use report::{
    AnalyzerInfo, DocumentInfo, FamilySummary, Finding, Note, OffsetUnit, ParagraphSummary, Report,
    Script, SetAside, Summary, VoiceFamily, VoiceSummary,
};
pub use segment::DictionaryError;
pub use text::Document;
pub use timing::Timings;
pub use user::{
    LexiconProblem, LexiconReading, MAX_ENTRIES, ProblemKind, Severity, UserEntry, UserLexicon,
    UserLexiconError, UserLexiconInfo,
};
