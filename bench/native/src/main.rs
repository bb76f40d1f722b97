//! `prepare` writes the inputs of all measurements with what must be found in them; `linear` measures
//! how the time grows with the text.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use cifeng::Analyzer;
use cifeng_bench::{
    DICTIONARY, MEGABYTE, OPED_CHARS, SCRIPTS, Texts, adversarial, findings, lexicon, repeated,
    repeated_chars,
};
use cifeng_limit::Limit;
use clap::Parser;
use serde::Serialize;
use serde_json::json;

/// How often each size of the texts is measured, the sizes taking turns.
const ROUNDS: usize = 5;

/// The same of costly inputs, which are small and some of them soon done.
const COSTLY_ROUNDS: usize = 21;

/// Corpora of many texts for the command line, two sizes to tell the memory by, and less for Python.
const CORPORA: [(&str, usize); 4] =
    [("50mb", 50 * MEGABYTE), ("5mb", 5 * MEGABYTE), ("1mb", MEGABYTE), ("100kb", MEGABYTE / 10)];

#[derive(Parser)]
enum Chore {
    /// Write the inputs and `expected.json` into a folder
    Prepare {
        /// The folder
        folder: PathBuf,
    },
    /// Measure how the time grows, one JSON object a line
    Linear,
}

/// What an input is and what must be found in it.
#[derive(Serialize)]
struct Expected {
    bytes: usize,
    findings: usize,
    /// Occurrences of literals; only of what the bare pass is measured on.
    literals: Option<usize>,
}

fn main() -> Result<()> {
    let chore = Chore::parse();
    let texts = Texts::read()?;
    let analyzer = Analyzer::new(DICTIONARY)?;
    match chore {
        Chore::Prepare { folder } => prepare(&texts, &analyzer, &folder),
        Chore::Linear => linear(&texts, &analyzer),
    }
}

fn prepare(texts: &Texts, analyzer: &Analyzer, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let literals = literals()?;
    let limit = Limit::new(&literals).map_err(anyhow::Error::msg)?;
    fs::write(folder.join("literals.txt"), &literals)?;

    let mut expected = BTreeMap::new();
    for script in SCRIPTS {
        let text = texts.joined(script);
        let inputs = [
            ("oped", repeated_chars(&text, OPED_CHARS)),
            ("1mb", repeated(&text, MEGABYTE)),
            ("10mb", repeated(&text, 10 * MEGABYTE)),
            ("million", repeated_chars(&text, 1_000_000)),
        ];
        for (size, input) in inputs {
            let name = format!("{script}-{size}");
            fs::write(folder.join(&name).with_extension("txt"), &input)?;
            let (findings, literals) = (findings(analyzer, &input)?, Some(limit.count(&input)));
            expected.insert(name, Expected { bytes: input.len(), findings, literals });
        }
    }
    for script in SCRIPTS {
        for (size, bytes) in CORPORA {
            let name = format!("corpus-{script}-{size}");
            let path = folder.join(&name).with_extension("jsonl");
            expected.insert(name, corpus(texts.each(script), analyzer, bytes, &path)?);
        }
    }
    fs::write(folder.join("expected.json"), serde_json::to_vec_pretty(&expected)?)?;
    Ok(())
}

/// The literals of the lexicon, each once.
fn literals() -> Result<String> {
    let lexicon = lexicon()?;
    let mut literals: Vec<&str> = lexicon.literals.lines().collect();
    literals.sort_unstable();
    literals.dedup();
    Ok(literals.join("\n"))
}

/// Writes whole texts in turn, one a line, until there are enough bytes of text.
fn corpus(texts: &[String], analyzer: &Analyzer, bytes: usize, path: &Path) -> Result<Expected> {
    let mut total = Expected { bytes: 0, findings: 0, literals: None };
    let counted: Vec<(&String, usize)> =
        texts.iter().map(|text| Ok((text, findings(analyzer, text)?))).collect::<Result<_>>()?;
    let mut file = BufWriter::new(File::create(path)?);
    for (number, (text, count)) in counted.iter().cycle().enumerate() {
        if total.bytes >= bytes {
            break;
        }
        serde_json::to_writer(&mut file, &json!({"id": number, "text": text}))?;
        file.write_all(b"\n")?;
        total.bytes += text.len();
        total.findings += count;
    }
    file.flush()?;
    Ok(total)
}

fn linear(texts: &Texts, analyzer: &Analyzer) -> Result<()> {
    for (script, title) in SCRIPTS.into_iter().zip(["Traditional text", "Simplified text"]) {
        grow(analyzer, title, &texts.joined(script), &[1, 10, 50], ROUNDS)?;
    }
    for (name, unit) in adversarial(texts) {
        grow(analyzer, name, &unit, &[1, 2], COSTLY_ROUNDS)?;
    }
    Ok(())
}

/// Measures a text repeated to several sizes.
fn grow(
    analyzer: &Analyzer,
    name: &str,
    unit: &str,
    megabytes: &[usize],
    rounds: usize,
) -> Result<()> {
    let inputs: Vec<String> =
        megabytes.iter().map(|size| repeated(unit, size * MEGABYTE)).collect();
    let counts: Vec<usize> =
        inputs.iter().map(|input| findings(analyzer, input)).collect::<Result<_>>()?;
    let mut times = vec![Vec::new(); inputs.len()];
    for _ in 0..rounds {
        for ((input, &count), times) in inputs.iter().zip(&counts).zip(&mut times) {
            let start = Instant::now();
            let found = findings(analyzer, input)?;
            times.push(start.elapsed().as_secs_f64() * 1_000.0);
            ensure!(found == count, "{name}: {found} findings, {count} in the run before");
        }
    }
    for ((size, count), ms) in megabytes.iter().zip(counts).zip(times) {
        let input = format!("{name}, {size} MB");
        println!("{}", json!({"subject": "cifeng", "input": input, "ms": ms, "count": count}));
    }
    Ok(())
}
