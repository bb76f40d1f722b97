//! Texts made to break readers (`tests/hostile/texts.jsonl`), through the analysis and all writers.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cifeng::Options;
use cifeng_fuzz::invariants::Reports;
use cifeng_fuzz::{ANALYZER, analyze, folding, writers};
use serde::Deserialize;

/// A text: `times` times `text`.
#[derive(Deserialize)]
struct Hostile {
    id: String,
    kind: String,
    text: String,
    #[serde(default = "once")]
    times: usize,
}

fn once() -> usize {
    1
}

/// Those texts that are repeated, or those that are not.
fn texts(repeated: bool) -> Vec<Hostile> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/hostile/texts.jsonl");
    let lines = fs::read_to_string(path).expect("a readable file");
    let texts = lines.lines().map(|line| serde_json::from_str(line).expect("a hostile text"));
    let texts: Vec<Hostile> = texts.filter(|it: &Hostile| (it.times > 1) == repeated).collect();
    assert!(!texts.is_empty());
    texts
}

#[test]
fn the_table_of_bad_input_counts_them() {
    let page = include_str!("../../docs/bad-input.md");
    let mut counts = BTreeMap::new();
    for Hostile { kind, .. } in texts(false).into_iter().chain(texts(true)) {
        *counts.entry(kind).or_insert(0) += 1;
    }
    for (kind, count) in counts {
        let row = format!("| {kind} | {count} |");
        assert!(page.contains(&row), "docs/bad-input.md lacks the row {row}");
    }
}

#[test]
fn hostile_texts_are_analysed_and_written() {
    for Hostile { id, kind, text, .. } in texts(false) {
        println!("{kind}: {id:?}");
        Reports::of(&text).hold();
        folding::script_symmetry(&ANALYZER, &text);
        writers::write(&text, Some(id));
    }
}

#[test]
fn very_long_texts_are_analysed() {
    for Hostile { id, kind, text, times } in texts(true) {
        println!("{kind}: {id:?}");
        let text = text.repeat(times);
        let report = analyze(&text, &Options::default());
        assert_eq!(report.document.chars as usize, text.chars().count());
    }
}
