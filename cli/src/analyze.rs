//! `cifeng analyze`: texts in, reports out.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use cifeng::{Analyzer, Exception, Options};

use crate::arguments::{Analyze, Format, InputKind};
use crate::failure::{Failure, Skipped, complain};
use crate::input::Source;
use crate::lexicon;
use crate::output::{Form, Output, Piece};
use crate::progress::Progress;
use crate::timings::Total;
use crate::work::{self, Done, Event, Finish, Task};
use crate::{INTERRUPTED, Outcome};

/// Bytes of output that are written at once.
const BUFFER: usize = 64 << 10;

/// Analyses all texts.
pub fn run(mut analyzer: Analyzer, arguments: &Analyze) -> Result<Outcome, Failure> {
    let kind = arguments.input;
    if kind == InputKind::Jsonl && arguments.encoding.is_some() {
        return Err(Failure::JsonlEncoding);
    }
    lexicon::take(&mut analyzer, &arguments.lexicons)?;
    let options = Options {
        id: None,
        language: arguments.lang.into(),
        offsets: arguments.offsets.into(),
        families: arguments.families.clone(),
        exceptions: arguments.exceptions.as_deref().map_or_else(|| Ok(Vec::new()), exceptions)?,
        sha256: true,
        max_chars: arguments.max_chars,
    };
    // Nothing but an unknown family can be wrong with an empty text: better said once, and first.
    analyzer.analyze("", &options).map_err(Failure::Options)?;

    let to_terminal = arguments.output.is_none() && io::stdout().is_terminal();
    let form = Arc::new(Form {
        format: arguments.format.unwrap_or(match kind {
            InputKind::Text => Format::Table,
            InputKind::Jsonl => Format::Jsonl,
        }),
        single: kind == InputKind::Text
            && arguments.files.len() <= 1
            && !arguments.files.iter().any(|file| file.is_dir()),
        width: terminal_size::terminal_size().filter(|_| to_terminal).map(|(width, _)| width.0),
        title: format!("{} – Cifeng", title(&arguments.files)),
        families: analyzer.families(),
        language: options.language,
    });
    if form.format == Format::Parquet && to_terminal {
        return Err(Failure::ParquetToTerminal);
    }
    let interrupted = watch_for_interruption()?;
    let sources = Source::all(&arguments.files, kind);
    let mut output = Output::begin(
        BufWriter::with_capacity(BUFFER, open(arguments.output.as_deref(), &sources)?),
        &form,
    )?;
    let progress = Progress::over(&sources, to_terminal);
    let encoding = arguments.encoding;
    let finish: Finish<Piece> = Box::new(move |_, report, text| form.piece(report, text));
    let task = Task {
        analyzer: Arc::new(analyzer),
        options,
        encoding,
        finish,
        measure: arguments.timings,
    };
    let jobs = arguments.jobs.or_else(|| thread::available_parallelism().ok().map(Into::into));
    let mut answers = work::start(task, sources, kind, jobs.unwrap_or(1), interrupted)?;

    let mut outcome = Outcome::Done;
    let mut total = Total::default();
    loop {
        let answer = match answers.next()? {
            Event::Answer(answer) => answer,
            Event::End => break,
            Event::Interruption => {
                outcome = Outcome::Interrupted;
                break;
            }
        };
        match answer.outcome {
            Ok(None) => {}
            Ok(Some(Done { piece, timings })) => {
                output.add(&piece?)?;
                if let Some(timings) = timings {
                    total.add(timings);
                }
            }
            Err(skipped) => {
                progress.complain(&skipped);
                outcome = Outcome::Partly;
            }
        }
        progress.advance(answer.size);
        if answers.would_wait() {
            output.keep_up()?;
        }
    }
    drop(progress);
    output.finish()?;
    if matches!(outcome, Outcome::Interrupted) {
        complain(&"interrupted; the texts after the last one written were not done");
    }
    if arguments.timings {
        // Where standard error is closed, nobody listens.
        let _ = write!(io::stderr(), "{total}");
    }
    Ok(outcome)
}

/// Turns the first Ctrl-C into a wish to end in good order, the second into an end.
pub(crate) fn watch_for_interruption() -> Result<Arc<AtomicBool>, Failure> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&interrupted);
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            process::exit(INTERRUPTED.into());
        }
    })?;
    Ok(interrupted)
}

/// Standard output, or the file that is named: unless it is one of the inputs, which would be lost.
pub(crate) fn open<'s>(
    output: Option<&Path>,
    sources: impl IntoIterator<Item = &'s Result<Source, Skipped>>,
) -> Result<Box<dyn Write + Send>, Failure> {
    let Some(path) = output else {
        return Ok(Box::new(io::stdout()));
    };
    let name = path.to_string_lossy().into_owned();
    if let Ok(existing) = fs::canonicalize(path) {
        let inputs = sources.into_iter().filter_map(|source| source.as_ref().ok()?.path());
        let mut inputs = inputs.filter_map(|input| fs::canonicalize(input).ok());
        if inputs.any(|input| input == existing) {
            return Err(Failure::OutputIsInput(name));
        }
    }
    match File::create(path) {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(Failure::Create { name, error }),
    }
}

/// The names of the first few files and folders.
pub(crate) fn title(files: &[PathBuf]) -> String {
    const NAMED: usize = 3;
    let named: Vec<_> = files.iter().take(NAMED).map(|file| file.to_string_lossy()).collect();
    let named = if named.is_empty() { "<stdin>".to_owned() } else { named.join(", ") };
    let more = if files.len() > NAMED { ", …" } else { "" };
    format!("{named}{more}")
}

/// The exceptions that a file holds: a JSON array.
pub(crate) fn exceptions(file: &Path) -> Result<Vec<Exception>, Failure> {
    let wrong = |reason: String| Failure::Exceptions { name: file.display().to_string(), reason };
    let json = fs::read_to_string(file).map_err(|error| wrong(error.to_string()))?;
    serde_json::from_str(&json).map_err(|error| wrong(error.to_string()))
}
