//! [`Analyzer`]: made once, then asked as often as needed.

use std::cell::OnceCell;
use std::sync::Arc;

use cifeng_lexicon::{Color, Explanations, Fold, Lexicon, LoadError, Localized, SoughtId};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::compare::{self, Comparison, Profile, Side};
use crate::detect::{self, Candidate, Context, Index};
use crate::exceptions;
use crate::meanings::Meanings;
use crate::options::{Language, Options};
use crate::report::{self, AnalyzerInfo, Columns, Report, Source};
use crate::resolve::resolve;
use crate::segment::{DictionaryError, Segmenter, Words};
use crate::text::Document;
use crate::timing::{Clock, NoClock, Timings};
use crate::user::{self, Guide, LexiconReading, UserLexicon, UserLexiconError, UserLexiconInfo};
use crate::voice::Voices;

/// Its bytes.
static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The reasons of the built-in lexicon's rules, as [`Explanations`] loads them. A WebAssembly module does
/// not hold them: there they may come after the first report.
pub static EXPLANATIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/explanations.bin"));

/// The lexicon that `build.rs` compiled.
pub(crate) fn builtin_lexicon() -> Result<Lexicon, LoadError> {
    #[cfg_attr(target_arch = "wasm32", expect(unused_mut, reason = "explanations come later"))]
    let mut lexicon = Lexicon::from_bytes(LEXICON)?;
    #[cfg(not(target_arch = "wasm32"))]
    lexicon.explain(Explanations::from_bytes(EXPLANATIONS)?.into())?;
    Ok(lexicon)
}

/// Finds rhetorical markers; immutable, and free to be shared between threads.
pub struct Analyzer {
    pub(crate) lexicon: Lexicon,
    pub(crate) index: Index,
    pub(crate) fold: Fold,
    pub(crate) segmenter: Segmenter,
    meanings: Option<Meanings>,
    own: Own,
}

/// Readers' own lexicons in use.
#[derive(Debug, Default)]
struct Own {
    /// The lexicon without them, kept while there are any.
    base: Option<Box<Lexicon>>,
    used: Vec<UserLexiconInfo>,
    /// How often others were taken into use.
    changes: u32,
}

/// An analyser that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// The segmentation dictionary is broken.
    #[error(transparent)]
    Dictionary(#[from] DictionaryError),
    /// The lexicon is not one that this version compiled.
    #[error("{0}")]
    Lexicon(String),
}

impl From<LoadError> for BuildError {
    fn from(error: LoadError) -> Self {
        Self::Lexicon(error.to_string())
    }
}

/// A text that is not analysed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnalyzeError {
    /// The text is longer than the limit.
    #[error("the text has {chars} characters, the limit is {limit}")]
    TooLong {
        /// Its code points.
        chars: usize,
        /// The limit that was in force.
        limit: usize,
    },
    /// A family was asked for that the lexicon does not have.
    #[error("there is no family `{name}`; the lexicon has {}", known.join(", "))]
    UnknownFamily {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
}

/// A family, as legends and tables show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FamilyInfo {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// What it is.
    pub description: Localized,
    /// The highlight's colours.
    pub color: Color,
    /// The highlight's line: solid, dashed, dotted, double or wavy.
    pub line: String,
    /// Its subtypes.
    pub subtypes: Vec<SubtypeInfo>,
}

/// A class inside a family, as legends and tables show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SubtypeInfo {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// What it is.
    pub description: Localized,
}

impl std::fmt::Debug for Analyzer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Analyzer")
            .field("lexicon", &self.lexicon.fingerprint)
            .finish_non_exhaustive()
    }
}

impl Analyzer {
    /// An analyser with the built-in lexicon and a segmentation dictionary
    /// (`lexicon/segmentation/dictionary.txt`, as [`cifeng_lexicon::dictionary`] describes it).
    ///
    /// # Errors
    /// If the dictionary is empty or a line of it is broken.
    pub fn new(dictionary: &str) -> Result<Self, BuildError> {
        Self::with_lexicon(builtin_lexicon()?, dictionary)
    }

