//! Notes: what a reader should know before reading the numbers.

use cifeng_lexicon::Localized;

use super::{DocumentInfo, Note};
use crate::options::Language;

/// Below this many Han characters a rate says little.
const SHORT: u32 = 200;

/// The notes on a text.
pub(super) fn of(document: &DocumentInfo, language: Language) -> Vec<Note> {
    let (code, text) = if document.paragraphs == 0 {
        ("empty", ["There is no text yet.", "還沒有文字。", "还没有文字。"])
    } else if document.han == 0 {
        let text = [
            "There are no Chinese characters in this text, so there is nothing to rate.",
            "這段文字沒有漢字，因此無從計算比率。",
            "这段文字没有汉字，因此无从计算比率。",
        ];
        ("no-han", text)
    } else if document.han < SHORT {
        let text = [
            "This text has fewer than 200 Chinese characters: mind the intervals, not the rates.",
            "這段文字不足二百個漢字，請看區間，不要只看比率。",
            "这段文字不足二百个汉字，请看区间，不要只看比率。",
        ];
        ("short", text)
    } else {
        return Vec::new();
    };
    let [en, traditional, simplified] = text.map(str::to_owned);
    let text = language.pick(&Localized { en, hant: traditional, hans: simplified }).to_owned();
    vec![Note { code: code.to_owned(), text }]
}
