//! Tables of own lexicons, well and badly formed.

use cifeng_fuzz::own_lexicon::{PIECES, read};
use proptest::prelude::*;

fn tables() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["\t", "\n", "\r\n"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_line_is_accounted_for_and_what_is_taken_reads_the_same_again(
        table in tables(),
        head in any::<bool>(),
    ) {
        let head = if head { PIECES[0] } else { "" };
        let _ = read(&format!("{head}{table}"));
    }
}
