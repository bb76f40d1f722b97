//! From resolved candidates to the report.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use cifeng_lexicon::{Family, Fold, Kind, Lexicon, Rule};
use rustc_hash::FxBuildHasher;

use super::columns::{
    Columns, FindingColumns, Head, Marker, ParagraphColumns, ROLES, TextId, Texts,
};
use super::dispersion::dp_norm;
use super::source::Source;
use super::{
    AnalyzerInfo, DocumentInfo, FamilySummary, Rate, SCHEMA, Script, SetAside, VoiceFamily,
    VoiceSummary, notes,
};
use crate::detect::{Candidate, Index, Row};
use crate::meanings::Meanings;
use crate::options::{Language, Options};
use crate::text::{CodePoint, Span, is_han};
use crate::user::UserLexiconInfo;
use crate::voice::Voices;

/// What a report says beyond the text.
pub(crate) struct Knowledge<'a> {
    pub lexicon: &'a Lexicon,
    pub index: &'a Index,
    pub fold: &'a Fold,
    pub meanings: Option<&'a Meanings>,
    pub own: &'a [UserLexiconInfo],
}

/// The report of a text, in columns; `under` says for each candidate which exception it falls under.
pub(crate) fn build(
    source: &dyn Source,
    knowledge: &Knowledge,
    candidates: &[Candidate],
    under: &[Option<u32>],
    voices: &Voices,
    options: &Options,
) -> Columns {
    let lexicon = knowledge.lexicon;
    let asked = |id: &str| {
        options.families.as_ref().is_none_or(|asked| asked.iter().any(|each| each == id))
    };
    let asked_families: Vec<bool> =
        lexicon.families.iter().map(|family| asked(&family.id)).collect();
    let of_family = |each: &Candidate| usize::from(lexicon.rules[usize::from(each.rule)].family);
    let with_exception =
        || candidates.iter().zip(under).filter(|(each, _)| asked_families[of_family(each)]);
    let kept: Vec<&Candidate> =
        with_exception().filter(|(_, under)| under.is_none()).map(|(each, _)| each).collect();
    let mut teller = Teller {
        source,
        knowledge,
        voices,
        options,
        texts: Texts::default(),
        markers: Vec::new(),
        known: HashMap::default(),
    };
    let findings = teller.findings(&kept);
    let set_aside: Vec<SetAside> = with_exception()
        .filter_map(|(each, under)| Some(teller.set_aside(each, (*under)?)))
        .collect();

    let (paragraphs, han_by_paragraph) = source.paragraphs();
    let han: u32 = han_by_paragraph.iter().sum();
    let info = DocumentInfo {
        id: options.id.clone(),
        chars: source.chars(),
        han,
        sentences: source.sentences(),
        paragraphs: paragraphs.len() as u32,
        script: source.script(),
        // Known to who has the text as one.
        sha256: None,
    };
    let paragraphs = teller.paragraphs(&paragraphs, &han_by_paragraph, &kept, &asked);
    let notes = notes::of(&info, set_aside.len(), options.language);
    Columns {
        head: Head {
            schema: SCHEMA,
            analyzer: AnalyzerInfo::of(lexicon, knowledge.own),
            offsets: options.offsets,
            document: info,
            set_aside,
            families: families(lexicon, &kept, han, &paragraphs),
            voices: teller.by_voice(&kept, han, &asked),
            notes,
        },
        findings,
        paragraphs,
        markers: teller.markers,
        texts: teller.texts,
    }
}

impl AnalyzerInfo {
    /// This version with a lexicon and the reader's own ones.
    pub(crate) fn of(lexicon: &Lexicon, own: &[UserLexiconInfo]) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            lexicon: lexicon.fingerprint.clone(),
            user_lexicons: own.to_vec(),
        }
    }
}

fn family_of<'l>(lexicon: &'l Lexicon, rule: &Rule) -> &'l Family {
    &lexicon.families[usize::from(rule.family)]
}

/// Puts into the report's words and offsets what was found in one document.
struct Teller<'a> {
    source: &'a dyn Source,
    knowledge: &'a Knowledge<'a>,
    voices: &'a Voices,
    options: &'a Options,
    texts: Texts,
    markers: Vec<Marker>,
    /// The places of the markers by what tells them apart.
    known: HashMap<(u16, Row, &'a str), u32, FxBuildHasher>,
}

