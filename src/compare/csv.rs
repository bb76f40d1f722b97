//! A comparison as CSV: one row a family, subtype or entry.

use std::io::{self, Write};

use super::{Comparison, Contrast};
use crate::report::csv::guarded;

/// The columns.
pub const HEADER: [&str; 24] = [
    "level",
    "family",
    "subtype",
    "entry",
    "count_a",
    "count_b",
    "texts_a",
    "texts_b",
    "rate_a",
    "rate_a_low",
    "rate_a_high",
    "rate_b",
    "rate_b_low",
    "rate_b_high",
    "difference",
    "difference_low",
    "difference_high",
    "g2",
    "log_ratio",
    "p",
    "p_holm",
    "dispersion",
    "conclusion",
    "says",
];

/// Writes a comparison.
///
/// # Errors
/// If `out` cannot be written.
pub fn write(out: impl Write, comparison: &Comparison) -> io::Result<()> {
    let mut out = ::csv::Writer::from_writer(out);
    out.write_record(HEADER)?;
    let levels = [
        ("family", &comparison.families),
        ("subtype", &comparison.subtypes),
        ("entry", &comparison.entries),
    ];
    for (level, rows) in levels {
        for row in rows {
            out.write_record(record(level, row))?;
        }
    }
    out.flush()
}

fn record(level: &str, row: &Contrast) -> Vec<String> {
    let text = |cell: Option<&str>| guarded(cell.unwrap_or_default()).into_owned();
    let mut record = vec![
        level.to_owned(),
        row.family.clone(),
        text(row.subtype.as_deref()),
        text(row.entry.as_deref()),
    ];
    record.extend(row.counts.map(|count| count.to_string()));
    record.extend(row.texts.map(|texts| texts.to_string()));
    for rate in row.rates {
        record.push(rate.per_1000_han.to_string());
        record.extend(rate.ci95.map(|limit| limit.to_string()));
    }
    match &row.evidence {
        None => record.resize(HEADER.len(), String::new()),
        Some(evidence) => {
            let [low, high] = evidence.ci95;
            let numbers = [
                evidence.difference,
                low,
                high,
                evidence.g2,
                evidence.log_ratio,
                evidence.p,
                evidence.p_holm,
            ];
            record.extend(numbers.map(|number| number.to_string()));
            record.push(evidence.dispersion.map(|by| by.to_string()).unwrap_or_default());
            record.push(evidence.conclusion.name().to_owned());
            record.push(evidence.says.clone());
        }
    }
    record
}
