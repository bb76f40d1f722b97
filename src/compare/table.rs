//! A comparison as text for a terminal: the two sides, what to know, the families, the entries.

use std::io::{self, Write};

use comfy_table::{CellAlignment, Table};

use super::{Comparison, Conclusion, Contrast};
use crate::analyzer::FamilyInfo;
use crate::options::Language;
use crate::report::labels::{Labels, grouped};
use crate::report::table::{plain_table, visible};

/// Entries that are shown of each side, of those that are more than chance.
const SHOWN: usize = 20;

/// Writes a comparison, wrapped at `width` cells or never.
///
/// # Errors
/// If `out` cannot be written.
pub fn write(
    mut out: impl Write,
    comparison: &Comparison,
    families: &[FamilyInfo],
    language: Language,
    width: Option<u16>,
) -> io::Result<()> {
    let labels = Labels::of(language);
    for (letter, side) in ["A", "B"].iter().zip(&comparison.sides) {
        let texts = labels.texts(side.texts);
        let han = labels.han(side.han);
        writeln!(out, "{letter}: {} ({texts} · {han})", visible(&side.name))?;
    }
    writeln!(out)?;
    for note in &comparison.notes {
        writeln!(out, "{}", note.text)?;
    }
    let name = |row: &Contrast| {
        let family = families.iter().find(|family| family.id == row.family);
        family.map_or(row.family.clone(), |family| language.pick(&family.name).to_owned())
    };
    let table = rows(&comparison.families, labels, width, labels.family, name);
    writeln!(out, "\n{}", table.trim_fmt())?;
    for row in &comparison.families {
        if let Some(evidence) = &row.evidence {
            writeln!(out, "{}: {}", name(row), evidence.says)?;
        }
    }
    for (letter, more) in [("A", 0), ("B", 1)] {
        let own = comparison.entries.iter().filter(|row| {
            let evidence = row.evidence.as_ref();
            evidence.is_some_and(|evidence| evidence.conclusion != Conclusion::NotShown)
                && row.rates[more].per_1000_han > row.rates[1 - more].per_1000_han
        });
        let own: Vec<Contrast> = own.take(SHOWN).cloned().collect();
        if !own.is_empty() {
            let heading = labels.distinctive.replace("{}", letter);
            let entry = |row: &Contrast| {
                format!("{} ({})", visible(row.entry.as_deref().unwrap_or_default()), name(row))
            };
            let table = rows(&own, labels, width, labels.marker, entry);
            writeln!(out, "\n{heading}\n{}", table.trim_fmt())?;
        }
    }
    Ok(())
}

fn rows(
    rows: &[Contrast],
    labels: &Labels,
    width: Option<u16>,
    first: &str,
    name: impl Fn(&Contrast) -> String,
) -> Table {
    let heading = |letter| format!("{letter} {}", labels.per_1000_han);
    let [rate_a, rate_b] = ["A", "B"].map(heading);
    let mut table = plain_table(
        width,
        &[
            (first, CellAlignment::Left),
            ("A", CellAlignment::Right),
            ("B", CellAlignment::Right),
            (&rate_a, CellAlignment::Right),
            (&rate_b, CellAlignment::Right),
            (labels.difference, CellAlignment::Right),
            (labels.interval, CellAlignment::Right),
            ("G²", CellAlignment::Right),
            (labels.log_ratio, CellAlignment::Right),
            (labels.p_holm, CellAlignment::Right),
        ],
    );
    for row in rows {
        let [a, b] = row.counts.map(grouped);
        let [rate_a, rate_b] = row.rates.map(|rate| format!("{:.2}", rate.per_1000_han));
        let mut cells = vec![name(row), a, b, rate_a, rate_b];
        if let Some(evidence) = &row.evidence {
            let [low, high] = evidence.ci95;
            let p = evidence.p_holm;
            cells.extend([
                format!("{:+.2}", evidence.difference),
                format!("{low:+.2} … {high:+.2}"),
                format!("{:.2}", evidence.g2),
                format!("{:+.2}", evidence.log_ratio),
                if p < 0.0001 { "< 0.0001".to_owned() } else { format!("{p:.4}") },
            ]);
        }
        table.add_row(cells);
    }
    table
}
