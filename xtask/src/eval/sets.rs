//! The sets of annotated texts that `cargo xtask eval` knows, and where they lie.
//!
//! One set is the project's own. The others are under copyright or other licences and no part of the
//! project; they are used where they are at hand.

use std::path::{Path, PathBuf};

use anyhow::Result;
use cifeng::{Analyzer, Finding, Report};

use super::external::{self, Tagged};
use super::gold::{self, Gold};
use super::measure::{Figure, Measure, Outcome};
use super::report::{self, Passage};
use super::score::{Scores, subtypes};
use super::{By, analysis};

/// The folder of the project's own set.
const OWN_FOLDER: &str = "tests/gold";

/// Names another folder for the other sets than [`FOLDER`].
const FOLDER_VARIABLE: &str = "CIFENG_GOLD";
/// Where they lie unless that is said.
const FOLDER: &str = "../shared/gold";

/// Classes with a goal of their own in the annotation guideline.
const CLASSES: [&str; 3] = ["exclamation/interjection", "exclamation/mark", "exclamation/particle"];

/// A set of annotated texts.
#[derive(Debug, Clone, Copy)]
pub struct Set {
    /// Its name in the table and for the floors.
    pub name: &'static str,
    /// Its file, inside the folder of its kind.
    file: &'static str,
    /// What it is compared in.
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The project's own texts, annotated by the guideline.
    Own,
    /// Other texts that are annotated by the guideline.
    Gold,
    /// Set phrases of a newspaper.
    Idioms,
    /// Treebanks with interjections, particles and marks.
    Exclamations,
    /// Hedge cues, and texts in which other families are false alarms.
    Hedges,
    /// Announced nicknames.
    Nicknames,
    /// Texts in which some families are false alarms.
    Plain,
}

impl Set {
    /// Whether its annotation follows the guideline that defines what is to be found.
    pub fn is_by_guideline(&self) -> bool {
        matches!(self.kind, Kind::Own | Kind::Gold)
    }
}

const fn set(name: &'static str, file: &'static str, kind: Kind) -> Set {
    Set { name, file, kind }
}

/// All sets, in the order of the table.
pub const SETS: [Set; 10] = [
    set("own", "gold.jsonl", Kind::Own),
    set("seed", "seed/seed.jsonl", Kind::Gold),
    set("dev", "dev/dev.jsonl", Kind::Gold),
    set("people-daily", "external/pfr199801.jsonl", Kind::Idioms),
    set("ud-hk", "external/ud_zh_hk-ud-test.jsonl", Kind::Exclamations),
    set("ud-cantonese", "external/ud_yue_hk-ud-test.jsonl", Kind::Exclamations),
    set("fiction", "external/zx_fiction_pos.jsonl", Kind::Exclamations),
    set("chscope", "external/chscope_hedges.jsonl", Kind::Hedges),
    set("nickname-silver", "external/nickname_silver_strict.jsonl", Kind::Nicknames),
    set("pud", "external/ud_zh_pud-ud-test.jsonl", Kind::Plain),
];

/// Where the sets lie.
#[derive(Debug)]
pub struct Places {
    own: PathBuf,
    other: PathBuf,
}

impl Places {
    /// The project's folder for its own set, `../shared/gold` or what `CIFENG_GOLD` names for the others.
    pub fn of(project: &Path) -> Self {
        let named = std::env::var_os(FOLDER_VARIABLE).map(PathBuf::from);
        Self { own: project.join(OWN_FOLDER), other: named.unwrap_or_else(|| project.join(FOLDER)) }
    }

    /// The file of a set.
    pub fn file(&self, set: &Set) -> PathBuf {
        let folder = if set.kind == Kind::Own { &self.own } else { &self.other };
        folder.join(set.file)
    }

    /// The sets that are there, then those that are not; the project's own is always there.
    pub fn divide<'a>(&self, sets: &[&'a Set]) -> (Vec<&'a Set>, Vec<&'a Set>) {
        sets.iter().partition(|set| set.kind == Kind::Own || self.file(set).is_file())
    }

    /// Tells which sets are not there, in one line, if any.
    pub fn skipped(&self, absent: &[&Set]) -> Option<String> {
        let names: Vec<&str> = absent.iter().map(|set| set.name).collect();
        let folder = self.other.display();
        (!names.is_empty()).then(|| {
            let names = names.join(", ");
            format!("skipped: {names} (not in {folder}; {FOLDER_VARIABLE} may name another folder)")
        })
    }
}

