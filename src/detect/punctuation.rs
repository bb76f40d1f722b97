//! Runs of marks: `!!!` and `?!` are one marker.

use super::{Context, Hit};
use crate::text::Span;

/// The maximal run around a mark; only its first required mark proposes it.
pub(super) fn span(context: &Context, hit: &Hit, run: &[char]) -> Option<Span> {
    let characters = context.document.characters();
    let belongs = |each: &&char| run.binary_search(each).is_ok();
    let before = &characters[..hit.span.start.index()];
    let length_before = before.iter().rev().take_while(belongs).count();
    let start = hit.span.start.index() - length_before;
    if characters[start..hit.span.start.index()].contains(&characters[hit.span.start.index()]) {
        return None;
    }
    let after = characters[hit.span.end.index()..].iter().take_while(belongs).count();
    Some(Span::new(start, hit.span.end.index() + after))
}
