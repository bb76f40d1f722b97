//! A draft of real texts ends in the report of a fresh analysis, whatever was done to it.

mod common;

use std::ops::Range;

use cifeng::text::Utf16;
use cifeng::{Draft, OffsetUnit, Options};
use common::ANALYZER;
use proptest::prelude::*;

const TEXTS: [&str; 6] = [
    include_str!("gold/texts/01_oped_hk_hant.txt"),
    include_str!("gold/texts/04_forum_cn_hans.txt"),
    include_str!("gold/texts/05_satire_hk_hant.txt"),
    include_str!("gold/texts/13_interview_cn_hans.txt"),
    include_str!("gold/texts/15_story_tw_hant.txt"),
    include_str!("gold/texts/16_sports_tw_hant.txt"),
];

/// An edit: places in millionths of the text, and which part of which text is put in.
type Edit = (usize, usize, (usize, usize, usize));

const ALL: usize = 1_000_000;

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let length = prop_oneof![3 => 0..1_000_usize, 1 => 0..300_000_usize];
    let part = (0..TEXTS.len(), 0..ALL, prop_oneof![3 => 0..20_000_usize, 1 => 0..ALL]);
    prop::collection::vec((0..ALL, length, part), 1..5)
}

/// A part of a list that begins at a share of it and is a share of it long.
fn part(length: usize, start: usize, share: usize) -> Range<usize> {
    let at = |share: usize| length * share.min(ALL) / ALL;
    at(start)..at(start + share)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn edits_of_real_texts_end_in_the_report_of_a_fresh_analysis(edits in edits()) {
        let mut text: Vec<u16> = TEXTS.join("\n").encode_utf16().collect();
        let mut draft = Draft::new(&ANALYZER, &String::from_utf16_lossy(&text));
        for (start, share, (from, begin, long)) in edits {
            let new: Vec<char> = TEXTS[from].chars().collect();
            let new: String = new[part(new.len(), begin, long)].iter().collect();
            let range = part(text.len(), start, share);
            text.splice(range.clone(), new.encode_utf16());
            draft.edit(&ANALYZER, Utf16(range.start as u32)..Utf16(range.end as u32), &new);
        }
        let text = String::from_utf16_lossy(&text);
        let options = Options { offsets: OffsetUnit::Utf16, ..Options::default() };
        prop_assert_eq!(draft.text(), text.as_str());
        prop_assert_eq!(draft.report(&ANALYZER, &options), ANALYZER.analyze(&text, &options));
    }
}
