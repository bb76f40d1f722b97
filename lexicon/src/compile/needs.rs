//! What a text must hold for a pattern to match at all: far cheaper to look for than the pattern is to
//! run, or even to build.

use std::collections::BTreeSet;

use regex_syntax::hir::{Class, Hir, HirKind};

/// The largest set that is worth looking for.
const LARGEST: usize = 200;
/// The most sets that are looked for.
const MOST: usize = 2;

/// Sets of characters of each of which a match holds at least one. Sets with a character of a trigger,
/// which stands there anyway, are left out; the smallest are kept.
pub(super) fn of(pattern: &str, triggers: &BTreeSet<char>) -> Vec<Vec<char>> {
    let Ok(hir) = regex_syntax::parse(pattern) else { return Vec::new() };
    let mut sets = necessary(&hir);
    sets.retain(|set| set.is_disjoint(triggers));
    sets.sort_by_key(BTreeSet::len);
    sets.dedup();
    sets.into_iter().take(MOST).map(|set| set.into_iter().collect()).collect()
}

fn necessary(hir: &Hir) -> Vec<BTreeSet<char>> {
    match hir.kind() {
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0)
            .map(|text| text.chars().map(|character| BTreeSet::from([character])).collect())
            .unwrap_or_default(),
        HirKind::Class(Class::Unicode(class)) => {
            let size: usize = class.iter().map(regex_syntax::hir::ClassUnicodeRange::len).sum();
            if size > LARGEST {
                return Vec::new();
            }
            vec![class.iter().flat_map(|range| range.start()..=range.end()).collect()]
        }
        HirKind::Repetition(repetition) if repetition.min > 0 => necessary(&repetition.sub),
        HirKind::Capture(capture) => necessary(&capture.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(necessary).collect(),
        // Each branch needs something of its own; a match holds one of these.
        HirKind::Alternation(branches) => {
            let smallest = |branch| necessary(branch).into_iter().min_by_key(BTreeSet::len);
            let sets: Option<Vec<BTreeSet<char>>> = branches.iter().map(smallest).collect();
            let all: BTreeSet<char> = sets.unwrap_or_default().into_iter().flatten().collect();
            if all.is_empty() || all.len() > LARGEST { Vec::new() } else { vec![all] }
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_holds_one_of_each_set() {
        for (pattern, triggers, sets) in [
            ("太[^,]{1,8}?了", "太", vec!["了"]),
            ("(?:外号|绰号)[“‘](?<span>.{1,4})[”’]", "外绰", vec!["‘“", "’”"]),
            ("号(?:甲乙?|丙)", "号", vec!["丙甲"]),
            ("号(?:甲|.)", "号", vec![]),
            ("号(?:甲)?", "号", vec![]),
        ] {
            let found: Vec<String> = of(pattern, &triggers.chars().collect())
                .iter()
                .map(|set| set.iter().collect())
                .collect();
            assert_eq!(found, sets, "{pattern}");
        }
    }
}
