//! What is measured on one set of texts, and the table of all of it.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter, Write};

use serde::{Deserialize, Serialize};

use super::score::{Mistake, Row};

/// With fewer cases than this there is no floor: one case would move the figure by more than an eighth.
const FEW: u32 = 8;

/// A number that tells how good the analyser is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// Share of the findings that is right.
    Precision,
    /// Share of the annotation that is found.
    Recall,
    /// Harmonic mean of both.
    F1,
    /// Share of the decisions that are those of the annotation.
    Agreement,
    /// False alarms per 1,000 Han characters: the only figure that is better when lower.
    #[serde(rename = "per-1000-han")]
    Per1000Han,
}

impl Figure {
    /// The word for it in `floors.toml` and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Precision => "precision",
            Self::Recall => "recall",
            Self::F1 => "f1",
            Self::Agreement => "agreement",
            Self::Per1000Han => "per-1000-han",
        }
    }

    /// Whether less of it is better.
    pub fn is_cost(self) -> bool {
        self == Self::Per1000Han
    }
}

impl Display for Figure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// What is measured: a family, a class, a cue.
    pub name: String,
    /// Cases of the annotation, where there is any.
    pub gold: Option<u32>,
    /// Findings, where they are counted.
    pub found: Option<u32>,
    /// The figures that can be computed.
    #[serde(flatten)]
    pub figures: BTreeMap<Figure, f64>,
    /// The agreement of whoever marks every cue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always: Option<f64>,
}

impl Measure {
    /// A measure without the figures that are not numbers, nothing having been there to divide by.
    pub fn new(
        name: impl Into<String>,
        gold: impl Into<Option<u32>>,
        found: impl Into<Option<u32>>,
        figures: impl IntoIterator<Item = (Figure, f64)>,
    ) -> Self {
        let figures = figures.into_iter().filter(|(_, value)| !value.is_nan()).collect();
        let (gold, found) = (gold.into(), found.into());
        Self { name: name.into(), gold, found, figures, always: None }
    }

    /// The measure of a label that was scored against spans.
    pub fn of_row(name: &str, row: &Row) -> Self {
        let figures = [
            (Figure::Precision, row.precision),
            (Figure::Recall, row.recall),
            (Figure::F1, row.f1),
        ];
        Self::new(name, row.gold, row.found, figures)
    }

    /// The figures that have floors: F1 where there is one, else every figure; none that rests on too
    /// few cases. A rate rests on the length of the texts and always has one.
    pub fn guarded(&self) -> BTreeMap<Figure, f64> {
        let enough = self.gold.max(self.found).is_some_and(|cases| cases >= FEW);
        let f1 = self.figures.contains_key(&Figure::F1);
        let guards = |figure: Figure| figure.is_cost() || (enough && (!f1 || figure == Figure::F1));
        self.figures
            .iter()
            .map(|(&figure, &value)| (figure, value))
            .filter(|it| guards(it.0))
            .collect()
    }
}

/// All that was measured on one set.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The lines of the table.
    pub measures: Vec<Measure>,
    /// What was wrong.
    pub mistakes: Vec<Mistake>,
}

impl Outcome {
    /// Adds what else was measured on the set.
    pub fn append(&mut self, mut other: Self) {
        self.measures.append(&mut other.measures);
        self.mistakes.append(&mut other.mistakes);
    }
}

/// The columns of numbers: their headings and widths.
const COLUMNS: [(&str, usize); 8] = [
    ("gold", 7),
    ("found", 7),
    ("P", 7),
    ("R", 7),
    ("F1", 7),
    ("agree", 7),
    ("always", 7),
    ("/1,000", 8),
];

/// The heading of the table.
pub fn heading() -> String {
    line("set", "measure", &COLUMNS.map(|(name, _)| name.to_owned()))
}

/// The lines of one set.
pub fn lines(set: &str, measures: &[Measure]) -> String {
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let share = |share: Option<&f64>| share.map(|share| format!("{share:.3}")).unwrap_or_default();
    let of = |measure: &Measure| {
        let figure = |figure| share(measure.figures.get(&figure));
        let cells = [
            count(measure.gold),
            count(measure.found),
            figure(Figure::Precision),
            figure(Figure::Recall),
            figure(Figure::F1),
            figure(Figure::Agreement),
            share(measure.always.as_ref()),
            figure(Figure::Per1000Han),
        ];
        line(set, &measure.name, &cells)
    };
    measures.iter().map(of).collect()
}

fn line(set: &str, name: &str, cells: &[String; COLUMNS.len()]) -> String {
    // A Han character is as wide as two letters.
    let wide = name.chars().filter(|character| !character.is_ascii()).count();
    let name_width = 32 - wide.min(32);
    let mut line = format!("{set:16}{name:name_width$}");
    for (cell, (_, width)) in cells.iter().zip(COLUMNS) {
        let _ = write!(line, "{cell:>width$}");
    }
    format!("{}\n", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_gaps_where_nothing_is_measured() {
        let mut cue = Measure::new("約", 4, None, [(Figure::Agreement, 0.75)]);
        cue.always = Some(0.5);
        let rate = Measure::new("nickname", None, 3, [(Figure::Per1000Han, 0.0625)]);
        let expected = "\
set             measure                            gold  found      P      R     F1  agree always  /1,000
tiny            約                                    4                              0.750  0.500
tiny            nickname                                     3                                      0.062
";
        assert_eq!(heading() + &lines("tiny", &[cue, rate]), expected);
    }

    /// Cases, findings, figures, and those of them that have floors.
    type Case<'a> = (Option<u32>, u32, &'a [Figure], &'a [Figure]);

    #[test]
    fn what_has_a_floor() {
        let (precision, recall, f1) = (Figure::Precision, Figure::Recall, Figure::F1);
        let rate = Figure::Per1000Han;
        let table: [Case; 5] = [
            (Some(8), 3, &[precision, recall, f1], &[f1]),
            (Some(8), 3, &[precision, recall], &[precision, recall]),
            (Some(3), 8, &[recall], &[recall]),
            (Some(7), 7, &[precision, recall, f1], &[]),
            (None, 0, &[rate], &[rate]),
        ];
        for (gold, found, figures, guarded) in table {
            let measure =
                Measure::new("m", gold, found, figures.iter().map(|&figure| (figure, 0.5)));
            assert_eq!(measure.guarded().into_keys().collect::<Vec<_>>(), guarded, "{measure:?}");
        }
    }

    #[test]
    fn what_cannot_be_computed_is_left_out() {
        let measure = Measure::new("m", 0, 0, [(Figure::F1, f64::NAN), (Figure::Recall, 1.0)]);
        assert_eq!(measure.figures.into_keys().collect::<Vec<_>>(), [Figure::Recall]);
    }
}
