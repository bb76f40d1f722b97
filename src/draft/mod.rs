//! [`Draft`]: a text that is being written, whose analysis follows every edit.
//!
//! The text lies in blocks of whole lines. An edit replaces the blocks that it touches and reads the new
//! ones; nothing that stands in one line, but a fence of code, depends on another. What does hold over
//! the whole text is kept as facts of each block, and put together anew after every edit:
//!
//! - whether the text holds a word that a condition asks for: each block knows which of these words it
//!   holds, and which it asked for;
//! - names that echo: each block knows those that it introduces;
//! - voices: each block knows its labels and quotations.
//!
//! Where such a fact has changed, the blocks that depend on it are read again. So a draft always ends in
//! the same report as an analysis of its text from nothing.

mod block;
mod facts;
mod highlights;
mod region;
mod whole;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::analyzer::{AnalyzeError, Analyzer};
use crate::detect::Candidate;
use crate::options::Options;
use crate::report::{Columns, Report};
use crate::text::{Document, Utf16};
use crate::voice::{Names, Voices};

use block::{Block, Reading};
use facts::{Facts, Introduced};
pub use highlights::Highlight;
use whole::Whole;

/// From so many bytes of UTF-8 on, a block ends with its line.
const BLOCK: usize = 4_096;

/// A text that is being written, with all that was found in it so far.
///
/// ```
/// use cifeng::{Analyzer, Draft, Options, text::Utf16};
///
/// let dictionary = include_str!("../../lexicon/segmentation/dictionary.txt");
/// let analyzer = Analyzer::new(dictionary)?;
/// let mut draft = Draft::new(&analyzer, "他病了。\n她好了。");
/// draft.edit(&analyzer, Utf16(1)..Utf16(1), "可能");
/// let report = draft.report(&analyzer, &Options::default())?;
/// assert_eq!(report, analyzer.analyze("他可能病了。\n她好了。", &Options::default())?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Draft {
    blocks: Vec<Block>,
    facts: Facts,
    names: Names,
    /// From so many bytes on, a block ends with its line.
    block: usize,
    /// The analyser's edition that read the blocks.
    edition: u32,
}

/// A stretch of a draft in which findings may have changed, in UTF-16 code units: where it was before the
/// edit and where it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its place before the edit.
    pub before: Range<Utf16>,
    /// Its place after the edit.
    pub after: Range<Utf16>,
}

impl Draft {
    /// Reads a text.
    #[must_use]
    pub fn new(analyzer: &Analyzer, text: &str) -> Self {
        Self::in_blocks_of(BLOCK, analyzer, text)
    }

