//! A draft always ends in the report of a fresh analysis, here in blocks of a few lines.

use cifeng::text::Utf16;
use cifeng::{Analyzer, Draft, Options};
use cifeng_fuzz::draft::{END, Edit, follow};
use proptest::prelude::*;

/// Bytes of a block.
const BLOCK: usize = 64;

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
        let edits: Vec<Edit> = edits.iter().map(|(start, length, new)| (*start, *length, new.as_str())).collect();
        follow(BLOCK, &text, &edits);
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
        println!("{name}");
        follow(BLOCK, &text, &edits);
    }
}

#[test]
fn other_lexicons_read_the_whole_text_again() {
    let dictionary = include_str!("../../lexicon/segmentation/dictionary.txt");
    let mut analyzer = Analyzer::new(dictionary).expect("the project's dictionary is good");
    let mut draft = Draft::in_blocks_of(BLOCK, &analyzer, "他是大俠。\n也許。\n");
    let lexicon =
        analyzer.read_lexicon("own", "entry\tfamily\tsubtype\n大俠\thedge\tmodal\n").lexicon;
    for (lexicons, edit) in [(vec![lexicon.clone()], "可能"), (vec![], "一定"), (vec![lexicon], "")]
    {
        analyzer.use_lexicons(lexicons).expect("one small lexicon");
        if !edit.is_empty() {
            draft.edit(&analyzer, Utf16(0)..Utf16(0), edit);
        }
        let whole = analyzer.analyze(&draft.text(), &Options::default());
        assert_eq!(draft.report(&analyzer, &Options::default()), whole);
    }
    let found = draft.report(&analyzer, &Options::default()).expect("a short text").findings;
    assert!(found.iter().any(|each| each.text == "大俠"), "{found:?}");
}