    /// An analyser with another compiled lexicon.
    ///
    /// # Errors
    /// If the dictionary or the lexicon is broken.
    pub fn with_lexicon(lexicon: Lexicon, dictionary: &str) -> Result<Self, BuildError> {
        Ok(Self {
            index: Index::new(&lexicon),
            fold: Fold::new(&lexicon.fold),
            segmenter: Segmenter::new(dictionary)?,
            lexicon,
            meanings: None,
            own: Own::default(),
        })
    }

    /// Adds the reasons of the rules of the lexicon in use: reports made from now on carry them. Only in a
    /// WebAssembly module are they not there from the beginning.
    ///
    /// # Errors
    /// If they are no explanations, or explain another lexicon.
    pub fn add_explanations(&mut self, explanations: &[u8]) -> Result<(), BuildError> {
        let explanations = Arc::new(Explanations::from_bytes(explanations)?);
        if let Some(base) = &mut self.own.base {
            base.explain(Arc::clone(&explanations))?;
        }
        Ok(self.lexicon.explain(explanations)?)
    }

    /// Adds the meanings of set expressions: reports made from now on carry them.
    pub fn add_meanings(&mut self, meanings: Meanings) {
        self.meanings = Some(meanings);
    }

    /// Reads a reader's own lexicon, a table described in `docs/own-lexicon.md`: what is right of it, and
    /// what is wrong with the rest. Nothing is found by it before [`use_lexicons`](Self::use_lexicons).
    #[must_use]
    pub fn read_lexicon(&self, name: &str, table: &str) -> LexiconReading {
        Guide { families: &self.lexicon.families, fold: &self.fold }.read(name, table)
    }

    /// Finds the entries of these lexicons, too, from now on, and of no others that were given before.
    /// Of several that have one name, the later get a number.
    ///
    /// # Errors
    /// If they are too many together; then the lexicons stay that are in use.
    pub fn use_lexicons(&mut self, mut lexicons: Vec<UserLexicon>) -> Result<(), UserLexiconError> {
        user::number(&mut lexicons);
        let base = self.own.base.as_deref().unwrap_or(&self.lexicon);
        let rules = user::rules(base, &self.fold, &lexicons)?;
        let used = lexicons.iter().map(UserLexicon::info).collect();
        if lexicons.is_empty() {
            let Some(base) = self.own.base.take() else { return Ok(()) };
            self.lexicon = *base;
        } else {
            let extended = base.extended(rules);
            let before = std::mem::replace(&mut self.lexicon, extended);
            self.own.base.get_or_insert_with(|| Box::new(before));
        }
        self.own.used = used;
        self.own.changes += 1;
        self.index = Index::new(&self.lexicon);
        Ok(())
    }

    /// Analyses a text.
    ///
    /// # Errors
    /// If the text is longer than [`Options::max_chars`] or a family is not known.
    pub fn analyze(&self, text: &str, options: &Options) -> Result<Report, AnalyzeError> {
        self.measure(text, options, &NoClock).map(|(report, _)| report)
    }

    /// Analyses a text and says what the time went to, in milliseconds by the caller's clock.
    ///
    /// # Errors
    /// As [`analyze`](Self::analyze).
    pub fn measure(
        &self,
        text: &str,
        options: &Options,
        clock: &impl Clock,
    ) -> Result<(Report, Timings), AnalyzeError> {
        let (columns, mut timings) = self.columns(text, options, clock)?;
        let start = clock.now();
        let report = columns.into_report();
        timings.report += clock.now() - start;
        Ok((report, timings))
    }

