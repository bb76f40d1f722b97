//! Comparisons: of any texts, and of profiles as they may lie in a store.

use cifeng::compare::{Comparison, Contrast, csv, table};
use cifeng::{Language, Options, Profile, Side};

use crate::{ANALYZER, analyze, text};

/// Ends a text: UTF-8 never has this byte.
const BORDER: u8 = 0xFF;

/// Takes the bytes for a profile, and for the texts of two sides; the first byte says how many times
/// each is there and how many are on the first side.
///
/// # Panics
/// As [`compare`], or if a profile does not come back from its bytes.
pub fn check(bytes: &[u8]) {
    let (&first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let times = [1, 30, 200, 1_000][usize::from(first) % 4];
    let profiles = rest.split(|&byte| byte == BORDER).take(8).map(|part| {
        let text = text::from_bytes(part);
        // Too little to compare is a case of its own, and the usual one without repetition.
        let times = times.min(20_000 / text.len().max(1)).max(1);
        ANALYZER.profile(&analyze(&text.repeat(times), &Options::default()))
    });
    let mut profiles: Vec<Profile> = profiles.collect();
    for profile in &profiles {
        assert_eq!(Profile::from_bytes(&profile.to_bytes()).as_ref(), Ok(profile));
    }
    let (a, b) = profiles.split_at(usize::from(first / 4) % (profiles.len() + 1));
    let comparison = compare(a, b);
    holds(&comparison);
    let turned = compare(b, a);
    for (row, back) in comparison.families.iter().zip(&turned.families) {
        let [one, other] = row.counts;
        assert_eq!(back.counts, [other, one]);
    }
    if let Ok(profile) = Profile::from_bytes(rest) {
        profiles.push(profile);
        holds(&compare(&profiles[profiles.len() - 1..], &profiles));
    }
}

/// Compares two sides, and writes what comes of it in every form.
///
/// # Panics
/// If that fails.
#[must_use]
pub fn compare(a: &[Profile], b: &[Profile]) -> Comparison {
    let sides = [Side { name: "=甲", profiles: a }, Side { name: "<b>乙\n", profiles: b }];
    let comparison = ANALYZER.compare(sides, Language::ZhHant);
    let mut written = Vec::new();
    csv::write(&mut written, &comparison).expect("memory takes everything");
    for record in ::csv::Reader::from_reader(written.as_slice()).records() {
        let record = record.expect("well-formed CSV");
        let says = record.iter().next_back().unwrap_or_default();
        let entry = &record[3];
        for cell in [entry, says] {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
    }
    let families = ANALYZER.families();
    table::write(Vec::new(), &comparison, &families, Language::ZhHant, Some(80))
        .expect("memory takes everything");
    comparison
}

/// Every figure is one, every interval holds its figure, and every probability is one.
fn holds(comparison: &Comparison) {
    let rows = [&comparison.families, &comparison.subtypes, &comparison.entries];
    for row in rows.into_iter().flatten() {
        let Contrast { rates, evidence, .. } = row;
        for rate in rates {
            let [low, high] = rate.ci95;
            assert!(low <= rate.per_1000_han && rate.per_1000_han <= high, "{row:?}");
        }
        let Some(evidence) = evidence else { continue };
        let [low, high] = evidence.ci95;
        assert!(low <= evidence.difference && evidence.difference <= high, "{row:?}");
        assert!(evidence.g2 >= 0.0 && evidence.log_ratio.is_finite(), "{row:?}");
        assert!((0.0..=1.0).contains(&evidence.p), "{row:?}");
        assert!(evidence.p <= evidence.p_holm && evidence.p_holm <= 1.0, "{row:?}");
        assert!(evidence.dispersion.is_none_or(|by| by >= 1.0 && by.is_finite()), "{row:?}");
    }
}
