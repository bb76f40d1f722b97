//! A reader's own lexicon: what is read, what is said of the rest, and what is found.

mod common;

use cifeng::{Analyzer, Language, LexiconReading, MAX_ENTRIES, Options, Report, UserLexiconError};
use common::{ANALYZER, in_short};

fn read(table: &str) -> LexiconReading {
    ANALYZER.read_lexicon("my words", table)
}

/// An analyser that uses these tables, each with a name.
fn with(tables: &[(&str, &str)]) -> Analyzer {
    let mut analyzer =
        Analyzer::new(include_str!("../lexicon/segmentation/dictionary.txt")).expect("it is good");
    let lexicons = tables.iter().map(|(name, table)| analyzer.read_lexicon(name, table).lexicon);
    analyzer.use_lexicons(lexicons.collect()).expect("they are few");
    analyzer
}

fn report(analyzer: &Analyzer, text: &str, language: Language) -> Report {
    analyzer.analyze(text, &Options { language, ..Options::default() }).expect("a short text")
}

const HEADER: &str = "entry\tfamily\tsubtype\tnote\tmodel\tnot_in\n";

/// Holds a row of the table of bad input that was tried.
fn bad_input(kind: &str, cases: usize) {
    let page = include_str!("../docs/bad-input.md");
    let row = format!("| {kind} | {cases} |");
    assert!(page.contains(&row), "docs/bad-input.md lacks the row {row}");
}

#[test]
fn every_wrong_line_is_told_with_its_number() {
    let tables = [
        ("", 1, "The table is empty; its first line names the columns"),
        ("# only\n\n#comments\n", 1, "The table is empty"),
        ("磨語,hedge,modal\n", 1, "‘磨語,hedge,modal’ is one column"),
        ("\n#x\nentry\tfamily\tkind\n", 3, "There is no column ‘kind’; there are entry, family,"),
        ("entry\tfamily\tentry\n", 1, "The column ‘entry’ is named twice."),
        ("entry\tsubtype\n", 1, "The header lacks the column ‘family’."),
        ("entry\tfamily\tsubtype\n磨語\thedge\tmodal\tx\n", 2, "has 4 cells; the header names 3"),
        ("entry\tfamily\tsubtype\n磨語\thedge\n", 2, "The column ‘subtype’ is empty"),
        ("entry\tfamily\tsubtype\n\thedge\tmodal\n", 2, "The column ‘entry’ is empty"),
        ("entry\tfamily\tsubtype\n……\thedge\tmodal\n", 2, "‘……’ holds no letter, digit or"),
        ("entry\tfamily\tsubtype\n打\u{202e}臉\thedge\tmodal\n", 2, "The entry holds U+202E"),
        ("entry\tfamily\tsubtype\n打\0臉\thedge\tmodal\n", 2, "The entry holds U+0000"),
        (
            "entry\tfamily\tsubtype\n磨語\tverbs\tmodal\n",
            2,
            "There is no family ‘verbs’; there are proverb, nickname, exclamation, hedge, booster",
        ),
        (
            "entry\tfamily\tsubtype\n磨語\tbooster\tmodal\n",
            2,
            "The family booster has no subtype ‘modal’; it has certainty, absolute, intensifier",
        ),
        (
            "entry\tfamily\tsubtype\n磨語\thedge\tmodal\n\n磨语\thedge\tapproximator\n",
            4,
            "‘磨语’ stands in line 2 already",
        ),
        (
            "entry\tfamily\tsubtype\tnot_in\n磨語\thedge\tmodal\t磨了語|磨語譜\n",
            2,
            "‘磨了語’ in the column not_in does not contain the entry",
        ),
        ("entry\tfamily\tsubtype\r\n喎\texclamation\tparticle\r\n", 2, "‘喎’ is one character"),
    ];
    bad_input("lines that are wrong, each in its own way", tables.len());
    for (table, line, complaint) in tables {
        let reading = read(table);
        let [problem] = &reading.problems[..] else { panic!("{table:?}: {reading:?}") };
        assert_eq!(problem.line, line, "{table:?}: {problem}");
        assert!(problem.to_string().contains(complaint), "{table:?}: {problem}");
        assert_eq!(reading.errors + reading.warnings, 1);
        for language in [Language::ZhHant, Language::ZhHans] {
            assert!(!problem.kind.message(language).is_empty());
        }
    }
}

