//! `cifeng compare`: two texts, or two collections of texts, side by side.

use std::io::{BufWriter, IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use cifeng::compare::{csv, table};
use cifeng::{Analyzer, Options, Profile, Side};

use crate::Outcome;
use crate::analyze::{exceptions, open, title, watch_for_interruption};
use crate::arguments::{Compare, CompareFormat, InputKind};
use crate::failure::{Failure, complain};
use crate::input::{Source, Sources};
use crate::lexicon;
use crate::progress::Progress;
use crate::work::{self, Event, Task};

/// Compares all texts of one side with all of the other.
pub fn run(mut analyzer: Analyzer, arguments: &Compare) -> Result<Outcome, Failure> {
    let kind = arguments.input;
    if kind == InputKind::Jsonl && arguments.encoding.is_some() {
        return Err(Failure::JsonlEncoding);
    }
    lexicon::take(&mut analyzer, &arguments.lexicons)?;
    let exceptions = arguments.exceptions.as_deref().map_or_else(|| Ok(Vec::new()), exceptions)?;
    let options = Options { exceptions, ..Options::default() };
    let to_terminal = arguments.output.is_none() && stdout().is_terminal();
    let sides = [&arguments.files, &arguments.with].map(|files| Source::all(files, kind));
    let out = open(arguments.output.as_deref(), sides.iter().flatten())?;
    let interrupted = watch_for_interruption()?;

    let analyzer = Arc::new(analyzer);
    let mut outcome = Outcome::Done;
    let mut profiles = Vec::new();
    for side in sides {
        let task = Task {
            analyzer: Arc::clone(&analyzer),
            options: options.clone(),
            encoding: arguments.encoding,
            finish: Box::new(|analyzer, report, _| Ok(analyzer.profile(&report))),
            measure: false,
        };
        let Some((of_side, complete)) = read(task, side, kind, to_terminal, &interrupted)? else {
            complain(&"interrupted; nothing was compared");
            return Ok(Outcome::Interrupted);
        };
        if !complete {
            outcome = Outcome::Partly;
        }
        profiles.push(of_side);
    }
    let names = names(arguments);
    let side = |number: usize| Side { name: &names[number], profiles: &profiles[number] };
    let language = arguments.lang.into();
    let comparison = analyzer.compare([side(0), side(1)], language);

    let mut out = BufWriter::new(out);
    match arguments.format {
        CompareFormat::Table => {
            let terminal = terminal_size::terminal_size().filter(|_| to_terminal);
            let width = terminal.map(|(width, _)| width.0);
            table::write(&mut out, &comparison, &analyzer.families(), language, width)?;
        }
        CompareFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &comparison).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        CompareFormat::Csv => csv::write(&mut out, &comparison)?,
    }
    out.flush()?;
    Ok(outcome)
}

/// The profiles of all texts of a side, and whether none was left out; nothing after an interruption.
fn read(
    task: Task<Profile>,
    sources: Sources,
    kind: InputKind,
    to_terminal: bool,
    interrupted: &Arc<AtomicBool>,
) -> Result<Option<(Vec<Profile>, bool)>, Failure> {
    let progress = Progress::over(&sources, to_terminal);
    let jobs = thread::available_parallelism().map_or(1, Into::into);
    let mut answers = work::start(task, sources, kind, jobs, Arc::clone(interrupted))?;
    let mut profiles = Vec::new();
    let mut complete = true;
    loop {
        let answer = match answers.next()? {
            Event::Answer(answer) => answer,
            Event::End => return Ok(Some((profiles, complete))),
            Event::Interruption => return Ok(None),
        };
        match answer.outcome {
            Ok(done) => {
                if let Some(done) = done {
                    profiles.push(done.piece?);
                }
            }
            Err(skipped) => {
                progress.complain(&skipped);
                complete = false;
            }
        }
        progress.advance(answer.size);
    }
}

/// What the sides are called.
fn names(arguments: &Compare) -> [String; 2] {
    let given = arguments.names.as_deref().unwrap_or_default();
    let name = |number: usize, files: &[PathBuf]| {
        given.get(number).cloned().unwrap_or_else(|| title(files))
    };
    [name(0, &arguments.files), name(1, &arguments.with)]
}
