//! [`Profile`]: one text, as far as a comparison needs it.

use std::collections::BTreeMap;

use cifeng_lexicon::Fold;
use serde::{Deserialize, Serialize};

use crate::report::Report;

/// What a comparison needs of one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Its Han characters.
    pub han: u32,
    /// What was found in it, each entry once, in a fixed order.
    pub entries: Vec<EntryCount>,
}

/// Bytes that are no profile of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no profile that this version of cifeng made")]
pub struct ProfileError;

/// How often one entry was found in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryCount {
    /// Its family.
    pub family: String,
    /// Its subtype.
    pub subtype: String,
    /// What it is counted under: the fixed expression that it adapts, or else the marked text itself,
    /// folded, so that 說不定 and 说不定 are one entry.
    pub folded: String,
    /// The same as it stands in the text.
    pub form: String,
    /// Findings.
    pub count: u32,
}

impl Profile {
    /// The profile of a reported text.
    pub(crate) fn of(report: &Report, fold: &Fold) -> Self {
        let mut counts: BTreeMap<(&str, &str, &str), u32> = BTreeMap::new();
        for finding in &report.findings {
            let form = finding.variant_of.as_deref().unwrap_or(&finding.text);
            *counts.entry((&finding.family, &finding.subtype, form)).or_default() += 1;
        }
        let entries = counts.into_iter().map(|((family, subtype, form), count)| EntryCount {
            family: family.to_owned(),
            subtype: subtype.to_owned(),
            folded: form.chars().map(|character| fold.fold(character)).collect(),
            form: form.to_owned(),
            count,
        });
        Self { han: report.document.han, entries: entries.collect() }
    }

    /// The profile as bytes, for keeping; only the same version reads them.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    ///
    /// # Errors
    /// If these are no such bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ProfileError> {
        postcard::from_bytes(bytes).map_err(|_| ProfileError)
    }
}
