//! A draft always ends in the report of a fresh analysis, here in blocks of a few lines.

use std::ops::Range;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::{Draft, Highlight, Stretch};
use crate::text::Utf16;
use crate::{Analyzer, OffsetUnit, Options, Report};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let dictionary = include_str!("../../lexicon/segmentation/dictionary.txt");
    Analyzer::new(dictionary).expect("the project's dictionary is good")
});

fn options() -> Options {
    Options { offsets: OffsetUnit::Utf16, ..Options::default() }
}

fn fresh(text: &str) -> Report {
    ANALYZER.analyze(text, &options()).expect("a short text")
}

/// A text in JavaScript, edited as JavaScript does it.
struct Model(Vec<u16>);

impl Model {
    fn edit(&mut self, start: usize, end: usize, replacement: &str) {
        self.0.splice(start..end, replacement.encode_utf16());
        // Nothing that is no text stays in it.
        self.0 = self.text().encode_utf16().collect();
    }

    fn text(&self) -> String {
        String::from_utf16_lossy(&self.0)
    }
}

/// The end of a text, wherever that is.
const END: usize = usize::MAX;

/// What an editor shows of a report.
fn highlights(report: &Report) -> Vec<(u32, u32, String)> {
    let findings = report.findings.iter();
    findings
        .map(|each| (each.start, each.end, format!("{}/{}", each.family, each.subtype)))
        .collect()
}

/// What an editor shows of a stretch.
fn shown(draft: &mut Draft, within: &Range<Utf16>) -> Vec<(u32, u32, String)> {
    let families = ANALYZER.families();
    let highlights = draft.highlights(&ANALYZER, within, &options()).into_iter();
    let named = highlights.map(|Highlight { start, end, family, subtype }| {
        let family = &families[usize::from(family)];
        let subtype = &family.subtypes[usize::from(subtype)];
        (start.0, end.0, format!("{}/{}", family.id, subtype.id))
    });
    named.collect()
}

/// Applies edits to a draft and to a text, and compares after each. Every second edit the editor's
/// highlights are brought up to date by what the draft says has changed.
fn follow(text: &str, edits: &[(usize, usize, &str)]) -> Result<(), TestCaseError> {
    let mut model = Model(text.encode_utf16().collect());
    let mut draft = Draft::new(&ANALYZER, text);
    prop_assert_eq!(draft.report(&ANALYZER, &options()).expect("a short text"), fresh(text));
    let mut drawn = shown(&mut draft, &(Utf16(0)..Utf16(u32::MAX)));
    let mut untold: Option<Stretch> = None;
    for (number, &(start, length, replacement)) in edits.iter().enumerate() {
        let start = if start == END { model.0.len() } else { start % (model.0.len() + 1) };
        let end = (start + length).min(model.0.len());
        model.edit(start, end, replacement);
        let range = Utf16(start as u32)..Utf16(end as u32);
        let stretches = draft.edit(&ANALYZER, range, replacement);
        let whole = fresh(&model.text());
        prop_assert_eq!(draft.text(), model.text());
        prop_assert_eq!(draft.length(), Utf16(model.0.len() as u32));
        prop_assert_eq!(&draft.report(&ANALYZER, &options()).expect("a short text"), &whole);

        let stretch =
            stretches.iter().skip(1).fold(stretches[0].clone(), |all, each| all.covering(each));
        let stretch = untold.take().map_or(stretch.clone(), |before| before.then(&stretch));
        if number % 2 == 0 && number + 1 < edits.len() {
            untold = Some(stretch);
            continue;
        }
        let Stretch { before, after } = stretch;
        let later = drawn.iter().filter(|each| each.0 >= before.end.0);
        let moved = |at: u32| at - before.end.0 + after.end.0;
        let later = later.map(|each| (moved(each.0), moved(each.1), each.2.clone()));
        let earlier = drawn.iter().filter(|each| each.0 < before.start.0).cloned();
        drawn = earlier.chain(shown(&mut draft, &after)).chain(later).collect();
        prop_assert_eq!(&drawn, &highlights(&whole));
    }
    Ok(())
}

