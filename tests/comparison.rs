//! A comparison counts what reports count, says the same in every form, and draws nothing from too
//! little. The formulas themselves are tested where they stand, in `src/compare/statistics.rs`.

use cifeng::compare::{Comparison, Conclusion, Contrast, LISTED_ENTRIES};
use cifeng::{Analyzer, Language, Options, Profile, Side};

const DICTIONARY: &str = include_str!("../lexicon/segmentation/dictionary.txt");

fn analyzer() -> Analyzer {
    Analyzer::new(DICTIONARY).expect("the dictionary is good")
}

fn profile(analyzer: &Analyzer, text: &str) -> Profile {
    analyzer.profile(&analyzer.analyze(text, &Options::default()).expect("a short text"))
}

fn compare(analyzer: &Analyzer, a: &[String], b: &[String]) -> Comparison {
    let profiles = |texts: &[String]| -> Vec<Profile> {
        texts.iter().map(|text| profile(analyzer, text)).collect()
    };
    let (a, b) = (profiles(a), profiles(b));
    let sides = [Side { name: "a.txt", profiles: &a }, Side { name: "b.txt", profiles: &b }];
    analyzer.compare(sides, Language::En)
}

fn row<'c>(comparison: &'c Comparison, family: &str) -> &'c Contrast {
    comparison.families.iter().find(|row| row.family == family).expect("every family has a row")
}

fn assert_near(values: &[f64], expected: &[f64], tolerance: f64) {
    let near = values.iter().zip(expected).all(|(value, it)| (value - it).abs() <= tolerance);
    assert!(near && values.len() == expected.len(), "{values:?} and {expected:?}");
}

/// Nine Han characters with one hedge, and ten without any marker.
const HEDGED: &str = "他今天也許會到這裡。";
const PLAIN: &str = "他今天一早就到這裡了。";

#[test]
fn figures_equal_those_by_hand() {
    // A: 9 hedges in 1,000 Han characters; B: 3 in 1,000. Both sides expect 6:
    // G² = 2 (9 ln 3⁄2 + 3 ln 1⁄2) = 2 (3.64919 − 2.07944) = 3.13949. Log ratio: log₂ 3 = 1.58496.
    // p, given 12 findings and halves, of a split of 9:3 or further:
    // 2 (1 + 12 + 66 + 220) / 4,096 = 0.145996.
    // The limits of 9 are 4.11537 and 17.08480, of 3 0.61867 and 8.76727 (Garwood 1936), so the
    // interval is 6 − √(4.88463² + 5.76727²) = −1.5578 and 6 + √(8.08480² + 2.38133²) = 14.4282.
    let analyzer = analyzer();
    let text = |hedges: usize| {
        let sentences = HEDGED.repeat(hedges);
        let han = sentences.chars().filter(|each| *each != '。').count();
        vec![sentences + &"山".repeat(1_000 - han)]
    };
    let comparison = compare(&analyzer, &text(9), &text(3));
    assert_eq!(comparison.sides.each_ref().map(|side| side.han), [1_000, 1_000]);
    let hedges = row(&comparison, "hedge");
    assert_eq!(hedges.counts, [9, 3]);
    let evidence = hedges.evidence.as_ref().expect("both sides are long enough");
    assert_near(&[evidence.difference], &[6.0], 0.005);
    assert_near(&evidence.ci95, &[-1.5578, 14.4282], 0.005);
    assert_near(&[evidence.g2], &[3.139_49], 0.005);
    assert_near(&[evidence.log_ratio], &[1.584_96], 0.005);
    assert_near(&[evidence.p], &[0.145_996], 5e-5);
    // Nothing else differs, so that this is the smallest probability: times the number of rows.
    let expected = (0.145_996 * comparison.families.len() as f64).min(1.0);
    assert_near(&[evidence.p_holm], &[expected], 5e-4);
    assert_eq!(evidence.dispersion, None);
    assert_eq!(evidence.conclusion, Conclusion::NotShown);
}

#[test]
fn a_marked_difference_is_one_in_either_order_and_script() {
    let analyzer = analyzer();
    let hedged = vec![HEDGED.repeat(60)];
    let plain = vec![PLAIN.replace('裡', "里").repeat(60)];
    let comparison = compare(&analyzer, &hedged, &plain);
    let evidence = row(&comparison, "hedge").evidence.as_ref().expect("long enough");
    assert_eq!(evidence.conclusion, Conclusion::MoreInA);
    assert!(evidence.says.starts_with("More in A, by "), "{}", evidence.says);
    let first = comparison.entries.first().expect("也許 is distinctive");
    assert_eq!((first.entry.as_deref(), first.counts), (Some("也許"), [60, 0]));

    let turned = compare(&analyzer, &plain, &hedged);
    let back = row(&turned, "hedge").evidence.as_ref().expect("long enough");
    assert_eq!(back.conclusion, Conclusion::MoreInB);
    let [low, high] = evidence.ci95;
    assert_near(
        &[back.g2, back.p, back.difference, back.ci95[0], back.ci95[1]],
        &[evidence.g2, evidence.p, -evidence.difference, -high, -low],
        1e-9,
    );
}

