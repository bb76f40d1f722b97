//! The JavaScript boundary: the only file that knows of it. Offsets leave as UTF-16 code units.

mod columns;
mod compare;
mod draft;

use js_sys::{Error, Object, Reflect};
use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::analyzer::{AnalyzeError, Analyzer};
use crate::exceptions::Exception;
use crate::meanings::Meanings;
use crate::options::{Language, Options};
use crate::report::OffsetUnit;
use crate::timing::NoClock;
use crate::user::{LexiconProblem, LexiconReading, Severity, UserEntry, UserLexiconInfo};
pub use columns::report_of;
use columns::to_columns;
pub use draft::JsDraft;

/// What an analysis should do.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct AnalyzeOptions {
    /// A name for the text, repeated in the report.
    #[tsify(optional)]
    pub id: Option<String>,
    /// The language of reasons and notes; English unless given.
    #[tsify(optional)]
    pub language: Option<Language>,
    /// The families to report; all unless given.
    #[tsify(optional)]
    pub families: Option<Vec<String>>,
    /// What the reader has set aside: named in the report, but in no number.
    #[tsify(optional)]
    pub exceptions: Option<Vec<Exception>>,
    /// Whether the report names the SHA-256 of the text.
    #[tsify(optional)]
    pub sha256: Option<bool>,
    /// Longer texts are refused with a `TooLong` error; in code points, 5,000,000 unless given.
    #[tsify(optional)]
    pub max_chars: Option<usize>,
}

/// A reader's own lexicon, as a table.
#[derive(Debug, Deserialize, Tsify)]
pub struct LexiconTable {
    /// What findings call it: `user/NAME`.
    pub name: String,
    /// The table.
    pub table: String,
}

/// What reading a table gave.
#[derive(Debug, Serialize, Tsify)]
pub struct LexiconPreview {
    /// The lexicon's name, number of entries and fingerprint.
    pub lexicon: UserLexiconInfo,
    /// The first entries, a hundred at most.
    pub entries: Vec<UserEntry>,
    /// What is wrong, by line: the first two hundred.
    pub problems: Vec<LexiconRemark>,
    /// All lines that are wrong and left out.
    pub errors: u32,
    /// All lines that a reader may want to look at.
    pub warnings: u32,
}

/// One problem of a table.
#[derive(Debug, Serialize, Tsify)]
pub struct LexiconRemark {
    /// The line, from one.
    pub line: u32,
    /// Whether the line is left out.
    pub severity: Severity,
    /// What was read and what would be right.
    pub message: String,
}

impl LexiconPreview {
    const ENTRIES: usize = 100;

    fn of(reading: &LexiconReading, language: Language) -> Self {
        let LexiconReading { lexicon, problems, errors, warnings } = reading;
        let remark = |problem: &LexiconProblem| LexiconRemark {
            line: problem.line,
            severity: problem.kind.severity(),
            message: problem.kind.message(language),
        };
        Self {
            lexicon: lexicon.info(),
            entries: lexicon.entries.iter().take(Self::ENTRIES).cloned().collect(),
            problems: problems.iter().map(remark).collect(),
            errors: *errors,
            warnings: *warnings,
        }
    }
}

/// Finds the rhetorical markers of Chinese text. Made once, it analyses as many texts as you like;
/// `free()` gives its memory back.
#[wasm_bindgen(js_name = Analyzer)]
pub struct JsAnalyzer(Analyzer);

