//! What holds for every text, tried on thousands of generated ones.

mod common;

use std::path::Path;
use std::sync::LazyLock;

use cifeng::{Finding, OffsetUnit, Options, Report};
use cifeng_lexicon::Fold;
use cifeng_lexicon::compile::compile_dir;
use common::ANALYZER;
use proptest::prelude::*;

/// Texts with everything that shifts offsets or breaks readers: emoji, astral Han characters,
/// controls, bidi marks, private use, line ends of all kinds, next to cues of all families.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "可能", "不可能", "他應該到了", "也许", "吧", "!", "？！", "搬起石頭砸自己的腳", "太好了",
            "智者千慮", "必有一失", "三十左右", "哎呀", "呢", "。", "，", "“", "”", "「", "」", "《", "》",
            "我覺得", "绝对", "千真万确", "\n記者：", "\n李工：", "陳太說：「", "，」他說。", "（也許——筆者注）", "人稱“小諸葛”", "老王", "https://a.b/c!", "a@b.co",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "😀", "𠮷", "\u{202E}", "\u{FEFF}", "\0", "\r\n", "\n", "\r", "\u{2028}", "\u{E000}",
            "\u{301}", "👩\u{200D}👩", "\u{FFFD}", " ", "　",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn analyze(text: &str, offsets: OffsetUnit) -> Report {
    let options = Options { offsets, ..Options::default() };
    ANALYZER.analyze(text, &options).expect("a short text")
}

fn cut<'t>(text: &'t str, finding: &Finding) -> Option<&'t str> {
    text.get(finding.start as usize..finding.end as usize)
}

/// The fold table that the built-in lexicon was compiled with.
static FOLD: LazyLock<Fold> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    Fold::new(&compile_dir(&root).expect("build.rs compiled the same lexicon").lexicon.fold)
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn spans_are_exact_in_every_unit(text in texts()) {
        let by_point = analyze(&text, OffsetUnit::Codepoint);
        let by_byte = analyze(&text, OffsetUnit::Utf8);
        let by_unit = analyze(&text, OffsetUnit::Utf16);
        let points: Vec<char> = text.chars().collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        prop_assert_eq!(by_point.document.chars as usize, points.len());
        for ((point, byte), unit) in by_point.findings.iter().zip(&by_byte.findings).zip(&by_unit.findings) {
            let slice: String = points[point.start as usize..point.end as usize].iter().collect();
            prop_assert_eq!(&slice, &point.text);
            prop_assert_eq!(cut(&text, byte), Some(point.text.as_str()));
            let slice = String::from_utf16(&units[unit.start as usize..unit.end as usize]);
            prop_assert_eq!(slice.ok(), Some(point.text.clone()));
        }
    }

    #[test]
    fn spans_of_a_family_never_overlap_and_come_in_order(text in texts()) {
        let report = analyze(&text, OffsetUnit::Codepoint);
        let starts: Vec<_> = report.findings.iter().map(|each| (each.start, std::cmp::Reverse(each.end))).collect();
        prop_assert!(starts.is_sorted());
        for (index, finding) in report.findings.iter().enumerate() {
            prop_assert!(finding.start < finding.end);
            for other in &report.findings[index + 1..] {
                let overlap = other.start < finding.end;
                prop_assert!(!(overlap && other.family == finding.family), "{:?} {:?}", finding, other);
            }
        }
    }

    #[test]
    fn counts_agree_with_findings(text in texts()) {
        let report = analyze(&text, OffsetUnit::Codepoint);
        let mut total = 0;
        for (family, summary) in &report.summary.families {
            let count = report.findings.iter().filter(|each| &each.family == family).count();
            prop_assert_eq!(summary.count as usize, count);
            prop_assert_eq!(summary.subtypes.values().sum::<u32>(), summary.count);
            prop_assert!(summary.per_1000_han.is_finite() && summary.ci95.iter().all(|each| each.is_finite()));
            total += summary.count;
        }
        let by_paragraph: u32 = report.summary.paragraphs.iter().flat_map(|each| each.counts.values()).sum();
        prop_assert_eq!(by_paragraph, total);
        let voices = &report.summary.voices;
        prop_assert_eq!(voices.iter().map(|voice| u64::from(voice.han)).sum::<u64>(), u64::from(report.document.han));
        let by_voice: u32 = voices.iter().flat_map(|voice| voice.families.values()).map(|each| each.count).sum();
        prop_assert_eq!(by_voice, total);
    }

    #[test]
    fn both_scripts_give_the_same_findings_at_the_same_places(text in texts()) {
        let folded = FOLD.fold_text(&text);
        let places = |report: Report| -> Vec<_> {
            let findings = report.findings.into_iter();
            findings.map(|each| (each.start, each.end, each.rule, each.role)).collect()
        };
        prop_assert_eq!(
            places(analyze(&text, OffsetUnit::Codepoint)),
            places(analyze(&folded, OffsetUnit::Codepoint))
        );
    }
}
