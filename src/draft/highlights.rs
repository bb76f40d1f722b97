//! What an editor draws: findings without words, for the stretch that an edit has changed.

use std::ops::Range;

use super::block::Block;
use super::{Draft, Stretch};
use crate::analyzer::Analyzer;
use crate::detect::Candidate;
use crate::exceptions;
use crate::options::Options;
use crate::text::{Document, Utf16};

/// A finding as an editor draws it; offsets in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Highlight {
    /// Offset of the first character.
    pub start: Utf16,
    /// Offset after the last character.
    pub end: Utf16,
    /// Index of the family in [`Analyzer::families`].
    pub family: u16,
    /// Index of the subtype inside the family.
    pub subtype: u16,
}

impl Stretch {
    /// The stretch that covers two of one edit and all between them.
    #[must_use]
    pub fn covering(&self, other: &Self) -> Self {
        let cover = |one: &Range<Utf16>, other: &Range<Utf16>| {
            one.start.min(other.start)..one.end.max(other.end)
        };
        Self { before: cover(&self.before, &other.before), after: cover(&self.after, &other.after) }
    }

    /// The stretch of two edits, one after the other: from where it was before the first to where it is
    /// after the second.
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        let middle = self.after.start.min(next.before.start)..self.after.end.max(next.before.end);
        let moved = |at: Utf16, from: Utf16, to: Utf16| Utf16(at.0 - from.0 + to.0);
        Self {
            before: middle.start..moved(middle.end, self.after.end, self.before.end),
            after: middle.start..moved(middle.end, next.before.end, next.after.end),
        }
    }
}

impl Draft {
    /// The highlights of the blocks that a stretch holds, in the order of a report's findings. Of
    /// [`Options`] it heeds the families and the exceptions; an exception that is at one place is looked
    /// for in each block alone.
    #[must_use]
    pub fn highlights(
        &mut self,
        analyzer: &Analyzer,
        within: &Range<Utf16>,
        options: &Options,
    ) -> Vec<Highlight> {
        self.keep_up(analyzer);
        let mut highlights = Vec::new();
        let mut base = Utf16(0);
        for block in &self.blocks {
            let end = Utf16(base.0 + block.units);
            if base >= within.start && end <= within.end {
                block.highlight(analyzer, base, options, &mut highlights);
            }
            base = end;
        }
        highlights
    }
}

impl Block {
    fn highlight(
        &self,
        analyzer: &Analyzer,
        base: Utf16,
        options: &Options,
        highlights: &mut Vec<Highlight>,
    ) {
        let lexicon = &analyzer.lexicon;
        let asked = |family: u16| {
            let id = &lexicon.families[usize::from(family)].id;
            options.families.as_ref().is_none_or(|asked| asked.contains(id))
        };
        let rule = |candidate: &Candidate| &lexicon.rules[usize::from(candidate.rule)];
        let reported: Vec<&Candidate> =
            self.candidates.iter().filter(|each| asked(rule(each).family)).collect();
        let set_aside = if options.exceptions.is_empty() {
            vec![None; reported.len()]
        } else {
            let document = Document::new(&self.original, &analyzer.fold);
            let exceptions = &options.exceptions;
            exceptions::matched(&document, lexicon, &analyzer.fold, &reported, exceptions)
        };
        let units = self.units_by_character();
        let place = |at: usize| Utf16(base.0 + units.as_ref().map_or(at as u32, |units| units[at]));
        let kept = reported.into_iter().zip(set_aside).filter(|(_, aside)| aside.is_none());
        highlights.extend(kept.map(|(candidate, _)| {
            let rule = rule(candidate);
            Highlight {
                start: place(candidate.span.start.index()),
                end: place(candidate.span.end.index()),
                family: rule.family,
                subtype: rule.subtype,
            }
        }));
    }

    /// By code point the UTF-16 code units before it; none where the two are the same.
    fn units_by_character(&self) -> Option<Vec<u32>> {
        (self.units != self.chars).then(|| {
            let mut at = 0;
            let mut units: Vec<u32> = self
                .original
                .chars()
                .map(|character| {
                    let before = at;
                    at += character.len_utf16() as u32;
                    before
                })
                .collect();
            units.push(at);
            units
        })
    }
}
