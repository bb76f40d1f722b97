//! A text that is being written, for JavaScript.

use std::ops::Range;

use js_sys::{Error, Object, Uint16Array, Uint32Array};
use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::columns::{report_of, to_columns};
use super::{JsAnalyzer, named, options_of, refusal, set};
use crate::draft::{Draft, Highlight, Stretch};
use crate::options::Options;
use crate::text::Utf16;

/// One edit of a text: what stands between two offsets is replaced.
#[derive(Debug, Deserialize, Tsify)]
pub struct Edit {
    /// Where it begins, in UTF-16 code units of the text as the edits before it left it.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What is put there.
    pub text: String,
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** Findings without words, for drawing: one row each, by start, then longer first. */
export interface Highlights {
    /** Offset of the first character. */
    start: Uint32Array;
    /** Offset after the last character. */
    end: Uint32Array;
    /** The subtype, as its number among the subtypes of all families, in the order of `families()`. */
    kind: Uint16Array;
}

/** A stretch of a text in which highlights have changed: where it was before the edits and where it is now. */
export interface ChangedStretch {
    before: { start: number; end: number };
    after: { start: number; end: number };
    /** What is to be drawn in it now. */
    highlights: Highlights;
}
";

/// A text that is being written. Its report is always that of an analysis of the whole text, but an edit
/// is read in no time. Every call must be given the same analyser; `free()` gives the memory back.
#[wasm_bindgen(js_name = Draft)]
pub struct JsDraft(Draft);

#[wasm_bindgen(js_class = Draft)]
impl JsDraft {
    /// Reads a text.
    #[wasm_bindgen(constructor)]
    pub fn new(analyzer: &JsAnalyzer, text: &str) -> Self {
        Self(Draft::new(&analyzer.0, text))
    }

    /// Makes edits, one after the other, and says what is to be drawn anew.
    ///
    /// # Errors
    /// Throws errors named `Edits` or `Options`.
    #[wasm_bindgen(unchecked_return_type = "ChangedStretch")]
    pub fn edit(
        &mut self,
        analyzer: &JsAnalyzer,
        #[wasm_bindgen(unchecked_param_type = "Edit[]")] edits: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options = options_of(options)?;
        let edits: Vec<Edit> = serde_wasm_bindgen::from_value(edits)
            .map_err(|error| named("Edits", &format!("the edits cannot be read: {error}")))?;
        let nowhere = Utf16(0)..Utf16(0);
        let mut changed = Stretch { before: nowhere.clone(), after: nowhere };
        for (number, Edit { start, end, text }) in edits.into_iter().enumerate() {
            let stretches = self.0.edit(&analyzer.0, Utf16(start)..Utf16(end), &text);
            let covered = stretches.into_iter().reduce(|all, each| all.covering(&each));
            let Some(stretch) = covered else { continue };
            changed = if number == 0 { stretch } else { changed.then(&stretch) };
        }
        Ok(self.changed(analyzer, &changed, &options))
    }

    /// All that is to be drawn, as if the text had been put in the place of another.
    ///
    /// # Errors
    /// Throws an error named `Options`.
    #[wasm_bindgen(unchecked_return_type = "ChangedStretch")]
    pub fn whole(
        &mut self,
        analyzer: &JsAnalyzer,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let whole = Utf16(0)..self.0.length();
        let stretch = Stretch { before: Utf16(0)..Utf16(u32::MAX), after: whole };
        Ok(self.changed(analyzer, &stretch, &options_of(options)?))
    }

    /// The report of the text as it stands, as `Analyzer.analyze` gives it.
    ///
    /// # Errors
    /// As `Analyzer.analyze`.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(
        &mut self,
        analyzer: &JsAnalyzer,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        self.report_columns(analyzer, options).map(|columns| report_of(&columns))
    }

    /// The same in columns, of which `reportOf` makes it.
    ///
    /// # Errors
    /// As `Analyzer.analyze`.
    #[wasm_bindgen(js_name = reportColumns, unchecked_return_type = "ReportColumns")]
    pub fn report_columns(
        &mut self,
        analyzer: &JsAnalyzer,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let columns = self.0.columns(&analyzer.0, &options_of(options)?);
        to_columns(&columns.map_err(|error| refusal(&error))?)
    }
}

impl JsDraft {
    fn changed(&mut self, analyzer: &JsAnalyzer, stretch: &Stretch, options: &Options) -> JsValue {
        let highlights = self.0.highlights(&analyzer.0, &stretch.after, options);
        let changed = Object::new().into();
        set(&changed, "before", &places(&stretch.before));
        set(&changed, "after", &places(&stretch.after));
        set(&changed, "highlights", &columns(analyzer, &highlights));
        changed
    }
}

fn places(range: &Range<Utf16>) -> JsValue {
    let object = Object::new().into();
    set(&object, "start", &range.start.0.into());
    set(&object, "end", &range.end.0.into());
    object
}

fn columns(analyzer: &JsAnalyzer, highlights: &[Highlight]) -> JsValue {
    let families = analyzer.0.lexicon.families.iter();
    let firsts: Vec<u16> = families
        .scan(0, |next, family| {
            let first = *next;
            *next += family.subtypes.len() as u16;
            Some(first)
        })
        .collect();
    let numbers = |number: fn(&Highlight) -> u32| {
        Uint32Array::from(highlights.iter().map(number).collect::<Vec<_>>().as_slice()).into()
    };
    let kinds = highlights.iter().map(|each| firsts[usize::from(each.family)] + each.subtype);
    let object = Object::new().into();
    set(&object, "start", &numbers(|each| each.start.0));
    set(&object, "end", &numbers(|each| each.end.0));
    set(&object, "kind", &Uint16Array::from(kinds.collect::<Vec<_>>().as_slice()).into());
    object
}
