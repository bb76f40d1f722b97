//! `cargo xtask bench`: what Cifeng costs, beside what one would use instead, in one run and one table.
//!
//! Machines differ and one machine differs from hour to hour, so the figures that count are ratios of
//! medians, and subject and peers take turns. Every timed analysis has to find what an untimed native
//! one found. The measuring programs are in `bench/`; here they are prepared, started and compared.

mod cli;
mod linear;
mod measurement;
mod native;
mod prepare;
mod record;
mod sizes;
mod table;
mod typing;
mod wasm;

use anyhow::Result;
use clap::{Args as Arguments, ValueEnum};

use crate::build::{self, Mode};
use crate::command::Project;
use crate::manifest::Manifest;
use crate::setup::{self, Purpose};
use prepare::Bench;
use table::Table;

/// Arguments of `cargo xtask bench`.
#[derive(Debug, Arguments)]
pub struct Args {
    /// Only these parts
    #[arg(long, value_name = "PART", value_delimiter = ',', num_args = 1..)]
    only: Vec<Part>,

    /// Write docs/benchmarks.md; only of all parts together
    #[arg(long, conflicts_with = "only")]
    record: bool,
}

/// A part of what is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Reading and analysing a text, natively
    Native,
    /// The package in Node, beside jieba-wasm
    Node,
    /// The package in Chromium, beside jieba-wasm
    Chromium,
    /// The package beside one bare pass for all literals
    Limit,
    /// How the time grows with the text
    Linear,
    /// The command line, beside a script with jieba for Python
    Cli,
    /// What the page transfers before its first report
    Sizes,
    /// From a keystroke to its highlight, in the page with a long text
    Typing,
}

/// Measures, and prints the table.
pub fn run(project: &Project, manifest: &Manifest, arguments: &Args) -> Result<()> {
    let parts = match arguments.only.as_slice() {
        [] => Part::value_variants(),
        only => only,
    };
    let native = |part: &Part| matches!(part, Part::Native | Part::Linear | Part::Cli);
    if parts.iter().all(native) {
        setup::run(project, manifest, Purpose::Rust)?;
    } else {
        setup::run(project, manifest, Purpose::Test)?;
        build::run(project, manifest, Mode::Manifest)?;
    }
    let bench = Bench::prepare(project, parts)?;
    let wants = |part| parts.contains(&part);

    let mut table = Table::default();
    if wants(Part::Native) {
        table.extend(native::measure(&bench)?);
    }
    if wants(Part::Node) || wants(Part::Limit) {
        table.extend(wasm::node(&bench, parts)?);
    }
    if wants(Part::Chromium) {
        table.extend(wasm::chromium(&bench, parts)?);
    }
    if wants(Part::Sizes) {
        table.extend(sizes::measure(&bench)?);
    }
    if wants(Part::Typing) {
        table.extend(typing::measure(&bench)?);
    }
    if wants(Part::Linear) {
        table.extend(linear::measure(&bench)?);
    }
    if wants(Part::Cli) {
        table.extend(cli::measure(&bench)?);
    }
    let (bounds, kept) = table.in_reach();
    println!("\n{table}\n{kept} of {bounds} figures with a reach are in it");
    if arguments.record {
        record::write(&bench, manifest, &table)?;
    }
    Ok(())
}

/// Says in one line what is being done.
fn say(what: &str) {
    println!("bench: {what}");
}
