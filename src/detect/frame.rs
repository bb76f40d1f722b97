//! Frames: markers with open slots, as regular expressions around a trigger.

use std::ops::Range;
use std::sync::OnceLock;

use cifeng_lexicon::{Anchor, Kind, Rule, Scope};
use regex::{Match, Regex};

use super::{Context, Hit};
use crate::text::{CodePoint, Span};

/// How far before and after its trigger a frame may reach, in characters: it bounds the cost.
const BEFORE: usize = 40;
const AFTER: usize = 80;

/// The patterns of all rules, each compiled when it is first needed.
#[derive(Debug)]
pub(crate) struct Frames(Vec<OnceLock<Option<Frame>>>);

/// A pattern, and whether its group `span` says which part of a match counts.
#[derive(Debug)]
struct Frame {
    regex: Regex,
    narrows: bool,
}

impl Frame {
    fn new(pattern: &str) -> Option<Self> {
        let regex = Regex::new(pattern).ok()?;
        let narrows = regex.capture_names().flatten().any(|name| name == "span");
        Some(Self { regex, narrows })
    }

    /// The part that counts of the first match that contains the trigger.
    fn find(&self, window: &str, trigger: &Range<usize>) -> Option<Range<usize>> {
        let holds = |found: &Match| found.start() <= trigger.start && trigger.end <= found.end();
        let whole = self.regex.find_iter(window).find(holds)?;
        // Groups cost several times what a plain match does.
        let narrow = self.narrows.then(|| self.regex.captures_at(window, whole.start())).flatten();
        Some(narrow.and_then(|groups| groups.name("span")).unwrap_or(whole).range())
    }
}

impl Frames {
    pub fn new(rules: usize) -> Self {
        Self((0..rules).map(|_| OnceLock::new()).collect())
    }

    /// A rule's pattern; none if the rule is no frame. The lexicon's compiler has tried them all.
    fn of(&self, index: u16, rule: &Rule) -> Option<&Frame> {
        let compile = || match &rule.kind {
            Kind::Frame { pattern, anchor: Anchor::Start, .. } => {
                Frame::new(&format!("^(?:{pattern})"))
            }
            Kind::Frame { pattern, anchor: Anchor::Any, .. } => Frame::new(pattern),
            _ => None,
        };
        self.0[usize::from(index)].get_or_init(compile).as_ref()
    }
}

/// The span of the frame around a trigger, if its pattern matches there.
pub(super) fn span(
    context: &Context,
    hit: &Hit,
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
    let holds = |set: &Vec<char>| characters.iter().any(|each| set.binary_search(each).is_ok());
    // Most triggers stand where no match can be; this saves running the pattern, and building it.
    if !needs.iter().all(holds) {
        return None;
    }
    let window = document.slice(Span::new(start, end));
    let frame = context.index.frames.of(hit.rule_index, hit.rule)?;
    let from = document.byte(start.into());
    let trigger = document.byte(hit.span.start) - from..document.byte(hit.span.end) - from;
    let found = frame.find(window, &trigger)?;
    let point = |byte: usize| CodePoint::from(start + window[..byte].chars().count());
    let span = Span { start: point(found.start), end: point(found.end) };
    (!span.is_empty()).then_some(span)
}
