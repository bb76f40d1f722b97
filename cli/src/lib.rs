//! The command `cifeng`: the analyser for files and pipes.
//!
//! `cifeng analyze` reads texts and writes reports, `cifeng compare` sets two collections of them side by
//! side, `cifeng families` says what can be found. Exit code 0 means that everything was done, 2 that
//! something was not, with one line on standard error for each such thing, 130 that the user wanted no
//! more.

mod analyze;
mod arguments;
mod compare;
pub mod encoding;
mod failure;
mod families;
mod input;
pub mod jsonl;
mod lexicon;
mod output;
mod parquet;
mod progress;
mod timings;
mod work;

use std::process::ExitCode;

use cifeng::data::{CEDICT, DICTIONARY, MEANINGS};
use cifeng::{Analyzer, Meanings};
use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::failure::{Failure, complain};

/// The exit code after Ctrl-C, as shells have it.
const INTERRUPTED: u8 = 130;

/// How a run ended that did not fail.
#[derive(Debug, Clone, Copy)]
enum Outcome {
    /// With everything done.
    Done,
    /// With some input left out.
    Partly,
    /// Before its end, as the user wished.
    Interrupted,
}

/// Does what the command line's arguments say.
#[must_use]
pub fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Partly) => ExitCode::from(2),
        Ok(Outcome::Interrupted) => ExitCode::from(INTERRUPTED),
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<Outcome, Failure> {
    let mut analyzer = Analyzer::new(DICTIONARY)?;
    analyzer.add_meanings(Meanings::new(MEANINGS, CEDICT)?);
    match command {
        Command::Analyze(arguments) => analyze::run(analyzer, arguments),
        Command::Compare(arguments) => compare::run(analyzer, arguments),
        Command::Families(arguments) => families::run(&analyzer, arguments).map(|()| Outcome::Done),
    }
}
