//! Criterion's medians of `bench/native`.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::prepare::Bench;
use super::say;
use super::table::{Figure, Row, Unit};

/// The groups of the benchmark, what they measure, and whether it is the whole text that takes the time.
const GROUPS: [(&str, &str, bool); 3] = [
    ("document", "reading the text", true),
    ("analysis", "the whole analysis", true),
    ("edit", "a character put in and taken out", false),
];

/// The inputs of the benchmark.
const INPUTS: [(&str, &str); 3] = [("oped", "the op-ed"), ("1mb", "1 MB"), ("10mb", "10 MB")];

/// Runs Criterion and reads what it found.
pub fn measure(bench: &Bench) -> Result<Vec<Row>> {
    say("natively, by Criterion");
    let home = bench.inputs("criterion");
    let command = bench.cargo(["bench", "--profile", "measure", "--package", "cifeng-bench"]);
    command.env("CRITERION_HOME", &home).run()?;
    let mut rows = Vec::new();
    for (group, title, whole) in GROUPS {
        for (input, size) in INPUTS {
            let path = home.join(group).join(input).join("new/estimates.json");
            let text = fs::read_to_string(&path)
                .with_context(|| format!("Criterion left no {}", path.display()))?;
            let estimates: Value = serde_json::from_str(&text)?;
            let nanoseconds = estimates["median"]["point_estimate"]
                .as_f64()
                .with_context(|| format!("{} has no median", path.display()))?;
            let megabytes = bench.expected.megabytes(&format!("hant-{input}"))?;
            let time = Figure(nanoseconds / 1e6, Unit::Milliseconds);
            let rate = Figure(megabytes / (nanoseconds / 1e9), Unit::Rate);
            let row = Row::own(format!("native, {size}: {title}"), time, None);
            rows.push(if whole { Row { ours: format!("{time} ({rate})"), ..row } } else { row });
        }
    }
    Ok(rows)
}