#[test]
fn long_values_are_told_with_their_length() {
    let long = "長".repeat(65);
    let note = "長".repeat(1_001);
    let lines = [
        (format!("{long}\thedge\tmodal"), "‘entry’ has 65 characters; at most 64"),
        (format!("磨語\thedge\tmodal\t{note}"), "‘note’ has 1001 characters; at most 1000"),
        (format!("磨語\thedge\tmodal\t\t{long}"), "‘model’ has 65 characters; at most 64"),
        (format!("磨語\thedge\tmodal\t\t\t磨語{long}"), "‘not_in’ has 67 characters; at most 64"),
    ];
    bad_input("values that are too long", lines.len());
    for (line, complaint) in lines {
        let reading = read(&format!("{HEADER}{line}\n"));
        assert!(reading.problems[0].to_string().contains(complaint), "{:?}", reading.problems);
        assert!(reading.lexicon.entries.is_empty());
    }
}

#[test]
fn right_lines_are_taken_beside_wrong_ones() {
    let table = "\u{feff}# mine\r\n詞條\t類別\t小類\t說明\r\n\
        磨語\t模糊限制語\t情態推測\t自己說的\r\n磨语2\tHedges\tmodal\r\nx\ty\tz\r\n\
        \"甲,乙\"\thedge\tmodal\t\"他說\"\"好\"\"\"\r\n";
    let reading = read(table);
    let entries: Vec<(u32, &str, &str, Option<&str>)> = reading
        .lexicon
        .entries
        .iter()
        .map(|each| (each.line, &*each.entry, &*each.family, each.note.as_deref()))
        .collect();
    assert_eq!(
        entries,
        [
            (3, "磨語", "hedge", Some("自己說的")),
            (4, "磨语2", "hedge", None),
            (6, "甲,乙", "hedge", Some("他說\"好\"")),
        ]
    );
    assert_eq!((reading.errors, reading.problems[0].line), (1, 5));
    assert_eq!(read("entry\tfamily\tsubtype\r磨語\thedge\tmodal\r").lexicon.entries.len(), 1);
}

#[test]
fn entries_are_found_by_the_usual_rules() {
    let table = "entry\tfamily\tsubtype\tnote\tmodel\tnot_in\n\
        磨語\thedge\tmodal\t\t\t磨語譜\n\
        被磨語\thedge\tmodal\n\
        可能\tbooster\tcertainty\t我的可能\n\
        換道超車\tproverb\tidiom-phrase\t\t彎道超車\n\
        走自己的路,讓別人無路可走\tproverb\tquotation\n\
        踢~館\tproverb\tidiom-phrase\n\
        打臉\thedge\tmodal\n\
        喎\texclamation\tparticle\n\
        𠮷野家\tnickname\tfigure\n";
    let analyzer = with(&[("mine", table)]);
    for (text, found) in [
        ("他磨語了", &["磨語/hedge/modal"][..]),
        ("他磨语了", &["磨语/hedge/modal"]),
        ("他被磨語了", &["被磨語/hedge/modal"]),
        ("他畫磨語譜", &[]),
        // Rivals: the longer unit stays; of equal spans the reader's.
        ("他可能來", &["可能/booster/certainty"]),
        ("他不可能來", &["不可能/booster/certainty"]),
        // Nothing is marked inside what an opaque family has.
        ("走自己的路，讓別人無路可走", &["走自己的路，讓別人無路可走/proverb/quotation"]),
        ("走自己的路让别人无路可走", &["走自己的路让别人无路可走/proverb/quotation"]),
        ("他踢了他們的館", &["踢了他們的館/proverb/idiom-phrase"]),
        // A reader's entry is marked beside an opaque finding of just its span.
        ("他打脸了", &["打脸/hedge/modal", "打脸/proverb/idiom-phrase"]),
        ("他讀《磨語》", &[]),
        ("係咁喎", &["喎/exclamation/particle"]),
        ("😀去𠮷野家", &["𠮷野家/nickname/figure"]),
    ] {
        let report = report(&analyzer, text, Language::ZhHant);
        let shown: Vec<String> = report.findings.iter().map(in_short).collect();
        assert_eq!(shown, found, "{text}");
    }
}

#[test]
fn findings_carry_the_lexicon_and_the_reason() {
    let table =
        format!("{HEADER}磨語\thedge\tmodal\t<b>說 {{cue}}</b>\t打腫臉\n被打\thedge\tmodal\n");
    let analyzer = with(&[("a/b<i>", &table), ("a b<i>", &table)]);
    let report = report(&analyzer, "他磨語了，被打了", Language::ZhHans);
    let [noted, plain] = &report.findings[..] else { panic!("{:?}", report.findings) };
    assert_eq!(noted.rule, "user/a b<i>");
    // The reader's own words stay as they are written, in every language.
    assert_eq!(noted.why, "<b>說 {cue}</b>");
    assert_eq!(noted.variant_of.as_deref(), Some("打腫臉"));
    assert_eq!(plain.why, "“被打”是你的词表“a b<i>”里的词条。");
    let named: Vec<_> = report.analyzer.user_lexicons.iter().map(|each| &*each.name).collect();
    assert_eq!(named, ["a b<i>", "a b<i> 2"]);
    let [first, second] = &report.analyzer.user_lexicons[..] else { unreachable!() };
    assert_eq!((first.entries, &first.fingerprint), (2, &second.fingerprint));
}

