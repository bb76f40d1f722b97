//! Echoes: a name given once in a text counts again wherever it recurs there.

use std::collections::{HashMap, HashSet};

use cifeng_lexicon::Kind;

use super::first::FirstCharacters;
use super::{Candidate, Context};
use crate::text::Span;

/// Names that may echo in one text: it bounds the cost.
pub(crate) const MOST_NAMES: usize = 200;

/// The names that echoing rules found in a document, each where it was found first.
pub(crate) fn names<'d>(context: &Context<'d>, found: &[Candidate]) -> Vec<(&'d str, Candidate)> {
    // What is found by a character exchanged stands out of order, and is no name.
    let echoes = |candidate: &Candidate| {
        let rule = &context.lexicon.rules[usize::from(candidate.rule)];
        rule.echo && rule.kind != Kind::Adapted && candidate.span.len() >= 2
    };
    let mut known = HashSet::new();
    let candidates = found.iter().filter(|each| echoes(each));
    let named = candidates.map(|each| (context.document.slice(each.span), *each));
    named.filter(|(name, _)| known.insert(*name)).take(MOST_NAMES).collect()
}

/// Adds the later and earlier mentions of names.
pub(crate) fn add<'n>(
    context: &Context,
    names: impl IntoIterator<Item = (&'n str, Candidate)>,
    found: &mut Vec<Candidate>,
) {
    let characters = context.document.characters();
    let mut by_first: HashMap<char, Vec<Echo>> = HashMap::new();
    let mut begins = FirstCharacters::default();
    for (name, model) in names {
        let name: Vec<char> = name.chars().collect();
        begins.add(name[0]);
        by_first.entry(name[0]).or_default().push(Echo { name, model, free_from: 0 });
    }
    if by_first.is_empty() {
        return;
    }
    for (at, character) in characters.iter().enumerate() {
        if !begins.may_be(*character) {
            continue;
        }
        for echo in by_first.get_mut(character).into_iter().flatten() {
            if at < echo.free_from || !characters[at..].starts_with(&echo.name) {
                continue;
            }
            let span = Span::new(at, at + echo.name.len());
            echo.free_from = span.end.index();
            if span != echo.model.span && context.is_whole(span) && !context.document.in_zone(span)
            {
                found.push(Candidate { span, ..echo.model });
            }
        }
    }
}

/// A name that may recur.
struct Echo {
    name: Vec<char>,
    model: Candidate,
    /// Its occurrences do not overlap: the next one begins here at the earliest.
    free_from: usize,
}
