//! Hedge cues of biomedical abstracts and encyclopaedia articles: for each occurrence of a cue that
//! both annotations call a hedge, whether it is one there.

use cifeng::Report;

use super::super::measure::{Figure, Measure, Outcome};
use super::super::score::{Mistake, Place, overlap};
use super::{Tagged, found};

/// Cues that both annotations know, each before those that it contains.
const CUES: [&str; 16] = [
    "有可能",
    "可能",
    "也许",
    "或许",
    "似乎",
    "大约",
    "约",
    "左右",
    "大概",
    "几乎",
    "大致",
    "基本上",
    "差不多",
    "被认为",
    "据说",
    "推测",
];

/// Decisions on the occurrences of one cue.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Decisions {
    all: u32,
    marked_by_them: u32,
    marked_by_us: u32,
    agreed: u32,
}

impl Decisions {
    fn add(&mut self, ours: bool, theirs: bool) {
        self.all += 1;
        self.marked_by_them += u32::from(theirs);
        self.marked_by_us += u32::from(ours);
        self.agreed += u32::from(ours == theirs);
    }

    fn plus(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            marked_by_them: self.marked_by_them + other.marked_by_them,
            marked_by_us: self.marked_by_us + other.marked_by_us,
            agreed: self.agreed + other.agreed,
        }
    }

    /// The gold counts the occurrences, not only the hedges.
    fn measure(self, name: &str) -> Measure {
        let share = |count: u32| f64::from(count) / f64::from(self.all);
        let figures = [(Figure::Agreement, share(self.agreed))];
        let always = Some(share(self.marked_by_them));
        Measure { always, ..Measure::new(name, self.all, self.marked_by_us, figures) }
    }
}

/// Compares the decisions, cue by cue and over all cues.
pub fn hedges(texts: &[Tagged], reports: &[Report]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut decisions = [Decisions::default(); CUES.len()];
    for (index, (text, report)) in texts.iter().zip(reports).enumerate() {
        let theirs = text.places(&["hedge"]);
        let ours = found(report, |finding| finding.family == "hedge");
        for (cue, place) in occurrences(&text.text) {
            let theirs = theirs.iter().any(|&it| overlap(it, place));
            let ours = ours.iter().find(|it| overlap(it.0, place));
            decisions[cue].add(ours.is_some(), theirs);
            if ours.is_some() != theirs {
                outcome.mistakes.push(Mistake {
                    text: index,
                    start: place.0,
                    end: place.1,
                    label: CUES[cue].to_owned(),
                    rule: ours.map(|(_, rule)| (*rule).to_owned()),
                });
            }
        }
    }
    let all = decisions.into_iter().fold(Decisions::default(), Decisions::plus);
    let by_cue = CUES.iter().zip(decisions).filter(|(_, decisions)| decisions.all > 0);
    outcome.measures.extend(by_cue.map(|(cue, decisions)| decisions.measure(cue)));
    outcome.measures.push(all.measure("shared cues"));
    outcome
}

/// Where the cues stand, by their index; the longest where they overlap.
fn occurrences(text: &str) -> Vec<(usize, Place)> {
    let characters: Vec<char> = text.chars().collect();
    let mut occurrences = Vec::new();
    let mut start = 0;
    while start < characters.len() {
        let here = CUES.iter().enumerate().find_map(|(index, cue)| {
            let length = cue.chars().count();
            let rest = characters.get(start..start + length)?;
            cue.chars().eq(rest.iter().copied()).then_some((index, length))
        });
        if let Some((cue, length)) = here {
            occurrences.push((cue, (start as u32, (start + length) as u32)));
        }
        start += here.map_or(1, |(_, length)| length);
    }
    occurrences
}

#[cfg(test)]
mod tests {
    use super::super::tests::{figures, report, tagged};
    use super::*;

    #[test]
    fn the_longest_cue_counts() {
        let cues = |text| -> Vec<(&str, u32)> {
            occurrences(text).into_iter().map(|(cue, place)| (CUES[cue], place.0)).collect()
        };
        assert_eq!(
            cues("大约三人有可能来，可能约十人"),
            [("大约", 0), ("有可能", 4), ("可能", 9), ("约", 11)]
        );
        assert_eq!(cues("也未"), []);
    }

    #[test]
    fn agreement_and_its_baseline() {
        let mut decisions = Decisions::default();
        for (ours, theirs) in [(true, true), (false, false), (true, false), (false, true)] {
            decisions.add(ours, theirs);
        }
        decisions.add(true, true);
        let measure = decisions.measure("约");
        assert_eq!((measure.gold, measure.found, measure.always), (Some(5), Some(3), Some(0.6)));
        assert_eq!(measure.figures[&Figure::Agreement].to_string(), "0.6");
    }

    #[test]
    fn decisions_are_compared_cue_by_cue() {
        let texts = ["他[可能|hedge]来", "可能性不大", "我也许来"].map(tagged);
        let reports = texts.each_ref().map(|text| report(&text.text));
        let outcome = hedges(&texts, &reports);
        assert_eq!(
            figures(&outcome),
            ["可能: agreement 1.000", "也许: agreement 0.000", "shared cues: agreement 0.667"]
        );
        let mistakes: Vec<_> = outcome.mistakes.iter().map(|it| (it.text, it.start)).collect();
        assert_eq!(mistakes, [(2, 1)]);
    }
}
