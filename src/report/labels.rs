//! The fixed words of tables and pages, in the three languages of the interface.

use super::{DocumentInfo, Script};
use crate::Language;

/// Headings and units in one language.
#[derive(Debug)]
pub(crate) struct Labels {
    /// The value of the HTML attribute `lang`.
    pub tag: &'static str,
    pub untitled: &'static str,
    pub family: &'static str,
    pub count: &'static str,
    pub per_1000_han: &'static str,
    pub interval: &'static str,
    pub subtypes: &'static str,
    pub findings: &'static str,
    pub place: &'static str,
    pub before: &'static str,
    pub marker: &'static str,
    pub after: &'static str,
    pub rule: &'static str,
    pub why: &'static str,
    pub voice: &'static str,
    pub writer: &'static str,
    pub han_count: &'static str,
    pub difference: &'static str,
    pub log_ratio: &'static str,
    pub p_holm: &'static str,
    /// A heading; `{}` stands for the side.
    pub distinctive: &'static str,
    /// The title of the chart of rates.
    pub rates_chart: &'static str,
    /// The title of the chart of all places.
    pub places_chart: &'static str,
    pub part_of_text: &'static str,
    pub as_table: &'static str,
    // One and many.
    texts: [&'static str; 2],
    characters: [&'static str; 2],
    han: [&'static str; 2],
    sentences: [&'static str; 2],
    paragraphs: [&'static str; 2],
    hant: &'static str,
    hans: &'static str,
    mixed: &'static str,
    neutral: &'static str,
}

impl Labels {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::ZhHant => &TRADITIONAL,
            Language::ZhHans => &SIMPLIFIED,
        }
    }

    /// A text in numbers, in one line.
    pub fn facts(&self, document: &DocumentInfo) -> String {
        let script = match document.script {
            Script::Hant => self.hant,
            Script::Hans => self.hans,
            Script::Mixed => self.mixed,
            Script::Neutral => self.neutral,
        };
        [
            (document.chars, self.characters),
            (document.han, self.han),
            (document.sentences, self.sentences),
            (document.paragraphs, self.paragraphs),
        ]
        .map(|(number, unit)| numbered(u64::from(number), unit))
        .into_iter()
        .chain([script.to_owned()])
        .collect::<Vec<_>>()
        .join(" · ")
    }

    /// So many texts.
    pub fn texts(&self, texts: u32) -> String {
        numbered(u64::from(texts), self.texts)
    }

    /// So many Han characters.
    pub fn han(&self, han: u64) -> String {
        numbered(han, self.han)
    }
}

fn numbered(number: u64, unit: [&str; 2]) -> String {
    format!("{} {}", grouped(number), unit[usize::from(number != 1)])
}

/// A number with a comma before every three digits.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

const ENGLISH: Labels = Labels {
    tag: "en",
    untitled: "Untitled text",
    family: "Family",
    count: "Count",
    per_1000_han: "per 1,000 Han",
    interval: "95 % interval",
    subtypes: "Subtypes",
    findings: "Findings",
    place: "Line:col",
    before: "before",
    marker: "marker",
    after: "after",
    rule: "Rule",
    why: "Why",
    voice: "Voice",
    writer: "the writer",
    han_count: "Han",
    difference: "Difference",
    log_ratio: "Log ratio",
    p_holm: "p (Holm)",
    distinctive: "Most distinctive of {}, the strongest first",
    rates_chart: "Rates by family, per 1,000 Han characters, with 95 % intervals",
    places_chart: "Every finding at its place in the text",
    part_of_text: "Part of the text",
    as_table: "As a table",
    texts: ["text", "texts"],
    characters: ["character", "characters"],
    han: ["Han character", "Han characters"],
    sentences: ["sentence", "sentences"],
    paragraphs: ["paragraph", "paragraphs"],
    hant: "Traditional characters",
    hans: "Simplified characters",
    mixed: "Traditional and Simplified characters",
    neutral: "neither script",
};

const TRADITIONAL: Labels = Labels {
    tag: "zh-Hant",
    untitled: "未命名文本",
    family: "類別",
    count: "次數",
    per_1000_han: "每千漢字",
    interval: "95 % 區間",
    subtypes: "小類",
    findings: "標記",
    place: "行:列",
    before: "前文",
    marker: "標記",
    after: "後文",
    rule: "規則",
    why: "理由",
    voice: "聲音",
    writer: "作者",
    han_count: "漢字",
    difference: "相差",
    log_ratio: "對數比",
    p_holm: "p（Holm）",
    distinctive: "{} 最有特色的標記，最強的在前",
    rates_chart: "各類別的比率，以每千漢字計，附 95 % 區間",
    places_chart: "每一處標記在文中的位置",
    part_of_text: "全文位置",
    as_table: "以表格顯示",
    texts: ["篇"; 2],
    characters: ["字元"; 2],
    han: ["漢字"; 2],
    sentences: ["句"; 2],
    paragraphs: ["段"; 2],
    hant: "繁體",
    hans: "簡體",
    mixed: "繁簡混用",
    neutral: "不分繁簡",
};

const SIMPLIFIED: Labels = Labels {
    tag: "zh-Hans",
    untitled: "未命名文本",
    family: "类别",
    count: "次数",
    per_1000_han: "每千汉字",
    interval: "95 % 区间",
    subtypes: "小类",
    findings: "标记",
    place: "行:列",
    before: "前文",
    marker: "标记",
    after: "后文",
    rule: "规则",
    why: "理由",
    voice: "声音",
    writer: "作者",
    han_count: "汉字",
    difference: "相差",
    log_ratio: "对数比",
    p_holm: "p（Holm）",
    distinctive: "{} 最有特色的标记，最强的在前",
    rates_chart: "各类别的比率，以每千汉字计，附 95 % 区间",
    places_chart: "每一处标记在文中的位置",
    part_of_text: "全文位置",
    as_table: "以表格显示",
    texts: ["篇"; 2],
    characters: ["字符"; 2],
    han: ["汉字"; 2],
    sentences: ["句"; 2],
    paragraphs: ["段"; 2],
    hant: "繁体",
    hans: "简体",
    mixed: "繁简混用",
    neutral: "不分繁简",
};

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_of_three_digits() {
        for (number, written) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (5_877, "5,877"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), written);
        }
    }
}
