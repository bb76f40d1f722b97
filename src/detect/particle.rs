//! Sentence particles: what they do where they stand, and which of a stack counts.

use std::collections::HashSet;

use cifeng_lexicon::{Kind, Phrases, Reach, Role};

use super::{Candidate, Context};
use crate::text::Span;

/// The role of a particle, from what stands around it.
pub(super) fn role(context: &Context, span: Span, vocative: &Phrases) -> Role {
    let at_end = context.ends(Reach::Clause, span.end);
    let closing = context.next_character(span.end);
    let closes_sentence = matches!(closing, None | Some('。' | '!' | '?' | '…' | '\n' | '\r'));
    if context.ends_with_any(span.start, vocative) {
        Role::Vocative
    } else if at_end && closes_sentence && context.is_question(span.start) {
        Role::Question
    } else if !at_end || matches!(closing, Some(',' | '、' | ':')) {
        Role::Pause
    } else {
        Role::Final
    }
}

/// Of particles that stand next to each other only the last is marked.
pub(super) fn keep_last_of_stack(context: &Context, found: &mut Vec<Candidate>) {
    let is_particle = |candidate: &Candidate| {
        let rule = &context.lexicon.rules[usize::from(candidate.rule)];
        matches!(rule.kind, Kind::Particle { .. })
    };
    let starts: HashSet<_> =
        found.iter().filter(|each| is_particle(each)).map(|each| each.span.start).collect();
    found.retain(|each| !is_particle(each) || !starts.contains(&each.span.end));
}
