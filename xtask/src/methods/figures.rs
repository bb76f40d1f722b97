//! The figures with when and with what they were measured.

use anyhow::Result;
use cifeng::{Analyzer, Options, data};
use serde::{Deserialize, Serialize};

use crate::command::Project;
use crate::eval::{SetFigures, figures};

/// Everything that `docs/methods.json` holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// The day of the measurement.
    pub date: String,
    /// The commit that was measured, and whether files had been changed since.
    pub commit: String,
    /// Version of the analyser.
    pub analyzer: String,
    /// Fingerprint of its lexicon.
    pub lexicon: String,
    /// The sets.
    pub sets: Vec<SetFigures>,
}

impl Figures {
    /// Measures everything anew.
    pub fn measure(project: &Project) -> Result<Self> {
        let git = |arguments: &[&str]| project.command("git").args(arguments).read();
        let made = Analyzer::new(data::DICTIONARY)?.analyze("", &Options::default())?.analyzer;
        Ok(Self {
            date: project.command("date").args(["-u", "+%Y-%m-%d"]).read()?,
            commit: git(&["describe", "--always", "--dirty", "--abbrev=12"])?,
            analyzer: made.version,
            lexicon: made.lexicon,
            sets: figures()?,
        })
    }
}

/// The 95 % interval of a share by E. B. Wilson, *Journal of the American Statistical Association* 22
/// (1927), 209–212; nothing of nothing has none.
#[must_use]
pub fn wilson(hits: u32, of: u32) -> Option<[f64; 2]> {
    /// The 97.5 % quantile of the normal distribution.
    const Z: f64 = 1.959_963_984_540_054;
    if of == 0 {
        return None;
    }
    let n = f64::from(of);
    let share = f64::from(hits) / n;
    let center = share + Z * Z / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + Z * Z / n;
    Some([((center - reach) / whole).max(0.0), ((center + reach) / whole).min(1.0)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_agrees_with_published_limits() {
        // R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
        for (hits, of, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let [lower, upper] = wilson(hits, of).expect("some");
            assert!(
                (lower - low).abs() < 5e-5 && (upper - high).abs() < 5e-5,
                "{hits} of {of}: {lower} {upper}"
            );
        }
        assert_eq!(wilson(0, 0), None);
        let all = wilson(29, 29).expect("some");
        assert!((all[0] - 0.8830).abs() < 5e-5 && (all[1] - 1.0).abs() < 1e-12, "{all:?}");
    }
}
