//! A report in columns: what was found as numbers, every text once.
//!
//! Texts repeat themselves: of twenty thousand findings few are of a marker, worded and explained as it
//! is, that did not occur before. So a finding is its place and the number of its [`Marker`], a marker is
//! a row of numbers of texts, and what makes objects of all that does it where and when they are wanted.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxBuildHasher;

use super::{
    AnalyzerInfo, DocumentInfo, FamilySummary, Finding, Note, OffsetUnit, ParagraphSummary, Report,
    SCHEMA, SetAside, Summary, VoiceSummary,
};
use cifeng_lexicon::Role;

/// A report in columns.
#[derive(Debug)]
pub(crate) struct Columns {
    pub head: Head,
    pub findings: FindingColumns,
    /// Each marker as it was found, once.
    pub markers: Vec<Marker>,
    pub paragraphs: ParagraphColumns,
    pub texts: Texts,
}

/// What of a report is no column.
#[derive(Debug, serde::Serialize)]
pub(crate) struct Head {
    pub schema: &'static str,
    pub analyzer: AnalyzerInfo,
    pub offsets: OffsetUnit,
    pub document: DocumentInfo,
    pub set_aside: Vec<SetAside>,
    pub families: BTreeMap<String, FamilySummary>,
    pub voices: Vec<VoiceSummary>,
    pub notes: Vec<Note>,
}

/// The findings, in the order of [`Report::findings`].
#[derive(Debug, Default)]
pub(crate) struct FindingColumns {
    pub start: Vec<u32>,
    pub end: Vec<u32>,
    /// Places in [`Columns::markers`].
    pub marker: Vec<u32>,
    /// Places in [`ROLES`].
    pub role: Vec<u8>,
    pub voice: Vec<TextId>,
}

impl FindingColumns {
    /// Columns for so many findings.
    pub fn with_capacity(findings: usize) -> Self {
        Self {
            start: Vec::with_capacity(findings),
            end: Vec::with_capacity(findings),
            marker: Vec::with_capacity(findings),
            role: Vec::with_capacity(findings),
            voice: Vec::with_capacity(findings),
        }
    }
}

/// What findings of the same words by the same rule have in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Marker {
    pub text: TextId,
    pub family: TextId,
    pub subtype: TextId,
    pub rule: TextId,
    pub variant_of: TextId,
    pub refers_to: TextId,
    pub meaning: TextId,
    pub why: TextId,
}

/// The paragraphs, in order.
#[derive(Debug, Default)]
pub(crate) struct ParagraphColumns {
    pub start: Vec<u32>,
    pub end: Vec<u32>,
    pub han: Vec<u32>,
    /// The families that are counted, in the order of their ids.
    pub families: Vec<String>,
    /// Findings by paragraph, and in each by family.
    pub counts: Vec<u32>,
}

/// The roles as a column tells them; the first is none.
pub(crate) const ROLES: [Option<Role>; 6] = [
    None,
    Some(Role::Final),
    Some(Role::Pause),
    Some(Role::Vocative),
    Some(Role::Question),
    Some(Role::Filler),
];

/// The number of a text; zero is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TextId(pub u32);

/// Texts, each once.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// All of them, one after the other.
    pub all: String,
    /// Where each ends, in bytes.
    pub ends: Vec<u32>,
    ids: HashMap<Box<str>, TextId, FxBuildHasher>,
}

impl Texts {
    /// The number of a text.
    pub fn id(&mut self, text: &str) -> TextId {
        if let Some(known) = self.ids.get(text) {
            return *known;
        }
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
        let id = TextId(self.ends.len() as u32);
        self.ids.insert(text.into(), id);
        id
    }

    /// The number of a text, if there is one.
    pub fn id_of(&mut self, text: Option<&str>) -> TextId {
        text.map_or_else(TextId::default, |text| self.id(text))
    }

    fn get(&self, id: TextId) -> Option<&str> {
        let last = (id.0 as usize).checked_sub(1)?;
        let start = last.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        Some(&self.all[start..self.ends[last] as usize])
    }
}

impl Columns {
    /// The report with all its objects.
    pub fn into_report(self) -> Report {
        let Self { head, findings, markers, paragraphs, texts } = self;
        let text = |id: TextId| texts.get(id).unwrap_or_default().to_owned();
        let maybe = |id: TextId| texts.get(id).map(str::to_owned);
        let finding = |at: usize| {
            let marker = markers[findings.marker[at] as usize];
            Finding {
                start: findings.start[at],
                end: findings.end[at],
                text: text(marker.text),
                family: text(marker.family),
                subtype: text(marker.subtype),
                rule: text(marker.rule),
                variant_of: maybe(marker.variant_of),
                role: ROLES[usize::from(findings.role[at])],
                voice: maybe(findings.voice[at]),
                refers_to: maybe(marker.refers_to),
                meaning: maybe(marker.meaning),
                why: text(marker.why),
            }
        };
        let families = paragraphs.families.len();
        let paragraph = |at: usize| {
            let counts = &paragraphs.counts[at * families..(at + 1) * families];
            let counted = paragraphs.families.iter().zip(counts).filter(|(_, count)| **count > 0);
            ParagraphSummary {
                start: paragraphs.start[at],
                end: paragraphs.end[at],
                han: paragraphs.han[at],
                counts: counted.map(|(family, count)| (family.clone(), *count)).collect(),
            }
        };
        Report {
            schema: SCHEMA.to_owned(),
            analyzer: head.analyzer,
            offsets: head.offsets,
            document: head.document,
            findings: (0..findings.start.len()).map(finding).collect(),
            set_aside: head.set_aside,
            summary: Summary {
                families: head.families,
                paragraphs: (0..paragraphs.start.len()).map(paragraph).collect(),
                voices: head.voices,
            },
            notes: head.notes,
        }
    }
}
