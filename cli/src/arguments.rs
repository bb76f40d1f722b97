//! The arguments of the command line.

use std::path::PathBuf;

use cifeng::{DEFAULT_MAX_CHARS, Language, OffsetUnit};
use clap::builder::RangedU64ValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use encoding_rs::Encoding;

use crate::encoding;

/// Finds, counts and explains the rhetorical markers of Chinese text.
#[derive(Debug, Parser)]
#[command(name = "cifeng", version, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Analyse texts and report the markers in them
    Analyze(Analyze),
    /// Compare two texts, or two collections of texts, and say where their markers differ
    Compare(Compare),
    /// List the families and subtypes of markers
    Families(Families),
}

const EXAMPLES: &str = "\
Examples:
  cifeng analyze speech.txt
  cifeng analyze --format html --output speech.html speech.txt
  cifeng analyze --format csv --families hedge,booster *.txt > markers.csv
  cifeng analyze --input jsonl corpus.jsonl > reports.jsonl
  cifeng analyze --format parquet --output markers.parquet archive/
  iconv -f gbk -t utf-8 old.txt | cifeng analyze --lang zh-Hans
  cifeng analyze --encoding gb18030 old.txt
  cifeng analyze --lexicon my-words.tsv speech.txt

Exit code: 0 if all was done, 2 on bad use or if a text could not be analysed; the others are done.
130 after Ctrl-C: what is written then is whole, and ends earlier.";

/// Arguments of `cifeng analyze`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Analyze {
    /// Texts to read; standard input if none is named or for `-`. A folder stands for all `.txt`
    /// files below it (`.jsonl` for jsonl input), each folder in the order of its names
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// What the files hold
    #[arg(long, value_name = "KIND", value_enum, default_value_t)]
    pub input: InputKind,

    /// What to write; `table` if not named, `jsonl` for jsonl input
    #[arg(long, value_enum)]
    pub format: Option<Format>,

    /// What the offsets of findings count; the text begins at 0 and a byte order mark is part of it
    #[arg(long, value_name = "UNIT", value_enum, default_value_t)]
    pub offsets: Unit,

    /// The language of names and reasons
    #[arg(long, value_enum, default_value_t, ignore_case = true)]
    pub lang: Lang,

    /// Report only these families, separated by commas (see `cifeng families`)
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub families: Option<Vec<String>>,

    /// Set aside what this file names, as the page saves it: found and told, but in no number
    #[arg(long, value_name = "FILE")]
    pub exceptions: Option<PathBuf>,

    /// Find the entries of this table, too: entry, family, subtype and more between tabs, in UTF-8;
    /// may be given several times (the format: docs/own-lexicon.md)
    #[arg(long = "lexicon", value_name = "TSV")]
    pub lexicons: Vec<PathBuf>,

    /// The encoding of the files, by its label on the web: gb18030, big5, utf-16le … [default: utf-8]
    #[arg(long, value_name = "LABEL", value_parser = encoding::by_label)]
    pub encoding: Option<&'static Encoding>,

    /// Refuse longer texts
    // Below 2^30 characters, every offset fits into 32 bits in every unit.
    #[arg(
        long, value_name = "N", default_value_t = DEFAULT_MAX_CHARS,
        value_parser = RangedU64ValueParser::<usize>::new().range(1..=1_000_000_000)
    )]
    pub max_chars: usize,

    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Analyse this many texts at a time; the order stays [default: one for each core]
    #[arg(
        long, short, value_name = "N",
        value_parser = RangedU64ValueParser::<usize>::new().range(1..=256)
    )]
    pub jobs: Option<usize>,

    /// Say on standard error, at the end, what the time went to: milliseconds of all threads
    #[arg(long)]
    pub timings: bool,
}

