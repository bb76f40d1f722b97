//! Reports on their way out, in the form that was asked for, each as soon as it is made.

use std::io::{self, Write};

use cifeng::FamilyInfo;
use cifeng::report::{View, csv, html, table};

use crate::arguments::Format;

/// A writer of reports.
pub enum Output<W: Write> {
    /// Tables for reading.
    Table(table::Writer<W>),
    /// One indented report.
    Json(W),
    /// An array of indented reports; true once there is one.
    JsonArray(W, bool),
    /// One report a line.
    Jsonl(W),
    /// One row a finding.
    Csv(Box<csv::Writer<W>>),
    /// One page.
    Html(html::Writer<W>),
}

/// What the forms need to know beside the reports.
#[derive(Debug)]
pub struct Setting<'a> {
    /// The form.
    pub format: Format,
    /// Whether there is one report at most.
    pub single: bool,
    /// Cells of the terminal's line, if the output is a terminal.
    pub width: Option<u16>,
    /// The title of a page.
    pub title: &'a str,
    /// The analyser's families.
    pub families: &'a [FamilyInfo],
    /// The language of headings.
    pub language: cifeng::Language,
}

impl<W: Write> Output<W> {
    /// Begins the output.
    pub fn begin(out: W, setting: &Setting) -> io::Result<Self> {
        Ok(match setting.format {
            Format::Table => Self::Table(table::Writer::new(out, setting.width)),
            Format::Json if setting.single => Self::Json(out),
            Format::Json => Self::JsonArray(out, false),
            Format::Jsonl => Self::Jsonl(out),
            Format::Csv => Self::Csv(Box::new(csv::Writer::new(out)?)),
            Format::Html => {
                let (title, families) = (setting.title, setting.families);
                Self::Html(html::Writer::new(out, title, families, setting.language)?)
            }
        })
    }

    /// Writes one report.
    pub fn add(&mut self, view: View) -> io::Result<()> {
        match self {
            Self::Table(writer) => writer.add(view),
            Self::Json(out) => {
                serde_json::to_writer_pretty(&mut *out, view.report)?;
                writeln!(out)
            }
            Self::JsonArray(out, begun) => {
                write!(out, "{}", if *begun { ",\n" } else { "[\n" })?;
                *begun = true;
                Ok(serde_json::to_writer_pretty(out, view.report)?)
            }
            Self::Jsonl(out) => {
                serde_json::to_writer(&mut *out, view.report)?;
                writeln!(out)?;
                // Whoever feeds us line by line may wait for each answer.
                out.flush()
            }
            Self::Csv(writer) => writer.add(view),
            Self::Html(writer) => writer.add(view),
        }
    }

    /// Ends the output.
    pub fn finish(self) -> io::Result<()> {
        let mut out = match self {
            Self::Table(writer) => writer.finish()?,
            Self::Csv(writer) => writer.finish()?,
            Self::Html(writer) => writer.finish()?,
            Self::Json(out) | Self::Jsonl(out) => out,
            Self::JsonArray(mut out, begun) => {
                writeln!(out, "{}", if begun { "\n]" } else { "[]" })?;
                out
            }
        };
        out.flush()
    }
}
