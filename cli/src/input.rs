//! Where texts come from: files, standard input, the lines of jsonl.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;

use crate::encoding::decode;
use crate::failure::{Reason, Skipped, complain};
use crate::jsonl::Record;

/// A text to be analysed.
#[derive(Debug)]
pub struct Text {
    /// The file as it was named, or `<stdin>`.
    pub name: String,
    /// The line of a jsonl file, from one.
    pub line: Option<u64>,
    /// The name that the text has in its report.
    pub id: Option<String>,
    /// What it says.
    pub content: String,
}

/// A file, or standard input.
#[derive(Debug)]
pub struct Source {
    /// The file; none for standard input.
    path: Option<PathBuf>,
}

impl Source {
    /// The sources of a command line: standard input where no file is named, and for `-`.
    pub fn all(files: &[PathBuf]) -> Vec<Self> {
        if files.is_empty() {
            return vec![Self { path: None }];
        }
        files
            .iter()
            .map(|path| Self { path: (path != Path::new("-")).then(|| path.clone()) })
            .collect()
    }

    /// The file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file as it was named, or `<stdin>`.
    pub fn name(&self) -> String {
        self.id().unwrap_or_else(|| "<stdin>".to_owned())
    }

    /// All of it, as one text.
    pub fn text(&self, encoding: Option<&'static Encoding>) -> Result<Text, Skipped> {
        let bytes = self.open().and_then(|mut reader| {
            let mut bytes = Vec::new();
            reader.read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        match bytes.map_err(Reason::from).and_then(|bytes| Ok(decode(bytes, encoding)?)) {
            Ok(content) => Ok(Text { name: self.name(), line: None, id: self.id(), content }),
            Err(reason) => Err(self.skipped(None, reason)),
        }
    }

    /// One text a line, each read when its turn comes; blank lines are passed over.
    pub fn lines(&self) -> Result<impl Iterator<Item = Result<Text, Skipped>>, Skipped> {
        let mut reader = self.open().map_err(|error| self.skipped(None, error.into()))?;
        let mut number = 0;
        let mut broken = false;
        Ok(std::iter::from_fn(move || {
            while !broken {
                number += 1;
                let mut line = Vec::new();
                let record = match reader.read_until(b'\n', &mut line) {
                    Ok(0) => return None,
                    Ok(_) => Record::parse(&line).map_err(Reason::from),
                    Err(error) => {
                        broken = true;
                        Err(error.into())
                    }
                };
                match record {
                    Ok(None) => {}
                    Ok(Some(Record { id, text: content })) => {
                        return Some(Ok(Text {
                            name: self.name(),
                            line: Some(number),
                            id,
                            content,
                        }));
                    }
                    Err(reason) => return Some(Err(self.skipped(Some(number), reason))),
                }
            }
            None
        }))
    }

    fn id(&self) -> Option<String> {
        self.path.as_ref().map(|path| path.to_string_lossy().into_owned())
    }

    fn skipped(&self, line: Option<u64>, reason: Reason) -> Skipped {
        Skipped { name: self.name(), line, reason }
    }

    fn open(&self) -> io::Result<Box<dyn BufRead>> {
        if let Some(path) = &self.path {
            return Ok(Box::new(BufReader::new(File::open(path)?)));
        }
        let input = io::stdin().lock();
        if input.is_terminal() {
            complain(&"reading from the terminal; end with Ctrl-D");
        }
        Ok(Box::new(input))
    }
}
