//! Where texts come from: files, folders, standard input, the lines of jsonl.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::Encoding;
use walkdir::WalkDir;

use crate::arguments::InputKind;
use crate::encoding::decode;
use crate::failure::{Place, Reason, Skipped, complain};
use crate::jsonl::Record;

/// Bytes of jsonl that are read at once.
const BUFFER: usize = 64 << 10;

/// A file, or standard input.
#[derive(Debug)]
pub struct Source {
    /// The file; none for standard input.
    path: Option<PathBuf>,
}

/// What a command line names: sources, and what turned out to be none.
pub type Sources = Vec<Result<Source, Skipped>>;

/// What is read in one go and becomes one text, or none.
#[derive(Debug)]
pub struct Portion {
    /// Where it stands.
    pub place: Place,
    /// What is there.
    pub content: Content,
    /// The bytes that it holds, as far as that is known.
    pub size: u64,
    /// Whether the next portion, if there is one, is at hand and need not be waited for.
    pub more: bool,
}

/// What is there to be read.
#[derive(Debug)]
pub enum Content {
    /// A file that nobody has read yet.
    File(Source),
    /// A line of jsonl.
    Line(Vec<u8>),
    /// Nothing that can be read.
    Nothing(Reason),
}

/// A text to be analysed.
#[derive(Debug)]
pub struct Text {
    /// The name that the text has in its report.
    pub id: Option<String>,
    /// What it says.
    pub content: String,
}

impl Source {
    /// The sources of a command line: standard input where no file is named and for `-`, for a
    /// folder what it holds.
    pub fn all(files: &[PathBuf], kind: InputKind) -> Sources {
        if files.is_empty() {
            return vec![Ok(Self { path: None })];
        }
        let sources = files.iter().flat_map(|path| {
            if path.is_dir() {
                return Self::below(path, kind.extension());
            }
            vec![Ok(Self { path: (path != Path::new("-")).then(|| path.clone()) })]
        });
        sources.collect()
    }

    /// The files with this extension, however deep, each folder in the order of its names.
    fn below(folder: &Path, extension: &'static str) -> Sources {
        let fits =
            |path: &Path| path.extension().is_some_and(|it| it.eq_ignore_ascii_case(extension));
        let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
        let found: Vec<_> = walk
            .into_iter()
            .filter_map(|entry| match entry {
                Ok(entry) => (entry.file_type().is_file() && fits(entry.path()))
                    .then(|| Ok(Self { path: Some(entry.into_path()) })),
                Err(error) => {
                    let place = Place::of(error.path().unwrap_or(folder));
                    let circle = || io::Error::other("it leads back to a folder above it");
                    let reason = error.into_io_error().unwrap_or_else(circle).into();
                    Some(Err(Skipped { place, reason }))
                }
            })
            .collect();
        if found.is_empty() {
            let reason = Reason::EmptyFolder { extension };
            return vec![Err(Skipped { place: Place::of(folder), reason })];
        }
        found
    }

    /// The file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The bytes that it holds, where that is known before they are read.
    pub fn size(&self) -> Option<u64> {
        let metadata = self.path()?.metadata().ok()?;
        metadata.is_file().then_some(metadata.len())
    }

    /// Whether somebody types it.
    pub fn is_typed(&self) -> bool {
        self.path.is_none() && io::stdin().is_terminal()
    }

    fn text(&self, encoding: Option<&'static Encoding>) -> Result<Text, Reason> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes)?;
        let id = self.path.as_ref().map(|path| path.to_string_lossy().into_owned());
        Ok(Text { id, content: decode(bytes, encoding)? })
    }

    fn open(&self) -> io::Result<Box<dyn Read>> {
        if let Some(path) = &self.path {
            return Ok(Box::new(File::open(path)?));
        }
        if self.is_typed() {
            complain(&"reading from the terminal; end with Ctrl-D");
        }
        Ok(Box::new(io::stdin()))
    }
}

/// A source as one text or, for jsonl, as lines, each read when its turn comes.
pub fn portions(
    source: Result<Source, Skipped>,
    kind: InputKind,
) -> Box<dyn Iterator<Item = Portion>> {
    let (place, content) = match source {
        Ok(source) => {
            let place = source.path().map_or_else(Place::standard_input, Place::of);
            match kind {
                InputKind::Text => (place, Content::File(source)),
                InputKind::Jsonl => match source.open() {
                    Ok(file) => return Box::new(lines(place, file)),
                    Err(error) => (place, Content::Nothing(error.into())),
                },
            }
        }
        Err(Skipped { place, reason }) => (place, Content::Nothing(reason)),
    };
    let size = if let Content::File(source) = &content { source.size() } else { None };
    let (size, more) = (size.unwrap_or_default(), size.is_some());
    Box::new(iter::once(Portion { place, content, size, more }))
}

fn lines(place: Place, file: impl Read) -> impl Iterator<Item = Portion> {
    let mut reader = BufReader::with_capacity(BUFFER, file);
    let mut broken = false;
    (1..).map_while(move |number| {
        let mut line = Vec::new();
        let mut size = 0;
        let content = match (!broken).then(|| reader.read_until(b'\n', &mut line))? {
            Ok(0) => return None,
            Ok(length) => {
                size = length as u64;
                Content::Line(line)
            }
            Err(error) => {
                broken = true;
                Content::Nothing(error.into())
            }
        };
        let place = Place { line: Some(number), name: Arc::clone(&place.name) };
        Some(Portion { place, content, size, more: reader.buffer().contains(&b'\n') })
    })
}

impl Content {
    /// The text, unless it is a blank line.
    pub fn text(self, encoding: Option<&'static Encoding>) -> Result<Option<Text>, Reason> {
        match self {
            Self::File(source) => source.text(encoding).map(Some),
            Self::Line(bytes) => {
                let record = Record::parse(&bytes)?;
                Ok(record.map(|Record { id, text }| Text { id, content: text }))
            }
            Self::Nothing(reason) => Err(reason),
        }
    }
}
