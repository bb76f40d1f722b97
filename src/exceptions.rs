//! Exceptions: findings that a reader has set aside, at one place or everywhere.
//!
//! A place is addressed by the words around the marker, not by an offset, so that it is found again
//! in a text that was edited elsewhere, as zhlint's exceptions are. What is set aside is still found
//! and named in the report, but counts in no number.

use std::collections::HashMap;

use cifeng_lexicon::{Fold, Lexicon};
use serde::{Deserialize, Serialize};

use crate::detect::Candidate;
use crate::text::{CodePoint, Document, Span, Utf8};

/// Characters of the text that a [`Place`] keeps on each side of the marker, within its line.
pub const CONTEXT: usize = 12;

/// What is not to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Exception {
    /// The family.
    pub family: String,
    /// The marked text, in either script.
    pub text: String,
    /// Where; everywhere if there is none.
    pub place: Option<Place>,
}

/// A place in a text, by what stands around it in its line. A side of fewer than [`CONTEXT`]
/// characters reaches the line's end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Place {
    /// What stands before the marker.
    pub before: String,
    /// What stands after it.
    pub after: String,
    /// How often the same words, marker included, stand earlier in the text.
    pub nth: u32,
}

/// Says for each candidate which exception it falls under, by index; none if it counts.
pub(crate) fn matched(
    document: &Document,
    lexicon: &Lexicon,
    fold: &Fold,
    candidates: &[&Candidate],
    exceptions: &[Exception],
) -> Vec<Option<u32>> {
    let mut under = vec![None; candidates.len()];
    if exceptions.is_empty() {
        return under;
    }
    let mut wanted: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (at, exception) in exceptions.iter().enumerate() {
        let key = (exception.family.as_str(), fold.fold_text(&exception.text));
        wanted.entry(key).or_default().push(at);
    }
    let mut standing: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let rule = &lexicon.rules[usize::from(candidate.rule)];
        let family = &lexicon.families[usize::from(rule.family)].id;
        let key = (family.as_str(), document.slice(candidate.span).to_owned());
        let Some(alike) = wanted.get(&key) else { continue };
        if let Some(everywhere) = alike.iter().find(|each| exceptions[**each].place.is_none()) {
            under[at] = Some(*everywhere as u32);
            continue;
        }
        for exception in alike {
            standing.entry(*exception).or_default().push(at);
        }
    }
    let mut places: Vec<_> = standing.into_iter().collect();
    places.sort_unstable();
    let surroundings = Surroundings::new(document, candidates, &places);
    for (exception, alike) in places {
        let Some(place) = &exceptions[exception].place else { continue };
        let free = alike.into_iter().filter(|at| under[*at].is_none());
        if let Some(at) = surroundings.best(&exceptions[exception].text, place, fold, free) {
            under[at] = Some(exception as u32);
        }
    }
    under
}

/// How well a place agrees; the greatest wins. At least one whole side must.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Agreement {
    /// One side, and so many characters of the other.
    OneSide(usize),
    /// Both, in the other script.
    Folded,
    /// Both, to the letter.
    Exact,
}

/// The words around the candidates that an exception may mean.
struct Surroundings<'a> {
    original: &'a str,
    /// By candidate: the bytes at which its context and it begin, and it and its context end.
    bytes: HashMap<usize, [usize; 4]>,
}

impl<'a> Surroundings<'a> {
    fn new(
        document: &Document<'a>,
        candidates: &[&Candidate],
        places: &[(usize, Vec<usize>)],
    ) -> Self {
        let mut concerned: Vec<usize> =
            places.iter().flat_map(|(_, alike)| alike.iter().copied()).collect();
        concerned.sort_unstable();
        concerned.dedup();
        let edges: Vec<[CodePoint; 4]> =
            concerned.iter().map(|at| edges(document, candidates[*at].span)).collect();
        let bytes = edges.iter().map(|each| {
            each.map(|edge| {
                let Utf8(byte) = document.utf8(edge);
                byte as usize
            })
        });
        Self { original: document.original(), bytes: concerned.into_iter().zip(bytes).collect() }
    }

    fn best(
        &self,
        text: &str,
        place: &Place,
        fold: &Fold,
        candidates: impl Iterator<Item = usize>,
    ) -> Option<usize> {
        let passage = [place.before.as_str(), text, place.after.as_str()].concat();
        let (before, after) = (fold.fold_text(&place.before), fold.fold_text(&place.after));
        let mut best: Option<(Agreement, usize)> = None;
        let mut exact = Vec::new();
        for at in candidates {
            let [left, start, end, right] = self.bytes[&at];
            let agreement = if self.original[left..right] == passage
                && start - left == place.before.len()
            {
                exact.push((left, at));
                Agreement::Exact
            } else {
                let own_before = fold.fold_text(&self.original[left..start]);
                let own_after = fold.fold_text(&self.original[end..right]);
                match (own_before == before, own_after == after) {
                    (true, true) => Agreement::Folded,
                    (true, false) => Agreement::OneSide(common(own_after.chars(), after.chars())),
                    (false, true) => {
                        Agreement::OneSide(common(own_before.chars().rev(), before.chars().rev()))
                    }
                    (false, false) => continue,
                }
            };
            if best.is_none_or(|(so_far, _)| agreement > so_far) {
                best = Some((agreement, at));
            }
        }
        match exact.as_slice() {
            [] | [_] => best.map(|(_, at)| at),
            several => {
                let nth = occurrences(self.original, &passage).nth(place.nth as usize);
                let meant = several.iter().find(|(left, _)| Some(*left) >= nth);
                Some(nth.and(meant).or(several.last())?.1)
            }
        }
    }
}

/// Where the context of a span begins, where the span begins and ends, and where the context ends.
fn edges(document: &Document, span: Span) -> [CodePoint; 4] {
    let characters = document.characters();
    let (start, end) = (span.start.index(), span.end.index());
    let is_line_end = |each: &char| matches!(each, '\n' | '\r');
    let before = characters[..start].iter().rev().take(CONTEXT);
    let before = before.take_while(|each| !is_line_end(each)).count();
    let after = characters[end..].iter().take(CONTEXT);
    let after = after.take_while(|each| !is_line_end(each)).count();
    [CodePoint::from(start - before), span.start, span.end, CodePoint::from(end + after)]
}

fn common(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    left.zip(right).take_while(|(left, right)| left == right).count()
}

/// The bytes at which a passage stands, also where it overlaps itself.
fn occurrences<'a>(text: &'a str, passage: &'a str) -> impl Iterator<Item = usize> + 'a {
    let step = passage.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(passage)?;
        from = at + step;
        Some(at)
    })
}
