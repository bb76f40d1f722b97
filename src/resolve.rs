//! Which finding stays where several claim the same characters.
//!
//! 1. In one family, and among families of one group (rivals such as hedge and booster, and the
//!    opaque families), spans never overlap: the longest unit stays; of equal spans that of a rule
//!    that wins, else of the earlier family, then of the lower rank of the subtype. A rule that
//!    nests bars only its own family.
//! 2. Nothing is marked inside, or across the edge of, a finding of an opaque family, except where
//!    a rule of the closed list of double labels has exactly its span.
//! 3. A frame whose operator is itself a cue elsewhere (太 of 太好了) takes that cue in.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use cifeng_lexicon::{Family, Lexicon, Rule};

use crate::detect::Candidate;
use crate::text::{CodePoint, Span};

/// The candidates that stay, by start, then longer first.
pub(crate) fn resolve(lexicon: &Lexicon, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let rule = |candidate: &Candidate| &lexicon.rules[usize::from(candidate.rule)];
    let family = |candidate: &Candidate| &lexicon.families[usize::from(rule(candidate).family)];
    let rank = |candidate: &Candidate| {
        let rule = rule(candidate);
        let rank = family(candidate).subtypes[usize::from(rule.subtype)].rank;
        (!rule.wins, rule.family, rank, candidate.rule, candidate.row)
    };
    candidates.sort_by_key(|each| (Reverse(each.span.len()), each.span.start, rank(each)));

    let mut by_family: BTreeMap<u16, Claims> = BTreeMap::new();
    let mut by_group: BTreeMap<u16, Claims> = BTreeMap::new();
    candidates.retain(|each| {
        let ours = by_family.entry(rule(each).family).or_default();
        let rivals = by_group.entry(family(each).group).or_default();
        let free = ours.is_free(each.span) && (rule(each).nests || rivals.is_free(each.span));
        if free {
            ours.take(each.span);
            if !rule(each).nests {
                rivals.take(each.span);
            }
        }
        free
    });

    let mut opaque = Claims::default();
    for each in candidates.iter().filter(|each| family(each).opaque) {
        opaque.take(each.span);
    }
    let mut operators: BTreeMap<CodePoint, (Span, u16)> = BTreeMap::new();
    for each in candidates.iter().filter(|each| rule(each).operator) {
        operators.entry(each.span.start).or_insert((each.span, rule(each).family));
    }
    candidates.retain(|each| {
        stays_beside_opaque(each.span, rule(each), family(each), &opaque)
            && operators.get(&each.span.start).is_none_or(|&(span, by)| {
                by == rule(each).family || !span.contains(each.span) || span == each.span
            })
    });
    candidates.sort_by_key(|each| (each.span.start, Reverse(each.span.end), rank(each)));
    candidates
}

fn stays_beside_opaque(span: Span, rule: &Rule, family: &Family, opaque: &Claims) -> bool {
    family.opaque
        || opaque.overlapping(span).all(|other| {
            let encloses = span.contains(other) && span != other;
            encloses || (rule.double && span == other)
        })
}

/// Spans that do not overlap, by their starts.
#[derive(Debug, Default)]
struct Claims(BTreeMap<CodePoint, CodePoint>);

impl Claims {
    fn is_free(&self, span: Span) -> bool {
        self.overlapping(span).next().is_none()
    }

    fn take(&mut self, span: Span) {
        self.0.insert(span.start, span.end);
    }

    /// The taken spans that share a character with `span`.
    fn overlapping(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        let before = self.0.range(..span.start).next_back();
        before
            .into_iter()
            .chain(self.0.range(span.start..span.end))
            .map(|(&start, &end)| Span { start, end })
            .filter(move |other| other.overlaps(span))
    }
}
