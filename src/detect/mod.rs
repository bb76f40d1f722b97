//! Detectors: one file a kind, each turning occurrences of a rule's literals into candidates.
//!
//! One pass over the folded view finds the literals of all rules and proposes [`Hit`]s. The rule's kind
//! makes a span of each; the rule's conditions then decide whether it stays. A new kind is one file
//! here and one line in [`propose`].

mod adapted;
mod alphabet;
mod classes;
mod context;
mod cue;
mod echo;
mod frame;
mod literals;
mod particle;
mod punctuation;

use cifeng_lexicon::{Detail, Kind, Lexicon, Rule};

pub(crate) use context::Context;
pub(crate) use frame::Frames;
pub(crate) use literals::Row;

use adapted::Adapted;
use alphabet::Alphabet;
use classes::Classes;
use literals::Literals;

use crate::text::Span;

/// What is made of a lexicon once, for all documents.
#[derive(Debug)]
pub(crate) struct Index {
    alphabet: Alphabet,
    literals: Literals,
    adapted: Adapted,
    classes: Classes,
    frames: Frames,
}

impl Index {
    pub fn new(lexicon: &Lexicon) -> Self {
        let alphabet = Alphabet::new(lexicon);
        Self {
            literals: Literals::new(lexicon, &alphabet),
            adapted: Adapted::new(lexicon, &alphabet),
            classes: Classes::new(lexicon, &alphabet),
            frames: Frames::new(lexicon.rules.len()),
            alphabet,
        }
    }

    /// What a literal carries beyond its rule.
    pub fn detail<'l>(&self, lexicon: &'l Lexicon, row: Row) -> Option<&'l Detail> {
        self.literals.detail(lexicon, row)
    }

    /// A literal's text.
    pub fn literal<'l>(&self, lexicon: &'l Lexicon, row: Row) -> &'l str {
        self.literals.text(lexicon, row)
    }
}

/// An occurrence of a literal that belongs to a rule.
pub(crate) struct Hit<'a> {
    pub span: Span,
    pub rule: &'a Rule,
    pub rule_index: u16,
    pub detail: Option<&'a Detail>,
    pub row: Row,
}

impl<'a> Hit<'a> {
    fn new(context: &Context<'a>, span: Span, row: Row) -> Self {
        Self::of_rule(context, span, context.lexicon.owners[row as usize], row)
    }

    fn of_rule(context: &Context<'a>, span: Span, rule_index: u16, row: Row) -> Self {
        Self {
            span,
            rule: &context.lexicon.rules[usize::from(rule_index)],
            rule_index,
            detail: context.index.detail(context.lexicon, row),
            row,
        }
    }
}

/// A marker that some rule claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub span: Span,
    /// Index of the rule in the lexicon.
    pub rule: u16,
    /// The literal that proposed it.
    pub row: Row,
    pub role: Option<cifeng_lexicon::Role>,
}

/// All candidates of a document, in no particular order.
pub(crate) fn candidates(context: &Context) -> Vec<Candidate> {
    let mut found = Vec::new();
    context.index.literals.find(context.lexicon, context.document, &context.ids, |row, span| {
        found.extend(judge(context, &Hit::new(context, span, row)));
    });
    adapted::add(context, &mut found);
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
    holds(context, hit.rule, span).then_some(Candidate {
        span,
        rule: hit.rule_index,
        row: hit.row,
        role,
    })
}

/// Whether a rule's conditions hold at a span, and something may count there at all.
fn holds<'a>(context: &Context<'a>, rule: &'a Rule, span: Span) -> bool {
    !context.document.in_zone(span)
        && rule.when.as_ref().is_none_or(|condition| context.holds(condition, span))
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
        // Found by their three characters that stay: no literal is theirs.
        Kind::Adapted => None,
        Kind::Particle { vocative } => {
            let role = hit.rule.role.unwrap_or_else(|| particle::role(context, hit.span, vocative));
            Some((hit.span, Some(role)))
        }
    }
}