/// Measures the analyser on a set; returns the mistakes as text, too.
pub fn measure(
    set: &Set,
    file: &Path,
    analyzer: &Analyzer,
    by: By,
    errors: usize,
) -> Result<(Vec<Measure>, String)> {
    if let Kind::Own | Kind::Gold = set.kind {
        let texts = gold::load(&[file.to_owned()])?;
        let passages: Vec<Passage> =
            texts.iter().map(|Gold { id, text, .. }| Passage { id, text }).collect();
        let reports = reports(analyzer, &passages)?;
        let findings: Vec<Vec<Finding>> = reports.into_iter().map(|it| it.findings).collect();
        Ok(told(against_gold(&texts, &findings, by), &passages, errors))
    } else {
        let texts = external::load(file)?;
        let passages: Vec<Passage> =
            texts.iter().map(|Tagged { id, text, .. }| Passage { id, text }).collect();
        let reports = reports(analyzer, &passages)?;
        let outcome = match set.kind {
            Kind::Idioms => external::idioms(&texts, &reports),
            Kind::Exclamations => external::exclamations(&texts, &reports),
            Kind::Hedges => {
                let mut outcome = external::hedges(&texts, &reports);
                outcome.append(external::false_alarms(&reports));
                outcome
            }
            Kind::Nicknames => external::nicknames(&texts, &reports, analyzer)?,
            Kind::Own | Kind::Gold | Kind::Plain => external::false_alarms(&reports),
        };
        Ok(told(outcome, &passages, errors))
    }
}

/// The measures, and the first mistakes in the order of the texts.
fn told(outcome: Outcome, passages: &[Passage], errors: usize) -> (Vec<Measure>, String) {
    let Outcome { measures, mut mistakes } = outcome;
    mistakes.sort_by_key(|mistake| (mistake.text, mistake.start, mistake.end));
    (measures, report::mistakes(&mistakes, passages, errors))
}

fn reports(analyzer: &Analyzer, passages: &[Passage]) -> Result<Vec<Report>> {
    let texts: Vec<&str> = passages.iter().map(|passage| passage.text).collect();
    analysis::analyze(analyzer, &texts)
}

/// Precision, recall and F1 by family, of the classes that have goals of their own, and over all; then
/// how many of the matched spans have the right subtype.
fn against_gold(gold: &[Gold], findings: &[Vec<Finding>], by: By) -> Outcome {
    let by_subtype = Scores::of(gold, findings, true);
    let mut measures = Vec::new();
    let scores = if by == By::Subtype {
        by_subtype
    } else {
        let classes = by_subtype.rows.iter().filter(|(name, _)| CLASSES.contains(&name.as_str()));
        measures.extend(classes.map(|(name, row)| Measure::of_row(name, row)));
        Scores::of(gold, findings, false)
    };
    measures.extend(scores.rows.iter().map(|(name, row)| Measure::of_row(name, row)));
    // Classes stand behind their family, and the sum at the end.
    measures.sort_by_key(|measure| (measure.name == "ALL", measure.name.clone()));
    let (matched, right) = subtypes(gold, findings);
    measures.push(Measure::new(
        "subtype of matched spans",
        matched,
        None,
        [(Figure::Agreement, right)],
    ));
    Outcome { measures, mistakes: scores.mistakes }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(sets: &[&Set]) -> Vec<&'static str> {
        sets.iter().map(|set| set.name).collect()
    }

    #[test]
    fn what_is_absent_is_told_in_one_line() {
        let nowhere = PathBuf::from("no-such-folder");
        let places = Places { own: nowhere.clone(), other: nowhere };
        let (present, absent) = places.divide(&[&SETS[0], &SETS[1], &SETS[9]]);
        assert_eq!((names(&present), names(&absent)), (vec!["own"], vec!["seed", "pud"]));
        let expected =
            "skipped: seed, pud (not in no-such-folder; CIFENG_GOLD may name another folder)";
        assert_eq!(places.skipped(&absent).as_deref(), Some(expected));
        assert_eq!(places.skipped(&[]), None);
    }

    #[test]
    fn names_are_unique() {
        let mut names = SETS.map(|set| set.name);
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