    /// Reads a text, in blocks that end with the line in which they are so many bytes of UTF-8 long. Their
    /// length changes how much of the text an edit reads, and nothing else: short ones are for tests.
    #[must_use]
    pub fn in_blocks_of(length: usize, analyzer: &Analyzer, text: &str) -> Self {
        let mut draft = Self {
            blocks: Vec::new(),
            facts: Facts::new(analyzer.index.sought().len()),
            names: Names::default(),
            block: length,
            edition: analyzer.edition(),
        };
        draft.edit(analyzer, Utf16(0)..Utf16(0), text);
        draft
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> String {
        self.blocks.iter().map(|block| block.original.as_str()).collect()
    }

    /// Its length in UTF-16 code units.
    #[must_use]
    pub fn length(&self) -> Utf16 {
        Utf16(self.blocks.iter().map(|block| block.units).sum())
    }

    /// Replaces a stretch of the text, given in UTF-16 code units, and says where findings may have
    /// changed, in the order of the text. A range beyond the end ends there. Half a surrogate pair that an edit
    /// leaves behind becomes U+FFFD, as wherever a text comes from JavaScript.
    ///
    /// It must be the same analyser from the first call to the last. Where it has taken other lexicons into
    /// use since the last call, the whole text is read again.
    pub fn edit(
        &mut self,
        analyzer: &Analyzer,
        range: Range<Utf16>,
        replacement: &str,
    ) -> Vec<Stretch> {
        if self.edition != analyzer.edition() {
            return self.edit_anew(analyzer, &range, replacement);
        }
        let region = region::of(&self.blocks, &analyzer.fold, self.block, range, replacement);
        let old = self.starts();
        let first = region.blocks.start;
        let new = region.pieces.len();
        let gone = region.blocks.len();
        let read_again = self.replace(analyzer, region);

        let starts = self.starts();
        let own = Stretch {
            before: old[first]..old[first + gone],
            after: starts[first]..starts[first + new],
        };
        let elsewhere = read_again.into_iter().map(|at| {
            let before = if at < first { at } else { at + gone - new };
            Stretch { before: old[before]..old[before + 1], after: starts[at]..starts[at + 1] }
        });
        let mut stretches: Vec<Stretch> = elsewhere.chain([own]).collect();
        stretches.sort_by_key(|stretch| stretch.after.start);
        stretches
    }

    /// Makes the edit in a text of which nothing is known.
    fn edit_anew(
        &mut self,
        analyzer: &Analyzer,
        range: &Range<Utf16>,
        replacement: &str,
    ) -> Vec<Stretch> {
        let before = Utf16(0)..self.length();
        let text = region::replaced(&self.text(), range.start.0, range.end.0, replacement);
        *self = Self::in_blocks_of(self.block, analyzer, &text);
        vec![Stretch { before, after: Utf16(0)..self.length() }]
    }

    /// The report, the same as of an analysis of the whole text.
    ///
    /// # Errors
    /// As [`Analyzer::analyze`].
    pub fn report(
        &mut self,
        analyzer: &Analyzer,
        options: &Options,
    ) -> Result<Report, AnalyzeError> {
        self.columns(analyzer, options).map(Columns::into_report)
    }

    /// The report in columns.
    pub(crate) fn columns(
        &mut self,
        analyzer: &Analyzer,
        options: &Options,
    ) -> Result<Columns, AnalyzeError> {
        self.keep_up(analyzer);
        analyzer.check(options, self.blocks.iter().map(|block| block.chars as usize).sum())?;
        let whole = Whole::of(&self.blocks);
        let candidates = whole.blocks().flat_map(|(base, block)| {
            let candidates = block.candidates.iter();
            candidates.map(move |each| Candidate { span: each.span.after(base), ..*each })
        });
        let candidates: Vec<Candidate> = candidates.collect();
        let heard: Vec<_> = whole.blocks().map(|(base, block)| (base, &block.heard)).collect();
        let voices = Voices::join(&heard, &self.names);
        let under = if options.exceptions.is_empty() {
            vec![None; candidates.len()]
        } else {
            let text = self.text();
            analyzer.under(&Document::new(&text, &analyzer.fold), &candidates, options)
        };
        Ok(analyzer.report(&whole, &candidates, &under, &voices, options))
    }

    /// Reads the text again if the analyser finds other things now.
    fn keep_up(&mut self, analyzer: &Analyzer) {
        if self.edition != analyzer.edition() {
            *self = Self::in_blocks_of(self.block, analyzer, &self.text());
        }
    }

    /// Where each block begins, and the end of the text.
    fn starts(&self) -> Vec<Utf16> {
        let mut at = 0;
        let mut starts = vec![Utf16(0)];
        starts.extend(self.blocks.iter().map(|block| {
            at += block.units;
            Utf16(at)
        }));
        starts
    }

    /// Puts the blocks of a region in place of those that were there, reads them, and reads again what
    /// depends on a fact that has changed: these other blocks are told.
    fn replace(&mut self, analyzer: &Analyzer, region: region::Region) -> BTreeSet<usize> {
        let Self { blocks, facts, names, .. } = self;
        let first = region.blocks.start;
        let new = first..first + region.pieces.len();
        let pieces = region.pieces.into_iter().map(Block::unread);
        let gone: Vec<Block> = blocks.splice(region.blocks, pieces).collect();

        // Words of the whole text, then names, then echoes and what stays: no step changes what an
        // earlier one depends on.
        let (fold, sought) = (&analyzer.fold, analyzer.index.sought());
        let mut readings: Vec<Reading> =
            new.clone().map(|at| Reading::new(at, &blocks[at], fold, sought)).collect();
        let held = readings.iter().map(|reading| reading.held.as_slice());
        let flipped = facts.exchange(gone.iter().map(|block| block.held.as_slice()), held);
        let asks = |block: &Block| block.asked.iter().any(|word| flipped.contains(word));
        let others = (0..blocks.len()).filter(|at| !new.contains(at));
        let mut again: BTreeSet<usize> = others.filter(|at| asks(&blocks[*at])).collect();
        let others = again.iter().map(|at| Reading::new(*at, &blocks[*at], fold, sought));
        readings.extend(others);
        for reading in &mut readings {
            reading.propose(analyzer, facts);
        }

        let mut introduced: Vec<&[Introduced]> =
            blocks.iter().map(|block| block.introduced.as_slice()).collect();
        for reading in &readings {
            introduced[reading.at] = &reading.introduced;
        }
        let changed = facts.introduce(introduced.into_iter().flatten());
        let echoes = |block: &Block| changed.iter().any(|name| block.folded.contains(&**name));
        let known = |at: &usize| new.contains(at) || again.contains(at);
        let concerned: Vec<usize> =
            (0..blocks.len()).filter(|at| !known(at) && echoes(&blocks[*at])).collect();
        for at in concerned {
            let mut reading = Reading::new(at, &blocks[at], fold, sought);
            reading.propose(analyzer, facts);
            readings.push(reading);
            again.insert(at);
        }

        let read: Vec<_> = readings
            .into_iter()
            .map(|reading| (reading.at, reading.settle(analyzer, facts, names)))
            .collect();
        for (at, read) in read {
            blocks[at].take(read);
        }
        again
    }
}
