//! What holds for every text, tried on thousands of generated ones.

use cifeng_fuzz::folding::script_symmetry;
use cifeng_fuzz::invariants::Reports;
use cifeng_fuzz::text::PIECES;
use proptest::prelude::*;

/// Texts of [`PIECES`] and anything else.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
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
    fn both_scripts_give_the_same_findings_at_the_same_places(text in texts()) {
        script_symmetry(&text);
    }
}
