//! `cargo xtask eval`: how well the analyser does on annotated texts.
//!
//! Without files it measures everything that is at hand, in one table: the project's own gold, other
//! texts annotated by the same guideline, and annotation that others made for other purposes. The
//! figures are held by the floors in `tests/gold/floors.toml`.
//!
//! With files it tells precision, recall and F1 by family or subtype, by the rules of the scorer that
//! lies beside the gold annotation (`score.py`): a finding is right if start, end and family are those
//! of the annotation; spans marked `unsure` cost nothing either way; families that the gold never uses
//! are passed over. Several files count as one. The 95 % intervals resample whole texts and draw the
//! very random numbers that the scorer draws, so that its table and ours are the same to the last
//! digit.

mod analysis;
mod external;
mod figures;
mod floors;
mod gold;
mod measure;
mod report;
mod score;
mod sets;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use cifeng::{Analyzer, Finding};
use clap::{Args as Arguments, Parser, ValueEnum};
use serde::Serialize;

use crate::command::Project;
pub use figures::{FamilyFigures, SetFigures, figures};
use floors::Floors;
use gold::Gold;
use measure::Measure;
use report::Passage;
use score::Scores;
use sets::{Places, SETS, Set};

/// Where the segmentation dictionary lies in a lexicon folder.
const DICTIONARY: &str = "segmentation/dictionary.txt";

/// Where the floors are, inside the project.
const FLOORS: &str = "tests/gold/floors.toml";

/// Arguments of `cargo xtask eval`.
#[derive(Debug, Arguments)]
pub struct Args {
    /// Annotated texts, one JSON object a line: {"id", "text", "spans": [{"start", "end", "family", "subtype"}]};
    /// without any, all sets that are at hand
    #[arg(value_name = "GOLD.jsonl")]
    gold: Vec<PathBuf>,

    /// Without files: only these sets
    #[arg(long, value_name = "SET", value_delimiter = ',', num_args = 1.., conflicts_with = "gold")]
    only: Vec<String>,

    /// Without files: fail if a figure is below its floor in tests/gold/floors.toml
    #[arg(long, conflicts_with_all = ["gold", "by"])]
    check: bool,

    /// Without files: lift the floors to the present figures less the margin, where that is higher
    #[arg(long, conflicts_with_all = ["gold", "by", "check", "lexicon"])]
    raise: bool,

    /// What the new floors leave to chance
    #[arg(long, requires = "raise", default_value_t = 0.005)]
    margin: f64,

    /// What the figures are grouped by
    #[arg(long, value_enum, default_value_t)]
    by: By,

    /// Show up to N mistakes of each set in context, false alarms with the rule that made them
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,

    /// Print the figures as JSON; what cannot be computed is null or left out
    #[arg(long)]
    json: bool,

    /// Compile the lexicon in this folder instead of using the built-in one
    #[arg(long, value_name = "DIR")]
    lexicon: Option<PathBuf>,

    /// Write what was found, one JSON object a line: {"id", "findings"}
    #[arg(long, value_name = "FILE", requires = "gold")]
    predictions: Option<PathBuf>,
}

/// What the figures are grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum By {
    /// hedge, booster, …
    #[default]
    Family,
    /// hedge/modal, hedge/approximator, …
    Subtype,
}

/// The command line of `cargo xtask eval`, as a program of its own.
#[derive(Parser)]
struct Evaluation {
    #[command(flatten)]
    arguments: Args,
}

/// Analyses annotated texts and prints how much of the annotation was found.
pub fn run(arguments: &Args) -> Result<()> {
    if arguments.gold.is_empty() { sets_at_hand(arguments) } else { files(arguments) }
}

/// `cargo xtask eval --check`.
pub fn check() -> Result<()> {
    run(&Evaluation::try_parse_from(["eval", "--check"])?.arguments)
}

fn files(arguments: &Args) -> Result<()> {
    let gold = gold::load(&arguments.gold)?;
    let analyzer = analyzer(arguments.lexicon.as_deref())?;
    let passages: Vec<Passage> =
        gold.iter().map(|Gold { id, text, .. }| Passage { id, text }).collect();
    let texts: Vec<&str> = passages.iter().map(|passage| passage.text).collect();
    let reports = analysis::analyze(&analyzer, &texts)?;
    let findings: Vec<Vec<Finding>> = reports.into_iter().map(|report| report.findings).collect();
    if let Some(path) = &arguments.predictions {
        write_predictions(path, &gold, &findings)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    let scores = Scores::of(&gold, &findings, arguments.by == By::Subtype);
    if arguments.json {
        println!("{}", report::json(&scores)?);
    } else {
        print!("{}", report::table(&scores));
    }
    print!("{}", report::mistakes(&scores.mistakes, &passages, arguments.errors));
    Ok(())
}

fn sets_at_hand(arguments: &Args) -> Result<()> {
    let project = Project::locate()?;
    let places = Places::of(project.root());
    let (present, absent) = places.divide(&chosen(&arguments.only)?);
    let analyzer = analyzer(arguments.lexicon.as_deref())?;
    let mut results = Vec::new();
    let mut mistakes = String::new();
    if !arguments.json {
        print!("{}", measure::heading());
    }
    for set in present {
        let file = places.file(set);
        let (measures, shown) =
            sets::measure(set, &file, &analyzer, arguments.by, arguments.errors)?;
        if !arguments.json {
            print!("{}", measure::lines(set.name, &measures));
        }
        mistakes.push_str(&shown);
        results.push((set.name, measures));
    }
    if arguments.json {
        println!("{}", json(&results)?);
    } else {
        print!("{mistakes}");
        places.skipped(&absent).iter().for_each(|line| println!("{line}"));
    }
    let path = project.join(FLOORS);
    if arguments.raise {
        raise(&path, &results, arguments.margin)?;
    }
    if arguments.check { hold(&Floors::read(&path)?, &results) } else { Ok(()) }
}

/// The sets of some names, or all.
fn chosen(names: &[String]) -> Result<Vec<&'static Set>> {
    let known = SETS.each_ref().map(|set| set.name);
    for name in names {
        ensure!(
            known.contains(&name.as_str()),
            "no set is called `{name}`; the sets are {}",
            known.join(", ")
        );
    }
    let wanted = |set: &&Set| names.is_empty() || names.iter().any(|name| name == set.name);
    Ok(SETS.iter().filter(wanted).collect())
}

