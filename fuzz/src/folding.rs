//! The folded view and offsets.

use cifeng::text::{CodePoint, Document, OffsetTable, Span};
use cifeng::{OffsetUnit, Options};

use crate::invariants::places;
use crate::{FOLD, analyze, text};

/// Reads the text that the bytes stand for, and analyses it in both scripts.
///
/// # Panics
/// If the view does not answer to the original character by character, offsets do not fit, or the
/// scripts give different findings.
pub fn check(bytes: &[u8]) {
    let text = text::from_bytes(bytes);
    view(&text);
    offsets(&text);
    script_symmetry(&text);
}

fn view(text: &str) {
    let document = Document::new(text, &FOLD);
    let folded = FOLD.fold_text(text);
    assert_eq!(document.folded(), folded);
    assert_eq!(FOLD.fold_text(&folded), folded, "folding twice changes nothing");
    assert!(document.characters().iter().copied().eq(folded.chars()));
    assert_eq!(document.original(), text);
    let length = CodePoint::from(text.chars().count());
    for spans in [document.paragraphs(), document.sentences(), document.clauses()] {
        assert!(spans.is_sorted_by(|one, next| one.end <= next.start), "{spans:?}");
        assert!(spans.iter().all(|it: &Span| it.start <= it.end && it.end <= length));
    }
    assert!(document.quotations().iter().all(|it| it.start <= it.end && it.end <= length));
}

fn offsets(text: &str) {
    let length = text.chars().count();
    let table = OffsetTable::new(text, (0..=length).map(CodePoint::from).collect());
    let (mut utf8, mut utf16) = (0, 0);
    for (index, character) in text.chars().enumerate() {
        assert_eq!(table.utf8(index.into()).0, utf8);
        assert_eq!(table.utf16(index.into()).0, utf16);
        utf8 += character.len_utf8() as u32;
        utf16 += character.len_utf16() as u32;
    }
    assert_eq!(table.utf8(length.into()).0, utf8);
    assert_eq!(table.utf16(length.into()).0, utf16);
}

/// A text and its conversion give the same findings at the same places.
///
/// # Panics
/// If they do not.
pub fn script_symmetry(text: &str) {
    let options = Options { offsets: OffsetUnit::Codepoint, ..Options::default() };
    let [original, folded] =
        [text, &FOLD.fold_text(text)].map(|text| places(&analyze(text, &options)));
    assert_eq!(original, folded);
}