impl Teller<'_> {
    fn place(&self, offset: CodePoint) -> u32 {
        self.source.place(offset, self.options.offsets)
    }

    fn findings(&mut self, kept: &[&Candidate]) -> FindingColumns {
        let names = self.voices.names().iter();
        let names: Vec<TextId> =
            names.map(|name| self.texts.id(self.source.original(*name))).collect();
        let mut columns = FindingColumns::with_capacity(kept.len());
        for candidate in kept {
            let voice = self.voices.at(candidate.span.start);
            columns.start.push(self.place(candidate.span.start));
            columns.end.push(self.place(candidate.span.end));
            let marker = self.marker(candidate);
            columns.marker.push(marker);
            let role = ROLES.iter().position(|role| *role == candidate.role);
            columns.role.push(role.unwrap_or_default() as u8);
            columns.voice.push(voice.map(|voice| names[voice]).unwrap_or_default());
        }
        columns
    }

    /// The place of a candidate's marker, which is added if it is new.
    fn marker(&mut self, candidate: &Candidate) -> u32 {
        let text = self.source.original(candidate.span);
        let key = (candidate.rule, candidate.row, text);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let place = self.markers.len() as u32;
        let marker = self.described(candidate, text);
        self.markers.push(marker);
        self.known.insert(key, place);
        place
    }

    fn described(&mut self, candidate: &Candidate, text: &str) -> Marker {
        let Knowledge { lexicon, index, fold, .. } = *self.knowledge;
        let rule = &lexicon.rules[usize::from(candidate.rule)];
        let family = family_of(lexicon, rule);
        // The model of an adapted form is a literal itself; others name theirs in a field.
        let adapted = (rule.kind == Kind::Adapted).then(|| {
            written(index.literal(lexicon, candidate.row), text, self.source.script(), fold)
        });
        let field = |name: &str| match &adapted {
            Some(model) if rule.variant.as_deref() == Some(name) => Some(model.as_str()),
            _ => lexicon.field(candidate.row, name),
        };
        let variant_of = rule.variant.as_deref().and_then(field);
        let meaning = if family.meanings { self.meaning(candidate, variant_of) } else { None };
        let refers_to = self.target(&field);
        let why = self.reason(candidate, text, field);
        Marker {
            text: self.texts.id(text),
            family: self.texts.id(&family.id),
            subtype: self.texts.id(&family.subtypes[usize::from(rule.subtype)].id),
            rule: self.texts.id(&rule.id),
            variant_of: self.texts.id_of(variant_of),
            refers_to: self.texts.id_of(refers_to.as_deref()),
            meaning: self.texts.id_of(meaning.as_deref()),
            why: self.texts.id(&why),
        }
    }

    /// Whom a nickname means, in the reader's language.
    fn target<'f>(&self, field: &impl Fn(&str) -> Option<&'f str>) -> Option<String> {
        let target = field("target")?;
        Some(match self.options.language {
            Language::En => field("en").unwrap_or(target).to_owned(),
            Language::ZhHant => target.to_owned(),
            Language::ZhHans => simplified(target, self.knowledge.fold),
        })
    }

    fn set_aside(&self, candidate: &Candidate, exception: u32) -> SetAside {
        let lexicon = self.knowledge.lexicon;
        let rule = &lexicon.rules[usize::from(candidate.rule)];
        let family = family_of(lexicon, rule);
        SetAside {
            start: self.place(candidate.span.start),
            end: self.place(candidate.span.end),
            text: self.source.original(candidate.span).to_owned(),
            family: family.id.clone(),
            subtype: family.subtypes[usize::from(rule.subtype)].id.clone(),
            rule: rule.id.clone(),
            exception,
        }
    }

    /// The reason with its braces filled in; empty as long as reasons are not known.
    fn reason<'f>(
        &self,
        candidate: &Candidate,
        cue: &str,
        field: impl Fn(&str) -> Option<&'f str>,
    ) -> String {
        let Knowledge { lexicon, fold, .. } = *self.knowledge;
        let language = self.options.language;
        let rule = &lexicon.rules[usize::from(candidate.rule)];
        let family = family_of(lexicon, rule);
        let mut filled = String::new();
        let mut rest = lexicon.reason(candidate.rule).map_or("", |reason| language.pick(reason));
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            let value = field(name);
            let named = family
                .values
                .iter()
                .find(|each| each.field == name && Some(each.name.en.as_str()) == value);
            match value {
                Some(_) if named.is_some() => {
                    filled.push_str(named.map_or("", |each| language.pick(&each.name)));
                }
                Some(value) if language == Language::ZhHans && !rule.is_users() => {
                    filled.push_str(&simplified(value, fold));
                }
                Some(value) => filled.push_str(value),
                None => filled.push_str(cue),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// What a set expression means, or its model.
    fn meaning(&self, candidate: &Candidate, variant_of: Option<&str>) -> Option<String> {
        let Knowledge { fold, meanings, .. } = *self.knowledge;
        let language = self.options.language;
        let expression = match variant_of {
            Some(model) => Cow::Owned(fold.fold_text(model)),
            None => Cow::Borrowed(self.source.folded(candidate.span)),
        };
        meanings?.of(&expression, language).map(|meaning| match language {
            Language::ZhHans => simplified(meaning, fold),
            Language::En | Language::ZhHant => meaning.to_owned(),
        })
    }

    fn paragraphs(
        &self,
        spans: &[Span],
        han: &[u32],
        kept: &[&Candidate],
        asked: &impl Fn(&str) -> bool,
    ) -> ParagraphColumns {
        let lexicon = self.knowledge.lexicon;
        let mut families: Vec<usize> = (0..lexicon.families.len()).collect();
        families.retain(|family| asked(&lexicon.families[*family].id));
        families.sort_by_key(|family| &lexicon.families[*family].id);
        let mut columns = vec![0; lexicon.families.len()];
        for (column, family) in families.iter().enumerate() {
            columns[*family] = column;
        }
        let mut next = kept.iter().peekable();
        let mut counts = Vec::with_capacity(spans.len() * families.len());
        for span in spans {
            let row = counts.len();
            counts.resize(row + families.len(), 0);
            while let Some(candidate) = next.next_if(|each| each.span.start < span.end) {
                let rule = &lexicon.rules[usize::from(candidate.rule)];
                counts[row + columns[usize::from(rule.family)]] += 1;
            }
        }
        ParagraphColumns {
            start: spans.iter().map(|span| self.place(span.start)).collect(),
            end: spans.iter().map(|span| self.place(span.end)).collect(),
            han: han.to_vec(),
            families: families.iter().map(|each| lexicon.families[*each].id.clone()).collect(),
            counts,
        }
    }

    fn by_voice(
        &self,
        kept: &[&Candidate],
        all: u32,
        asked: &impl Fn(&str) -> bool,
    ) -> Vec<VoiceSummary> {
        let lexicon = self.knowledge.lexicon;
        // Row 0 is the writer's, row n + 1 that of voice n.
        let row_of = |voice: Option<usize>| voice.map_or(0, |voice| voice + 1);
        let mut counts = vec![vec![0_u32; lexicon.families.len()]; self.voices.names().len() + 1];
        for candidate in kept {
            let family = lexicon.rules[usize::from(candidate.rule)].family;
            let voice = self.voices.at(candidate.span.start);
            counts[row_of(voice)][usize::from(family)] += 1;
        }
        let spoken = self.voices.han();
        let written = all - spoken.iter().sum::<u32>();
        let names =
            self.voices.names().iter().map(|name| Some(self.source.original(*name).to_owned()));
        let rows = std::iter::once(None)
            .chain(names)
            .zip(std::iter::once(written).chain(spoken.iter().copied()));
        rows.zip(counts)
            .map(|((voice, han), counts)| {
                let families = lexicon.families.iter().zip(counts);
                let asked = families.filter(|(family, _)| asked(&family.id));
                let families = asked.map(|(family, count)| {
                    let Rate { per_1000_han, ci95 } = Rate::of(count, han);
                    (family.id.clone(), VoiceFamily { count, per_1000_han, ci95 })
                });
                VoiceSummary { voice, han, families: families.collect() }
            })
            .collect()
    }
}

fn families(
    lexicon: &Lexicon,
    kept: &[&Candidate],
    han: u32,
    paragraphs: &ParagraphColumns,
) -> BTreeMap<String, FamilySummary> {
    let numbered = (0_u16..).zip(&lexicon.families);
    let width = paragraphs.families.len();
    numbered
        .filter_map(|(index, family)| {
            let column = paragraphs.families.iter().position(|each| *each == family.id)?;
            let here = paragraphs.counts.iter().skip(column).step_by(width).copied();
            let dp_norm = dp_norm(here.zip(paragraphs.han.iter().copied()));
            let mut subtypes: Vec<u32> = vec![0; family.subtypes.len()];
            for candidate in kept {
                let rule = &lexicon.rules[usize::from(candidate.rule)];
                if rule.family == index {
                    subtypes[usize::from(rule.subtype)] += 1;
                }
            }
            let count = subtypes.iter().sum();
            let Rate { per_1000_han, ci95 } = Rate::of(count, han);
            let counted = || family.subtypes.iter().map(|each| each.id.clone()).zip(&subtypes);
            let subtype_rates = counted().map(|(id, count)| (id, Rate::of(*count, han))).collect();
            let subtypes = counted().map(|(id, count)| (id, *count)).collect();
            let summary =
                FamilySummary { count, per_1000_han, ci95, subtypes, subtype_rates, dp_norm };
            Some((family.id.clone(), summary))
        })
        .collect()
}

/// A folded model as the text would write it: with the text's own characters where it has them, and
/// in a Traditional text with the Traditional character for the one that was exchanged, if there is
/// only one.
fn written(model: &str, text: &str, script: Script, fold: &Fold) -> String {
    let characters = model.chars().zip(text.chars());
    characters
        .map(|(folded, own)| match script {
            _ if fold.fold(own) == folded => own,
            Script::Hant => fold.unfold(folded),
            Script::Hans | Script::Mixed | Script::Neutral => folded,
        })
        .collect()
}

/// The Han characters of a text folded; width and case stay.
fn simplified(text: &str, fold: &Fold) -> String {
    text.chars().map(|each| if is_han(each) { fold.fold(each) } else { each }).collect()
}