#[test]
fn lexicons_are_taken_out_again() {
    let mut analyzer = with(&[("mine", &format!("{HEADER}磨語\thedge\tmodal\n"))]);
    let text = "他磨語了，也許這麼想吧！彎道超車，損美利華，千真萬確";
    assert_eq!(report(&analyzer, text, Language::En).findings[0].rule, "user/mine");
    let other = analyzer.read_lexicon("other", &format!("{HEADER}這麼\thedge\tmodal\n"));
    analyzer.use_lexicons(vec![other.lexicon]).expect("it is small");
    let swapped = report(&analyzer, text, Language::En);
    assert!(swapped.findings.iter().any(|each| each.rule == "user/other"));
    assert!(swapped.findings.iter().all(|each| each.text != "磨語"));
    analyzer.use_lexicons(Vec::new()).expect("nothing is fine");
    assert_eq!(report(&analyzer, text, Language::En), common::report(text));
}

#[test]
fn an_entry_far_away_changes_nothing() {
    let analyzer =
        with(&[("mine", &format!("{HEADER}zzzz\thedge\tmodal\n㐀㐁㐂㐃\thedge\tmodal\n"))]);
    for text in [
        include_str!("gold/texts/01_oped_hk_hant.txt"),
        include_str!("gold/texts/04_forum_cn_hans.txt"),
        include_str!("gold/texts/05_satire_hk_hant.txt"),
    ] {
        assert_eq!(report(&analyzer, text, Language::En).findings, common::report(text).findings);
    }
}

/// Different entries of three characters that no Chinese text holds.
fn many(count: u32) -> String {
    let character = |at: u32| char::from_u32(0xa000 + at).unwrap_or('x');
    let lines = (0..count).map(|at| {
        let entry = [character(at % 300), character(at / 300 % 300), character(at / 90_000)];
        format!("{}\thedge\tmodal\n", entry.iter().collect::<String>())
    });
    lines.fold(HEADER.to_owned(), |table, line| table + &line)
}

#[test]
fn a_hundred_thousand_lines_are_taken_and_found() {
    let table = many(100_000);
    let reading = read(&table);
    assert_eq!((reading.lexicon.entries.len(), reading.errors), (100_000, 0));
    let analyzer = with(&[("large", &table)]);
    let text = format!("見{}。", reading.lexicon.entries[77_777].entry);
    let found = report(&analyzer, &text, Language::En).findings;
    assert_eq!(found.iter().map(|each| &*each.rule).collect::<Vec<_>>(), ["user/large"]);
}

#[test]
fn too_much_is_refused_and_nothing_changes() {
    let mut analyzer = with(&[("mine", &format!("{HEADER}磨語\thedge\tmodal\n"))]);
    let half = analyzer.read_lexicon("half", &many(100_001)).lexicon;
    let refused = analyzer.use_lexicons(vec![half.clone(), half]);
    assert_eq!(refused, Err(UserLexiconError::TooMany { entries: 200_002 }));
    let characters = (0x4e00..0x9fff).chain(0x2_0000..0x2_a000).filter_map(char::from_u32);
    let all: Vec<String> = characters.map(|each| format!("囗{each}\thedge\tmodal\n")).collect();
    let all = analyzer.read_lexicon("all", &format!("{HEADER}{}", all.concat())).lexicon;
    let refused = analyzer.use_lexicons(vec![all]);
    assert!(matches!(refused, Err(UserLexiconError::TooManyCharacters { .. })), "{refused:?}");
    assert_eq!(report(&analyzer, "他磨語了", Language::En).findings[0].rule, "user/mine");

    let over = read(&many(MAX_ENTRIES as u32 + 2));
    let problem = over.problems.last().expect("there are too many");
    assert_eq!(problem.line as usize, MAX_ENTRIES + 2);
    assert!(problem.to_string().contains("at most 200000 entries"), "{problem}");
}

#[test]
fn many_wrong_lines_are_counted_and_the_first_told() {
    let table = format!("{HEADER}{}", "磨語\tverb\tmodal\n".repeat(100_000));
    let reading = read(&table);
    assert_eq!((reading.errors, reading.problems.len()), (100_000, LexiconReading::MAX_PROBLEMS));
}
