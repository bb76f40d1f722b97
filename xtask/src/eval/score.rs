//! Counts hits, false alarms and misses, exactly and by overlap.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use cifeng::Finding;
use rand_mt::Mt;

use super::gold::Gold;

/// The seed of the resampling.
const SEED: u32 = 20;
/// How often the texts are resampled.
const RESAMPLES: usize = 400;
/// With no more resamples that can be scored than this, there is no interval.
const TOO_FEW: usize = 20;

/// The figures of all texts.
#[derive(Debug)]
pub struct Scores {
    /// By label, then one row `ALL`.
    pub rows: Vec<(String, Row)>,
    /// All mistakes, in the order of the texts.
    pub mistakes: Vec<Mistake>,
}

/// The figures of one label; what would be divided by zero is NaN.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// Annotated spans that have to be found.
    pub gold: u32,
    /// Findings, without those of unsure spans.
    pub found: u32,
    /// Findings that are annotated just so.
    pub hits: u32,
    /// Share of the findings that is right.
    pub precision: f64,
    /// Share of the annotation that is found.
    pub recall: f64,
    /// Harmonic mean of both.
    pub f1: f64,
    /// 95 % interval of F1 over resampled texts.
    pub interval: [f64; 2],
    /// F1 where one shared character is enough.
    pub relaxed_f1: f64,
}

/// A miss or a false alarm.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Index of the text.
    pub text: usize,
    /// Code points before it.
    pub start: u32,
    /// Code points before its end.
    pub end: u32,
    /// Family, or family and subtype.
    pub label: String,
    /// The rule of a false alarm; none for a miss.
    pub rule: Option<String>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Tally {
    hits: u32,
    spurious: u32,
    missed: u32,
}

impl Tally {
    fn precision(self) -> f64 {
        f64::from(self.hits) / f64::from(self.hits + self.spurious)
    }

    fn recall(self) -> f64 {
        f64::from(self.hits) / f64::from(self.hits + self.missed)
    }