fn raise(path: &Path, results: &[(&str, Vec<Measure>)], margin: f64) -> Result<()> {
    let mut floors = if path.is_file() { Floors::read(path)? } else { Floors::default() };
    for (set, measures) in results {
        floors.raise(set, measures, margin);
    }
    floors.write(path)?;
    println!("{FLOORS}: {} sets", floors.sets().count());
    Ok(())
}

/// Fails if a figure is below its floor.
fn hold(floors: &Floors, results: &[(&str, Vec<Measure>)]) -> Result<()> {
    let known = SETS.map(|set| set.name);
    if let Some(unknown) = floors.sets().find(|set| !known.contains(set)) {
        bail!("{FLOORS} has floors for `{unknown}`, but no set is called so");
    }
    let breaches: Vec<String> =
        results.iter().flat_map(|(set, measures)| floors.breaches(set, measures)).collect();
    ensure!(breaches.is_empty(), "figures have fallen ({FLOORS}):\n  {}", breaches.join("\n  "));
    println!("all figures hold their floors ({FLOORS})");
    Ok(())
}

/// The measures with their sets, as one JSON array.
fn json(results: &[(&str, Vec<Measure>)]) -> Result<String> {
    #[derive(Serialize)]
    struct Line<'a> {
        set: &'a str,
        #[serde(flatten)]
        measure: &'a Measure,
    }

    let lines: Vec<Line> = results
        .iter()
        .flat_map(|(set, measures)| measures.iter().map(move |measure| Line { set, measure }))
        .collect();
    Ok(serde_json::to_string_pretty(&lines)?)
}

fn analyzer(lexicon: Option<&Path>) -> Result<Analyzer> {
    let built_in = Project::locate()?.root().join("lexicon");
    let own = lexicon.map(|folder| folder.join(DICTIONARY)).filter(|path| path.exists());
    let path = own.unwrap_or_else(|| built_in.join(DICTIONARY));
    let dictionary =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let analyzer = match lexicon {
        None => Analyzer::new(&dictionary)?,
        Some(folder) => {
            let compiled = cifeng_lexicon::compile::compile_dir(folder)?;
            Analyzer::with_lexicon(compiled.lexicon, &dictionary)?
        }
    };
    Ok(analyzer)
}

fn write_predictions(path: &Path, gold: &[Gold], findings: &[Vec<Finding>]) -> Result<()> {
    #[derive(Serialize)]
    struct Prediction<'a> {
        id: &'a str,
        findings: &'a [Finding],
    }

    let mut out = BufWriter::new(File::create(path)?);
    for (Gold { id, .. }, findings) in gold.iter().zip(findings) {
        serde_json::to_writer(&mut out, &Prediction { id, findings })?;
        writeln!(out)?;
    }
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use measure::Figure;

    fn hedge(f1: f64) -> Vec<(&'static str, Vec<Measure>)> {
        vec![("own", vec![Measure::new("hedge", 50, 50, [(Figure::F1, f1)])])]
    }

    #[test]
    fn the_check_fails_below_a_floor_only() {
        let mut floors = Floors::default();
        floors.raise("own", &hedge(0.9)[0].1, 0.0);
        assert!(hold(&floors, &hedge(0.9)).is_ok());
        assert!(hold(&floors, &[]).is_ok(), "sets that are absent are passed over");
        assert_eq!(
            hold(&floors, &hedge(0.8)).expect_err("it fell").to_string(),
            "figures have fallen (tests/gold/floors.toml):\n  \
             own, hedge: f1 0.8000 is below the floor 0.900"
        );
        floors.raise("ovn", &[], 0.0);
        assert!(hold(&floors, &[]).expect_err("a slip").to_string().contains("`ovn`"));
    }

    #[test]
    fn unknown_sets_are_refused() {
        assert_eq!(chosen(&[]).expect("all").len(), SETS.len());
        let error = chosen(&["deb".to_owned()]).expect_err("a slip").to_string();
        assert!(error.starts_with("no set is called `deb`; the sets are own, seed, "), "{error}");
    }

    #[test]
    fn files_and_sets_are_measured_apart() {
        let fails = |line: &str| Evaluation::try_parse_from(line.split(' ')).is_err();
        for line in [
            "eval a.jsonl --check",
            "eval a.jsonl --raise",
            "eval a.jsonl --only dev",
            "eval --check --raise",
            "eval --check --by subtype",
            "eval --margin 0.1",
            "eval --predictions p.jsonl",
        ] {
            assert!(fails(line), "{line}");
        }
        for line in ["eval", "eval --check --only own,dev", "eval a.jsonl --predictions p.jsonl"] {
            assert!(!fails(line), "{line}");
        }
    }

    #[test]
    fn json_is_one_list_of_measures() {
        let json: serde_json::Value =
            serde_json::from_str(&json(&hedge(0.5)).expect("written")).expect("JSON");
        let expected = serde_json::json!([{"set": "own", "name": "hedge", "gold": 50, "found": 50, "f1": 0.5}]);
        assert_eq!(json, expected);
    }
}
