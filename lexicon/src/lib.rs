//! The lexicon: what is a marker, as data.
//!
//! The folders beside this crate's source hold one family each; `lexicon/README.md` describes their
//! format. The feature `compile` reads them into a [`Lexicon`], which the core loads from bytes
//! without parsing anything.

mod alphabet;
#[cfg(feature = "compile")]
pub mod compile;
mod condition;
pub mod data;
mod deferred;
pub mod dictionary;
mod explanations;
mod extend;
mod fold;
mod format;
pub mod parts;
mod pattern;
mod phrases;
mod sieve;
mod stored;
mod word_class;

pub use condition::{Condition, Direction, Reach, SoughtId};
pub use deferred::Deferred;
pub use explanations::Explanations;
pub use extend::{AddedEntry, AddedRule};
pub use fold::{Fold, FoldTable, ScriptHint};
pub use format::{
    Adaptable, Anchor, Color, Detail, Family, Gap, Kind, Lexicon, LoadError, Localized, Parts,
    Role, Rule, Scope, Subtype, USER, Value,
};
pub use pattern::{Pattern, Repetition};
pub use phrases::{Element, Phrase, Phrases};
pub use sieve::Sieve;
pub use stored::Details;
pub use word_class::WordClass;
