//! The shape of the TOML files, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::{Anchor, Color, Localized, Role, Scope, Value};

/// `<family>/family.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FamilyFile {
    pub order: u8,
    pub color: Color,
    pub line: Spanned<String>,
    #[serde(default)]
    pub opaque: bool,
    #[serde(default)]
    pub meanings: bool,
    #[serde(default)]
    pub rivals: Vec<Spanned<String>>,
    pub unless: Option<Spanned<String>>,
    pub name: Localized,
    pub description: Localized,
    pub subtype: Vec<SubtypeSource>,
    #[serde(default)]
    pub value: Vec<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubtypeSource {
    pub id: String,
    pub rank: u8,
    pub name: Localized,
    pub description: Localized,
}

/// Any other `<family>/*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleFile {
    #[serde(default)]
    pub rule: Vec<Spanned<RuleSource>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key of its own in the data")]
pub(super) struct RuleSource {
    pub id: String,
    pub subtype: Spanned<String>,
    #[serde(default)]
    pub kind: KindName,
    pub cues: Option<Spanned<String>>,
    #[serde(default)]
    pub cues_from: Vec<Spanned<String>>,
    pub triggers: Option<Spanned<String>>,
    pub pattern: Option<Spanned<String>>,
    #[serde(default)]
    pub anchor: Anchor,
    #[serde(default)]
    pub scope: Scope,
    pub characters: Option<String>,
    pub rarity: Option<f64>,
    pub rarity_within: Option<f64>,
    pub required: Option<Spanned<String>>,
    pub vocative: Option<Spanned<String>>,
    pub not_in: Option<Spanned<String>>,
    pub when: Option<Spanned<String>>,
    pub unless: Option<Spanned<String>>,
    pub role: Option<Role>,
    pub variant: Option<String>,
    #[serde(default)]
    pub double: bool,
    #[serde(default)]
    pub operator: bool,
    #[serde(default)]
    pub nests: bool,
    #[serde(default)]
    pub wins: bool,
    #[serde(default)]
    pub echo: bool,
    pub why: Localized,
    pub source: String,
    #[serde(default)]
    pub yes: Vec<Spanned<String>>,
    #[serde(default)]
    pub no: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum KindName {
    #[default]
    Cue,
    Frame,
    Punctuation,
    Particle,
    Adapted,
}

/// `classes.toml`: names and their words.
pub(super) type ClassFile = BTreeMap<String, Spanned<String>>;
