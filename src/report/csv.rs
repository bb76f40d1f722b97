//! The report as CSV: one row a finding, for spreadsheets and statistics.
//!
//! A cell that begins with a character that spreadsheets take for a formula gets an apostrophe in
//! front, after the advice of OWASP ("CSV injection"): the texts may come from anywhere.

use std::borrow::Cow;
use std::io::{self, Write};

use super::view::{Located, View};
use cifeng_lexicon::Role;

use super::OffsetUnit;
use crate::user::UserLexiconInfo;

/// The columns.
pub const HEADER: [&str; 22] = [
    "id",
    "start",
    "end",
    "offsets",
    "text",
    "family",
    "subtype",
    "role",
    "voice",
    "variant_of",
    "meaning",
    "rule",
    "why",
    "paragraph",
    "line",
    "column",
    "before",
    "after",
    "analyzer",
    "lexicon",
    "user_lexicons",
    "sha256",
];

/// Characters of the line on each side of a marker.
const CONTEXT: usize = 20;

/// Writes reports as rows under one header.
#[derive(Debug)]
pub struct Writer<W: Write> {
    out: ::csv::Writer<W>,
    formulas: Formulas,
}

/// What becomes of a cell that a spreadsheet would take for a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formulas {
    /// It gets an apostrophe in front.
    Disarmed,
    /// It stays as it is: for programs, which take no cell for a formula.
    Kept,
}

impl<W: Write> Writer<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// If `out` cannot be written.
    pub fn new(out: W) -> io::Result<Self> {
        let mut out = ::csv::Writer::from_writer(out);
        out.write_record(HEADER)?;
        Ok(Self { out, formulas: Formulas::Disarmed })
    }

    /// Writes rows without the header.
    pub fn rows(out: W, formulas: Formulas) -> Self {
        Self { out: ::csv::Writer::from_writer(out), formulas }
    }

    /// Writes one report's findings.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn add(&mut self, view: View) -> io::Result<()> {
        let own = named(&view.report.analyzer.user_lexicons);
        for located in view.located(CONTEXT) {
            self.row(view, &located, &own)?;
        }
        Ok(())
    }

    /// Gives back what was written to.
    ///
    /// # Errors
    /// If the last bytes cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(::csv::IntoInnerError::into_error)
    }

    fn row(&mut self, view: View, located: &Located, own: &str) -> io::Result<()> {
        let finding = located.finding;
        let paragraphs = &view.report.summary.paragraphs;
        let paragraph = paragraphs.partition_point(|paragraph| paragraph.start <= finding.start);
        let numbers = [
            finding.start.to_string(),
            finding.end.to_string(),
            paragraph.to_string(),
            located.line.to_string(),
            located.column.to_string(),
        ];
        let [start, end, paragraph, line, column] = numbers.each_ref().map(String::as_str);
        let row = [
            view.report.document.id.as_deref().unwrap_or_default(),
            start,
            end,
            unit_name(view.report.offsets),
            &finding.text,
            &finding.family,
            &finding.subtype,
            finding.role.map_or("", role_name),
            finding.voice.as_deref().unwrap_or_default(),
            finding.variant_of.as_deref().unwrap_or_default(),
            finding.meaning.as_deref().unwrap_or_default(),
            &finding.rule,
            &finding.why,
            paragraph,
            line,
            column,
            located.before,
            located.after,
            &view.report.analyzer.version,
            &view.report.analyzer.lexicon,
            own,
            view.report.document.sha256.as_deref().unwrap_or_default(),
        ];
        match self.formulas {
            Formulas::Disarmed => self.out.write_record(row.map(|it| guarded(it).into_owned()))?,
            Formulas::Kept => self.out.write_record(row)?,
        }
        Ok(())
    }
}

/// The reader's own lexicons, each with its fingerprint.
fn named(lexicons: &[UserLexiconInfo]) -> String {
    let each = lexicons.iter().map(|each| format!("{} {}", each.name, each.fingerprint));
    each.collect::<Vec<_>>().join("; ")
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

fn unit_name(unit: OffsetUnit) -> &'static str {
    match unit {
        OffsetUnit::Codepoint => "codepoint",
        OffsetUnit::Utf16 => "utf16",
        OffsetUnit::Utf8 => "utf8",
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Final => "final",
        Role::Pause => "pause",
        Role::Vocative => "vocative",
        Role::Question => "question",
        Role::Filler => "filler",
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn formulas_are_disarmed() {
        for (cell, safe) in [
            ("", ""),
            ("也許", "也許"),
            ("a=1", "a=1"),
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("——照舊", "——照舊"),
        ] {
            assert_eq!(guarded(cell), safe);
        }
    }
}
