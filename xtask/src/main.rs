//! The chores of Cifeng: `cargo xtask --help` lists them.
//!
//! Each command first installs what it needs and the machine lacks, so that a fresh machine with
//! Rust and Node is enough. What is made and tested is fixed by `wasm-pack.toml`.

mod bench;
mod build;
mod check;
mod command;
mod eval;
mod fuzz;
mod import;
mod manifest;
mod methods;
mod release;
mod serve;
mod setup;
mod supply;
mod test;

use std::process::ExitCode;

use anyhow::{Error, Result};
use clap::{Parser, Subcommand};

use command::Project;
use manifest::Manifest;
use setup::Purpose;

/// Set-up, build, tests and other chores of Cifeng.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install everything that the other commands need (they do so themselves)
    Setup,
    /// Make the packages in pkg/ and the site in www/dist/
    Build {
        /// Compile quickly, without optimisation and size budgets
        #[arg(long)]
        dev: bool,
    },
    /// Build the page and show it in the browser
    Serve {
        /// The port on this machine
        #[arg(long, default_value_t = 4173)]
        port: u16,
        /// Do not open a browser
        #[arg(long)]
        no_open: bool,
    },
    /// Make a release in target/release-VERSION, each part tried out afresh
    Release(release::Args),
    /// Work on the lexicon
    #[command(subcommand)]
    Lexicon(LexiconChore),
    /// Compare what is found with annotated texts
    Eval(eval::Args),
    /// Measure what the methods page says in numbers, and write it there
    Methods {
        /// Only write the kept figures into the pages
        #[arg(long)]
        render: bool,
    },
    /// Measure speed, memory and size beside what one would use instead
    Bench(bench::Args),
    /// Look for input that breaks what has to hold for every input
    Fuzz(fuzz::Args),
    /// Run all checks and tests
    Test {
        /// Only what needs neither WebAssembly nor a browser
        #[arg(long)]
        quick: bool,
        /// Only these steps
        #[arg(long, value_name = "STEP", value_delimiter = ',', num_args = 1..)]
        only: Vec<String>,
    },
}

#[derive(Subcommand)]
enum LexiconChore {
    /// Write the data files that come from other people's lists anew
    Import,
    /// Compile the lexicon and run its examples
    Check {
        /// Only these families
        #[arg(value_name = "FAMILY")]
        families: Vec<String>,
    },
}

fn main() -> ExitCode {
    let Arguments { chore } = Arguments::parse();
    match run(chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", message(&error));
            ExitCode::FAILURE
        }
    }
}

/// An error with its causes, one a line and without a backtrace, which would bury them.
fn message(error: &Error) -> String {
    let causes = error.chain().skip(1).map(|cause| format!("\n  because: {cause}"));
    format!("\nerror: {error}{}", causes.collect::<String>())
}

fn run(chore: Chore) -> Result<()> {
    let project = Project::locate()?;
    let manifest = Manifest::load(project.root())?;
    match chore {
        Chore::Setup => {
            setup::run(&project, &manifest, Purpose::Test)?;
            println!("setup: everything is there");
            Ok(())
        }
        Chore::Build { dev } => {
            setup::run(&project, &manifest, Purpose::Build)?;
            let mode = if dev { build::Mode::Dev } else { build::Mode::Manifest };
            build::run(&project, &manifest, mode)
        }
        Chore::Serve { port, no_open } => {
            setup::run(&project, &manifest, Purpose::Build)?;
            serve::run(&project, &manifest, port, !no_open)
        }
        Chore::Eval(arguments) => eval::run(&arguments),
        Chore::Release(arguments) => {
            setup::run(&project, &manifest, Purpose::Test)?;
            release::run(&project, &manifest, &arguments)
        }
        Chore::Methods { render } => methods::run(&project, render),
        Chore::Bench(arguments) => bench::run(&project, &manifest, &arguments),
        Chore::Fuzz(arguments) => fuzz::run(&project, &manifest, &arguments),
        Chore::Lexicon(LexiconChore::Import) => import::run(project.root()),
        Chore::Lexicon(LexiconChore::Check { families }) => check::run(project.root(), &families),
        Chore::Test { quick, only } => test::run(&project, &manifest, quick, &only),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_with_its_causes() {
        let error = Error::msg("no network").context("npm failed").context("setup failed");
        let expected = "\nerror: setup failed\n  because: npm failed\n  because: no network";
        assert_eq!(message(&error), expected);
    }

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }
}