const COMPARE_EXAMPLES: &str = "\
Examples:
  cifeng compare speech.txt --with reply.txt
  cifeng compare editorials/ --with letters/ --format csv --output difference.csv
  cifeng compare 2023/*.txt --with 2024/*.txt --names 2023 2024 --lang zh-Hant

Nothing is drawn from fewer than 200 Han characters on a side: the counts are shown then.

Exit code: 0 if all was done, 2 on bad use or if a text could not be analysed; the comparison is made
without it. 130 after Ctrl-C, and nothing is written.";

/// Arguments of `cifeng compare`.
#[derive(Debug, Args)]
#[command(after_help = COMPARE_EXAMPLES)]
pub struct Compare {
    /// The texts of A. A folder stands for all `.txt` files below it (`.jsonl` for jsonl input)
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// The texts of B
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub with: Vec<PathBuf>,

    /// What the two sides are called; the names of their files if not given
    #[arg(long, value_names = ["A", "B"], num_args = 2)]
    pub names: Option<Vec<String>>,

    /// What the files hold
    #[arg(long, value_name = "KIND", value_enum, default_value_t)]
    pub input: InputKind,

    /// What to write
    #[arg(long, value_enum, default_value_t)]
    pub format: CompareFormat,

    /// The language of names, notes and conclusions
    #[arg(long, value_enum, default_value_t, ignore_case = true)]
    pub lang: Lang,

    /// Find the entries of this table, too: entry, family, subtype and more between tabs, in UTF-8;
    /// may be given several times (the format: docs/own-lexicon.md)
    #[arg(long = "lexicon", value_name = "TSV")]
    pub lexicons: Vec<PathBuf>,

    /// Leave out of every number what this file names, as the page saves it
    #[arg(long, value_name = "FILE")]
    pub exceptions: Option<PathBuf>,

    /// The encoding of the files, by its label on the web: gb18030, big5, utf-16le … [default: utf-8]
    #[arg(long, value_name = "LABEL", value_parser = encoding::by_label)]
    pub encoding: Option<&'static Encoding>,

    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What a comparison is written as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// Tables and sentences for reading in a terminal
    #[default]
    Table,
    /// All figures, indented
    Json,
    /// One row a family, subtype or entry; cells that look like formulas get a leading apostrophe
    Csv,
}

/// Arguments of `cifeng families`.
#[derive(Debug, Args)]
pub struct Families {
    /// The language of names and descriptions
    #[arg(long, value_enum, default_value_t, ignore_case = true)]
    pub lang: Lang,

    /// Write JSON, with all languages and the colours
    #[arg(long)]
    pub json: bool,
}

/// What the input holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum InputKind {
    /// One text a file
    #[default]
    Text,
    /// One text a line: {"id": …, "text": …}
    Jsonl,
}

impl InputKind {
    /// What the names of such files end in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Jsonl => "jsonl",
        }
    }
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Tables for reading in a terminal
    Table,
    /// One report, indented; an array of reports for several files, a folder or jsonl input
    Json,
    /// One report a line
    Jsonl,
    /// One row a finding; cells that look like formulas get a leading apostrophe
    Csv,
    /// The rows of csv as Apache Parquet, with typed numbers; for a file or a pipe
    Parquet,
    /// One page that holds everything, with the findings marked in the text
    Html,
}

/// What offsets count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// Unicode code points, as in Python
    #[default]
    Codepoint,
    /// UTF-16 code units, as in JavaScript and Java
    Utf16,
    /// Bytes of UTF-8, as in Rust and Go
    Utf8,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Codepoint => Self::Codepoint,
            Unit::Utf16 => Self::Utf16,
            Unit::Utf8 => Self::Utf8,
        }
    }
}

/// A language of names and reasons.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Chinese in Traditional characters
    #[value(name = "zh-Hant")]
    ZhHant,
    /// Chinese in Simplified characters
    #[value(name = "zh-Hans")]
    ZhHans,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::En,
            Lang::ZhHant => Self::ZhHant,
            Lang::ZhHans => Self::ZhHans,
        }
    }
}
