//! Frames: markers with open slots, as patterns around a trigger.

use std::sync::OnceLock;

use cifeng_lexicon::{Anchor, Kind, Lexicon, Pattern, Rule, Scope, Sieve};

use super::by_row::{ByRow, Have};
use super::pattern::{Program, Window};
use super::{Context, Hit};
use crate::text::Span;

/// How far before and after its trigger a frame may reach, in characters: it bounds the cost.
const BEFORE: usize = 40;
const AFTER: usize = 80;

/// The patterns of all rules, each made ready when it is first needed.
#[derive(Debug)]
pub(crate) struct Frames {
    /// By rule and set of characters of which a match holds one: what lets them through.
    needs: Vec<OnceLock<Box<[Sieve]>>>,
    programs: ByRow<Program>,
}

impl Frames {
    /// The frames of a lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let have = |rule: &Rule| match rule.kind {
            Kind::Frame { .. } if rule.by_literal => Have::Own,
            Kind::Frame { .. } => Have::Same,
            _ => Have::None,
        };
        let needs = lexicon.rules.iter().map(|_| OnceLock::new()).collect();
        Self { needs, programs: ByRow::new(lexicon, have) }
    }

    fn needs(&self, rule: u16, needs: &[Vec<char>]) -> &[Sieve] {
        let sieves = || needs.iter().map(|set| set.iter().copied().collect()).collect();
        self.needs[usize::from(rule)].get_or_init(sieves)
    }
}

/// The span of the frame around a trigger, if its pattern matches there.
pub(super) fn span(
    context: &Context,
    hit: &Hit,
    pattern: &Pattern,
    anchor: Anchor,
    scope: Scope,
    needs: &[Vec<char>],
) -> Option<Span> {
    let document = context.document;
    let scope = match scope {
        Scope::Clause => document.clause_at(hit.span.start).map(|index| document.clauses()[index]),
        Scope::Sentence => document.sentence_at(hit.span.start),
    }?;
    let trigger = hit.span.range();
    let start = match anchor {
        Anchor::Start => trigger.start,
        Anchor::Any => scope.start.index().max(trigger.start.saturating_sub(BEFORE)),
    };
    let end = scope.end.index().min(trigger.end + AFTER).max(trigger.end);
    let characters = &document.characters()[start..end];
    let frames = &context.index.frames;
    let holds = |(set, sieve): (&Vec<char>, &Sieve)| {
        let mut through = characters.iter().filter(|each| sieve.lets_through(**each));
        through.any(|each| set.binary_search(each).is_ok())
    };
    // Most triggers stand where no match can be; this saves looking for the pattern.
    if !needs.iter().zip(frames.needs(hit.rule_index, needs)).all(holds) {
        return None;
    }
    let program = frames.programs.get(hit.row, || {
        let trigger = context.index.literal(context.lexicon, hit.row);
        Program::new(&pattern.about(trigger), &context.lexicon.classes)
    })?;
    let window = Window {
        characters: document.characters(),
        ids: &context.ids,
        classes: &context.index.classes,
        range: start..end,
    };
    let anchored = anchor == Anchor::Start;
    let found = context.search.borrow_mut().find(program, &window, &trigger, anchored)?;
    (!found.is_empty()).then(|| Span::new(found.start, found.end))
}
