//! How evenly a family's findings are spread over the paragraphs of a text.
//!
//! The deviation of proportions, DP: half the sum, over the paragraphs, of what the share of the findings
//! differs from the share of the Han characters; divided by the most that it can be in this text, so that 0
//! is a spread in step with the lengths and 1 is all findings in the shortest paragraph.
//!
//! Sources: S. Th. Gries, Dispersions and adjusted frequencies in corpora, *International Journal of Corpus
//! Linguistics* 13 (2008), 403–437; J. Lijffijt and S. Th. Gries, *ibid.* 17 (2012), 147–149, for the divisor.

/// The normalised DP of counts in paragraphs with so many Han characters, two decimals. Paragraphs without
/// any, and the findings in them, are left out; none where no finding or only one paragraph is left.
pub(super) fn dp_norm(paragraphs: impl Iterator<Item = (u32, u32)> + Clone) -> Option<f64> {
    let paragraphs = paragraphs
        .map(|(count, han)| (u64::from(count), u64::from(han)))
        .filter(|(_, han)| *han > 0);
    let (count, han) =
        paragraphs.clone().fold((0, 0), |(counts, all), (count, han)| (counts + count, all + han));
    let shortest = paragraphs.clone().map(|(_, han)| han).min()?;
    if count == 0 || shortest == han {
        return None;
    }
    // In whole numbers to the last step, so that it is the same on every machine.
    let apart: u64 = paragraphs.map(|(here, part)| (part * count).abs_diff(here * han)).sum();
    let most = 2 * count * (han - shortest);
    Some((apart as f64 / most as f64 * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::dp_norm;

    #[test]
    fn the_spread_is_measured_from_even_to_all_in_the_shortest() {
        type Case = (&'static str, &'static [(u32, u32)], Option<f64>);
        let table: [Case; 8] = [
            ("in step with the lengths", &[(1, 100), (2, 200), (3, 300)], Some(0.0)),
            ("all in the shortest", &[(4, 100), (0, 200), (0, 300)], Some(1.0)),
            // ½ (|0 − 1/6| + |0 − 2/6| + |1 − 3/6|) = ½; ½ ÷ (1 − 1/6) = 0.6.
            ("all in the longest", &[(0, 100), (0, 200), (7, 300)], Some(0.6)),
            // ½ (|3/4 − 1/2| + |1/4 − 1/2|) = ¼; ¼ ÷ ½ = 0.5.
            ("three of four in one half", &[(3, 50), (1, 50)], Some(0.5)),
            ("a line of marks is left out", &[(9, 0), (1, 100), (1, 100)], Some(0.0)),
            ("one paragraph", &[(3, 100)], None),
            ("nothing found", &[(0, 100), (0, 200)], None),
            ("no paragraph", &[], None),
        ];
        for (name, paragraphs, expected) in table {
            assert_eq!(dp_norm(paragraphs.iter().copied()), expected, "{name}");
        }
        let most = [(5_000_000, 2_500_000), (0, 2_500_000)];
        assert_eq!(dp_norm(most.into_iter()), Some(1.0));
    }
}
