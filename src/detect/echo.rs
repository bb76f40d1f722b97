//! Echoes: a name given once in a text counts again wherever it recurs there.

use std::collections::BTreeMap;

use super::{Candidate, Context};
use crate::text::Span;

/// Names that may echo in one document: it bounds the cost.
const MOST_NAMES: usize = 200;

/// Adds the later and earlier mentions of what echoing rules found.
pub(super) fn add(context: &Context, found: &mut Vec<Candidate>) {
    let mut names: BTreeMap<&str, Candidate> = BTreeMap::new();
    for candidate in found.iter() {
        let echoes = context.lexicon.rules[usize::from(candidate.rule)].echo;
        if echoes && candidate.span.len() >= 2 && names.len() < MOST_NAMES {
            names.entry(context.document.slice(candidate.span)).or_insert(*candidate);
        }
    }
    for (name, model) in names {
        let length = model.span.len();
        for (byte, _) in context.document.folded().match_indices(name) {
            let start = context.document.code_point(byte).index();
            let span = Span::new(start, start + length);
            if span != model.span && context.is_whole(span) && !context.document.in_zone(span) {
                found.push(Candidate { span, ..model });
            }
        }
    }
}
