//! The command `cifeng`: the analyser for files and pipes.
//!
//! `cifeng analyze` reads texts and writes reports, `cifeng families` says what can be found. Exit
//! code 0 means that everything was done, 2 that something was not, with one line on standard error
//! for each such thing.

mod analyze;
mod arguments;
mod encoding;
mod failure;
mod families;
mod input;
mod jsonl;
mod output;

use std::process::ExitCode;

use cifeng::{Analyzer, Meanings};
use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::failure::{Failure, complain};

/// The segmentation dictionary, a part of the binary.
const DICTIONARY: &str = include_str!("../../lexicon/segmentation/dictionary.txt");
/// What set expressions mean, parts of the binary, too.
const MEANINGS: &str = include_str!("../../lexicon/meanings/meanings.tsv");
const CEDICT: &str = include_str!("../../lexicon/meanings/cc-cedict.tsv");

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

/// Runs a command; false if some of its input was not done.
fn run(command: &Command) -> Result<bool, Failure> {
    let mut analyzer = Analyzer::new(DICTIONARY)?;
    analyzer.add_meanings(Meanings::new(MEANINGS, CEDICT)?);
    match command {
        Command::Analyze(arguments) => analyze::run(&analyzer, arguments),
        Command::Families(arguments) => families::run(&analyzer, arguments).map(|()| true),
    }
}