#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// Makes an analyser from the bytes of `dictionary.txt`, which lies beside this module.
    ///
    /// # Errors
    /// Throws an error named `Dictionary` where they are broken.
    #[wasm_bindgen(constructor)]
    pub fn new(dictionary: &[u8]) -> Result<JsAnalyzer, Error> {
        let text = text_of("Dictionary", "the segmentation dictionary", dictionary)?;
        Analyzer::new(text).map(Self).map_err(|error| named("Dictionary", &error.to_string()))
    }

    /// Adds the reasons from the bytes of `explanations.bin`, which lies beside this module: reports made
    /// from now on carry them. Without them `why` is empty, and `variant_of` and `refers_to` are null where
    /// they are no part of the text.
    ///
    /// # Errors
    /// Throws an error named `Explanations` where they are not this module's.
    #[wasm_bindgen(js_name = addExplanations)]
    pub fn add_explanations(&mut self, explanations: &[u8]) -> Result<(), Error> {
        let added = self.0.add_explanations(explanations);
        added.map_err(|error| named("Explanations", &error.to_string()))
    }

    /// Adds the meanings of set expressions from the bytes of `meanings.tsv` and `cc-cedict.tsv`,
    /// which lie beside this module: reports made from now on carry them.
    ///
    /// # Errors
    /// Throws an error named `Meanings` where they are broken.
    #[wasm_bindgen(js_name = addMeanings)]
    pub fn add_meanings(&mut self, meanings: &[u8], cedict: &[u8]) -> Result<(), Error> {
        let own = text_of("Meanings", "meanings.tsv", meanings)?;
        let cedict = text_of("Meanings", "cc-cedict.tsv", cedict)?;
        let meanings =
            Meanings::new(own, cedict).map_err(|error| named("Meanings", &error.to_string()))?;
        self.0.add_meanings(meanings);
        Ok(())
    }

    /// Reads a reader's own lexicon, a table described in `docs/own-lexicon.md`: what is right of it, and
    /// what is wrong with the rest, said in the language given (English unless given). Nothing is found
    /// by it before `useLexicons`.
    ///
    /// # Errors
    /// Throws an error named `Options` where the language is none.
    #[wasm_bindgen(js_name = readLexicon, unchecked_return_type = "LexiconPreview")]
    pub fn read_lexicon(
        &self,
        name: &str,
        table: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
    ) -> Result<JsValue, Error> {
        let language: Option<Language> = serde_wasm_bindgen::from_value(language)
            .map_err(|error| named("Options", &format!("there is no such language: {error}")))?;
        let reading = self.0.read_lexicon(name, table);
        to_javascript(&LexiconPreview::of(&reading, language.unwrap_or_default()))
    }

    /// Finds the entries of these tables, too, from now on, and of no others that were given before;
    /// lines that are wrong are left out.
    ///
    /// # Errors
    /// Throws an error named `Lexicons` where they are too many together, and changes nothing then.
    #[wasm_bindgen(js_name = useLexicons)]
    pub fn use_lexicons(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "LexiconTable[]")] tables: JsValue,
    ) -> Result<(), Error> {
        let tables: Vec<LexiconTable> = serde_wasm_bindgen::from_value(tables)
            .map_err(|error| named("Lexicons", &format!("the tables cannot be read: {error}")))?;
        let read = tables.iter().map(|each| self.0.read_lexicon(&each.name, &each.table).lexicon);
        let lexicons = read.collect();
        self.0.use_lexicons(lexicons).map_err(|error| named("Lexicons", &error.to_string()))
    }

    /// Analyses a text; offsets in the report are UTF-16 code units, as JavaScript counts. The report
    /// is a plain object whose findings and paragraphs are made when they are first read.
    ///
    /// # Errors
    /// Throws errors named `TooLong` (with `chars` and `limit`), `UnknownFamily` or `Options`.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn analyze(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        self.analyze_columns(text, options).map(|columns| report_of(&columns))
    }

    /// Analyses a text as `analyze` does and leaves the report in columns, of which `reportOf` makes it.
    ///
    /// # Errors
    /// As `analyze`.
    #[wasm_bindgen(js_name = analyzeColumns, unchecked_return_type = "ReportColumns")]
    pub fn analyze_columns(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let timing = Timing::start();
        let columns = self.0.columns(text, &options_of(options)?, &NoClock);
        timing.end();
        let (columns, _) = columns.map_err(|error| refusal(&error))?;
        to_columns(&columns)
    }

    /// The families with their names, colours and subtypes, in the order of legends and tables.
    ///
    /// # Errors
    /// None but a failure of the JavaScript engine to make the objects.
    #[wasm_bindgen(unchecked_return_type = "FamilyInfo[]")]
    pub fn families(&self) -> Result<JsValue, Error> {
        to_javascript(&self.0.families())
    }
}

/// The forms in which a report can be written.
#[cfg(feature = "writers")]
#[derive(Debug, Clone, Copy, Deserialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum WrittenForm {
    /// One row a finding, for spreadsheets; cells that look like formulas get a leading apostrophe.
    Csv,
    /// A page that holds everything and needs nothing else, not even a script.
    Html,
}

