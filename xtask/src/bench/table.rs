//! The table of results, for the terminal and for Markdown.

use std::fmt;

/// A figure with what it should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// Our own figure.
    pub ours: String,
    /// What it is compared with.
    pub peer: String,
    /// The figure that counts.
    pub figure: Figure,
    /// What it should be, if that is agreed.
    pub reach: Option<Reach>,
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure(pub f64, pub Unit);

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A ratio.
    Times,
    /// Millions of bytes.
    Megabytes,
    /// Thousands of bytes.
    Kilobytes,
    /// Thousandths of a second.
    Milliseconds,
    /// Millions of bytes a second.
    Rate,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Times => "×",
            Self::Megabytes => "MB",
            Self::Kilobytes => "KB",
            Self::Milliseconds => "ms",
            Self::Rate => "MB/s",
        })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let &Self(number, unit) = self;
        // Three digits that tell something; times and sizes of peers are not known better.
        let decimals = match number.abs() {
            hundreds if hundreds >= 100.0 => 0,
            tens if tens >= 10.0 => 1,
            ones if ones >= 0.1 => 2,
            _ => 4,
        };
        write!(f, "{number:.decimals$} {unit}")
    }
}

/// A bound that a figure should keep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reach {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
}

impl Reach {
    /// Whether a number is in reach.
    #[must_use]
    pub fn holds(self, number: f64) -> bool {
        match self {
            Self::AtLeast(bound) => number >= bound,
            Self::AtMost(bound) => number <= bound,
        }
    }
}

impl Row {
    /// A figure of our own, compared with nothing but what it should be.
    #[must_use]
    pub fn own(what: impl Into<String>, figure: Figure, reach: Option<Reach>) -> Self {
        let ours = figure.to_string();
        Self { what: what.into(), ours, peer: String::new(), figure, reach }
    }

    /// The ratio of two figures in one unit, the first by the second.
    #[must_use]
    pub fn ratio(
        what: impl Into<String>,
        [ours, peer]: [Figure; 2],
        figure: f64,
        reach: Option<Reach>,
    ) -> Self {
        Self {
            what: what.into(),
            ours: ours.to_string(),
            peer: peer.to_string(),
            figure: Figure(figure, Unit::Times),
            reach,
        }
    }

    fn cells(&self) -> [String; 6] {
        let (reach, verdict) = match self.reach {
            None => (String::new(), ""),
            Some(reach) => {
                let (sign, bound) = match reach {
                    Reach::AtLeast(bound) => ('≥', bound),
                    Reach::AtMost(bound) => ('≤', bound),
                };
                let verdict = if reach.holds(self.figure.0) { "yes" } else { "no" };
                (format!("{sign} {bound} {}", self.figure.1), verdict)
            }
        };
        let ratio = match self.figure.1 {
            Unit::Times => self.figure.to_string(),
            _ => String::new(),
        };
        [self.what.clone(), self.ours.clone(), self.peer.clone(), ratio, reach, verdict.to_owned()]
    }
}

/// The heads of the columns.
const HEADS: [&str; 6] = ["measured", "Cifeng", "peer", "ratio", "reach", "in reach"];

/// Rows under one another.
#[derive(Debug, Default)]
pub struct Table(Vec<Row>);

impl Extend<Row> for Table {
    fn extend<I: IntoIterator<Item = Row>>(&mut self, rows: I) {
        self.0.extend(rows);
    }
}

impl Table {
    /// The rows that have a reach, and those of them that are in it.
    #[must_use]
    pub fn in_reach(&self) -> (usize, usize) {
        let bounds = self.0.iter().filter_map(|row| Some((row.reach?, row.figure.0)));
        let kept = bounds.clone().filter(|(reach, number)| reach.holds(*number)).count();
        (bounds.count(), kept)
    }

    /// The table in Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let mut text = line(&HEADS.map(str::to_owned));
        text.push_str("| --- | ---: | ---: | ---: | ---: | --- |\n");
        text.extend(self.0.iter().map(|row| line(&row.cells())));
        text
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<[String; 6]> =
            [HEADS.map(str::to_owned)].into_iter().chain(self.0.iter().map(Row::cells)).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
        let widths: [usize; 6] = std::array::from_fn(|column| width(column).unwrap_or(0));
        for row in &rows {
            for (column, (cell, &width)) in row.iter().zip(&widths).enumerate() {
                match column {
                    0 => write!(f, "{cell:width$}")?,
                    5 => write!(f, "  {cell}")?,
                    _ => write!(f, "  {cell:>width$}")?,
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_three_digits() {
        let table = [
            (Figure(123.4, Unit::Milliseconds), "123 ms"),
            (Figure(12.34, Unit::Times), "12.3 ×"),
            (Figure(1.234, Unit::Megabytes), "1.23 MB"),
            (Figure(0.01234, Unit::Rate), "0.0123 MB/s"),
        ];
        for (figure, expected) in table {
            assert_eq!(figure.to_string(), expected);
        }
    }

    #[test]
    fn rows_say_whether_they_are_in_reach() {
        let milliseconds = |number| Figure(number, Unit::Milliseconds);
        let pair = [milliseconds(10.0), milliseconds(120.0)];
        let mut table = Table::default();
        table.extend([
            Row::ratio("speed", pair, 12.0, Some(Reach::AtLeast(12.0))),
            Row::own("memory", Figure(25.0, Unit::Megabytes), Some(Reach::AtMost(24.0))),
            Row::own("rate", Figure(25.0, Unit::Rate), None),
        ]);
        assert_eq!(table.in_reach(), (2, 1));
        assert_eq!(
            table.markdown().lines().skip(2).collect::<Vec<_>>(),
            [
                "| speed | 10.0 ms | 120 ms | 12.0 × | ≥ 12 × | yes |",
                "| memory | 25.0 MB |  |  | ≤ 24 MB | no |",
                "| rate | 25.0 MB/s |  |  |  |  |",
            ]
        );
        assert!(
            table.to_string().contains("speed       10.0 ms  120 ms  12.0 ×   ≥ 12 ×  yes\n"),
            "{table}"
        );
    }
}
