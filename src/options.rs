//! [`Options`]: what an analysis should do, and in which language it explains itself.

use cifeng_lexicon::Localized;
use serde::{Deserialize, Serialize};

use crate::exceptions::Exception;
use crate::report::OffsetUnit;

/// The longest text that is analysed unless [`Options::max_chars`] says otherwise, in code points.
pub const DEFAULT_MAX_CHARS: usize = 5_000_000;

/// What an analysis should do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The caller's name for the text; it is repeated in the report.
    pub id: Option<String>,
    /// The language of reasons and notes.
    pub language: Language,
    /// The unit of the report's offsets.
    pub offsets: OffsetUnit,
    /// The families to report; all if none is named. What is found does not depend on it.
    pub families: Option<Vec<String>>,
    /// What the reader has set aside: found and named, but in no number.
    pub exceptions: Vec<Exception>,
    /// Whether the report names the SHA-256 of the text.
    pub sha256: bool,
    /// Longer texts are refused; in code points.
    pub max_chars: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            id: None,
            language: Language::default(),
            offsets: OffsetUnit::default(),
            families: None,
            exceptions: Vec::new(),
            sha256: false,
            max_chars: DEFAULT_MAX_CHARS,
        }
    }
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
    /// Chinese in Traditional characters.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// Chinese in Simplified characters.
    #[serde(rename = "zh-Hans")]
    ZhHans,
}

impl Language {
    /// A localized text in this language.
    #[must_use]
    pub fn pick(self, text: &Localized) -> &str {
        match self {
            Self::En => &text.en,
            Self::ZhHant => &text.hant,
            Self::ZhHans => &text.hans,
        }
    }
}
