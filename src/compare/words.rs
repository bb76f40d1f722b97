//! What may be concluded, in plain words and three languages.

use super::conclusion::Conclusion;
use super::{LEAST_HAN, SHORT_HAN};
use crate::options::Language;
use crate::report::Note;

/// From this dispersion on, it is worth a word.
const NOTABLE: f64 = 1.2;

/// What a reader should know before reading the numbers of two sides.
pub(super) fn notes(
    han: [u64; 2],
    texts: [u32; 2],
    dispersion: f64,
    language: Language,
) -> Vec<Note> {
    let least = han[0].min(han[1]);
    let length = if least < LEAST_HAN {
        Some(("too-short", TOO_SHORT))
    } else if least < SHORT_HAN {
        Some(("short", SHORT))
    } else {
        None
    };
    let meaning = (least >= LEAST_HAN).then_some(("meaning", MEANING));
    let few = (least >= LEAST_HAN && texts[0].min(texts[1]) < 5).then_some(("few-texts", FEW));
    let uneven = (dispersion >= NOTABLE).then_some(("uneven", UNEVEN));
    [length, meaning, few, uneven]
        .into_iter()
        .flatten()
        .map(|(code, text)| Note { code: code.to_owned(), text: pick(language, text).to_owned() })
        .collect()
}

const TOO_SHORT: [&str; 3] = [
    "A side has fewer than 200 Han characters. The counts are shown, but no comparison is drawn from them.",
    "有一邊不足二百個漢字。這裡只列次數，不作比較。",
    "有一边不足二百个汉字。这里只列次数，不作比较。",
];

const SHORT: [&str; 3] = [
    "A side has fewer than 500 Han characters: only large differences can show in so short a text.",
    "有一邊不足五百個漢字：文章這麼短，只有很大的差別才看得出來。",
    "有一边不足五百个汉字：文章这么短，只有很大的差别才看得出来。",
];

const MEANING: [&str; 3] = [
    "A difference is called one where chance alone would hardly make it. The figures do not say why it is there: subject, genre, occasion and speakers all change how often a marker is used. Nothing follows about who is right, who writes better or who wrote a text.",
    "只有單憑偶然很難造成的差別，這裡才說是差別。數字不說明原因：題材、文體、場合和說話的人，都會改變標記出現的多寡。至於誰對誰錯、誰寫得好、文章出自誰手，都不能由此推斷。",
    "只有单凭偶然很难造成的差别，这里才说是差别。数字不说明原因：题材、文体、场合和说话的人，都会改变标记出现的多寡。至于谁对谁错、谁写得好、文章出自谁手，都不能由此推断。",
];

const FEW: [&str; 3] = [
    "A side has fewer than five texts: what is found holds for these texts, not for everything that their writers or their genre might bring.",
    "有一邊不足五篇：結果只適用於這些文章，不能推及作者的其他作品或整個文體。",
    "有一边不足五篇：结果只适用于这些文章，不能推及作者的其他作品或整个文体。",
];

const UNEVEN: [&str; 3] = [
    "The texts of a side differ among themselves more than chance would make them. Intervals and probabilities allow for that.",
    "同一邊的文章彼此差異，大於偶然所致。區間與機率已把這一點計算在內。",
    "同一边的文章彼此差异，大于偶然所致。区间与概率已把这一点计算在内。",
];

impl Conclusion {
    /// The conclusion as a sentence, from the interval per 1,000 Han characters and the corrected
    /// probability.
    pub(super) fn says(self, [low, high]: [f64; 2], p: f64, language: Language) -> String {
        let p = probability(p);
        let range = |from: f64, to: f64| format!("{:.2}–{:.2}", from.max(0.0), to.max(0.0));
        let words = match self {
            Self::MoreInA => {
                let by = range(low, high);
                [
                    format!(
                        "More in A, by {by} per 1,000 Han characters; chance would hardly make such a difference ({p})."
                    ),
                    format!("A 較多，每千漢字多 {by}；單憑偶然很難有這樣的差別（{p}）。"),
                    format!("A 较多，每千汉字多 {by}；单凭偶然很难有这样的差别（{p}）。"),
                ]
            }
            Self::MoreInB => {
                let by = range(-high, -low);
                [
                    format!(
                        "More in B, by {by} per 1,000 Han characters; chance would hardly make such a difference ({p})."
                    ),
                    format!("B 較多，每千漢字多 {by}；單憑偶然很難有這樣的差別（{p}）。"),
                    format!("B 较多，每千汉字多 {by}；单凭偶然很难有这样的差别（{p}）。"),
                ]
            }
            Self::Hint => [
                format!(
                    "A hint at most: among so many comparisons, chance makes such a difference now and then ({p})."
                ),
                format!("至多是個跡象：同時比較這麼多項，偶然也會有這樣的差別（{p}）。"),
                format!("至多是个迹象：同时比较这么多项，偶然也会有这样的差别（{p}）。"),
            ],
            Self::NotShown => {
                let (fewer, more) = ((-low).max(0.0), high.max(0.0));
                [
                    format!(
                        "No difference shown: anything from {fewer:.2} fewer to {more:.2} more in A fits these texts. That does not prove them alike."
                    ),
                    format!(
                        "看不出差別：A 每千漢字少 {fewer:.2} 到多 {more:.2}，都與這些文章相符。這並不證明兩邊一樣。"
                    ),
                    format!(
                        "看不出差别：A 每千汉字少 {fewer:.2} 到多 {more:.2}，都与这些文章相符。这并不证明两边一样。"
                    ),
                ]
            }
        };
        pick(language, words)
    }
}

fn probability(p: f64) -> String {
    if p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {p:.3}") }
}

fn pick<T>(language: Language, words: [T; 3]) -> T {
    let [english, traditional, simplified] = words;
    match language {
        Language::En => english,
        Language::ZhHant => traditional,
        Language::ZhHans => simplified,
    }
}
