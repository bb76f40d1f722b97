//! The order in which a condition's parts are asked: the cheap ones first. The answer is the same.

use crate::Condition;

/// Orders the parts of a condition and of all conditions in it.
pub(super) fn cheapest_first(condition: &mut Condition) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter_mut().for_each(cheapest_first);
            parts.sort_by(|one, other| cost(one).total_cmp(&cost(other)));
        }
        Condition::Not(part) => cheapest_first(part),
        _ => {}
    }
}

/// Of the parts of an `All` so many hold, and the next one is asked; of an `Any` so many do not.
const GO_ON: [f64; 2] = [0.4, 0.9];

/// About how much a condition costs, in looks at a neighbouring character; its parts are in order.
fn cost(condition: &Condition) -> f64 {
    let of_parts = |parts: &[Condition], go_on: f64| {
        let later = |sum: f64, part: &Condition| cost(part) + go_on * sum;
        parts.iter().rev().fold(0.0, later)
    };
    match condition {
        Condition::All(parts) => of_parts(parts, GO_ON[0]),
        Condition::Any(parts) => of_parts(parts, GO_ON[1]),
        Condition::Not(part) => cost(part),
        Condition::Text(_)
        | Condition::Starts(_)
        | Condition::Ends(_)
        | Condition::Quoted
        | Condition::QuotedAlone => 2.0,
        Condition::Left(phrases) | Condition::Right(phrases) => 2.0 + phrases.len() as f64 / 4.0,
        Condition::Question | Condition::Exclaimed => 10.0,
        Condition::Contains(phrases) => 4.0 + phrases.len() as f64,
        Condition::Near(_, _, phrases) => 20.0 + 8.0 * phrases.len() as f64,
        Condition::Document(words) => 4.0 + words.len() as f64,
        // These ask the segmenter for the clause.
        Condition::WholeLeft | Condition::WholeRight | Condition::Tag(..) => 400.0,
    }
}