#[cfg(feature = "writers")]
#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// Analyses a text and says what the time went to, by stage and by family, in milliseconds: as finely
    /// as the browser's clock tells.
    ///
    /// # Errors
    /// As `analyze`.
    #[wasm_bindgen(unchecked_return_type = "Timings")]
    pub fn timings(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let performance = performance();
        let clock = || performance.as_ref().map_or(0.0, web_sys::Performance::now);
        let measured = self.0.columns(text, &options_of(options)?, &clock);
        to_javascript(&measured.map_err(|error| refusal(&error))?.1)
    }

    /// Analyses a text and writes the report, with the SHA-256 of the text.
    ///
    /// # Errors
    /// As `analyze`; and an error named `Options` where the form is none.
    pub fn write(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_param_type = "WrittenForm")] form: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<String, Error> {
        use crate::report::{View, csv, html};

        let form: WrittenForm = serde_wasm_bindgen::from_value(form)
            .map_err(|error| named("Options", &format!("there is no such form: {error}")))?;
        let options = Options { sha256: true, ..options_of(options)? };
        let report = self.0.analyze(text, &options).map_err(|error| refusal(&error))?;
        let families = self.0.families();
        let view = View { report: &report, text, families: &families, language: options.language };
        let written = match form {
            WrittenForm::Csv => csv::Writer::new(Vec::new()).and_then(|mut writer| {
                writer.add(view)?;
                writer.finish()
            }),
            WrittenForm::Html => {
                let title = options.id.as_deref().unwrap_or("Cifeng 辭鋒");
                html::Writer::new(Vec::new(), title, &families, options.language).and_then(
                    |mut writer| {
                        writer.add(view)?;
                        writer.finish()
                    },
                )
            }
        };
        let bytes = written.map_err(|error| Error::new(&error.to_string()))?;
        String::from_utf8(bytes).map_err(|error| Error::new(&error.to_string()))
    }
}

/// Panics arrive in the console with their place instead of as `unreachable`.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The options of an analysis as JavaScript gives them, or none.
fn options_of(options: JsValue) -> Result<Options, Error> {
    let options: AnalyzeOptions = if options.is_undefined() {
        AnalyzeOptions::default()
    } else {
        check_names(&options)?;
        serde_wasm_bindgen::from_value(options)
            .map_err(|error| named("Options", &format!("the options cannot be read: {error}")))?
    };
    Ok(Options {
        id: options.id,
        language: options.language.unwrap_or_default(),
        offsets: OffsetUnit::Utf16,
        families: options.families,
        exceptions: options.exceptions.unwrap_or_default(),
        sha256: options.sha256.unwrap_or_default(),
        max_chars: options.max_chars.unwrap_or(crate::DEFAULT_MAX_CHARS),
    })
}

/// The keys of [`AnalyzeOptions`]: the deserializer passes over keys that it does not know, and a
/// misspelt option would be lost without a word.
const OPTION_NAMES: [&str; 6] = ["id", "language", "families", "exceptions", "sha256", "maxChars"];

fn check_names(options: &JsValue) -> Result<(), Error> {
    let Some(object) = options.dyn_ref::<Object>() else { return Ok(()) };
    let keys = Object::keys(object).iter().filter_map(|key| key.as_string()).collect::<Vec<_>>();
    match keys.iter().find(|key| !OPTION_NAMES.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let known = OPTION_NAMES.join(", ");
            Err(named("Options", &format!("there is no option `{key}`; there are {known}")))
        }
    }
}

/// Plain objects with `null` for what is absent, as in the report's JSON form.
fn to_javascript(value: &impl Serialize) -> Result<JsValue, Error> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| Error::new(&error.to_string()))
}

/// Sets a property of a fresh object, which cannot fail.
fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

fn text_of<'b>(name: &str, what: &str, bytes: &'b [u8]) -> Result<&'b str, Error> {
    std::str::from_utf8(bytes)
        .map_err(|error| named(name, &format!("{what} is not UTF-8: {error}")))
}

fn named(name: &str, message: &str) -> Error {
    let error = Error::new(message);
    error.set_name(name);
    error
}

fn refusal(refused: &AnalyzeError) -> Error {
    match refused {
        AnalyzeError::UnknownFamily { .. } => named("UnknownFamily", &refused.to_string()),
        AnalyzeError::TooLong { chars, limit } => {
            let error = named("TooLong", &refused.to_string());
            for (key, value) in [("chars", *chars), ("limit", *limit)] {
                set(&error, key, &JsValue::from_f64(value as f64));
            }
            error
        }
    }
}

/// The clock of the page, the worker or Node.
fn performance() -> Option<web_sys::Performance> {
    let performance = Reflect::get(&js_sys::global(), &"performance".into());
    performance.ok().and_then(|value| value.dyn_into().ok())
}

/// The time spent inside the core, as an entry `cifeng.analyze` of the User Timing interface, where
/// browser tools and the page can read it.
struct Timing(Option<web_sys::Performance>);

const MEASURE: &str = "cifeng.analyze";
const START: &str = "cifeng.analyze.start";

impl Timing {
    fn start() -> Self {
        let performance = performance();
        if let Some(performance) = &performance {
            // Timing is a service to the reader of a profile; a report never fails for the lack of it.
            let _ = web_sys::Performance::mark(performance, START);
        }
        Self(performance)
    }

    fn end(self) {
        if let Some(performance) = self.0 {
            performance.clear_measures_with_measure_name(MEASURE);
            let _ = performance.measure_with_start_mark(MEASURE, START);
            performance.clear_marks_with_mark_name(START);
        }
    }
}
