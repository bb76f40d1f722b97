//! The report as text for a terminal: the text in numbers, the families, then every finding in its line.
//!
//! Columns stay straight because widths are measured in terminal cells, two for a Chinese character.
//! Characters that would command the terminal or turn the direction of writing are replaced here,
//! and only here: this form is for reading.

use std::io::{self, Write};

use comfy_table::{
    Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle, presets::NOTHING,
};

use super::labels::Labels;
use super::view::View;

/// Only a line under the header.
const STYLE: TableStyle = NOTHING.header_separator(LineStyle::new('─', '─', '─', '─'));

/// Writes reports as tables, one after another.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    width: Option<u16>,
    started: bool,
}

impl<W: Write> Writer<W> {
    /// Tables that are wrapped at `width` cells, or never.
    pub fn new(out: W, width: Option<u16>) -> Self {
        Self { out, width, started: false }
    }

    /// Writes one report.
    ///
    /// # Errors
    /// If `out` cannot be written.
    pub fn add(&mut self, view: View) -> io::Result<()> {
        let labels = Labels::of(view.language);
        let document = &view.report.document;
        if self.started {
            writeln!(self.out)?;
        }
        self.started = true;
        let name = document.id.as_deref().unwrap_or(labels.untitled);
        writeln!(self.out, "{}", visible(name))?;
        writeln!(self.out, "{}", labels.facts(document))?;
        for note in &view.report.notes {
            writeln!(self.out, "{}", note.text)?;
        }
        writeln!(self.out, "\n{}", self.families(view, labels).trim_fmt())?;
        if !view.voices().is_empty() {
            writeln!(self.out, "\n{}", self.voices(view, labels).trim_fmt())?;
        }
        if !view.report.findings.is_empty() {
            writeln!(self.out, "\n{}", self.findings(view, labels).trim_fmt())?;
        }
        Ok(())
    }

    /// Gives back what was written to.
    ///
    /// # Errors
    /// If the last bytes cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }

    fn families(&self, view: View, labels: &Labels) -> Table {
        let mut table = self.table(&[
            (labels.family, CellAlignment::Left),
            (labels.count, CellAlignment::Right),
            (labels.per_1000_han, CellAlignment::Right),
            (labels.interval, CellAlignment::Right),
            (labels.subtypes, CellAlignment::Left),
        ]);
        for (family, numbers) in view.counted() {
            let subtypes: Vec<_> = family
                .subtypes
                .iter()
                .filter_map(|subtype| {
                    let count = numbers.subtypes.get(&subtype.id).filter(|&&count| count > 0)?;
                    Some(format!("{} {count}", view.language.pick(&subtype.name)))
                })
                .collect();
            let [low, high] = numbers.ci95;
            table.add_row([
                view.language.pick(&family.name).to_owned(),
                numbers.count.to_string(),
                format!("{:.2}", numbers.per_1000_han),
                format!("{low:.2}–{high:.2}"),
                subtypes.join(" · "),
            ]);
        }
        table
    }

    /// One row a voice: count and rate of each family in its words.
    fn voices(&self, view: View, labels: &Labels) -> Table {
        let families: Vec<_> = view.counted().map(|(family, _)| family).collect();
        let mut columns =
            vec![(labels.voice, CellAlignment::Left), (labels.han_count, CellAlignment::Right)];
        columns
            .extend(families.iter().map(|it| (view.language.pick(&it.name), CellAlignment::Right)));
        let mut table = self.table(&columns);
        for voice in view.voices() {
            let name = voice.voice.as_deref().map_or(labels.writer.to_owned(), visible);
            let numbers = families.iter().map(|family| {
                let of = &voice.families[&family.id];
                format!("{} ({:.2})", of.count, of.per_1000_han)
            });
            table.add_row([name, voice.han.to_string()].into_iter().chain(numbers));
        }
        table
    }

    fn findings(&self, view: View, labels: &Labels) -> Table {
        let mut table = self.table(&[
            (labels.place, CellAlignment::Right),
            (labels.before, CellAlignment::Right),
            (labels.marker, CellAlignment::Left),
            (labels.after, CellAlignment::Left),
            (labels.rule, CellAlignment::Left),
        ]);
        for located in view.located(self.context()) {
            table.add_row([
                format!("{}:{}", located.line, located.column),
                visible(located.before),
                visible(&located.finding.text),
                visible(located.after),
                located.finding.rule.clone(),
            ]);
        }
        table
    }

    /// Characters of the line on each side of a marker.
    fn context(&self) -> usize {
        match self.width {
            Some(0..100) => 8,
            Some(100..140) | None => 12,
            Some(140..) => 20,
        }
    }

    fn table(&self, columns: &[(&str, CellAlignment)]) -> Table {
        plain_table(self.width, columns)
    }
}

/// An empty table with these columns, wrapped at `width` cells or never.
pub(crate) fn plain_table(width: Option<u16>, columns: &[(&str, CellAlignment)]) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE);
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    table.set_header(
        columns.iter().map(|&(name, alignment)| Cell::new(name).set_alignment(alignment)),
    );
    for (column, &(_, alignment)) in table.column_iter_mut().zip(columns) {
        column.set_cell_alignment(alignment);
    }
    table
}

/// Replaces what a terminal would obey instead of showing: controls by their pictures (␛), marks of
/// writing direction and other line ends by �.
pub(crate) fn visible(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\0'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            '\u{80}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_commands_the_terminal() {
        for (text, shown) in [
            ("也許", "也許"),
            ("\u{1b}[2J", "␛[2J"),
            ("a\tb\r\n\0", "a␉b␍␊␀"),
            ("\u{7f}\u{9b}31m", "␡\u{fffd}31m"),
            ("甲\u{202e}乙\u{2066}丙", "甲\u{fffd}乙\u{fffd}丙"),
            ("👨\u{200d}👩", "👨\u{200d}👩"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }
}
