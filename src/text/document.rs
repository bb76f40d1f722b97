//! [`Document`]: one text, ready to be asked.

use cifeng_lexicon::{Fold, ScriptHint};

use super::character::is_han;
use super::layout::Layout;
use super::marks::Marks;
use super::offset::{Bytes, CodePoint, Offsets, Span, Utf8, Utf16};
use super::places::Places;
use super::zones;
use crate::report::Script;

/// One text: the original, its folded view, and the places in it.
#[derive(Debug)]
pub struct Document<'t> {
    original: &'t str,
    folded: String,
    characters: Vec<char>,
    /// Where the code points of the folded view begin.
    bytes: Bytes,
    offsets: Offsets,
    layout: Layout,
    zones: Places,
    hints: Hints,
}

/// The characters of a text that tell its script.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    traditional: u32,
    simplified: u32,
}

/// The share of the rarer script's telling characters from which a text is mixed.
const MIXED_FROM: f64 = 0.1;

impl<'t> Document<'t> {
    /// Reads a text of at most 2³² − 1 bytes.
    #[must_use]
    pub fn new(original: &'t str, fold: &Fold) -> Self {
        let mut folded = String::with_capacity(original.len());
        let mut characters = Vec::with_capacity(original.len() / 3);
        let mut bytes = Bytes::default();
        let mut hints = Hints::default();
        let mut offsets = Offsets::default();
        let mut marks = Marks::default();
        for (number, (byte, character)) in original.char_indices().enumerate() {
            offsets.push(number, byte, character);
            let (character, hint) = fold.folded(character);
            hints.traditional += u32::from(hint == ScriptHint::Traditional);
            hints.simplified += u32::from(hint == ScriptHint::Simplified);
            bytes.push(number, folded.len());
            folded.push(character);
            characters.push(character);
            marks.push(number, character);
        }
        let layout = Layout::of(&characters, &marks);
        let zones = zones::find(&characters, &marks).into_iter().collect();
        Self { original, folded, characters, bytes, offsets, layout, zones, hints }
    }

    /// The text as it was given.
    #[must_use]
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The folded view.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The folded view and the offsets of the original, of which the document is no longer needed.
    pub(crate) fn into_parts(self) -> (String, Offsets) {
        (self.folded, self.offsets)
    }

    /// Sentences that hold at least one letter or Han character.
    pub(crate) fn worded_sentences(&self) -> u32 {
        let worded = |span: &&Span| {
            let characters = &self.characters[span.range()];
            characters.iter().any(|each| each.is_alphanumeric() || is_han(*each))
        };
        self.layout.sentences.iter().filter(worded).count() as u32
    }

    /// The zones in which nothing counts, in order.
    pub(crate) fn zones(&self) -> &[Span] {
        &self.zones
    }

    /// The folded view as characters: index `n` is code point `n` of the original.
    #[must_use]
    pub fn characters(&self) -> &[char] {
        &self.characters
    }

