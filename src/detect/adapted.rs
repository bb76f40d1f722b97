//! Adapted expressions: a listed one of four characters with one character exchanged (寸草寸金 after
//! 寸土寸金).
//!
//! Precision comes first. The three characters that stay must recall the model: which of its
//! characters may be exchanged was decided by their rarity when the lexicon was compiled. And the
//! segmenter must see a unit of its own in which the exchanged character is no part of a word.

use std::ops::Range;

use cifeng_lexicon::Lexicon;

use super::alphabet::{Alphabet, Id, PACKED};
use super::literals::{Pairs, Row};
use super::{Candidate, Context, Hit, holds};
use crate::text::{Span, is_han};

/// The models, ready to be looked for.
#[derive(Debug)]
pub(crate) struct Adapted {
    models: Vec<Model>,
    /// By their first two characters and by their last two.
    prefixes: Group,
    suffixes: Group,
}

#[derive(Debug)]
struct Model {
    ids: [Id; PACKED],
    row: Row,
    rule: u16,
    /// A bit for each character that may be exchanged.
    holes: u8,
}

/// Models in the order of a key, and where each key's begin and end.
#[derive(Debug)]
struct Group {
    pairs: Pairs,
    order: Vec<u32>,
}

impl Group {
    fn new(models: &[Model], key: impl Fn(&Model) -> u32) -> Self {
        let mut keyed: Vec<(u32, u32)> = models.iter().map(&key).zip(0..).collect();
        keyed.sort_unstable();
        let mut pairs: Vec<(u32, Range<u32>)> = Vec::new();
        for ((key, _), at) in keyed.iter().zip(0..) {
            match pairs.last_mut() {
                Some((last, range)) if last == key => range.end = at + 1,
                _ => pairs.push((*key, at..at + 1)),
            }
        }
        Self {
            pairs: Pairs::new(&pairs),
            order: keyed.into_iter().map(|(_, model)| model).collect(),
        }
    }

    fn of(&self, key: u32) -> &[u32] {
        let range = self.pairs.get(key);
        &self.order[range.start as usize..range.end as usize]
    }
}

fn key(first: Id, second: Id) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

impl Adapted {
    pub fn new(lexicon: &Lexicon, alphabet: &Alphabet) -> Self {
        let literals: Vec<&str> = lexicon.literals.split_terminator('\n').collect();
        let models: Vec<Model> = lexicon
            .adaptable
            .iter()
            .filter_map(|adaptable| {
                let mut ids = [0; PACKED];
                let literal = literals.get(adaptable.row as usize)?;
                for (id, character) in ids.iter_mut().zip(literal.chars()) {
                    *id = alphabet.id(character);
                }
                let (row, rule) = (adaptable.row, adaptable.rule);
                Some(Model { ids, row, rule, holes: adaptable.holes })
            })
            .collect();
        Self {
            prefixes: Group::new(&models, |model| key(model.ids[0], model.ids[1])),
            suffixes: Group::new(&models, |model| key(model.ids[2], model.ids[3])),
            models,
        }
    }

    /// The models of which these four ids are a permitted change of one, each with its hole.
    fn models_of<'a>(&'a self, window: &'a [Id]) -> impl Iterator<Item = (&'a Model, usize)> {
        let prefix = self.prefixes.of(key(window[0], window[1]));
        let suffix = self.suffixes.of(key(window[2], window[3]));
        prefix.iter().chain(suffix).filter_map(move |model| {
            let model = &self.models[*model as usize];
            let mut differing = (0..PACKED).filter(|at| model.ids[*at] != window[*at]);
            let hole = differing.next()?;
            (differing.next().is_none() && model.holes >> hole & 1 == 1).then_some((model, hole))
        })
    }
}

/// Adds the adapted expressions of a document.
pub(super) fn add(context: &Context, found: &mut Vec<Candidate>) {
    let text = &context.ids[..context.document.characters().len()];
    for (at, window) in text.windows(PACKED).enumerate() {
        for (model, hole) in context.index.adapted.models_of(window) {
            let span = Span::new(at, at + PACKED);
            let hit = Hit::of_rule(context, span, model.rule, model.row);
            if is_unit(context, span, hole)
                && !context.index.literals.has_of_family(context.lexicon, window, hit.rule.family)
                && holds(context, hit.rule, span)
            {
                found.push(Candidate { span, rule: model.rule, row: model.row, role: None });
            }
        }
    }
}

/// Whether four characters are Chinese, bounded by words, and the exchanged one a word of its own.
fn is_unit(context: &Context, span: Span, hole: usize) -> bool {
    let exchanged = Span::new(span.start.index() + hole, span.start.index() + hole + 1);
    context.document.characters()[span.range()].iter().all(|each| is_han(*each))
        && context.is_whole(span)
        && context.is_whole(exchanged)
}
