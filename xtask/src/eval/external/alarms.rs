//! False alarms in texts where nobody calls names, exclaims or plays with proverbs: translated news,
//! encyclopaedias, abstracts.

use cifeng::{Finding, Report};

use super::super::measure::{Figure, Measure, Outcome};
use super::super::score::Mistake;

type Kind = fn(&Finding) -> bool;

/// What is counted, and which findings it is.
const COUNTED: [(&str, Kind); 3] = [
    ("false alarms: nickname", |finding| finding.family == "nickname"),
    ("false alarms: exclamation", |finding| finding.family == "exclamation"),
    ("false alarms: variants", |finding| {
        finding.family == "proverb" && finding.variant_of.is_some()
    }),
];

/// Findings per 1,000 Han characters, by kind.
pub fn false_alarms(reports: &[Report]) -> Outcome {
    let han: u32 = reports.iter().map(|report| report.document.han).sum();
    let mut outcome = Outcome::default();
    for (name, counts) in COUNTED {
        let before = outcome.mistakes.len();
        for (text, report) in reports.iter().enumerate() {
            let alarms = report.findings.iter().filter(|finding| counts(finding));
            outcome.mistakes.extend(alarms.map(|finding| Mistake {
                text,
                start: finding.start,
                end: finding.end,
                label: name.to_owned(),
                rule: Some(finding.rule.clone()),
            }));
        }
        let found = (outcome.mistakes.len() - before) as u32;
        let rate = f64::from(found) * 1000.0 / f64::from(han);
        outcome.measures.push(Measure::new(name, None, found, [(Figure::Per1000Han, rate)]));
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::super::tests::report;
    use super::*;

    #[test]
    fn every_kind_has_its_rate() {
        let outcome = false_alarms(&[report("走了！"), report("今天下雨了")]);
        let rates: Vec<(Option<u32>, f64)> = outcome
            .measures
            .iter()
            .map(|measure| (measure.found, measure.figures[&Figure::Per1000Han]))
            .collect();
        assert_eq!(rates, [(Some(0), 0.0), (Some(1), 1000.0 / 7.0), (Some(0), 0.0)]);
        assert_eq!((outcome.mistakes[0].text, outcome.mistakes[0].start), (0, 2));
    }
}
