//! Cues: the literal itself, or several parts with punctuation or inserted words between.

use cifeng_lexicon::{Direction, Gap, Parts};

use super::{Context, Hit};
use crate::text::Span;

/// Marks that may stand between two parts.
const LONGEST_PUNCTUATION: usize = 4;
/// Characters that may be inserted between two parts.
const LONGEST_INSERTION: usize = 6;

/// The span of a cue, if all its parts are there.
pub(super) fn span(context: &Context, hit: &Hit) -> Option<Span> {
    let Some(parts) = hit.detail.and_then(|(_, detail)| detail.parts.as_ref()) else {
        return Some(hit.span);
    };
    let Parts { before, after } = parts;
    let mut start = hit.span.start.index();
    for (gap, part) in before {
        start = reach(context, start, Direction::Before, *gap, part)?;
    }
    let mut end = hit.span.end.index();
    for (gap, part) in after {
        end = reach(context, end, Direction::After, *gap, part)?;
    }
    Some(Span::new(start, end))
}

/// The far edge of a part that stands a permitted gap away from `from`.
fn reach(
    context: &Context,
    from: usize,
    direction: Direction,
    gap: Gap,
    part: &str,
) -> Option<usize> {
    let length = part.chars().count();
    let characters = context.document.characters();
    let longest = match gap {
        Gap::Punctuation => LONGEST_PUNCTUATION,
        Gap::Inserted => LONGEST_INSERTION,
    };
    for width in 0..=longest {
        let (between, whole) = match direction {
            Direction::Before => {
                let between = Span::new(from.checked_sub(width)?, from);
                (
                    between,
                    Span::new(between.start.index().checked_sub(length)?, between.start.index()),
                )
            }
            Direction::After => {
                let between = Span::new(from, from + width);
                (between, Span::new(between.end.index(), between.end.index() + length))
            }
        };
        if whole.end.index().max(between.end.index()) > characters.len() {
            return None;
        }
        let stands = part.chars().eq(characters[whole.range()].iter().copied());
        if stands && may_stand_between(context, gap, between) {
            return Some(match direction {
                Direction::Before => whole.start.index(),
                Direction::After => whole.end.index(),
            });
        }
    }
    None
}

fn may_stand_between(context: &Context, gap: Gap, between: Span) -> bool {
    let characters = &context.document.characters()[between.range()];
    match gap {
        Gap::Punctuation => characters.iter().all(|each| !each.is_alphanumeric() && *each != '\n'),
        Gap::Inserted => {
            characters.iter().all(|each| each.is_alphanumeric())
                && (characters.last() == Some(&'的') || context.is_row_of_inserted(between))
        }
    }
}
