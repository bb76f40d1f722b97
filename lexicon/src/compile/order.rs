//! The order in which a condition's parts are asked: the cheap ones first. The answer is the same.

use crate::Condition;

/// Orders the parts of a condition and of all conditions in it.
pub(super) fn cheapest_first(condition: &mut Condition) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter_mut().for_each(cheapest_first);
            parts.sort_by_key(cost);
        }
        Condition::Not(part) => cheapest_first(part),
        _ => {}
    }
}

/// About how much a condition costs, in looks at a neighbouring character.
fn cost(condition: &Condition) -> u32 {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().map(cost).sum(),
        Condition::Not(part) => cost(part),
        Condition::Text(_)
        | Condition::Starts(_)
        | Condition::Ends(_)
        | Condition::Quoted
        | Condition::QuotedAlone => 2,
        Condition::Left(phrases) | Condition::Right(phrases) => 2 + phrases.len() as u32 / 4,
        Condition::Question | Condition::Exclaimed => 10,
        Condition::Contains(phrases) => 4 + phrases.len() as u32,
        Condition::Near(_, _, phrases) => 20 + 8 * phrases.len() as u32,
        Condition::Document(words) => 4 + words.len() as u32,
        // These ask the segmenter for the clause.
        Condition::WholeLeft | Condition::WholeRight | Condition::Tag(..) => 400,
    }
}
