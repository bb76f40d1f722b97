//! How large files are, as they are and compressed, and whether that is within the budget.

use std::collections::HashMap;
use std::fmt;

use anyhow::{Result, ensure};
use brotli::enc::BrotliEncoderParams;

use crate::manifest::{FILE, Size};

/// Measures files; one that was measured already, under whatever name, is not compressed again.
#[derive(Debug, Default)]
pub struct Scale {
    known: HashMap<blake3::Hash, Size>,
}

impl Scale {
    /// The size of some content, compressed as a web server would once and for all.
    pub fn weigh(&mut self, content: &[u8]) -> Result<Size> {
        let hash = blake3::hash(content);
        if let Some(&size) = self.known.get(&hash) {
            return Ok(size);
        }
        let mut compressed = Vec::new();
        let parameters =
            BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
        brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
        // What does not become smaller is sent as it is.
        let brotli = compressed.len().min(content.len()) as u64;
        let size = Size { raw: content.len() as u64, brotli };
        self.known.insert(hash, size);
        Ok(size)
    }
}

/// Sizes with their budgets, one row a file.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    name: String,
    size: Size,
    budget: Option<Size>,
}

impl Row {
    fn fits(&self) -> bool {
        self.budget
            .is_none_or(|budget| self.size.raw <= budget.raw && self.size.brotli <= budget.brotli)
    }
}

impl Table {
    /// Adds a row.
    pub fn row(&mut self, name: &str, size: Size, budget: Option<Size>) {
        self.rows.push(Row { name: name.to_owned(), size, budget });
    }

    /// An error that names every row over its budget, with the figures.
    pub fn within_budget(&self) -> Result<()> {
        let over: Vec<String> = self
            .rows
            .iter()
            .filter(|row| !row.fits())
            .map(|Row { name, size, budget }| {
                format!("\n  {name}: {size}, allowed are {}", budget.unwrap_or_default())
            })
            .collect();
        ensure!(over.is_empty(), "over the size budget of {FILE}:{}", over.concat());
        Ok(())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max(4);
        write!(
            f,
            "{:width$}  {:>12}  {:>10}  budget: {:>12}  {:>10}",
            "size", "raw", "brotli", "raw", "brotli"
        )?;
        for Row { name, size, budget } in &self.rows {
            write!(f, "\n{name:width$}  {:>12}  {:>10}", grouped(size.raw), grouped(size.brotli))?;
            if let Some(budget) = budget {
                write!(f, "          {:>12}  {:>10}", grouped(budget.raw), grouped(budget.brotli))?;
            }
        }
        Ok(())
    }
}

/// A number with its thousands set apart: `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        let table = [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (1_234_567, "1,234,567"),
        ];
        for (number, expected) in table {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn content_is_weighed_raw_and_compressed() {
        let mut scale = Scale::default();
        let size = scale.weigh("也許".repeat(1_000).as_bytes()).expect("it compresses");
        assert_eq!(size.raw, 6_000);
        assert!(size.brotli < 100, "{size}");
        assert_eq!(scale.weigh(b"").expect("nothing is fine"), Size { raw: 0, brotli: 0 });
        assert_eq!(scale.weigh(b"a").expect("it is weighed"), Size { raw: 1, brotli: 1 });
    }

    #[test]
    fn a_row_over_its_budget_is_told_with_figures() {
        let budget = Size { raw: 100, brotli: 10 };
        let mut table = Table::default();
        table.row("free", Size { raw: 1_000, brotli: 1_000 }, None);
        table.row("full", budget, Some(budget));
        assert!(table.within_budget().is_ok());

        table.row("heavy", Size { raw: 100, brotli: 11 }, Some(budget));
        let error = table.within_budget().expect_err("heavy is over").to_string();
        assert!(
            error.ends_with("\n  heavy: 100 bytes (11 brotli), allowed are 100 bytes (10 brotli)"),
            "{error}"
        );
        assert!(table.to_string().contains("\nheavy           100          11"), "{table}");
    }
}
