//! Comparisons at the JavaScript boundary. Profiles cross it as bytes: a page keeps thousands of them.

use std::collections::BTreeMap;

use js_sys::{Error, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{JsAnalyzer, named, options_of, refusal, to_javascript};
use crate::compare::{Profile, Side};
use crate::options::Language;
use crate::report::{AnalyzerInfo, DocumentInfo};

/// One text in numbers; beside these, `profile` holds what a comparison needs, as bytes.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object, missing_as_null)]
pub struct TextSummary {
    /// Which analyser and which lexicon counted.
    pub analyzer: AnalyzerInfo,
    /// The text in numbers.
    pub document: DocumentInfo,
    /// Findings by family.
    pub counts: BTreeMap<String, u32>,
}

/// How two sides are compared.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct CompareOptions {
    /// What the two sides are called; `A` and `B` unless given.
    #[tsify(optional)]
    pub names: Option<[String; 2]>,
    /// The language of notes and conclusions; English unless given.
    #[tsify(optional)]
    pub language: Option<Language>,
}

#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// Analyses a text, and gives its numbers and the profile that `compare` takes instead of the
    /// whole report. A profile is read by the version that made it.
    ///
    /// # Errors
    /// Throws errors as `analyze` does.
    #[wasm_bindgen(unchecked_return_type = "TextSummary & { profile: Uint8Array }")]
    pub fn profile(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options = options_of(options)?;
        let report = self.0.analyze(text, &options).map_err(|error| refusal(&error))?;
        let profile = self.0.profile(&report).to_bytes();
        let families = report.summary.families.into_iter();
        let numbers = to_javascript(&TextSummary {
            analyzer: report.analyzer,
            document: report.document,
            counts: families.map(|(id, family)| (id, family.count)).collect(),
        })?;
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&numbers, &"profile".into(), &Uint8Array::from(profile.as_slice()));
        Ok(numbers)
    }

    /// Compares two sides, each the profiles of one text or more.
    ///
    /// # Errors
    /// Throws errors named `Profile` for bytes that are no profile of this version, or `Options`.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(
        &self,
        a: Vec<Uint8Array>,
        b: Vec<Uint8Array>,
        #[wasm_bindgen(unchecked_optional_param_type = "CompareOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options: CompareOptions = if options.is_undefined() {
            CompareOptions::default()
        } else {
            serde_wasm_bindgen::from_value(options).map_err(|error| {
                named("Options", &format!("the options cannot be read: {error}"))
            })?
        };
        let [name_a, name_b] = options.names.unwrap_or_else(|| ["A", "B"].map(str::to_owned));
        let (a, b) = (profiles(a)?, profiles(b)?);
        let sides = [Side { name: &name_a, profiles: &a }, Side { name: &name_b, profiles: &b }];
        to_javascript(&self.0.compare(sides, options.language.unwrap_or_default()))
    }
}

fn profiles(bytes: Vec<Uint8Array>) -> Result<Vec<Profile>, Error> {
    bytes
        .into_iter()
        .map(|each| {
            Profile::from_bytes(&each.to_vec())
                .map_err(|error| named("Profile", &error.to_string()))
        })
        .collect()
}
