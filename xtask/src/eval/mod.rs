//! `cargo xtask eval`: how well the analyser does on annotated texts.
//!
//! Precision, recall and F1 by family or subtype, by the rules of the scorer that lies beside the gold
//! annotation (`score.py`): a finding is right if start, end and family are those of the annotation;
//! spans marked `unsure` cost nothing either way; families that the gold never uses are passed over.
//! Several files count as one. The 95 % intervals resample whole texts and draw the very random
//! numbers that the scorer draws, so that its table and ours are the same to the last digit.

mod gold;
mod report;
mod score;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cifeng::{Analyzer, Finding, Options};
use clap::{Args as Arguments, ValueEnum};
use serde::Serialize;

use crate::command::Project;
use gold::Gold;
use score::Scores;

/// Where the segmentation dictionary lies in a lexicon folder.
const DICTIONARY: &str = "segmentation/dictionary.txt";

/// Arguments of `cargo xtask eval`.
#[derive(Debug, Arguments)]
pub struct Args {
    /// Annotated texts, one JSON object a line: {"id", "text", "spans": [{"start", "end", "family", "subtype"}]}
    #[arg(required = true, value_name = "GOLD.jsonl")]
    gold: Vec<PathBuf>,

    /// What the figures are grouped by
    #[arg(long, value_enum, default_value_t)]
    by: By,

    /// Show up to N mistakes in context, false alarms with the rule that made them
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,

    /// Print the figures as JSON; what cannot be computed is null
    #[arg(long)]
    json: bool,

    /// Compile the lexicon in this folder instead of using the built-in one
    #[arg(long, value_name = "DIR")]
    lexicon: Option<PathBuf>,

    /// Write what was found, one JSON object a line: {"id", "findings"}
    #[arg(long, value_name = "FILE")]
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

/// Analyses the annotated texts and prints how much of the annotation was found.
pub fn run(arguments: &Args) -> Result<()> {
    let gold = gold::load(&arguments.gold)?;
    let analyzer = analyzer(arguments.lexicon.as_deref())?;
    let findings =
        gold.iter().map(|text| find(&analyzer, text)).collect::<Result<Vec<Vec<Finding>>>>()?;
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
    print!("{}", report::mistakes(&scores, &gold, arguments.errors));
    Ok(())
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

fn find(analyzer: &Analyzer, text: &Gold) -> Result<Vec<Finding>> {
    let options = Options { max_chars: usize::MAX, ..Options::default() };
    let report = analyzer.analyze(&text.text, &options).with_context(|| text.id.clone())?;
    Ok(report.findings)
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
