//! `docs/benchmarks.md`.

use std::fs;
use std::thread;

use anyhow::{Context, Result};

use super::prepare::Bench;
use super::table::Table;
use crate::manifest::Manifest;

/// Where the record is, inside the project.
const FILE: &str = "docs/benchmarks.md";

/// Writes the table with what it was measured on.
pub fn write(bench: &Bench, manifest: &Manifest, table: &Table) -> Result<()> {
    let (bounds, kept) = table.in_reach();
    let text = format!(
        "# Benchmarks\n\n\
         `cargo xtask bench --record` measured this and wrote this page. Only the ratios say something: \
         the machine is shared and its speed drifts. Subject and peers took turns in one run; times are \
         medians, ratios medians of the rounds' ratios; every timed analysis found what an untimed native one found.\n\n\
         {}\n\
         {}\n\
         {kept} of {bounds} figures with a reach are in it.\n\n\
         {}",
        circumstances(bench, manifest)?,
        table.markdown(),
        READING
    );
    let path = bench.project.join(FILE);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    println!("bench: {FILE} is written");
    Ok(())
}

/// How the rows are meant.
const READING: &str = "\
## How to read it

- Texts are the project's own (`tests/gold/texts`), repeated; \"op-ed\" is 5,877 characters of them, \
\"1 MB\" a million bytes of UTF-8.
- `tag` and `cut`: how many times faster the whole analysis is (all families, conflicts resolved, summary, \
the report in JavaScript, every finding looked at) than jieba-wasm alone, which only finds words. Both warm.
- The bare pass: how many times longer the whole analysis takes than one pass of a daachorse automaton over \
the same text that only counts the literals of the lexicon. It is the practical limit.
- Cold: module, WebAssembly and data from the disk's cache, compiled, loaded, and the first result; in Node a \
fresh process, in Chromium a new page. The ratio is our time by jieba-wasm's.
- Before the first report: all files that reach the page until it shows the report of a text that was pasted \
at once, each compressed by brotli at its highest level; in brackets as they are.
- Growth: time by time. 1.1 times the ratio of the sizes is called linear.
- Command line: megabytes of text by seconds of processor time, start included; for Python without its \
start. Memory is the most that the process held.
";

fn circumstances(bench: &Bench, manifest: &Manifest) -> Result<String> {
    let version = |program: &str| -> Result<String> {
        let answer = bench.project.command(program).args(["--version"]).probe();
        let answer = answer.with_context(|| format!("`{program} --version` says nothing"))?;
        Ok(answer.trim_start_matches('v').to_owned())
    };
    let git = |arguments: &[&str]| bench.project.command("git").args(arguments).read();
    let today = bench.project.command("node").args(["-p", "new Date().toISOString().slice(0, 10)"]);
    let commit = git(&["rev-parse", "--short", "HEAD"])?;
    // The record itself does not count: it is about to be written.
    let changes = git(&["status", "--porcelain", "--", ".", &format!(":!{FILE}")])?;
    let suffix = if changes.is_empty() { "" } else { ", with changes" };
    let chromium = crate::setup::chromium(bench.project).context("there is no Chromium")?;
    let chromium = version(&chromium.to_string_lossy())?;
    let chromium: Vec<&str> = chromium.split_whitespace().take(2).collect();
    let literals = fs::read_to_string(bench.inputs("literals.txt"))?.lines().count();
    let cores = thread::available_parallelism()?;
    let compiler = version("rustc")?;
    let compiler: Vec<&str> = compiler.split_whitespace().take(2).collect();
    Ok(format!(
        "- date: {}\n\
         - commit: {commit}{suffix}\n\
         - machine: {cores}-core {}, {}\n\
         - {}, wasm-bindgen {}, Node {}, {}, {}\n\
         - peers: jieba-wasm {}, jieba {} for Python, daachorse with {literals} literals\n",
        today.read()?,
        std::env::consts::ARCH.replace('_', "-"),
        std::env::consts::OS,
        compiler.join(" "),
        manifest.tools.wasm_bindgen_cli,
        version("node")?,
        chromium.join(" "),
        version("python3")?,
        peer(bench, "bench/wasm/package.json", "\"jieba-wasm\": \"")?,
        peer(bench, "bench/cli/requirements.txt", "jieba==")?,
    ))
}

/// The version that follows some words in a file.
fn peer(bench: &Bench, file: &str, words: &str) -> Result<String> {
    let text = fs::read_to_string(bench.project.join(file)).context("cannot read the peers")?;
    let version = text.split_once(words).and_then(|(_, rest)| rest.split(['"', '\n']).next());
    version.map(str::to_owned).with_context(|| format!("{file} names no version"))
}
