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
mod filter;
mod first;
mod frame;
mod literals;
mod particle;
mod pattern;
mod punctuation;
mod sought;

use cifeng_lexicon::{Detail, Kind, Lexicon, Rule};

pub(crate) use context::Context;
pub(crate) use echo::{MOST_NAMES, add as add_echoes, names as names_that_echo};
pub(crate) use literals::Row;
pub(crate) use sought::Sought;

use adapted::{Adapted, Model};
use alphabet::{Alphabet, Id, PACKED, pack};
use classes::Classes;
use filter::{BEGIN_ADAPTABLE, END_ADAPTABLE, Pairs};
use frame::Frames;
use literals::Literals;

use crate::text::Span;
use crate::timing::Clock;

/// What is made of a lexicon once, for all documents.
#[derive(Debug)]
pub(crate) struct Index {
    alphabet: Alphabet,
    literals: Literals,
    adapted: Adapted,
    classes: Classes,
    frames: Frames,
    pairs: Pairs,
    sought: Sought,
}

impl Index {
    pub fn new(lexicon: &Lexicon) -> Self {
        let alphabet = Alphabet::new(lexicon);
        let mut pairs = Pairs::default();
        let literals = Literals::new(lexicon, &alphabet, &mut pairs);
        let adapted = Adapted::new(lexicon, &literals, &mut pairs);
        Self {
            literals,
            adapted,
            classes: Classes::new(lexicon, &alphabet),
            frames: Frames::new(lexicon.rules.len()),
            sought: Sought::new(lexicon),
            alphabet,
            pairs,
        }
    }

    /// One pass over the ids of a document: tells every literal where it stands, and every model of an
    /// adapted expression where it stands with one character exchanged (the place of which is told).
    fn scan(
        &self,
        lexicon: &Lexicon,
        characters: &[char],
        ids: &[Id],
        mut literal: impl FnMut(Row, Span),
        mut adapted: impl FnMut(&Model, usize, usize),
    ) {
        let mut window = pack(&ids[..PACKED]);
        for (at, next) in ids[PACKED..].iter().enumerate() {
            let (here, first) = (window, (window >> 48) as Id);
            window = window << 16 | u64::from(*next);
            if first == 0 {
                continue;
            }
            for row in self.literals.of_character(first) {
                literal(row, Span::new(at, at + 1));
            }
            let pair = (here >> 32) as u32;
            let known = if pair as Id == 0 { 0 } else { self.pairs.of(pair) };
            if known == 0 {
                continue;
            }
            self.literals.standing_at(lexicon, characters, at, here, known, &mut literal);
            if known & BEGIN_ADAPTABLE != 0 && at + PACKED <= characters.len() {
                self.adapted.beginning(here, |model, hole| adapted(model, hole, at));
            }
            if known & END_ADAPTABLE != 0 && at >= 2 {
                let window = pack(&ids[at - 2..at + 2]);
                self.adapted.ending(window, |model, hole| adapted(model, hole, at - 2));
            }
        }
    }

    /// The words that conditions ask for anywhere in a text.
    pub fn sought(&self) -> &Sought {
        &self.sought
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
        let rule_index = context.lexicon.owners[row as usize];
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

/// All candidates of a document, in no particular order; a clock that tells adds up what each family
/// took.
pub(crate) fn candidates<C: Clock>(
    context: &Context,
    clock: &C,
    families: &mut [f64],
) -> Vec<Candidate> {
    let mut found = proposed(context, clock, families);
    let names = echo::names(context, &found);
    echo::add(context, names, &mut found);
    found
}

/// The candidates that the document itself gives: all but the echoes of names. Those of listed
/// expressions with a character exchanged come last.
pub(crate) fn proposed<C: Clock>(
    context: &Context,
    clock: &C,
    families: &mut [f64],
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut exchanged = Vec::new();
    context.index.scan(
        context.lexicon,
        context.document.characters(),
        &context.ids,
        |row, span| {
            let hit = Hit::new(context, span, row);
            let start = clock.now();
            found.extend(judge(context, &hit));
            if C::TELLS {
                families[usize::from(hit.rule.family)] += clock.now() - start;
            }
        },
        |model, hole, at| exchanged.extend(adapted::judge(context, model, hole, at)),
    );
    adapted::keep_first_model(context, &mut exchanged);
    found.extend(exchanged);
    particle::keep_last_of_stack(context, &mut found);
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
        Kind::Frame { pattern, anchor, scope, needs } => {
            let span = frame::span(context, hit, pattern, *anchor, *scope, needs);
            span.map(|span| (span, hit.rule.role))
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
