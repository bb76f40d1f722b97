//! Detectors: one file a kind, each turning occurrences of a rule's literals into candidates.
//!
//! One pass of the lexicon's automaton over the folded view proposes [`Hit`]s. The rule's kind
//! makes a span of each; the rule's conditions then decide whether it stays. A new kind is one file
//! here and one line in [`propose`].

mod context;
mod cue;
mod echo;
mod frame;
mod particle;
mod punctuation;

use cifeng_lexicon::{Detail, Entry, Kind, Rule};

pub(crate) use context::Context;
pub(crate) use frame::Frames;

use crate::text::Span;

/// An occurrence of a literal that belongs to a rule.
pub(crate) struct Hit<'a> {
    pub span: Span,
    pub rule: &'a Rule,
    pub rule_index: u16,
    pub detail: Option<&'a Detail>,
    pub detail_index: u32,
}

impl<'a> Hit<'a> {
    /// The occurrence of an entry's literal whose pattern stands at a span, if the rest of the
    /// literal stands there too.
    pub fn new(context: &Context<'a>, span: Span, entry: &Entry) -> Option<Self> {
        let detail = context.lexicon.detail(entry.detail);
        let rest = detail.map_or("", |detail| detail.rest.as_str());
        let end = context.document.continues(span.end, rest)?;
        Some(Self {
            span: Span { end, ..span },
            rule: &context.lexicon.rules[usize::from(entry.rule)],
            rule_index: entry.rule,
            detail,
            detail_index: entry.detail,
        })
    }
}

/// A marker that some rule claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub span: Span,
    /// Index of the rule in the lexicon.
    pub rule: u16,
    /// The entry's detail, as in [`cifeng_lexicon::Entry`].
    pub detail: u32,
    pub role: Option<cifeng_lexicon::Role>,
}

/// All candidates of a document, in no particular order.
pub(crate) fn candidates(context: &Context) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut position = Position::default();
    let document = context.document;
    for hit in context.automaton.find_overlapping_iter(document.folded()) {
        let span = position.span(document.folded(), hit.start(), hit.end());
        for entry in context.lexicon.entries_of(hit.value()) {
            found.extend(Hit::new(context, span, entry).and_then(|hit| judge(context, &hit)));
        }
    }
    particle::keep_last_of_stack(context, &mut found);
    echo::add(context, &mut found);
    found
}

/// The candidate of one occurrence, if its kind and its conditions hold.
fn judge<'a>(context: &Context<'a>, hit: &Hit<'a>) -> Option<Candidate> {
    let guarded = hit.detail.is_some_and(|detail| {
        detail.not_in.iter().any(|(at, word)| context.stands_in(hit.span, usize::from(*at), word))
    });
    if guarded {
        return None;
    }
    let (span, role) = propose(context, hit)?;
    let holds = !context.document.in_zone(span)
        && hit.rule.when.as_ref().is_none_or(|condition| context.holds(condition, span));
    holds.then_some(Candidate { span, rule: hit.rule_index, detail: hit.detail_index, role })
}

/// What a rule's kind makes of an occurrence: one line a kind.
fn propose(context: &Context, hit: &Hit) -> Option<(Span, Option<cifeng_lexicon::Role>)> {
    match &hit.rule.kind {
        Kind::Cue => cue::span(context, hit).map(|span| (span, hit.rule.role)),
        Kind::Frame { anchor, scope, .. } => {
            frame::span(context, hit, *anchor, *scope).map(|span| (span, hit.rule.role))
        }
        Kind::Punctuation { characters } => {
            punctuation::span(context, hit, characters).map(|span| (span, hit.rule.role))
        }
        Kind::Particle { vocative } => {
            let role = hit.rule.role.unwrap_or_else(|| particle::role(context, hit.span, vocative));
            Some((hit.span, Some(role)))
        }
    }
}

/// Turns the automaton's byte offsets into code points. Hits come by their end, so one walk
/// forward finds all ends, and a start is a few characters before its end.
#[derive(Default)]
struct Position {
    byte: usize,
    point: usize,
}

impl Position {
    fn span(&mut self, text: &str, start: usize, end: usize) -> Span {
        self.point += text[self.byte..end].chars().count();
        self.byte = end;
        Span::new(self.point - text[start..end].chars().count(), self.point)
    }
}
