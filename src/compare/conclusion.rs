//! [`Conclusion`]: what may be said of a difference.

use serde::{Deserialize, Serialize};

use super::statistics::Test;

#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// The probability below which a difference is taken for one.
const LEVEL: f64 = 0.05;

/// What may be concluded from one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub enum Conclusion {
    /// More frequent in A than chance would make it.
    MoreInA,
    /// More frequent in B than chance would make it.
    MoreInB,
    /// It would count alone, but not among so many comparisons.
    Hint,
    /// Chance may have made the difference.
    NotShown,
}

impl Conclusion {
    /// The conclusion from a test, given its corrected probability.
    pub(super) fn of(test: &Test, p_holm: f64) -> Self {
        if p_holm < LEVEL {
            if test.difference > 0.0 { Self::MoreInA } else { Self::MoreInB }
        } else if test.p < LEVEL {
            Self::Hint
        } else {
            Self::NotShown
        }
    }

    /// Its name in JSON and CSV.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MoreInA => "more-in-a",
            Self::MoreInB => "more-in-b",
            Self::Hint => "hint",
            Self::NotShown => "not-shown",
        }
    }
}