    fn f1(self) -> f64 {
        f64::from(2 * self.hits) / f64::from(2 * self.hits + self.spurious + self.missed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.hits += other.hits;
        self.spurious += other.spurious;
        self.missed += other.missed;
    }
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Tallies {
    exact: Tally,
    relaxed: Tally,
}

impl AddAssign for Tallies {
    fn add_assign(&mut self, other: Self) {
        self.exact += other.exact;
        self.relaxed += other.relaxed;
    }
}

/// The tallies of one text, by label.
type Counts = BTreeMap<String, Tallies>;
/// Offsets of the first character and after the last, in code points.
pub type Place = (u32, u32);

/// The spans of one label in one text.
#[derive(Debug, Default)]
struct Spans {
    sure: BTreeSet<Place>,
    optional: BTreeSet<Place>,
    found: BTreeMap<Place, String>,
}

impl Scores {
    /// Scores the findings of each text against its annotation.
    pub fn of(gold: &[Gold], findings: &[Vec<Finding>], by_subtype: bool) -> Self {
        let used: BTreeSet<&str> =
            gold.iter().flat_map(|text| &text.spans).map(|span| span.family.as_str()).collect();
        let mut counts = Vec::new();
        let mut mistakes = Vec::new();
        for (index, (gold, findings)) in gold.iter().zip(findings).enumerate() {
            let mut in_text = Counts::new();
            let mut wrong = Vec::new();
            for (label, spans) in spans_by_label(gold, findings, &used, by_subtype) {
                in_text.insert(label.clone(), spans.tallies());
                wrong.extend(spans.mistakes(index, &label));
            }
            wrong.sort_by_key(|mistake| (mistake.start, mistake.end));
            counts.push(in_text);
            mistakes.append(&mut wrong);
        }
        let samples = resamples(counts.len());
        let labels: BTreeSet<&String> = counts.iter().flat_map(Counts::keys).collect();
        let mut rows: Vec<(String, Row)> = labels
            .into_iter()
            .map(|label| {
                let by_text: Vec<Tallies> = counts
                    .iter()
                    .map(|counts| counts.get(label).copied().unwrap_or_default())
                    .collect();
                (label.clone(), Row::of(&by_text, &samples))
            })
            .collect();
        let by_text: Vec<Tallies> =
            counts.iter().map(|counts| sum(counts.values().copied())).collect();
        rows.push(("ALL".to_owned(), Row::of(&by_text, &samples)));
        Self { rows, mistakes }
    }
}

/// Among the findings that are annotated with the same borders and family: how many there are, and the
/// share of them that has the right subtype.
pub fn subtypes(gold: &[Gold], findings: &[Vec<Finding>]) -> (u32, f64) {
    let (mut matched, mut right) = (0, 0);
    for (gold, findings) in gold.iter().zip(findings) {
        for span in gold.spans.iter().filter(|span| !span.unsure) {
            let same = |finding: &&Finding| {
                (finding.start, finding.end, &finding.family)
                    == (span.start, span.end, &span.family)
            };
            if let Some(finding) = findings.iter().find(same) {
                matched += 1;
                right += u32::from(finding.subtype == span.subtype);
            }
        }
    }
    (matched, f64::from(right) / f64::from(matched))
}

impl Row {
    /// The figures of one label from its tallies in each text.
    fn of(by_text: &[Tallies], samples: &[Vec<usize>]) -> Self {
        let total = sum(by_text.iter().copied());
        let exact = total.exact;
        let mut resampled: Vec<f64> = samples
            .iter()
            .map(|sample| sum(sample.iter().map(|&text| by_text[text])).exact.f1())
            .filter(|f1| !f1.is_nan())
            .collect();
        resampled.sort_by(f64::total_cmp);
        Self {
            gold: exact.hits + exact.missed,
            found: exact.hits + exact.spurious,
            hits: exact.hits,
            precision: exact.precision(),
            recall: exact.recall(),
            f1: exact.f1(),
            interval: interval(&resampled).unwrap_or([exact.f1(); 2]),
            relaxed_f1: total.relaxed.f1(),
        }
    }
}

/// The middle 95 % of sorted numbers, where they are enough.
fn interval(sorted: &[f64]) -> Option<[f64; 2]> {
    if sorted.len() <= TOO_FEW {
        return None;
    }
    let low = sorted.len() * 25 / 1000;
    let high = sorted.len() * 975 / 1000;
    Some([sorted[low], sorted[high - 1]])
}

fn sum(tallies: impl Iterator<Item = Tallies>) -> Tallies {
    tallies.fold(Tallies::default(), |mut sum, each| {
        sum += each;
        sum
    })
}

fn spans_by_label(
    gold: &Gold,
    findings: &[Finding],
    used: &BTreeSet<&str>,
    by_subtype: bool,
) -> BTreeMap<String, Spans> {
    let label = |family: &str, subtype: &str| {
        if by_subtype { format!("{family}/{subtype}") } else { family.to_owned() }
    };
    let mut by_label: BTreeMap<String, Spans> = BTreeMap::new();
    for span in &gold.spans {
        let spans = by_label.entry(label(&span.family, &span.subtype)).or_default();
        let kind = if span.unsure { &mut spans.optional } else { &mut spans.sure };
        kind.insert((span.start, span.end));
    }
    for finding in findings.iter().filter(|finding| used.contains(finding.family.as_str())) {
        let spans = by_label.entry(label(&finding.family, &finding.subtype)).or_default();
        spans.found.insert((finding.start, finding.end), finding.rule.clone());
    }
    by_label
}

impl Spans {
    fn missed(&self) -> impl Iterator<Item = &Place> {
        self.sure.iter().filter(|place| !self.found.contains_key(place))
    }

    fn spurious(&self) -> impl Iterator<Item = (&Place, &String)> {
        let wanted = |place: &Place| self.sure.contains(place) || self.optional.contains(place);
        self.found.iter().filter(move |(place, _)| !wanted(place))
    }

    fn tallies(&self) -> Tallies {
        let missed = self.missed().count() as u32;
        let exact = Tally {
            hits: self.sure.len() as u32 - missed,
            spurious: self.spurious().count() as u32,
            missed,
        };
        let mut free: Vec<Place> = self.found.keys().copied().collect();
        let mut relaxed = Tally::default();
        for &place in &self.sure {
            match free.iter().position(|&found| overlap(found, place)) {
                Some(hit) => {
                    free.remove(hit);
                    relaxed.hits += 1;
                }
                None => relaxed.missed += 1,
            }
        }
        let harmless = |found: Place| self.optional.iter().any(|&place| overlap(found, place));
        relaxed.spurious = free.into_iter().filter(|&found| !harmless(found)).count() as u32;
        Tallies { exact, relaxed }
    }

    fn mistakes(&self, text: usize, label: &str) -> Vec<Mistake> {
        let mistake = |&(start, end): &Place, rule: Option<String>| Mistake {
            text,
            start,
            end,
            label: label.to_owned(),
            rule,
        };
        let missed = self.missed().map(|place| mistake(place, None));
        missed
            .chain(self.spurious().map(|(place, rule)| mistake(place, Some(rule.clone()))))
            .collect()
    }
}

/// Whether two places share a character.
pub fn overlap(one: Place, other: Place) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// Texts drawn with replacement, as many as there are, again and again: the draws of Python's
/// `random.Random(20).choice`.
fn resamples(texts: usize) -> Vec<Vec<usize>> {
    let mut random = Mt::new_with_key([SEED]);
    let bits = usize::BITS - texts.leading_zeros();
    let mut draw = || {
        loop {
            // Python takes as many of the upper bits as the number has, until the draw is below it.
            let drawn = (random.next_u32() >> (u32::BITS - bits)) as usize;
            if drawn < texts {
                return drawn;
            }
        }
    };
    (0..RESAMPLES).map(|_| (0..texts).map(|_| draw()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::gold::Span;
    use super::*;

    #[test]
    fn draws_are_those_of_python() {
        // [random.Random(20).choice(range(n)) …]
        assert_eq!(resamples(11)[0], [10, 2, 4, 10, 10, 1, 5, 9, 2, 0, 6]);
        assert_eq!(resamples(4)[..3].concat(), [1, 2, 0, 2, 1, 0, 3, 3, 0, 0, 1, 2]);
    }

    #[test]
    fn tallies() {
        // What is sure, optional and found; exact and relaxed hits, false alarms, misses.
        for (name, sure, optional, found, exact, relaxed) in [
            ("nothing", &[][..], &[][..], &[][..], [0, 0, 0], [0, 0, 0]),
            ("hit", &[(0, 2)], &[], &[(0, 2)], [1, 0, 0], [1, 0, 0]),
            ("miss", &[(0, 2)], &[], &[], [0, 0, 1], [0, 0, 1]),
            ("false alarm", &[], &[], &[(0, 2)], [0, 1, 0], [0, 1, 0]),
            ("wrong end", &[(0, 2)], &[], &[(0, 3)], [0, 1, 1], [1, 0, 0]),
            ("touching only", &[(0, 2)], &[], &[(2, 4)], [0, 1, 1], [0, 1, 1]),
            ("unsure found", &[], &[(0, 2)], &[(0, 2)], [0, 0, 0], [0, 0, 0]),
            ("unsure missed", &[], &[(0, 2)], &[], [0, 0, 0], [0, 0, 0]),
            ("unsure, wrong end", &[], &[(0, 2)], &[(0, 3)], [0, 1, 0], [0, 0, 0]),
            ("one for two", &[(0, 2), (2, 4)], &[], &[(0, 4)], [0, 1, 2], [1, 0, 1]),
            ("two for one", &[(0, 4)], &[], &[(0, 2), (2, 4)], [0, 2, 1], [1, 1, 0]),
        ] {
            let spans = Spans {
                sure: sure.iter().copied().collect(),
                optional: optional.iter().copied().collect(),
                found: found.iter().map(|&place| (place, String::new())).collect(),
            };
            let tally = |[hits, spurious, missed]: [u32; 3]| Tally { hits, spurious, missed };
            let expected = Tallies { exact: tally(exact), relaxed: tally(relaxed) };
            assert_eq!(spans.tallies(), expected, "{name}");
        }
    }

    #[test]
    fn figures() {
        let tally = |hits, spurious, missed| Tally { hits, spurious, missed };
        assert!((tally(3, 1, 2).precision() - 0.75).abs() < f64::EPSILON);
        assert!((tally(3, 1, 2).recall() - 0.6).abs() < f64::EPSILON);
        assert!((tally(3, 1, 2).f1() - 6.0 / 9.0).abs() < f64::EPSILON);
        assert!(tally(0, 0, 2).precision().is_nan());
        assert!(tally(0, 0, 0).f1().is_nan());
    }

    #[test]
    fn subtypes_are_judged_where_borders_and_family_agree() {
        let span = |start, subtype: &str, unsure| {
            let (family, subtype) = ("hedge".to_owned(), subtype.to_owned());
            Span { start, end: start + 1, family, subtype, unsure, text: None }
        };
        let finding = |start, subtype: &str| Finding {
            start,
            end: start + 1,
            text: String::new(),
            family: "hedge".to_owned(),
            subtype: subtype.to_owned(),
            rule: String::new(),
            variant_of: None,
            voice: None,
            refers_to: None,
            meaning: None,
            role: None,
            why: String::new(),
        };
        let spans =
            vec![span(0, "a", false), span(1, "a", false), span(2, "a", true), span(3, "a", false)];
        let gold = [Gold { id: "a".into(), text: String::new(), spans }];
        let findings = [vec![finding(0, "a"), finding(1, "b"), finding(2, "b")]];
        assert_eq!(subtypes(&gold, &findings), (2, 0.5));
    }
}
