//! Set phrases of a tagged newspaper: `i` for 成語, `l` for 習用語.

use std::collections::BTreeMap;

use cifeng::Report;

use super::super::measure::{Figure, Measure, Outcome};
use super::coverage::{Coverage, Expected, is_covered};
use super::{Tagged, found};

const IDIOM: &[&str] = &["i"];
const IDIOM_OR_SET_PHRASE: &[&str] = &["i", "l"];

/// Recall of idioms, by occurrence and by type, by whatever class of proverb; precision of what is
/// called chengyu, which is a lower bound, since the newspaper splits some. Variants stand aside:
/// the tags know only the usual forms, and how many there are is told among the false alarms.
pub fn idioms(texts: &[Tagged], reports: &[Report]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut recall = Coverage::default();
    let mut precision = Coverage::default();
    let mut types: BTreeMap<&str, bool> = BTreeMap::new();
    for (index, (text, report)) in texts.iter().zip(reports).enumerate() {
        let ours = found(report, |finding| finding.family == "proverb");
        let wanted = text.places(IDIOM);
        for idiom in text.tagged(IDIOM) {
            *types.entry(&idiom.text).or_default() |= is_covered(idiom.place(), &ours);
        }
        // Only misses are of interest here: any class but chengyu may be more than an idiom.
        let expected =
            Expected { aside: ours.iter().map(|it| it.0).collect(), wanted, accepted: vec![] };
        outcome.mistakes.extend(recall.add((index, "成語 (i)"), &expected, &ours));

        let chengyu =
            found(report, |finding| finding.subtype == "chengyu" && finding.variant_of.is_none());
        let accepted = text.places(IDIOM_OR_SET_PHRASE);
        let expected = Expected { accepted, ..Expected::default() };
        outcome.mistakes.extend(precision.add((index, "chengyu"), &expected, &chengyu));
    }
    let known = types.values().filter(|is_found| **is_found).count() as u32;
    let all = types.len() as u32;
    let by_type = f64::from(known) / f64::from(all);
    let precision_of_chengyu = [(Figure::Precision, precision.precision())];
    outcome.measures = vec![
        Measure::new("成語 (i), tokens", recall.wanted, None, [(Figure::Recall, recall.recall())]),
        Measure::new("成語 (i), types", all, None, [(Figure::Recall, by_type)]),
        Measure::new("chengyu against i and l", None, precision.found, precision_of_chengyu),
    ];
    outcome
}

#[cfg(test)]
mod tests {
    use super::super::tests::{figures, report, tagged};
    use super::*;

    #[test]
    fn idioms_are_counted_by_token_and_type() {
        let texts =
            ["[画蛇添足|i]", "他[画蛇添足|i]，[天天下雨|i]", "[守株待兔|l]，亡羊补牢"].map(tagged);
        let reports = texts.each_ref().map(|text| report(&text.text));
        let outcome = idioms(&texts, &reports);
        assert_eq!(
            figures(&outcome),
            [
                "成語 (i), tokens: recall 0.667",
                "成語 (i), types: recall 0.500",
                "chengyu against i and l: precision 0.750",
            ]
        );
        let mistakes: Vec<_> = outcome.mistakes.iter().map(|it| (it.text, it.start)).collect();
        assert_eq!(mistakes, [(1, 6), (2, 5)]);
    }
}