    /// Analyses a text and leaves the report in columns.
    pub(crate) fn columns(
        &self,
        text: &str,
        options: &Options,
        clock: &impl Clock,
    ) -> Result<(Columns, Timings), AnalyzeError> {
        let chars = text.chars().count();
        self.check(options, chars)?;
        let start = clock.now();
        let document = Document::new(text, &self.fold);
        let read = clock.now();
        let words = Words::new(&self.segmenter, &document);
        let held = OnceCell::new();
        let mentions = |word: SoughtId| {
            let held: &Vec<bool> = held.get_or_init(|| self.index.sought().known(&document));
            held[usize::from(word)]
        };
        let context = Context::new(&document, &self.lexicon, &self.index, words, &mentions);
        let mut families = vec![0.0; self.lexicon.families.len()];
        let candidates = detect::candidates(&context, clock, &mut families);
        let detected = clock.now();
        let resolved = resolve(&self.lexicon, chars, candidates);
        let chosen = clock.now();
        let voices = Voices::of(&document, &self.lexicon, &Words::new(&self.segmenter, &document));
        let heard = clock.now();
        let under = self.under(&document, &resolved, options);
        let mut columns = self.report(&document, &resolved, &under, &voices, options);
        columns.head.document.sha256 = options.sha256.then(|| sha256(text));
        let ids = self.lexicon.families.iter().map(|family| family.id.clone());
        let timings = Timings {
            document: read - start,
            detect: detected - read,
            families: ids.zip(families).collect(),
            resolve: chosen - detected,
            voices: heard - chosen,
            report: clock.now() - heard,
        };
        Ok((columns, timings))
    }

    /// What a comparison needs of a text that this analyser has reported on.
    #[must_use]
    pub fn profile(&self, report: &Report) -> Profile {
        Profile::of(report, &self.fold)
    }

    /// Compares two texts or collections of texts by their profiles.
    #[must_use]
    pub fn compare(&self, sides: [Side; 2], language: Language) -> Comparison {
        compare::compare(
            sides,
            &self.families(),
            AnalyzerInfo::of(&self.lexicon, &self.own.used),
            language,
        )
    }

    /// A number that is another after every change of what is found.
    pub(crate) fn edition(&self) -> u32 {
        self.own.changes
    }

    /// Says for each candidate which exception it falls under, by index; none if it counts.
    pub(crate) fn under(
        &self,
        document: &Document,
        resolved: &[Candidate],
        options: &Options,
    ) -> Vec<Option<u32>> {
        let candidates: Vec<&Candidate> = resolved.iter().collect();
        let exceptions = &options.exceptions;
        exceptions::matched(document, &self.lexicon, &self.fold, &candidates, exceptions)
    }

    /// The report of a text in which all was found.
    pub(crate) fn report(
        &self,
        source: &dyn Source,
        resolved: &[Candidate],
        under: &[Option<u32>],
        voices: &Voices,
        options: &Options,
    ) -> Columns {
        let knowledge = report::Knowledge {
            lexicon: &self.lexicon,
            index: &self.index,
            fold: &self.fold,
            meanings: self.meanings.as_ref(),
            own: &self.own.used,
        };
        report::build(source, &knowledge, resolved, under, voices, options)
    }

    /// The families, in the order of legends and tables.
    #[must_use]
    pub fn families(&self) -> Vec<FamilyInfo> {
        let families = self.lexicon.families.iter().cloned();
        families
            .map(|family| FamilyInfo {
                id: family.id,
                name: family.name,
                description: family.description,
                color: family.color,
                line: family.line,
                subtypes: family
                    .subtypes
                    .into_iter()
                    .map(|each| SubtypeInfo {
                        id: each.id,
                        name: each.name,
                        description: each.description,
                    })
                    .collect(),
            })
            .collect()
    }

    /// Refuses a text of so many code points, or options that name what is not there.
    pub(crate) fn check(&self, options: &Options, chars: usize) -> Result<(), AnalyzeError> {
        self.check_families(options)?;
        let limit = options.max_chars;
        if chars > limit { Err(AnalyzeError::TooLong { chars, limit }) } else { Ok(()) }
    }

    fn check_families(&self, options: &Options) -> Result<(), AnalyzeError> {
        let known = || self.lexicon.families.iter().map(|family| &family.id);
        let asked = options.families.iter().flatten();
        match asked.into_iter().find(|name| !known().any(|each| each == *name)) {
            None => Ok(()),
            Some(name) => Err(AnalyzeError::UnknownFamily {
                name: name.clone(),
                known: known().cloned().collect(),
            }),
        }
    }
}

fn sha256(text: &str) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16));
    Sha256::digest(text).iter().flat_map(digits).flatten().collect()
}
