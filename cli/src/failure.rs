//! What can go wrong: with one text, after which the others are still done, or with the whole run.

use std::fmt::{self, Display};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use cifeng::{AnalyzeError, BuildError, MeaningsError, UserLexiconError};

/// The run cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The analyser cannot be made.
    #[error(transparent)]
    Analyzer(#[from] BuildError),
    /// The built-in meanings are broken.
    #[error(transparent)]
    Meanings(#[from] MeaningsError),
    /// The options ask for what the analyser does not have.
    #[error("--families: {0}")]
    Options(AnalyzeError),
    /// The file for `--exceptions` cannot be read or is not what it should be.
    #[error("--exceptions: {name}: {reason}")]
    Exceptions {
        /// The file.
        name: String,
        /// What is wrong, and where.
        reason: String,
    },
    /// The file for `--lexicon` is no readable text.
    #[error("{name}: {reason}")]
    UnreadableLexicon {
        /// The file.
        name: String,
        /// Why.
        reason: String,
    },
    /// Lines of a file for `--lexicon` are wrong, and were told before.
    #[error("{name}: {errors} wrong in this lexicon; nothing was analysed", errors = lines(*.errors))]
    Lexicon {
        /// The file.
        name: String,
        /// How many.
        errors: u32,
    },
    /// The files for `--lexicon` hold too much together.
    #[error("--lexicon: {0}")]
    Lexicons(UserLexiconError),
    /// `--encoding` was named for jsonl.
    #[error("--encoding is for text files; jsonl has to be UTF-8")]
    JsonlEncoding,
    /// `--output` would overwrite a text that is to be read.
    #[error("{0}: is both an input and the output; choose another file for --output")]
    OutputIsInput(String),
    /// The file for `--output` cannot be made.
    #[error("{name}: cannot be created: {error}")]
    Create {
        /// The file.
        name: String,
        /// The system's reason.
        error: io::Error,
    },
    /// A file of bytes would go to a terminal.
    #[error(
        "parquet is not for reading in a terminal; name a file with --output, or send it on with `>` or `|`"
    )]
    ParquetToTerminal,
    /// Ctrl-C cannot be watched for.
    #[error("Ctrl-C cannot be watched for: {0}")]
    Signals(#[from] ctrlc::Error),
    /// The system gives no more threads.
    #[error("a thread cannot be started: {0}; try fewer --jobs")]
    Thread(io::Error),
    /// A thread broke off.
    #[error("an analysis broke off, which is an error in cifeng; please report it with the text")]
    Lost,
    /// A report cannot be written.
    #[error("the report cannot be written: {0}")]
    Write(#[from] io::Error),
}

fn lines(count: u32) -> String {
    if count == 1 { "one line is".to_owned() } else { format!("{count} lines are") }
}

impl Failure {
    /// Whether the reader of the output went away, which is no error: `cifeng … | head`.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// Where a text stands.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file as it was named, or `<stdin>`.
    pub name: Arc<str>,
    /// The line of a jsonl file, from one.
    pub line: Option<u64>,
}

impl Place {
    /// A file or folder.
    pub fn of(path: &Path) -> Self {
        Self { name: path.to_string_lossy().into(), line: None }
    }

    /// Standard input.
    pub fn standard_input() -> Self {
        Self { name: "<stdin>".into(), line: None }
    }
}

impl Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name)?;
        self.line.map_or(Ok(()), |line| write!(out, ":{line}"))
    }
}

/// One text, line or file was not done.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {reason}")]
pub struct Skipped {
    /// Which.
    pub place: Place,
    /// What was wrong.
    pub reason: Reason,
}

/// Why a text was not analysed.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    /// The file cannot be opened or read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// A folder without texts.
    #[error("holds no .{extension} file")]
    EmptyFolder {
        /// What the names of texts end in.
        extension: &'static str,
    },
    /// The bytes are not in the encoding that was assumed or named.
    #[error(transparent)]
    Encoding(#[from] crate::encoding::DecodeError),
    /// The line is no record.
    #[error(transparent)]
    Record(#[from] crate::jsonl::RecordError),
    /// The analyser refused the text.
    #[error("{error}{hint}", error = .0, hint = hint(.0))]
    Refused(#[from] AnalyzeError),
}

fn hint(error: &AnalyzeError) -> &'static str {
    match error {
        AnalyzeError::TooLong { .. } => "; raise it with --max-chars",
        AnalyzeError::UnknownFamily { .. } => "",
    }
}

/// Says on standard error, in one line, what went wrong.
pub fn complain(what: &dyn Display) {
    let line: String = what
        .to_string()
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] })
        .collect();
    // Where standard error is closed, nobody listens.
    let _ = writeln!(io::stderr(), "cifeng: {line}");
}
