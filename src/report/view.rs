//! A report beside its text: what the writers of tables, CSV and HTML have in common.

use std::cmp::Reverse;
use std::ops::Range;

use super::{FamilySummary, Finding, OffsetUnit, Report, VoiceSummary};
use crate::{FamilyInfo, Language};

/// A report, the text that it is about, and what is needed to show both to a reader.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The report.
    pub report: &'a Report,
    /// The very text that was analysed.
    pub text: &'a str,
    /// The analyser's families, in the order of legends and tables.
    pub families: &'a [FamilyInfo],
    /// The language of headings and names.
    pub language: Language,
}

/// A finding and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Located<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its place in the text, in bytes.
    pub bytes: Range<usize>,
    /// Its line, from one.
    pub line: usize,
    /// Its first character's place in the line, in characters, from one.
    pub column: usize,
    /// What stands before it in its line, shortened from the left.
    pub before: &'a str,
    /// What stands after it in its line, shortened from the right.
    pub after: &'a str,
}

impl<'a> View<'a> {
    /// The families that were asked for, with their numbers.
    pub(super) fn counted(self) -> impl Iterator<Item = (&'a FamilyInfo, &'a FamilySummary)> {
        let summaries = &self.report.summary.families;
        self.families.iter().filter_map(|family| Some((family, summaries.get(&family.id)?)))
    }

    /// The voices, where there is more than the writer's.
    pub(super) fn voices(self) -> &'a [VoiceSummary] {
        match self.report.summary.voices.as_slice() {
            [_] => &[],
            voices => voices,
        }
    }

    /// All findings in reading order, with their places and at most `context` characters of their
    /// line on each side.
    pub(super) fn located(self, context: usize) -> Vec<Located<'a>> {
        let mut findings: Vec<&Finding> = self.report.findings.iter().collect();
        findings.sort_by_key(|finding| (finding.start, Reverse(finding.end)));
        let mut reader = Reader::new(self.text, self.report.offsets);
        findings
            .into_iter()
            .map(|finding| {
                reader.advance_to(finding.start);
                let mut ahead = reader.clone();
                ahead.advance_to(finding.end);
                Located {
                    finding,
                    bytes: reader.byte..ahead.byte,
                    line: reader.line,
                    column: reader.column,
                    before: end_of_line_before(&self.text[..reader.byte], context),
                    after: start_of_line_after(&self.text[ahead.byte..], context),
                }
            })
            .collect()
    }
}

/// Walks through a text once and knows where it is; a line ends at `\n`, `\r\n` or `\r`.
#[derive(Debug, Clone)]
struct Reader<'a> {
    text: &'a str,
    unit: OffsetUnit,
    /// Where it is, in [`Self::unit`].
    offset: u32,
    byte: usize,
    line: usize,
    column: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, unit: OffsetUnit) -> Self {
        Self { text, unit, offset: 0, byte: 0, line: 1, column: 1 }
    }

    fn advance_to(&mut self, offset: u32) {
        while self.offset < offset {
            let mut rest = self.text[self.byte..].chars();
            let Some(character) = rest.next() else { return };
            self.byte += character.len_utf8();
            self.offset += match self.unit {
                OffsetUnit::Codepoint => 1,
                OffsetUnit::Utf16 => character.len_utf16() as u32,
                OffsetUnit::Utf8 => character.len_utf8() as u32,
            };
            if character == '\n' || (character == '\r' && !rest.as_str().starts_with('\n')) {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
    }
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

fn end_of_line_before(text: &str, context: usize) -> &str {
    let length: usize = text
        .chars()
        .rev()
        .take_while(|&character| !is_line_end(character))
        .take(context)
        .map(char::len_utf8)
        .sum();
    &text[text.len() - length..]
}

fn start_of_line_after(text: &str, context: usize) -> &str {
    let length: usize = text
        .chars()
        .take_while(|&character| !is_line_end(character))
        .take(context)
        .map(char::len_utf8)
        .sum();
    &text[..length]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_know_their_place() {
        // `|` is where the reader should be; it is not part of the text.
        for (marked, line, column) in [
            ("|甲", 1, 1),
            ("甲|乙", 1, 2),
            ("😀𠮷|乙", 1, 3),
            ("甲\n|乙", 2, 1),
            ("甲\r\n|乙", 2, 1),
            ("甲\r\n乙|丙", 2, 2),
            ("甲\r|乙", 2, 1),
            ("\r\r\n\n|乙", 4, 1),
            ("\u{feff}\0|乙", 1, 3),
            ("甲|", 1, 2),
        ] {
            let before = &marked[..marked.find('|').unwrap_or_default()];
            let text = marked.replace('|', "");
            for (unit, offset) in [
                (OffsetUnit::Codepoint, before.chars().count()),
                (OffsetUnit::Utf16, before.encode_utf16().count()),
                (OffsetUnit::Utf8, before.len()),
            ] {
                let mut reader = Reader::new(&text, unit);
                reader.advance_to(offset as u32);
                let place = (reader.byte, reader.line, reader.column);
                assert_eq!(place, (before.len(), line, column), "{marked:?} by {unit:?}");
            }
        }
    }

    #[test]
    fn a_reader_stops_at_the_end() {
        let mut reader = Reader::new("甲", OffsetUnit::Utf16);
        reader.advance_to(9);
        assert_eq!(reader.byte, 3);
    }

    #[test]
    fn context_stays_in_the_line() {
        assert_eq!(end_of_line_before("一\n二三四", 2), "三四");
        assert_eq!(end_of_line_before("一\r二三", 9), "二三");
        assert_eq!(start_of_line_after("一二三\r\n四", 2), "一二");
        assert_eq!(start_of_line_after("一\n二", 9), "一");
        assert_eq!(start_of_line_after("", 9), "");
    }
}
