//! Recall and extras where both sides mark the same, but not always with the same borders.

use super::super::measure::{Figure, Measure};
use super::super::score::{Mistake, Place, overlap};

/// What has to be found in one text, and what may be.
#[derive(Debug, Default)]
pub struct Expected {
    /// Has to lie inside a finding.
    pub wanted: Vec<Place>,
    /// Makes a finding right that shares a character with it, besides what is wanted.
    pub accepted: Vec<Place>,
    /// Takes a finding that shares a character with it out of the count.
    pub aside: Vec<Place>,
}

/// Counts over all texts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Stretches that have to be found.
    pub wanted: u32,
    /// Those that lie inside a finding.
    pub covered: u32,
    /// Findings.
    pub found: u32,
    /// Those that are right.
    pub right: u32,
}

impl Coverage {
    /// Adds one text; returns its mistakes.
    pub fn add(
        &mut self,
        (text, label): (usize, &str),
        expected: &Expected,
        found: &[(Place, &str)],
    ) -> Vec<Mistake> {
        let mistake = |(start, end): Place, rule: Option<&str>| Mistake {
            text,
            start,
            end,
            label: label.to_owned(),
            rule: rule.map(str::to_owned),
        };
        let mut mistakes = Vec::new();
        for &place in &expected.wanted {
            self.wanted += 1;
            if is_covered(place, found) {
                self.covered += 1;
            } else {
                mistakes.push(mistake(place, None));
            }
        }
        for &(place, rule) in found {
            let touches = |places: &[Place]| places.iter().any(|&it| overlap(it, place));
            let right = touches(&expected.wanted) || touches(&expected.accepted);
            if !right && touches(&expected.aside) {
                continue;
            }
            self.found += 1;
            if right {
                self.right += 1;
            } else {
                mistakes.push(mistake(place, Some(rule)));
            }
        }
        mistakes.sort_by_key(|mistake| (mistake.start, mistake.end));
        mistakes
    }

    /// Precision and recall.
    pub fn measure(self, name: &str) -> Measure {
        let figures = [(Figure::Precision, self.precision()), (Figure::Recall, self.recall())];
        Measure::new(name, self.wanted, self.found, figures)
    }

    /// Precision, recall and F1.
    pub fn measure_with_f1(self, name: &str) -> Measure {
        let (precision, recall) = (self.precision(), self.recall());
        let f1 = 2.0 * precision * recall / (precision + recall);
        let figures = [(Figure::Precision, precision), (Figure::Recall, recall), (Figure::F1, f1)];
        Measure::new(name, self.wanted, self.found, figures)
    }

    /// Share of the findings that is right.
    pub fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found)
    }

    /// Share of what is wanted that is found.
    pub fn recall(self) -> f64 {
        f64::from(self.covered) / f64::from(self.wanted)
    }
}

/// Whether a place lies inside a finding.
pub fn is_covered(place: Place, found: &[(Place, &str)]) -> bool {
    found.iter().any(|(it, _)| it.0 <= place.0 && place.1 <= it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage() {
        // Wanted, accepted, aside, found; counts as in the struct; places of the mistakes.
        type Case<'a> = (&'a str, [&'a [Place]; 4], [u32; 4], &'a [u32]);
        let table: [Case; 8] = [
            ("nothing", [&[], &[], &[], &[]], [0, 0, 0, 0], &[]),
            ("hit", [&[(0, 2)], &[], &[], &[(0, 2)]], [1, 1, 1, 1], &[]),
            ("longer finding", [&[(1, 2), (2, 3)], &[], &[], &[(0, 4)]], [2, 2, 1, 1], &[]),
            ("shorter finding", [&[(0, 2)], &[], &[], &[(0, 1)]], [1, 0, 1, 1], &[0]),
            ("miss", [&[(3, 5)], &[], &[], &[]], [1, 0, 0, 0], &[3]),
            ("extra", [&[], &[], &[], &[(7, 8)]], [0, 0, 1, 0], &[7]),
            ("accepted", [&[], &[(7, 8)], &[], &[(7, 8)]], [0, 0, 1, 1], &[]),
            ("aside", [&[(0, 1)], &[], &[(5, 8)], &[(7, 9)]], [1, 0, 0, 0], &[0]),
        ];
        for (name, [wanted, accepted, aside, found], counts, wrong) in table {
            let [wanted, accepted, aside] = [wanted, accepted, aside].map(<[Place]>::to_vec);
            let found: Vec<(Place, &str)> = found.iter().map(|&place| (place, "a/b/c")).collect();
            let mut coverage = Coverage::default();
            let expected = Expected { wanted, accepted, aside };
            let mistakes = coverage.add((0, "label"), &expected, &found);
            let Coverage { wanted, covered, found, right } = coverage;
            assert_eq!([wanted, covered, found, right], counts, "{name}");
            let starts: Vec<u32> = mistakes.iter().map(|mistake| mistake.start).collect();
            assert_eq!(starts, wrong, "{name}");
        }
    }
}