#[test]
fn an_entry_is_one_in_both_scripts() {
    let analyzer = analyzer();
    let comparison = compare(
        &analyzer,
        &["他說不定今天會到這裡。".repeat(30)],
        &["他说不定今天会到这里。".repeat(50)],
    );
    let entries: Vec<_> =
        comparison.entries.iter().map(|row| (row.entry.as_deref(), row.counts)).collect();
    assert_eq!(entries, [(Some("说不定"), [30, 50])]);
    let evidence = comparison.entries[0].evidence.as_ref().expect("long enough");
    assert_near(&[evidence.p, evidence.log_ratio], &[1.0, 0.0], 1e-9);
}

#[test]
fn too_little_text_gives_counts_and_nothing_else() {
    let analyzer = analyzer();
    let long = [PLAIN.repeat(60)];
    let notes = |comparison: &Comparison| -> Vec<String> {
        comparison.notes.iter().map(|note| note.code.clone()).collect()
    };
    // Nine Han characters a sentence.
    for (sentences, expected) in [
        (0, vec!["too-short"]),
        (22, vec!["too-short"]),
        (23, vec!["short", "meaning", "few-texts"]),
        (55, vec!["short", "meaning", "few-texts"]),
        (56, vec!["meaning", "few-texts"]),
    ] {
        let comparison = compare(&analyzer, &[HEDGED.repeat(sentences)], &long);
        assert_eq!(notes(&comparison), expected, "{sentences} sentences");
        let drawn = sentences >= 23;
        for row in comparison.families.iter().chain(&comparison.subtypes).chain(&comparison.entries)
        {
            assert_eq!(row.evidence.is_some(), drawn, "{sentences} sentences: {row:?}");
        }
        assert_eq!(row(&comparison, "hedge").counts[0], sentences as u64);
    }
    let nothing = compare(&analyzer, &[], &[]);
    assert_eq!(notes(&nothing), ["too-short"]);
    assert_eq!(nothing.sides.each_ref().map(|side| (side.texts, side.han)), [(0, 0), (0, 0)]);
}

#[test]
fn texts_that_differ_among_themselves_weaken_what_is_drawn() {
    let analyzer = analyzer();
    let even: Vec<String> =
        (0..6).map(|_| [HEDGED.repeat(20), PLAIN.repeat(20)].concat()).collect();
    let uneven: Vec<String> =
        (0..6).map(|text| if text == 0 { HEDGED.repeat(60) } else { PLAIN.repeat(54) }).collect();
    let comparison = compare(&analyzer, &even, &uneven);
    let hedges = row(&comparison, "hedge");
    assert_eq!((hedges.counts, hedges.texts), ([120, 60], [6, 1]));
    let evidence = hedges.evidence.as_ref().expect("long enough");
    assert!(evidence.dispersion.expect("enough texts") > 5.0, "{evidence:?}");
    assert_eq!(evidence.conclusion, Conclusion::NotShown);
    assert!(comparison.notes.iter().any(|note| note.code == "uneven"));
    // Taken for one text a side, the same counts would pass for a difference.
    let joined = compare(&analyzer, &[even.concat()], &[uneven.concat()]);
    let evidence = row(&joined, "hedge").evidence.as_ref().expect("long enough");
    assert_eq!(evidence.conclusion, Conclusion::MoreInA);
}

#[test]
fn entries_are_few_and_in_order() {
    let analyzer = analyzer();
    let many: String =
        (1..400).map(|n| format!("今天{}到這裡!", "!".repeat(n % 130)).repeat(5)).collect();
    let comparison = compare(&analyzer, &[many], &[PLAIN.repeat(100)]);
    assert_eq!(comparison.entries.len(), LISTED_ENTRIES);
    assert!(comparison.compared_entries as usize > LISTED_ENTRIES);
    let g2: Vec<f64> = comparison
        .entries
        .iter()
        .map(|row| row.evidence.as_ref().expect("long enough").g2)
        .collect();
    assert!(g2.is_sorted_by(|a, b| a >= b), "{g2:?}");
}

#[test]
fn profiles_come_back_from_bytes() {
    let profile = profile(&analyzer(), "😀他可能病了!说不定!");
    assert_eq!(Profile::from_bytes(&profile.to_bytes()), Ok(profile));
    assert!(Profile::from_bytes(&[0xff; 3]).is_err());
}
