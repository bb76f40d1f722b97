//! What may be wrong with a lexicon, and where.

use std::path::{Path, PathBuf};

/// A defect of the lexicon's sources: file, line, what is wrong and what would be right.
#[derive(Debug, thiserror::Error)]
#[error("{}:{line}: {message}", file.display())]
pub struct CompileError {
    /// The file, as it was opened.
    pub file: PathBuf,
    /// Its line, from one.
    pub line: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// One source file, for error messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub path: &'a Path,
    pub text: &'a str,
}

impl Source<'_> {
    /// The line, from one, of a byte of the file.
    pub fn line_of(&self, byte: usize) -> usize {
        1 + self.text[..byte.min(self.text.len())].matches('\n').count()
    }

    /// An error at a byte of the file.
    pub fn error_at(&self, byte: usize, message: impl Into<String>) -> CompileError {
        self.error_on(self.line_of(byte), message)
    }

    /// An error on a line of the file.
    pub fn error_on(&self, line: usize, message: impl Into<String>) -> CompileError {
        CompileError { file: self.path.to_owned(), line, message: message.into() }
    }

    /// The TOML reader's own complaint, placed.
    pub fn toml_error(&self, error: &toml::de::Error) -> CompileError {
        self.error_at(error.span().map_or(0, |span| span.start), error.message())
    }
}

/// Reads a file of the lexicon.
pub(super) fn read(path: &Path) -> Result<String, CompileError> {
    std::fs::read_to_string(path).map_err(|error| CompileError {
        file: path.to_owned(),
        line: 1,
        message: format!("cannot be read: {error}"),
    })
}
