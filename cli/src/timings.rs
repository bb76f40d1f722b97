//! `--timings`: what the time went to, over all texts.

use std::fmt::{self, Display};

use cifeng::Timings;

/// Milliseconds of all analyses; threads count each for itself.
#[derive(Debug, Default)]
pub struct Total(Timings);

impl Total {
    /// Adds one analysis.
    pub fn add(&mut self, timings: Timings) {
        let total = &mut self.0;
        total.document += timings.document;
        total.detect += timings.detect;
        total.resolve += timings.resolve;
        total.voices += timings.voices;
        total.report += timings.report;
        for (family, milliseconds) in timings.families {
            *total.families.entry(family).or_default() += milliseconds;
        }
    }
}

impl Display for Total {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Timings { document, detect, families, resolve, voices, report } = &self.0;
        let total = document + detect + resolve + voices + report;
        let mut row = |name: &str, milliseconds: f64| {
            let share = if total > 0.0 { 100.0 * milliseconds / total } else { 0.0 };
            writeln!(out, "{name:<16}{milliseconds:>12.1} ms{share:>7.1} %")
        };
        row("document", *document)?;
        row("detect", *detect)?;
        for (family, milliseconds) in families {
            row(&format!("  {family}"), *milliseconds)?;
        }
        row("resolve", *resolve)?;
        row("voices", *voices)?;
        row("report", *report)?;
        row("total", total)
    }
}
