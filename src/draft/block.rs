//! Blocks of a draft, and how one is read.

use cifeng_lexicon::{Fold, SoughtId};

use super::facts::{Facts, Introduced};
use crate::analyzer::Analyzer;
use crate::detect::{self, Candidate, Context, Sought};
use crate::resolve::resolve;
use crate::segment::Words;
use crate::text::{Document, Hints, Offsets, Span};
use crate::timing::NoClock;
use crate::voice::{Heard, Names};

/// Some lines of a draft with their line ends, and all that was found in them. Offsets count from its
/// first character.
#[derive(Debug)]
pub(super) struct Block {
    pub original: String,
    pub folded: String,
    /// Where the code points of the original stand.
    pub offsets: Offsets,
    pub hints: Hints,
    /// Its sentences that hold words.
    pub sentences: u32,
    /// Its length in code points.
    pub chars: u32,
    /// Its length in UTF-16 code units.
    pub units: u32,
    /// The sought words that it holds.
    pub held: Vec<SoughtId>,
    /// The sought words on which its findings depend.
    pub asked: Vec<SoughtId>,
    /// The names that it introduces.
    pub introduced: Vec<Introduced>,
    pub heard: Heard,
    /// What was found and stays.
    pub candidates: Vec<Candidate>,
}

/// What reading a block gives.
pub(super) struct Read {
    folded: String,
    offsets: Offsets,
    hints: Hints,
    sentences: u32,
    held: Vec<SoughtId>,
    asked: Vec<SoughtId>,
    introduced: Vec<Introduced>,
    heard: Heard,
    candidates: Vec<Candidate>,
}

impl Block {
    /// A block in which nothing was looked for yet.
    pub fn unread(original: String) -> Self {
        let chars = original.chars().count() as u32;
        let units = original.chars().map(char::len_utf16).sum::<usize>() as u32;
        Self {
            original,
            folded: String::new(),
            offsets: Offsets::default(),
            hints: Hints::default(),
            sentences: 0,
            chars,
            units,
            held: Vec::new(),
            asked: Vec::new(),
            introduced: Vec::new(),
            heard: Heard::default(),
            candidates: Vec::new(),
        }
    }

    /// Keeps what reading gave.
    pub fn take(&mut self, read: Read) {
        let Read { folded, offsets, hints, sentences, held, asked, .. } = read;
        self.folded = folded;
        self.offsets = offsets;
        self.hints = hints;
        self.sentences = sentences;
        self.held = held;
        self.asked = asked;
        self.introduced = read.introduced;
        self.heard = read.heard;
        self.candidates = read.candidates;
    }
}

/// A block that is being read, step by step.
pub(super) struct Reading<'b> {
    /// The place of the block.
    pub at: usize,
    document: Document<'b>,
    pub held: Vec<SoughtId>,
    asked: Vec<SoughtId>,
    pub introduced: Vec<Introduced>,
    found: Vec<Candidate>,
}

impl<'b> Reading<'b> {
    /// Begins to read a block: its characters, and which sought words it holds.
    pub fn new(at: usize, block: &'b Block, fold: &Fold, sought: &Sought) -> Self {
        let document = Document::new(&block.original, fold);
        let held = sought.held(&document);
        let (asked, introduced, found) = Default::default();
        Self { at, document, held, asked, introduced, found }
    }

    /// Looks for candidates, now that the words of the whole text are known.
    pub fn propose(&mut self, analyzer: &Analyzer, facts: &Facts) {
        let Analyzer { lexicon, index, segmenter, .. } = analyzer;
        let mentions = |word: SoughtId| facts.holds(word);
        let words = Words::new(segmenter, &self.document);
        let context = Context::new(&self.document, lexicon, index, words, &mentions);
        let mut untold = vec![0.0; lexicon.families.len()];
        self.found = detect::proposed(&context, &NoClock, &mut untold);
        self.asked = context.asked();
        self.introduced = detect::names_that_echo(&context, &self.found)
            .into_iter()
            .map(|(name, model)| Introduced {
                name: name.into(),
                model: Candidate { span: Span::default(), ..model },
            })
            .collect();
    }

    /// Finds what stays, now that the names of the whole text are known.
    pub fn settle(self, analyzer: &Analyzer, facts: &Facts, names: &mut Names) -> Read {
        let Analyzer { lexicon, index, segmenter, .. } = analyzer;
        let Self { document, held, asked, introduced, mut found, .. } = self;
        if facts.names().len() > 0 {
            let mentions = |word: SoughtId| facts.holds(word);
            let words = Words::new(segmenter, &document);
            let context = Context::new(&document, lexicon, index, words, &mentions);
            detect::add_echoes(&context, facts.names(), &mut found);
        }
        let candidates = resolve(lexicon, document.characters().len(), found);
        let heard = Heard::of(&document, lexicon, &Words::new(segmenter, &document), names);
        let (hints, sentences) = (document.hints(), document.worded_sentences());
        let (folded, offsets) = document.into_parts();
        Read { folded, offsets, hints, sentences, held, asked, introduced, heard, candidates }
    }
}
