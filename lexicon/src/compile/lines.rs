//! Lists written one word a line, in TOML strings and in tables.

use super::error::{CompileError, Source};

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the file, from one.
    pub number: usize,
    /// The word.
    pub word: String,
    /// Named values after it.
    pub fields: Vec<(String, String)>,
}

/// Words of a multi-line TOML string: comments after `#`, fields as `name=value` after tabs.
pub(super) fn of_string(
    source: &Source,
    list: &toml::Spanned<String>,
) -> Result<Vec<Line>, CompileError> {
    let first = source.line_of(list.span().start);
    // The line break right after the opening quotes is not part of the value.
    let opening = &source.text[list.span()];
    let skipped = usize::from(opening.starts_with("\"\"\"\n") || opening.starts_with("'''\n"));
    let mut lines = Vec::new();
    for (number, line) in (first + skipped..).zip(list.get_ref().lines()) {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let mut columns = line.split('\t').map(str::trim).filter(|column| !column.is_empty());
        let word = columns.next().unwrap_or_default().to_owned();
        let fields = columns
            .map(|column| {
                column
                    .split_once('=')
                    .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                    .ok_or_else(|| {
                        source.error_on(
                            number,
                            format!("`{column}` after `{word}` should be `name=value`"),
                        )
                    })
            })
            .collect::<Result<_, _>>()?;
        lines.push(Line { number, word, fields });
    }
    Ok(lines)
}

/// Rows of a table whose header line begins with the column `cue`.
pub(super) fn of_table(source: &Source) -> Result<Vec<Line>, CompileError> {
    let mut rows = source
        .text
        .lines()
        .zip(1..)
        .filter(|(line, _)| !line.trim().is_empty() && !line.starts_with('#'));
    let (header, at) = rows.next().ok_or_else(|| {
        source.error_on(1, "is empty; it needs a header line that begins with `cue`")
    })?;
    let names: Vec<&str> = header.split('\t').map(str::trim).collect();
    if names.first() != Some(&"cue") {
        return Err(source.error_on(at, "the first column of the header line must be `cue`"));
    }
    rows.map(|(line, number)| {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        if columns.len() > names.len() {
            return Err(source.error_on(
                number,
                format!("{} columns where the header names {}", columns.len(), names.len()),
            ));
        }
        let fields = names
            .iter()
            .zip(&columns)
            .skip(1)
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Ok(Line { number, word: columns[0].to_owned(), fields })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn table_rows_carry_their_columns() {
        let source = Source {
            path: Path::new("table.tsv"),
            text: "# origin\ncue\ttarget\ttone\n老美\t美國\t\n\n毛熊\t俄羅斯\tmocking\n",
        };
        let rows = of_table(&source).expect("a good table");
        assert_eq!(rows[0].fields, [("target".to_owned(), "美國".to_owned())]);
        assert_eq!((rows[1].number, rows[1].word.as_str()), (5, "毛熊"));
        let broken = Source { text: "word\n老美\n", ..source };
        assert_eq!(of_table(&broken).expect_err("no cue column").line, 1);
    }
}
