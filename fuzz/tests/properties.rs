//! What holds for every text, tried on thousands of generated ones.

use std::sync::LazyLock;

use cifeng::{CONTEXT, Exception, Finding, Options, Place};
use cifeng_fuzz::folding::script_symmetry;
use cifeng_fuzz::invariants::{Reports, places};
use cifeng_fuzz::text::PIECES;
use cifeng_fuzz::{ANALYZER, FOLD, analyze, lexicon_folder};
use cifeng_lexicon::compile::compile_dir;
use proptest::prelude::*;

/// Texts of [`PIECES`] and anything else.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Texts without what reaches from one paragraph into another: quotation marks and brackets that stay
/// open, fences, labels of speakers, names that are announced and come again, words that conditions ask for
/// anywhere.
fn self_contained() -> impl Strategy<Value = String> {
    const REACHING: [&str; 12] =
        ["“", "”", "「", "」", "『", "』", "‘", "’", "(", "[", "《", "```"];
    let announcing = ["稱為", "外號", "綽號", "戲稱", "之稱"];
    let reaches = move |piece: &&str| {
        REACHING.iter().any(|mark| piece.contains(mark))
            || announcing.contains(piece)
            || piece.contains('：')
            || !document_words(piece).is_empty()
    };
    let pieces: Vec<&str> = PIECES.into_iter().filter(|piece| !reaches(piece)).collect();
    prop::collection::vec(prop::sample::select(pieces), 0..16).prop_map(|pieces| pieces.concat())
}

/// The words (folded) that conditions ask for anywhere in a document: 㗎 says that it is Cantonese.
static DOCUMENT_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lexicon = compile_dir(&lexicon_folder()).expect("build.rs compiled the same").lexicon;
    lexicon.sought
});

/// Which of them a text holds.
fn document_words(text: &str) -> Vec<&'static str> {
    let folded = FOLD.fold_text(text);
    let held = DOCUMENT_WORDS.iter().filter(|word| folded.contains(word.as_str()));
    held.map(String::as_str).collect()
}

/// Sets a finding aside where it stands.
fn exception(text: &str, finding: &Finding) -> Exception {
    let characters: Vec<char> = text.chars().collect();
    let (before, from) = characters.split_at(finding.start as usize);
    let after = &from[(finding.end - finding.start) as usize..];
    let of_line = |each: &&char| !matches!(each, '\n' | '\r');
    let before: Vec<&char> = before.iter().rev().take(CONTEXT).take_while(of_line).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = after.iter().take(CONTEXT).take_while(of_line).collect();
    let passage = format!("{before}{}{after}", finding.text);
    let own = finding.start as usize - before.chars().count();
    let earlier = text.char_indices().take(own);
    let nth = earlier.filter(|(byte, _)| text[*byte..].starts_with(&passage)).count() as u32;
    let place = Some(Place { before, after, nth });
    Exception { family: finding.family.clone(), text: finding.text.clone(), place }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn spans_are_exact_in_every_unit(text in texts()) {
        Reports::of(&text).spans_are_exact_in_every_unit();
    }

    #[test]
    fn findings_come_in_order_and_families_never_overlap(text in texts()) {
        Reports::of(&text).findings_come_in_order_and_families_never_overlap();
    }

    #[test]
    fn counts_agree_with_findings(text in texts()) {
        Reports::of(&text).counts_agree_with_findings();
    }

    #[test]
    fn reports_come_back_from_their_json(text in texts()) {
        Reports::of(&text).come_back_from_their_json();
    }

    #[test]
    fn what_is_set_aside_place_by_place_comes_back_from_its_file(text in texts()) {
        let all = analyze(&text, &Options::default()).findings;
        let exceptions: Vec<Exception> = all.iter().map(|each| exception(&text, each)).collect();
        let file = serde_json::to_string(&exceptions).expect("strings and numbers");
        let exceptions: Vec<Exception> = serde_json::from_str(&file).expect("as it was written");
        let report = analyze(&text, &Options { exceptions, ..Options::default() });
        prop_assert_eq!(report.findings, []);
        let under: Vec<u32> = report.set_aside.iter().map(|each| each.exception).collect();
        prop_assert_eq!(under, (0..all.len() as u32).collect::<Vec<_>>());
    }

    #[test]
    fn both_scripts_give_the_same_findings_at_the_same_places(text in texts()) {
        script_symmetry(&ANALYZER, &text);
    }

    #[test]
    fn paragraphs_that_are_self_contained_add_up(one in self_contained(), other in self_contained()) {
        // A word that pieces make together.
        prop_assume!(document_words(&one) == document_words(&other));
        let both = places(&analyze(&format!("{one}\n\n{other}"), &Options::default()));
        let mut apart = places(&analyze(&one, &Options::default()));
        let shift = one.chars().count() as u32 + 2;
        let second = places(&analyze(&other, &Options::default())).into_iter();
        apart.extend(second.map(|(start, end, rule, role)| (start + shift, end + shift, rule, role)));
        prop_assert_eq!(both, apart);
    }

    #[test]
    fn threads_agree_byte_for_byte(text in texts()) {
        let json = || serde_json::to_string(&analyze(&text, &Options::default()));
        let alone = json().expect("strings and numbers");
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(json)).collect();
            for thread in threads {
                let report = thread.join().expect("no panic").expect("strings and numbers");
                assert_eq!(report, alone);
            }
        });
    }
}
