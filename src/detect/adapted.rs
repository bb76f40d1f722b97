//! Adapted expressions: a listed one of four characters with one character exchanged (寸草寸金 after
//! 寸土寸金).
//!
//! Precision comes first. The three characters that stay must recall the model: which of its
//! characters may be exchanged was decided by their rarity when the lexicon was compiled. And the
//! segmenter must see a unit of its own in which the exchanged character is no part of a word, unless
//! what stays is rarer still (步步維艱 after 舉步維艱).

use std::ops::Range;

use cifeng_lexicon::Lexicon;

use super::alphabet::{Alphabet, Id, PACKED};
use super::literals::{Literals, Row};
use super::pairs::{Pairs, key};
use super::{Candidate, Context, holds};
use crate::text::{Span, is_han};

/// The models, ready to be looked for.
#[derive(Debug)]
pub(crate) struct Adapted {
    models: Vec<Model>,
    /// By their first two characters and by their last two.
    prefixes: Group,
    suffixes: Group,
}

/// A listed expression of which some characters may be exchanged.
#[derive(Debug)]
pub(crate) struct Model {
    ids: [Id; PACKED],
    row: Row,
    rule: u16,
    /// A bit for each character that may be exchanged; four more for those that may be so inside a word.
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

impl Adapted {
    pub fn new(lexicon: &Lexicon, literals: &Literals, alphabet: &Alphabet) -> Self {
        let models: Vec<Model> = lexicon
            .adaptable
            .iter()
            .map(|adaptable| {
                let mut ids = [0; PACKED];
                let literal = literals.text(lexicon, adaptable.row);
                for (id, character) in ids.iter_mut().zip(literal.chars()) {
                    *id = alphabet.id(character);
                }
                let (row, rule) = (adaptable.row, adaptable.rule);
                Model { ids, row, rule, holes: adaptable.holes }
            })
            .collect();
        Self {
            prefixes: Group::new(&models, |model| key(model.ids[0], model.ids[1])),
            suffixes: Group::new(&models, |model| key(model.ids[2], model.ids[3])),
            models,
        }
    }

    /// The pairs with which some model begins.
    pub fn first_pairs(&self) -> &Pairs {
        &self.prefixes.pairs
    }

    /// The pairs with which some model ends.
    pub fn last_pairs(&self) -> &Pairs {
        &self.suffixes.pairs
    }

    /// Tells the models that begin as four ids do, of which these are a permitted change of one.
    pub fn beginning(&self, window: &[Id], tell: impl FnMut(&Model, usize)) {
        self.changed(self.prefixes.of(key(window[0], window[1])), window, tell);
    }

    /// The same for models that end as the four ids do.
    pub fn ending(&self, window: &[Id], tell: impl FnMut(&Model, usize)) {
        self.changed(self.suffixes.of(key(window[2], window[3])), window, tell);
    }

    fn changed(&self, models: &[u32], window: &[Id], mut tell: impl FnMut(&Model, usize)) {
        for model in models {
            let model = &self.models[*model as usize];
            let mut differing = (0..PACKED).filter(|at| model.ids[*at] != window[*at]);
            if let (Some(hole), None) = (differing.next(), differing.next())
                && model.holes >> hole & 1 == 1
            {
                tell(model, hole);
            }
        }
    }
}

/// The candidate of a place where a model stands with one character exchanged.
pub(super) fn judge(context: &Context, model: &Model, hole: usize, at: usize) -> Option<Candidate> {
    let span = Span::new(at, at + PACKED);
    let rule = &context.lexicon.rules[usize::from(model.rule)];
    let window = &context.ids[span.range()];
    let stays = is_unit(context, span, hole, model.holes >> (hole + PACKED) & 1 == 1)
        && !context.index.literals.has_of_family(context.lexicon, window, rule.family)
        && holds(context, rule, span);
    stays.then_some(Candidate { span, rule: model.rule, row: model.row, role: None })
}

/// Of several models at one place keeps the first in code-point order: whatever else is in a lexicon, a
/// form has the same model.
pub(super) fn keep_first_model(context: &Context, found: &mut Vec<Candidate>) {
    let model = |each: &Candidate| context.index.literal(context.lexicon, each.row);
    found.sort_by(|a, b| {
        (a.span, a.rule).cmp(&(b.span, b.rule)).then_with(|| model(a).cmp(model(b)))
    });
    found.dedup_by_key(|each| (each.span, each.rule));
}

/// Whether four characters are Chinese, bounded by words, and the exchanged one a word of its own or
/// free to stand `within` one.
fn is_unit(context: &Context, span: Span, hole: usize, within: bool) -> bool {
    let exchanged = Span::new(span.start.index() + hole, span.start.index() + hole + 1);
    context.document.characters()[span.range()].iter().all(|each| is_han(*each))
        && context.is_whole(span)
        && (within || context.is_whole(exchanged))
}