    /// The folded text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.folded[self.byte(span.start)..self.byte(span.end)]
    }

    /// The byte of the folded view at which a code point begins.
    #[must_use]
    pub fn byte(&self, offset: CodePoint) -> usize {
        self.bytes.of(&self.folded, offset)
    }

    /// An offset as JavaScript counts in the original.
    #[must_use]
    pub fn utf16(&self, offset: CodePoint) -> Utf16 {
        self.offsets.utf16(offset)
    }

    /// An offset as Rust counts in the original.
    #[must_use]
    pub fn utf8(&self, offset: CodePoint) -> Utf8 {
        self.offsets.utf8(self.original, offset)
    }

    /// The original text of a span.
    #[must_use]
    pub fn original_slice(&self, span: Span) -> &'t str {
        let (Utf8(start), Utf8(end)) = (self.utf8(span.start), self.utf8(span.end));
        &self.original[start as usize..end as usize]
    }

    /// The code point that begins at a byte of the folded view.
    #[must_use]
    pub fn code_point(&self, byte: usize) -> CodePoint {
        self.bytes.code_point(&self.folded, byte)
    }

    /// Lines that hold anything but white space, without their line ends.
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        &self.layout.paragraphs
    }

    /// Sentences with what closes them.
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        &self.layout.sentences
    }

    /// Clauses without what separates them.
    #[must_use]
    pub fn clauses(&self) -> &[Span] {
        &self.layout.clauses
    }

    /// The sentence that holds a code point.
    #[must_use]
    pub fn sentence_at(&self, offset: CodePoint) -> Option<Span> {
        self.layout.sentences.at(offset).map(|at| self.layout.sentences[at])
    }

    /// The clause that holds a code point, by its index in [`clauses`](Self::clauses).
    #[must_use]
    pub fn clause_at(&self, offset: CodePoint) -> Option<usize> {
        self.layout.clauses.at(offset)
    }

    /// What stands between outermost quotation marks.
    #[must_use]
    pub fn quotations(&self) -> &[Span] {
        &self.layout.quotes
    }

    /// What stands in one line between brackets with none inside.
    pub(crate) fn brackets(&self) -> &[Span] {
        &self.layout.brackets
    }

    /// Whether a code point is inside quotation marks.
    #[must_use]
    pub fn is_quoted(&self, offset: CodePoint) -> bool {
        self.layout.quotes.at(offset).is_some()
    }

    /// Whether a span begins or ends in a zone in which nothing counts; it may enclose one.
    #[must_use]
    pub fn in_zone(&self, span: Span) -> bool {
        let last = CodePoint(span.end.0.saturating_sub(1));
        self.zones.at(span.start).is_some() || self.zones.at(last).is_some()
    }

    /// Han characters by paragraph.
    #[must_use]
    pub fn han_by_paragraph(&self) -> &[u32] {
        &self.layout.han
    }

    /// The script of the original.
    #[must_use]
    pub fn script(&self) -> Script {
        self.hints.script()
    }

    /// What tells that.
    pub(crate) fn hints(&self) -> Hints {
        self.hints
    }
}

impl Hints {
    /// These and those of another part of the text.
    pub fn and(self, other: Self) -> Self {
        Self {
            traditional: self.traditional + other.traditional,
            simplified: self.simplified + other.simplified,
        }
    }

    /// The script that they tell.
    pub fn script(self) -> Script {
        let Self { traditional, simplified } = self;
        let rarer = f64::from(traditional.min(simplified));
        if traditional + simplified == 0 {
            Script::Neutral
        } else if rarer >= MIXED_FROM * f64::from(traditional + simplified) {
            Script::Mixed
        } else if traditional > simplified {
            Script::Hant
        } else {
            Script::Hans
        }
    }
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::FoldTable;

    use super::*;

    fn fold() -> Fold {
        Fold::new(&FoldTable {
            pairs: vec![('們', '们', true), ('說', '说', true)],
            simplified: vec!['们', '说'],
        })
    }

    #[test]
    fn one_code_point_answers_to_one_code_point() {
        for text in ["", "他們說!", "😀𠮷他們\r\n\u{FEFF}\0\u{202E}說", "\u{E000}說\u{301}"]
        {
            let document = Document::new(text, &fold());
            assert_eq!(document.characters().len(), text.chars().count(), "{text:?}");
            for (index, character) in document.characters().iter().enumerate() {
                let span = Span::new(index, index + 1);
                assert_eq!(document.slice(span), character.to_string());
                assert_eq!(document.code_point(document.byte(span.start)), span.start);
            }
        }
    }

    #[test]
    fn tells_the_script() {
        for (text, script) in [
            ("他們說", Script::Hant),
            ("他们说", Script::Hans),
            ("他們他们", Script::Mixed),
            ("人口", Script::Neutral),
        ] {
            assert_eq!(Document::new(text, &fold()).script(), script, "{text}");
        }
    }
}
