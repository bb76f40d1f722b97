//! What a reader sets aside stays aside while the text changes around it, and is in no number.

mod common;

use cifeng::report::Rate;
use cifeng::{Exception, Language, OffsetUnit, Options, Place, Report};

fn here(text: &str, before: &str, after: &str, nth: u32) -> Exception {
    let place = Some(Place { before: before.to_owned(), after: after.to_owned(), nth });
    Exception { family: "hedge".to_owned(), text: text.to_owned(), place }
}

fn everywhere(family: &str, text: &str) -> Exception {
    Exception { family: family.to_owned(), text: text.to_owned(), place: None }
}

fn report(text: &str, exceptions: &[Exception]) -> Report {
    let options = Options { exceptions: exceptions.to_vec(), ..Options::default() };
    common::ANALYZER.analyze(text, &options).expect("a short text")
}

/// The starts of what is set aside.
fn aside(text: &str, exceptions: &[Exception]) -> Vec<u32> {
    report(text, exceptions).set_aside.iter().map(|each| each.start).collect()
}

#[test]
fn a_place_is_found_again() {
    let place = here("也許", "他", "會來。", 0);
    let table: &[(&str, &str, &[u32])] = &[
        ("the text as it was", "他也許會來。", &[1]),
        ("in the other script", "他也许会来。", &[1]),
        ("with paragraphs before and after", "今天放晴。\n他也許會來。\n她也許會去。", &[7]),
        ("with words added behind", "他也許會來。她也許會去。", &[1]),
        ("with words added in front", "聽說他也許會來。", &[3]),
        ("with the words behind it changed", "他也許不去了。", &[1]),
        ("beyond the basic plane", "😀𠮷\n他也許會來。", &[4]),
        ("gone, although its like is there", "她也許會走。", &[]),
        ("changed on both sides", "她也許會走,他也許會去。也許。", &[]),
        ("gone with its marker", "他會來。", &[]),
    ];
    for &(name, text, expected) in table {
        assert_eq!(aside(text, std::slice::from_ref(&place)), expected, "{name}");
    }
}

#[test]
fn of_places_that_look_the_same_the_one_that_was_meant_is_set_aside() {
    let text = "他也許會來。\n".repeat(5);
    for nth in 0..5 {
        assert_eq!(aside(&text, &[here("也許", "他", "會來。", nth)]), [nth * 7 + 1]);
    }
    assert_eq!(aside(&text, &[here("也許", "他", "會來。", 9)]), [29], "there are fewer now");
    let two = [here("也許", "他", "會來。", 3), here("也許", "他", "會來。", 1)];
    let set_aside = report(&text, &two).set_aside;
    let by: Vec<(u32, u32)> = set_aside.iter().map(|each| (each.start, each.exception)).collect();
    assert_eq!(by, [(8, 1), (22, 0)], "each exception its own place");
}

#[test]
fn the_script_in_which_it_was_said_decides_between_a_text_and_its_conversion() {
    let text = "他也許會來。\n他也许会来。";
    assert_eq!(aside(text, &[here("也許", "他", "會來。", 0)]), [1]);
    assert_eq!(aside(text, &[here("也许", "他", "会来。", 0)]), [8]);
}

#[test]
fn an_entry_is_set_aside_wherever_it_stands_in_both_scripts_and_its_family_only() {
    let text = "他也許會來。她也许会去,大概。也許吧!千真萬確。";
    assert_eq!(aside(text, &[everywhere("hedge", "也許")]), [1, 7, 15]);
    assert_eq!(aside(text, &[everywhere("booster", "也許")]), [0; 0]);
    let labels = report("這話千真萬確。", &[everywhere("booster", "千真萬確")]);
    let kept: Vec<String> = labels.findings.iter().map(common::in_short).collect();
    assert_eq!(kept, ["千真萬確/proverb/chengyu"], "the other label of the same words stays");
}

#[test]
fn numbers_leave_out_what_is_set_aside_and_say_so() {
    let text = "記者:也許嗎?\n李工:也許,大概吧!\n他也許走了。";
    let before = report(text, &[]);
    let after = report(text, &[here("也許", "李工:", ",大概吧!", 0)]);
    assert_eq!(before.set_aside, []);
    assert_eq!(after.findings.len() + 1, before.findings.len());
    let hedge = &after.summary.families["hedge"];
    assert_eq!(hedge.count, before.summary.families["hedge"].count - 1);
    let rate = Rate::of(hedge.count, after.document.han);
    assert_eq!((hedge.per_1000_han, hedge.ci95), (rate.per_1000_han, rate.ci95));
    assert_eq!(hedge.subtypes["modal"], before.summary.families["hedge"].subtypes["modal"] - 1);
    let engineer = |report: &Report| report.summary.voices[2].families["hedge"].count;
    assert_eq!(engineer(&after), engineer(&before) - 1);
    let paragraph = |report: &Report| report.summary.paragraphs[1].counts["hedge"];
    assert_eq!(paragraph(&after), paragraph(&before) - 1);
    assert_eq!(after.document, before.document, "the denominators stay");
    let codes: Vec<&str> = after.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["short", "set-aside"]);
}

#[test]
fn the_note_is_in_the_language_asked_for_and_offsets_in_the_unit_asked_for() {
    let text = "😀他也許會來。";
    let ask = |language, offsets| {
        let exceptions = vec![everywhere("hedge", "也許")];
        let options = Options { exceptions, language, offsets, ..Options::default() };
        let report = common::ANALYZER.analyze(text, &options).expect("a short text");
        let note = report.notes.last().expect("a note").text.clone();
        (note, report.set_aside[0].start)
    };
    assert_eq!(
        ask(Language::En, OffsetUnit::Utf16),
        ("1 finding was set aside by the reader and counted nowhere.".to_owned(), 3)
    );
    assert_eq!(
        ask(Language::ZhHant, OffsetUnit::Utf8),
        ("讀者排除了 1 處標記，不計入任何數字。".to_owned(), 7)
    );
    assert_eq!(ask(Language::ZhHans, OffsetUnit::Codepoint).1, 2);
}

#[test]
fn nicknames_tell_whom_they_mean() {
    let ask = |text: &str, language| {
        let options = Options { language, ..Options::default() };
        let report = common::ANALYZER.analyze(text, &options).expect("a short text");
        report.findings.iter().find_map(|finding| finding.refers_to.clone())
    };
    let text = "川建國又發文了。";
    assert_eq!(ask(text, Language::En).as_deref(), Some("Donald Trump"));
    assert_eq!(ask(text, Language::ZhHant).as_deref(), Some("特朗普"));
    assert_eq!(ask("孫子曰:馬一龍來了。", Language::ZhHans).as_deref(), Some("马斯克"));
    assert_eq!(ask("他也許守株待兔。", Language::En), None);
}
