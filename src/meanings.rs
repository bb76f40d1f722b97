//! Meanings of set expressions, looked up where a finding is explained.
//!
//! They are no part of the lexicon, since nothing is decided by them: two tables, the project's own
//! (`lexicon/meanings/meanings.tsv`) and the English glosses of CC-CEDICT
//! (`lexicon/meanings/cc-cedict.tsv`), which a page may load after its first report.

use crate::options::Language;

/// The tables, ready to be asked.
#[derive(Debug, Clone)]
pub struct Meanings {
    /// Rows `unit<TAB>meaning<TAB>gloss`.
    own: Table,
    /// Rows `unit<TAB>gloss`.
    cedict: Table,
}

/// A table that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the table of meanings is broken in line {line}: {reason}")]
pub struct MeaningsError {
    /// The line, from one.
    pub line: usize,
    reason: &'static str,
}

impl Meanings {
    /// Reads the two tables: a header, then rows in byte order of their first column. That holds an
    /// expression in folded characters without punctuation, `~` where words may be inserted; then
    /// come, in the first table, its meaning in Traditional characters and its English gloss, in the
    /// second, its English gloss. A cell may be empty.
    ///
    /// # Errors
    /// If a row has another number of columns or stands out of order.
    pub fn new(own: &str, cedict: &str) -> Result<Self, MeaningsError> {
        Ok(Self { own: Table::new(own, 3)?, cedict: Table::new(cedict, 2)? })
    }

    /// The meaning of an expression as it stands in a folded text: in English for English, else in
    /// Traditional characters.
    #[must_use]
    pub fn of(&self, expression: &str, language: Language) -> Option<&str> {
        let key: String = expression.chars().filter(|each| each.is_alphanumeric()).collect();
        match language {
            Language::En => self.own.find(&key, 2).or_else(|| self.cedict.find(&key, 1)),
            Language::ZhHant | Language::ZhHans => self.own.find(&key, 1),
        }
    }
}

/// Rows in byte order of their first column.
#[derive(Debug, Clone)]
struct Table {
    rows: Box<str>,
    /// Where each row begins.
    starts: Vec<u32>,
    /// Those of the rows with a gap.
    gapped: Vec<u32>,
}

/// Stands in a unit where words may be inserted.
const GAP: char = '~';

impl Table {
    fn new(text: &str, columns: usize) -> Result<Self, MeaningsError> {
        let rows = text.split_once('\n').map_or("", |(_, rows)| rows);
        let (mut starts, mut gapped) = (Vec::new(), Vec::new());
        let (mut last, mut start) = ("", 0);
        for (row, line) in rows.split_terminator('\n').zip(2..) {
            let unit = unit_of(row);
            let reason = if row.split('\t').count() != columns || unit.is_empty() {
                "it has not the right number of columns"
            } else if unit <= last {
                "it stands out of order"
            } else {
                last = unit;
                starts.push(start);
                if unit.contains(GAP) {
                    gapped.push(start);
                }
                start += row.len() as u32 + 1;
                continue;
            };
            return Err(MeaningsError { line, reason });
        }
        Ok(Self { rows: rows.into(), starts, gapped })
    }

    /// The filled cell of the row for an expression; if there is none, of a row with a gap into which
    /// the expression fits.
    fn find(&self, key: &str, column: usize) -> Option<&str> {
        let exact = self.from(&self.starts, key).next().filter(|row| unit_of(row) == key);
        if let Some(found) = exact.and_then(|row| filled(row, column)) {
            return Some(found);
        }
        key.char_indices().skip(1).find_map(|(at, _)| {
            let (before, after) = key.split_at(at);
            // What comes after the gap, if the row begins with these characters and a gap.
            let rest = |row| unit_of(row).strip_prefix(before)?.strip_prefix(GAP);
            self.from(&self.gapped, before)
                .take_while(|row| row.starts_with(before))
                .find(|row| rest(row).is_some_and(|rest| after.ends_with(rest)))
                .and_then(|row| filled(row, column))
        })
    }

    /// The rows of a list from the first on whose unit is not below a key.
    fn from<'t>(&'t self, starts: &'t [u32], key: &str) -> impl Iterator<Item = &'t str> {
        let first = starts.partition_point(|start| unit_of(self.row(*start)) < key);
        starts[first..].iter().map(|start| self.row(*start))
    }

    fn row(&self, start: u32) -> &str {
        let rest = &self.rows[start as usize..];
        let row = rest.split_once('\n').map_or(rest, |(row, _)| row);
        row.strip_suffix('\r').unwrap_or(row)
    }
}

fn filled(row: &str, column: usize) -> Option<&str> {
    row.split('\t').nth(column).filter(|cell| !cell.is_empty())
}

fn unit_of(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings() -> Meanings {
        let own = "unit\tmeaning\tgloss\n一刀切\t一律同樣處理\t\n打~擦边球\t鑽空子\tto push the limits\n打脸\t自相矛盾\t\n";
        let cedict = "unit\tgloss\n一刀切\tone size fits all\n不三不四\tdubious\n";
        Meanings::new(own, cedict).expect("good tables")
    }

    #[test]
    fn an_expression_is_found_as_it_stands_in_the_text() {
        let meanings = meanings();
        for (expression, english, chinese) in [
            ("一刀切", Some("one size fits all"), Some("一律同樣處理")),
            ("打了个擦边球", Some("to push the limits"), Some("鑽空子")),
            ("打擦边球", Some("to push the limits"), Some("鑽空子")),
            ("打脸", None, Some("自相矛盾")),
            ("不三、不四", Some("dubious"), None),
            ("打", None, None),
            ("", None, None),
            ("龙", None, None),
        ] {
            assert_eq!(meanings.of(expression, Language::En), english, "{expression}");
            assert_eq!(meanings.of(expression, Language::ZhHant), chinese, "{expression}");
        }
    }

    #[test]
    fn a_broken_table_is_refused_with_its_line() {
        for (own, line) in
            [("h\n甲\tx\n", 2), ("h\n乙\tx\ty\n丙\tx\ty\n甲\tx\ty\n", 3), ("h\n\tx\ty\n", 2)]
        {
            let error = Meanings::new(own, "").expect_err(own);
            assert_eq!(error.line, line, "{own}");
        }
    }
}
