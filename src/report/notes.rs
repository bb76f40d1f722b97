//! Notes: what a reader should know before reading the numbers.

use cifeng_lexicon::Localized;

use super::{DocumentInfo, Note};
use crate::options::Language;

/// Below this many Han characters a rate says little.
const SHORT: u32 = 200;

/// The notes on a text of which so many findings were set aside.
pub(super) fn of(document: &DocumentInfo, set_aside: usize, language: Language) -> Vec<Note> {
    let on_text = on_text(document).map(|(code, text)| (code, text.map(str::to_owned)));
    let on_findings = (set_aside > 0).then(|| ("set-aside", on_set_aside(set_aside)));
    let notes = on_text.into_iter().chain(on_findings);
    notes
        .map(|(code, [en, hant, hans])| {
            let text = language.pick(&Localized { en, hant, hans }).to_owned();
            Note { code: code.to_owned(), text }
        })
        .collect()
}

fn on_text(document: &DocumentInfo) -> Option<(&'static str, [&'static str; 3])> {
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
        return None;
    };
    Some((code, text))
}

fn on_set_aside(count: usize) -> [String; 3] {
    let findings = if count == 1 { "finding was" } else { "findings were" };
    [
        format!("{count} {findings} set aside by the reader and counted nowhere."),
        format!("讀者排除了 {count} 處標記，不計入任何數字。"),
        format!("读者排除了 {count} 处标记，不计入任何数字。"),
    ]
}
