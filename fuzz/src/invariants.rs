//! What holds for the reports of every text.

use std::cmp::Reverse;

use cifeng::{Analyzer, OffsetUnit, Options, Report};

use crate::ANALYZER;

/// The reports of one text in all units of offsets.
#[derive(Debug)]
pub struct Reports<'t> {
    text: &'t str,
    /// In code points.
    pub by_point: Report,
    by_byte: Report,
    by_unit: Report,
}

impl<'t> Reports<'t> {
    /// Analyses a text once for each unit.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        Self::by(&ANALYZER, text)
    }

    /// The same by another analyser.
    ///
    /// # Panics
    /// If the text is longer than the limit.
    #[must_use]
    pub fn by(analyzer: &Analyzer, text: &'t str) -> Self {
        let by = |offsets| {
            let options = Options { offsets, ..Options::default() };
            analyzer.analyze(text, &options).expect("a text below the limit")
        };
        Self {
            text,
            by_point: by(OffsetUnit::Codepoint),
            by_byte: by(OffsetUnit::Utf8),
            by_unit: by(OffsetUnit::Utf16),
        }
    }

    /// Everything below.
    ///
    /// # Panics
    /// If something does not hold.
    pub fn hold(&self) {
        self.spans_are_exact_in_every_unit();
        self.findings_come_in_order_and_families_never_overlap();
        self.counts_agree_with_findings();
        self.come_back_from_their_json();
    }

    /// A report that was written as JSON and read is the same report.
    ///
    /// # Panics
    /// If that does not hold.
    pub fn come_back_from_their_json(&self) {
        for report in [&self.by_point, &self.by_byte, &self.by_unit] {
            let json = serde_json::to_string(report).expect("strings and numbers");
            let read: Report = serde_json::from_str(&json).expect("it was written as a report");
            assert_eq!(&read, report);
        }
    }

    /// A span lies in the text, ends on borders of characters and covers what the finding quotes.
    ///
    /// # Panics
    /// If that does not hold.
    pub fn spans_are_exact_in_every_unit(&self) {
        let points: Vec<char> = self.text.chars().collect();
        let units: Vec<u16> = self.text.encode_utf16().collect();
        assert_eq!(self.by_point.document.chars as usize, points.len());
        let [by_point, by_byte, by_unit] =
            [&self.by_point, &self.by_byte, &self.by_unit].map(|report| &report.findings);
        assert_eq!((by_point.len(), by_point.len()), (by_byte.len(), by_unit.len()));
        for ((point, byte), unit) in by_point.iter().zip(by_byte).zip(by_unit) {
            let slice: String = points[point.start as usize..point.end as usize].iter().collect();
            assert_eq!(slice, point.text);
            let slice = self.text.get(byte.start as usize..byte.end as usize);
            assert_eq!(slice, Some(point.text.as_str()));
            let slice = String::from_utf16(&units[unit.start as usize..unit.end as usize]);
            assert_eq!(slice.as_ref().ok(), Some(&point.text));
        }
    }

    /// Findings are sorted, none is empty, and two of one family share no character.
    ///
    /// # Panics
    /// If that does not hold.
    pub fn findings_come_in_order_and_families_never_overlap(&self) {
        let findings = &self.by_point.findings;
        assert!(findings.is_sorted_by_key(|each| (each.start, Reverse(each.end))));
        for (index, finding) in findings.iter().enumerate() {
            assert!(finding.start < finding.end, "{finding:?}");
            let overlapping = findings[index + 1..].iter().take_while(|it| it.start < finding.end);
            for other in overlapping {
                assert_ne!(other.family, finding.family, "{finding:?} {other:?}");
            }
        }
    }

    /// Families, subtypes, paragraphs and voices share out the findings, and voices the characters;
    /// every rate lies in its interval.
    ///
    /// # Panics
    /// If that does not hold.
    pub fn counts_agree_with_findings(&self) {
        let Report { document, findings, summary, .. } = &self.by_point;
        let mut total = 0;
        for (family, numbers) in &summary.families {
            let count = findings.iter().filter(|each| &each.family == family).count();
            assert_eq!(numbers.count as usize, count);
            assert_eq!(numbers.subtypes.values().sum::<u32>(), numbers.count);
            let [low, high] = numbers.ci95;
            let rate = numbers.per_1000_han;
            assert!(low.is_finite() && high.is_finite() && low <= rate && rate <= high);
            assert!(numbers.dp_norm.is_none_or(|spread| (0.0..=1.0).contains(&spread)));
            total += numbers.count;
        }
        assert_eq!(total as usize, findings.len());
        let paragraphs = summary.paragraphs.iter().flat_map(|each| each.counts.values());
        assert_eq!(paragraphs.sum::<u32>(), total);
        let han = summary.voices.iter().map(|voice| u64::from(voice.han)).sum::<u64>();
        assert_eq!(han, u64::from(document.han));
        let voices = summary.voices.iter().flat_map(|voice| voice.families.values());
        assert_eq!(voices.map(|each| each.count).sum::<u32>(), total);
    }
}

/// Where a report's findings stand, by which rules and in which roles.
#[must_use]
pub fn places(report: &Report) -> Vec<(u32, u32, String, Option<cifeng::Role>)> {
    let findings = report.findings.iter();
    findings.map(|each| (each.start, each.end, each.rule.clone(), each.role)).collect()
}
