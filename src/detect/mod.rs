//! Detectors: one file a kind, each turning occurrences of a rule's literals into candidates.
//!
//! One pass over the folded view finds the literals of all rules and proposes [`Hit`]s. The rule's kind
//! makes a span of each; the rule's conditions then decide whether it stays. A new kind is one file
//! here and one line in [`propose`].

mod adapted;
mod alphabet;
mod by_row;
mod classes;
mod context;
mod cue;
mod echo;
mod filter;
mod first;
mod frame;
mod guard;
mod literals;
mod particle;
mod pattern;
mod punctuation;
mod sought;

use cifeng_lexicon::{Condition, Detail, Kind, Lexicon, Rule};

pub(crate) use context::Context;
pub(crate) use echo::{MOST_NAMES, add as add_echoes, names as names_that_echo};
pub(crate) use literals::Row;
pub(crate) use sought::Sought;

use adapted::{Adapted, Model};
use alphabet::{Alphabet, Id, PACKED, pack};
use by_row::{ByRow, Have};
use classes::Classes;
use filter::{BEGIN_ADAPTABLE, END_ADAPTABLE, Pairs};
use frame::Frames;
use guard::Guards;
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
    /// What a rule's conditions come to for one literal, where they ask for its text.
    conditions: ByRow<Condition>,
    frames: Frames,
    guards: Guards,
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
            conditions: ByRow::new(lexicon, |rule| match rule.kind {
                Kind::Cue | Kind::Particle { .. } if rule.by_literal => Have::Own,
                _ => Have::None,
            }),
            frames: Frames::new(lexicon),
            guards: Guards::new(lexicon.details.rows().len()),
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
    /// What the literal carries, and its place among all details.
    detail: Option<(u32, &'a Detail)>,
    pub row: Row,
}

impl<'a> Hit<'a> {
    fn new(context: &Context<'a>, span: Span, row: Row) -> Self {
        let rule_index = context.lexicon.owners[row as usize];
        Self {
            span,
            rule: &context.lexicon.rules[usize::from(rule_index)],
            rule_index,
            detail: context
                .index
                .literals
                .detail(row)
                .and_then(|place| Some((place, context.lexicon.details.get(place)?))),
            row,
        }
    }

    /// Whether it is part of a longer word that forbids it.
    fn is_guarded(&self, context: &Context) -> bool {
        self.detail.is_some_and(|(place, detail)| {
            let characters = context.document.characters();
            context.index.guards.forbid(place, detail, characters, self.span)
        })
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
    if hit.is_guarded(context) {
        return None;
    }
    let (span, role) = propose(context, hit)?;
    let condition = if span == hit.span { condition(context, hit) } else { hit.rule.when.as_ref() };
    holds(context, condition, span).then_some(Candidate {
        span,
        rule: hit.rule_index,
        row: hit.row,
        role,
    })
}

/// What is to be asked of a span that is just the literal.
fn condition<'a>(context: &Context<'a>, hit: &Hit<'a>) -> Option<&'a Condition> {
    let about = || {
        let literal = context.index.literal(context.lexicon, hit.row);
        hit.rule.when.as_ref().map_or(Condition::ALWAYS, |when| when.about(literal))
    };
    context.index.conditions.get(hit.row, about).or(hit.rule.when.as_ref())
}

/// Whether a condition holds at a span, and something may count there at all.
fn holds<'a>(context: &Context<'a>, condition: Option<&'a Condition>, span: Span) -> bool {
    !context.document.in_zone(span)
        && condition.is_none_or(|condition| context.holds(condition, span))
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use cifeng_lexicon::Fold;

    use super::*;
    use crate::analyzer::builtin_lexicon;
    use crate::segment::{Segmenter, Words};
    use crate::text::Document;
    use crate::timing::NoClock;

    /// What a literal leaves of its rule's conditions and pattern finds what they find.
    #[test]
    fn a_literal_is_judged_as_its_rule_says() {
        let lexicon = builtin_lexicon().expect("it loads");
        let mut whole = lexicon.clone();
        whole.rules.iter_mut().for_each(|rule| rule.by_literal = false);
        let dictionary = include_str!("../../lexicon/segmentation/dictionary.txt");
        let segmenter = Segmenter::new(dictionary).expect("it loads");
        let fold = Fold::new(&lexicon.fold);
        let indexed = [&lexicon, &whole].map(|lexicon| (lexicon, Index::new(lexicon)));
        let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/texts");
        let mut count = 0;
        for file in fs::read_dir(texts).expect("the texts are there") {
            let text = fs::read_to_string(file.expect("a file").path()).expect("a text");
            let document = Document::new(&text, &fold);
            let [found, expected] = indexed.each_ref().map(|(lexicon, index)| {
                let words = Words::new(&segmenter, &document);
                let context = Context::new(&document, lexicon, index, words, &|_| false);
                proposed(&context, &NoClock, &mut vec![0.0; lexicon.families.len()])
            });
            assert_eq!(found, expected, "{text}");
            count += found.len();
        }
        assert!(count > 500, "only {count} were found");
    }
}
