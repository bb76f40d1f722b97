//! Reports on their way out, in the form that was asked for, each as soon as its turn comes.

use std::io::{self, Write};
use std::sync::Arc;

use cifeng::report::csv::Formulas;
use cifeng::report::{Report, View, csv, html, table};
use cifeng::{FamilyInfo, Language};

use crate::arguments::Format;
use crate::parquet;

/// The form of the reports, and what it needs to know beside them.
#[derive(Debug)]
pub struct Form {
    /// The format.
    pub format: Format,
    /// Whether there is one report at most.
    pub single: bool,
    /// Cells of the terminal's line, if the output is a terminal.
    pub width: Option<u16>,
    /// The title of a page.
    pub title: String,
    /// The analyser's families.
    pub families: Vec<FamilyInfo>,
    /// The language of headings.
    pub language: Language,
}

/// One report, as far as it can be written without knowing the others.
#[derive(Debug)]
pub enum Piece {
    /// The very bytes.
    Bytes(Vec<u8>),
    /// A report and its text, since the articles of a page are numbered.
    Article(Box<Report>, String),
}

impl Form {
    /// Writes a report, on whatever thread.
    pub fn piece(&self, report: Report, text: String) -> io::Result<Piece> {
        let view = self.view(&report, &text);
        let bytes = match self.format {
            Format::Table => {
                let mut writer = table::Writer::new(Vec::new(), self.width);
                writer.add(view)?;
                writer.finish()?
            }
            Format::Json => serde_json::to_vec_pretty(&report)?,
            Format::Jsonl => serde_json::to_vec(&report)?,
            Format::Csv => rows(view, Formulas::Disarmed)?,
            Format::Parquet => rows(view, Formulas::Kept)?,
            Format::Html => return Ok(Piece::Article(Box::new(report), text)),
        };
        Ok(Piece::Bytes(bytes))
    }

    fn view<'a>(&'a self, report: &'a Report, text: &'a str) -> View<'a> {
        View { report, text, families: &self.families, language: self.language }
    }
}

/// A report's findings as CSV without its header.
fn rows(view: View, formulas: Formulas) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::rows(Vec::new(), formulas);
    writer.add(view)?;
    writer.finish()
}

/// A writer of reports.
pub enum Output<W: Write + Send> {
    /// Pieces one after another.
    Plain(Plain<W>),
    /// One page.
    Page(html::Writer<W>, Arc<Form>),
    /// One table of bytes.
    Parquet(Box<parquet::Writer<W>>),
}

/// Pieces, and what stands around them.
#[derive(Debug)]
pub struct Plain<W> {
    out: W,
    frame: Frame,
    started: bool,
}

#[derive(Debug, Default)]
struct Frame {
    before_first: &'static str,
    before_others: &'static str,
    after_each: &'static str,
    end: &'static str,
    /// Whether whoever feeds us line by line may wait for each answer.
    prompt: bool,
}

impl<W: Write + Send> Output<W> {
    /// Begins the output.
    pub fn begin(mut out: W, form: &Arc<Form>) -> io::Result<Self> {
        let frame = match form.format {
            Format::Table => Frame { before_others: "\n", ..Frame::default() },
            Format::Json if form.single => Frame { after_each: "\n", ..Frame::default() },
            Format::Json => {
                out.write_all(b"[")?;
                Frame { before_first: "\n", before_others: ",\n", end: "\n]\n", ..Frame::default() }
            }
            Format::Jsonl => Frame { after_each: "\n", prompt: true, ..Frame::default() },
            Format::Csv => {
                csv::Writer::new(&mut out)?.finish()?;
                Frame::default()
            }
            Format::Parquet => return Ok(Self::Parquet(Box::new(parquet::Writer::new(out)?))),
            Format::Html => {
                let page = html::Writer::new(out, &form.title, &form.families, form.language)?;
                return Ok(Self::Page(page, Arc::clone(form)));
            }
        };
        Ok(Self::Plain(Plain { out, frame, started: false }))
    }

    /// Writes one report.
    pub fn add(&mut self, piece: &Piece) -> io::Result<()> {
        match (self, piece) {
            (Self::Page(page, form), Piece::Article(report, text)) => {
                page.add(form.view(report, text))
            }
            (Self::Plain(plain), Piece::Bytes(bytes)) => plain.add(bytes),
            (Self::Parquet(table), Piece::Bytes(rows)) => table.add(rows),
            _ => Ok(()),
        }
    }

    /// Sends out what has been written so far, if somebody may wait for it.
    pub fn keep_up(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(plain) if plain.frame.prompt => plain.out.flush(),
            _ => Ok(()),
        }
    }

    /// Ends the output.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Plain(Plain { mut out, frame, .. }) => {
                out.write_all(frame.end.as_bytes())?;
                out.flush()
            }
            Self::Page(page, _) => page.finish().map(drop),
            Self::Parquet(table) => table.finish(),
        }
    }
}

impl<W: Write> Plain<W> {
    fn add(&mut self, piece: &[u8]) -> io::Result<()> {
        let Frame { before_first, before_others, after_each, .. } = self.frame;
        let before = if self.started { before_others } else { before_first };
        self.started = true;
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(piece)?;
        self.out.write_all(after_each.as_bytes())
    }
}
