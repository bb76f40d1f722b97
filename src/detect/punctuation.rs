//! Runs of marks: `!!!` and `?!` are one marker.

use super::{Context, Hit};
use crate::text::Span;

/// The maximal run around a mark; only its first required mark proposes it.
pub(super) fn span(context: &Context, hit: &Hit, run: &[char]) -> Option<Span> {
    let characters = context.document.characters();
    let mark = hit.span.start.index();
    let belongs = |each: &char| run.binary_search(each).is_ok();
    let mut start = mark;
    while start > 0 && belongs(&characters[start - 1]) {
        start -= 1;
        if characters[start] == characters[mark] {
            return None;
        }
    }
    let after = characters[mark..].iter().take_while(|each| belongs(each)).count();
    Some(Span::new(start, mark + after))
}
