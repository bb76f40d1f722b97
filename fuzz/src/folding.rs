//! The folded view and offsets.

use cifeng::text::{CodePoint, Document, Span};
use cifeng::{Analyzer, OffsetUnit, Options};

use crate::invariants::places;
use crate::{ANALYZER, FOLD, text};

/// Reads the text that the bytes stand for, and analyses it in both scripts.
///
/// # Panics
/// If the view does not answer to the original character by character, offsets do not fit, or the
/// scripts give different findings.
pub fn check(bytes: &[u8]) {
    let text = text::from_bytes(bytes);
    view(&text);
    offsets(&text);
    script_symmetry(&ANALYZER, &text);
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
    let document = Document::new(text, &FOLD);
    let at = |length: usize| CodePoint::from(length);
    let mut utf16 = 0;
    for (index, (byte, character)) in text.char_indices().enumerate() {
        assert_eq!(document.utf8(at(index)).0 as usize, byte);
        assert_eq!(document.utf16(at(index)).0, utf16);
        utf16 += character.len_utf16() as u32;
    }
    let length = at(text.chars().count());
    assert_eq!(document.utf8(length).0 as usize, text.len());
    assert_eq!(document.utf16(length).0, utf16);
    for (index, (byte, _)) in document.folded().char_indices().enumerate() {
        assert_eq!(document.byte(at(index)), byte);
        assert_eq!(document.code_point(byte), at(index));
    }
}

/// A text and its conversion give the same findings at the same places.
///
/// # Panics
/// If they do not.
pub fn script_symmetry(analyzer: &Analyzer, text: &str) {
    let options = Options { offsets: OffsetUnit::Codepoint, ..Options::default() };
    let [original, folded] = [text, &FOLD.fold_text(text)]
        .map(|text| places(&analyzer.analyze(text, &options).expect("a text below the limit")));
    assert_eq!(original, folded);
}
