//! Why a finding marks, for those who read it: nothing is decided by it, so it may come after the first
//! report.

use serde::{Deserialize, Serialize};

use crate::{LoadError, Localized};

/// The reasons of a lexicon's rules, and what their braces are filled with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanations {
    /// The fingerprint of the lexicon that they explain.
    pub fingerprint: String,
    /// By rule: why it marks, with `{cue}` and field names in braces.
    pub reasons: Vec<Localized>,
    /// Names of fields, each once.
    pub names: Vec<String>,
    /// Values of fields, each once.
    pub strings: Vec<String>,
    /// By row of the lexicon's literals, in order: the places of its fields' names and values.
    pub fields: Vec<(u32, Vec<(u32, u32)>)>,
}

impl Explanations {
    /// Loads what [`to_bytes`](Self::to_bytes) made.
    ///
    /// # Errors
    /// If the bytes were made by another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        let mut loaded: Self = postcard::from_bytes(bytes)?;
        let mut last = 0_u32;
        for (row, _) in &mut loaded.fields {
            *row = row.wrapping_add(last);
            last = *row;
        }
        Ok(loaded)
    }

    /// The bytes that [`from_bytes`](Self::from_bytes) loads.
    ///
    /// # Errors
    /// Never for what the compiler made.
    pub fn to_bytes(&self) -> Result<Vec<u8>, LoadError> {
        let mut stored = self.clone();
        let mut last = 0;
        for (row, _) in &mut stored.fields {
            (*row, last) = (*row - last, *row);
        }
        Ok(postcard::to_allocvec(&stored)?)
    }

    /// The value of a field of a literal.
    #[must_use]
    pub fn field(&self, row: u32, name: &str) -> Option<&str> {
        let at = self.fields.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        let is_named = |at: u32| self.names.get(at as usize).is_some_and(|each| each == name);
        let (_, value) = self.fields[at].1.iter().find(|(each, _)| is_named(*each))?;
        self.strings.get(*value as usize).map(String::as_str)
    }
}
