//! The command line over a corpus, beside the script that one writes with jieba for Python.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::measurement::{Measurements, median, parse};
use super::prepare::Bench;
use super::say;
use super::table::{Figure, Reach, Row, Unit};

/// Runs of each program, in turn.
const ROUNDS: usize = 3;

/// By script: its name, and how much of it Python gets. Its jieba knows no tags for most Traditional
/// characters, tries all for each, and takes half a minute for what is a tenth of a megabyte.
const SCRIPTS: [(&str, &str, &str); 2] =
    [("hant", "Traditional", "100kb"), ("hans", "Simplified", "1mb")];

#[derive(Deserialize)]
struct Usage {
    seconds: f64,
    processor: f64,
    memory: f64,
    count: usize,
}

/// Measures both.
pub fn measure(bench: &Bench) -> Result<Vec<Row>> {
    say("the command line, and jieba.posseg in Python");
    let mut rows = Vec::new();
    for (script, title, peer) in SCRIPTS {
        let (large, small) = (format!("corpus-{script}-50mb"), format!("corpus-{script}-5mb"));
        let python = format!("corpus-{script}-{peer}");
        let mut posseg = Measurements::default();
        let (mut runs, mut small_runs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            runs.push(cifeng(bench, &large)?);
            small_runs.push(cifeng(bench, &small)?);
            let words = bench.inputs("literals.txt");
            let corpus = bench.inputs(&format!("{python}.jsonl"));
            let output = bench.python("posseg.py").args([words, corpus]).read()?;
            posseg.join(Measurements::read(&output, &bench.expected)?)?;
        }
        let middle = |of: fn(&Usage) -> f64, runs: &[Usage]| {
            median(&runs.iter().map(of).collect::<Vec<_>>())
        };
        let megabytes = bench.expected.megabytes(&large)?;
        let ours = megabytes / middle(|run| run.processor, &runs);
        let theirs =
            bench.expected.megabytes(&python)? * 1e3 / median(posseg.times("posseg", &python)?);
        let wall = megabytes / middle(|run| run.seconds, &runs);
        let memory = [&runs, &small_runs].map(|runs| middle(|run| run.memory, runs) / 1e6);
        let place = format!("command line, {title} jsonl");
        rows.push(Row::ratio(
            format!("{place}, a core: Python's jieba.posseg"),
            [ours, theirs].map(|rate| Figure(rate, Unit::Rate)),
            ours / theirs,
            Some(Reach::AtLeast(150.0)),
        ));
        rows.push(Row::own(format!("{place}, by the clock"), Figure(wall, Unit::Rate), None));
        rows.push(Row::ratio(
            format!("{place}, memory: 50 MB by 5 MB"),
            memory.map(|bytes| Figure(bytes, Unit::Megabytes)),
            memory[0] / memory[1],
            Some(Reach::AtMost(1.1)),
        ));
    }
    Ok(rows)
}

/// One run over a corpus; its findings have to be those that are there.
fn cifeng(bench: &Bench, corpus: &str) -> Result<Usage> {
    let usage = bench.python("usage.py").args([bench.place_of("cifeng")]);
    let usage = usage.args(["analyze", "--input", "jsonl", "--format", "jsonl"]);
    let output = usage.args([bench.inputs(&format!("{corpus}.jsonl"))]).read()?;
    let usage: Usage = parse(&output)?.into_iter().next().context("nothing was measured")?;
    bench.expected.check("cifeng", corpus, usage.count)?;
    Ok(usage)
}
