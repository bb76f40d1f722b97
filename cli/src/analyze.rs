//! `cifeng analyze`: texts in, reports out.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};

use cifeng::report::View;
use cifeng::{Analyzer, FamilyInfo, Options};

use crate::arguments::{Analyze, Format, InputKind};
use crate::failure::{Failure, Skipped, complain};
use crate::input::{Source, Text};
use crate::output::{Output, Setting};

/// Analyses all texts; false if some could not be done.
pub fn run(analyzer: &Analyzer, arguments: &Analyze) -> Result<bool, Failure> {
    if arguments.input == InputKind::Jsonl && arguments.encoding.is_some() {
        return Err(Failure::JsonlEncoding);
    }
    let options = Options {
        id: None,
        language: arguments.lang.into(),
        offsets: arguments.offsets.into(),
        families: arguments.families.clone(),
        max_chars: arguments.max_chars,
    };
    // Nothing but an unknown family can be wrong with an empty text: better said once, and first.
    analyzer.analyze("", &options).map_err(Failure::Options)?;

    let sources = Source::all(&arguments.files);
    let families = analyzer.families();
    let title = title(&sources);
    let setting = Setting {
        format: arguments.format.unwrap_or(match arguments.input {
            InputKind::Text => Format::Table,
            InputKind::Jsonl => Format::Jsonl,
        }),
        single: arguments.input == InputKind::Text && sources.len() == 1,
        width: terminal_width(arguments),
        title: &title,
        families: &families,
        language: options.language,
    };
    let output = Output::begin(BufWriter::new(open(arguments, &sources)?), &setting)?;
    let mut session = Session { analyzer, options, families: &families, output, all_done: true };
    for source in &sources {
        match arguments.input {
            InputKind::Text => session.take(source.text(arguments.encoding))?,
            InputKind::Jsonl => match source.lines() {
                Ok(lines) => lines.into_iter().try_for_each(|line| session.take(line))?,
                Err(skipped) => session.take(Err(skipped))?,
            },
        }
    }
    session.output.finish()?;
    Ok(session.all_done)
}

struct Session<'a, W: Write> {
    analyzer: &'a Analyzer,
    options: Options,
    families: &'a [FamilyInfo],
    output: Output<W>,
    all_done: bool,
}

impl<W: Write> Session<'_, W> {
    /// Reports on a text, or says why not and goes on.
    fn take(&mut self, text: Result<Text, Skipped>) -> Result<(), Failure> {
        match text.and_then(|text| self.report(text)) {
            Ok(written) => Ok(written?),
            Err(skipped) => {
                complain(&skipped);
                self.all_done = false;
                Ok(())
            }
        }
    }

    fn report(
        &mut self,
        Text { name, line, id, content }: Text,
    ) -> Result<io::Result<()>, Skipped> {
        self.options.id = id;
        match self.analyzer.analyze(&content, &self.options) {
            Ok(report) => Ok(self.output.add(View {
                report: &report,
                text: &content,
                families: self.families,
                language: self.options.language,
            })),
            Err(error) => Err(Skipped { name, line, reason: error.into() }),
        }
    }
}

/// Standard output, or the file that is named: unless it is one of the inputs, which would be lost.
fn open(arguments: &Analyze, sources: &[Source]) -> Result<Box<dyn Write>, Failure> {
    let Some(path) = &arguments.output else {
        return Ok(Box::new(io::stdout().lock()));
    };
    let name = path.to_string_lossy().into_owned();
    if let Ok(existing) = fs::canonicalize(path) {
        let mut inputs = sources.iter().filter_map(|source| fs::canonicalize(source.path()?).ok());
        if inputs.any(|input| input == existing) {
            return Err(Failure::OutputIsInput(name));
        }
    }
    match File::create(path) {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(Failure::Create { name, error }),
    }
}

/// Cells of a line, if tables go to a terminal.
fn terminal_width(arguments: &Analyze) -> Option<u16> {
    if arguments.output.is_some() || !io::stdout().is_terminal() {
        return None;
    }
    terminal_size::terminal_size().map(|(width, _)| width.0)
}

/// The names of the first few files.
fn title(sources: &[Source]) -> String {
    const NAMED: usize = 3;
    let named: Vec<_> = sources.iter().take(NAMED).map(Source::name).collect();
    let more = if sources.len() > NAMED { ", …" } else { "" };
    format!("{}{more} – Cifeng", named.join(", "))
}