/// Everything that one line can mean to another, and what breaks lines and characters.
fn pieces() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(vec![
            "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\u{2028}", "\n記者：", "\n記者:你怎麼看?\n", "\n李工：", "\nIT專家:",
            "\n下一步\n", "“", "”", "「", "」", "陳太說：「可能", "，」他說。", "（也許——筆者注）", "```", "\n```\n", "｀｀｀", "`a!`",
            "《", "》", "<b", ">", "https://a.b/c!", "😀", "𠮷", "😀😀",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "外號「小諸葛」", "綽號叫“小诸葛”", "小諸葛", "諸葛", "外號「小諸葛亮」", "人稱「鐵娘子」", "鐵娘子",
            "大台", "香港", "無綫", "呢度係嘅", "冇嘢喎", "好囉喂", "係咁", "梗係", "五毛", "公知", "美分", "小草", "民眾黨", "職棒", "黑鷹",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "可能", "不可能", "也许", "吧", "!", "？！", "搬起石頭砸自己的腳", "太好了", "寸草寸金", "智者千慮", "，必有一失",
            "哎呀", "呢", "。", "，", "我覺得", "说不定", "差不多了", "一定", "這裡那裏", "这里", "記者", "李工", ":",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn texts(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(pieces(), 0..most).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_edits_end_in_the_report_of_a_fresh_analysis(
        text in texts(120),
        edits in prop::collection::vec((any::<usize>(), prop_oneof![4 => 0..4_usize, 2 => 0..60_usize, 1 => 0..1_000_usize], texts(6)), 1..8),
    ) {
        let edits: Vec<_> = edits.iter().map(|(start, length, new)| (*start, *length, new.as_str())).collect();
        follow(&text, &edits)?;
    }
}

#[test]
fn what_crosses_lines_is_read_again() {
    let far = "今天天氣很好，大家都出門去了。\n".repeat(20);
    let text = |parts: &[&str]| parts.join(&far);
    for (name, text, edits) in [
        (
            "a word elsewhere",
            text(&["我看大台新聞。\n", "完。\n"]),
            vec![(0, 0, "香港"), (0, 2, "")],
        ),
        (
            "a name elsewhere",
            text(&["小諸葛來了。\n", "他外號「小諸葛」。\n"]),
            vec![(0, 1, ""), (0, 0, "小")],
        ),
        (
            "a name that goes",
            text(&["他外號「小諸葛」。\n", "小諸葛來了。\n"]),
            vec![(4, 1, ""), (4, 0, "大"), (0, 3, "")],
        ),
        (
            "a second introduction",
            text(&["他外號「小諸葛」。\n", "他外號「小諸葛」。\n"]),
            vec![(0, 9, ""), (0, 0, "他綽號「小諸葛」。")],
        ),
        (
            "a label",
            text(&["記者:也許。\n其實。\n", "記者:可能。\n"]),
            vec![(0, 2, "李工"), (0, 2, "記者")],
        ),
        (
            "a fence",
            format!("```\n{far}也許!\n```\n{far}"),
            vec![(0, 1, ""), (0, 0, "`"), (4, 3, "```")],
        ),
        (
            "a fence that others follow",
            format!("也許\n{far}```\n可能!\n```\n{far}"),
            vec![(0, 0, "```"), (0, 3, "")],
        ),
        (
            "a line end that goes",
            format!(
                "{far}這件事其實再清楚也不過了，誰都看得出來，他是不\n可能不知道的，大家都這樣說。\n{far}"
            ),
            vec![(343, 1, ""), (343, 0, "\n")],
        ),
        ("half a pair", "😀可能😀".to_owned(), vec![(1, 0, "也"), (0, 1, ""), (3, 3, "")]),
        ("two halves", "😀可能😀".to_owned(), vec![(1, 3, "")]),
        (
            "the last line end",
            "也許\n可能\n".to_owned(),
            vec![(5, 1, ""), (2, 1, ""), (0, 4, ""), (0, 0, "\n")],
        ),
        ("the end", format!("也許{far}"), vec![(END, 0, "可能"), (END, 0, "!\n"), (END, 0, "!")]),
    ] {
        follow(&text, &edits).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn other_lexicons_read_the_whole_text_again() {
    let dictionary = include_str!("../../lexicon/segmentation/dictionary.txt");
    let mut analyzer = Analyzer::new(dictionary).expect("the project's dictionary is good");
    let mut draft = Draft::new(&analyzer, "他是大俠。\n也許。\n");
    let lexicon =
        analyzer.read_lexicon("own", "entry\tfamily\tsubtype\n大俠\thedge\tmodal\n").lexicon;
    for (lexicons, edit) in [(vec![lexicon.clone()], "可能"), (vec![], "一定"), (vec![lexicon], "")]
    {
        analyzer.use_lexicons(lexicons).expect("one small lexicon");
        if !edit.is_empty() {
            draft.edit(&analyzer, Utf16(0)..Utf16(0), edit);
        }
        let whole = analyzer.analyze(&draft.text(), &options());
        assert_eq!(draft.report(&analyzer, &options()), whole);
    }
    let found = draft.report(&analyzer, &options()).expect("a short text").findings;
    assert!(found.iter().any(|each| each.text == "大俠"), "{found:?}");
}
