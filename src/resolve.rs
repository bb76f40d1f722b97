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

use cifeng_lexicon::{Family, Lexicon, Rule};

use crate::detect::Candidate;
use crate::text::{CodePoint, Span};

/// The candidates that stay, by start, then longer first.
///
/// `chars` is the length of the text in code points.
pub(crate) fn resolve(
    lexicon: &Lexicon,
    chars: usize,
    mut candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    let rule = |candidate: &Candidate| &lexicon.rules[usize::from(candidate.rule)];
    let family = |candidate: &Candidate| &lexicon.families[usize::from(rule(candidate).family)];
    // By rule: what decides among equal spans.
    let ranks: Vec<u64> = (0_u64..)
        .zip(&lexicon.rules)
        .map(|(number, rule)| {
            let family = &lexicon.families[usize::from(rule.family)];
            let rank = family.subtypes[usize::from(rule.subtype)].rank;
            u64::from(!rule.wins) << 40
                | u64::from(rule.family) << 24
                | u64::from(rank) << 16
                | number
        })
        .collect();
    let rank = |candidate: &Candidate| (ranks[usize::from(candidate.rule)], candidate.row);
    candidates.sort_unstable_by_key(|each| (Reverse(each.span.len()), each.span.start, rank(each)));

    // Groups are numbered by one of their families.
    let mut by_family = vec![Claims::new(chars); lexicon.families.len()];
    let mut by_group = by_family.clone();
    candidates.retain(|each| {
        let ours = &mut by_family[usize::from(rule(each).family)];
        let rivals = &mut by_group[usize::from(family(each).group)];
        let free = ours.is_free(each.span) && (rule(each).nests || rivals.is_free(each.span));
        if free {
            ours.take(each.span);
            if !rule(each).nests {
                rivals.take(each.span);
            }
        }
        free
    });

    let spans = candidates.iter().filter(|each| family(each).opaque).map(|each| each.span);
    let mut opaque: Vec<Span> = spans.collect();
    opaque.sort_unstable();
    let mut operators: Vec<(Span, u16)> = candidates
        .iter()
        .filter(|each| rule(each).operator)
        .map(|each| (each.span, rule(each).family))
        .collect();
    // The longest of those that begin at one place stands first.
    operators.sort_by_key(|(span, _)| span.start);
    operators.dedup_by_key(|(span, _)| span.start);
    let operator_at = |start: CodePoint| {
        let found = operators.binary_search_by_key(&start, |(span, _)| span.start);
        found.ok().map(|at| operators[at])
    };
    candidates.retain(|each| {
        stays_beside_opaque(each.span, rule(each), family(each), &opaque)
            && operator_at(each.span.start).is_none_or(|(span, by)| {
                by == rule(each).family || !span.contains(each.span) || span == each.span
            })
    });
    candidates.sort_unstable_by_key(|each| (each.span.start, Reverse(each.span.end), rank(each)));
    candidates
}

fn stays_beside_opaque(span: Span, rule: &Rule, family: &Family, opaque: &[Span]) -> bool {
    let first = opaque.partition_point(|other| other.end <= span.start);
    let mut overlapping = opaque[first..].iter().take_while(|other| other.start < span.end);
    family.opaque
        || overlapping.all(|other| {
            let encloses = span.contains(*other) && span != *other;
            encloses || (rule.double && span == *other)
        })
}

/// Characters that are taken: a bit for each.
#[derive(Debug, Clone)]
struct Claims(Vec<u64>);

impl Claims {
    fn new(chars: usize) -> Self {
        Self(vec![0; chars.div_ceil(64)])
    }

    fn is_free(&self, span: Span) -> bool {
        span.range().all(|at| self.0[at / 64] >> (at % 64) & 1 == 0)
    }

    fn take(&mut self, span: Span) {
        for at in span.range() {
            self.0[at / 64] |= 1 << (at % 64);
        }
    }
}
