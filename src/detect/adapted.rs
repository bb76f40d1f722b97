//! Adapted expressions: a listed one of four characters with one character exchanged (寸草寸金 after
//! 寸土寸金).
//!
//! Precision comes first. The three characters that stay must recall the model: which of its
//! characters may be exchanged was decided by their rarity when the lexicon was compiled. And the
//! segmenter must see a unit of its own in which the exchanged character is no part of a word, unless
//! what stays is rarer still (步步維艱 after 舉步維艱).

use cifeng_lexicon::Lexicon;

use super::alphabet::{PACKED, spread};
use super::filter::{BEGIN_ADAPTABLE, END_ADAPTABLE, Fours, Pairs};
use super::literals::{Literals, Row};
use super::{Candidate, Context, holds};
use crate::text::{Span, is_han};

/// The models, ready to be looked for by the three characters that stay.
#[derive(Debug)]
pub(crate) struct Adapted {
    models: Vec<Model>,
    /// Open addressing, at most half full: a model and the place of its hole, from one.
    slots: Vec<u32>,
    shift: u32,
    /// What the table may hold.
    stays: Fours,
}

/// A listed expression of which some characters may be exchanged.
#[derive(Debug)]
pub(crate) struct Model {
    /// The ids of its characters, packed.
    packed: u64,
    row: Row,
    rule: u16,
    /// A bit for each character that may be exchanged; four more for those that may be so inside a word.
    holes: u8,
}

/// Four packed ids without that of the hole.
fn without(packed: u64, hole: usize) -> u64 {
    packed & !(0xFFFF << (16 * (PACKED - 1 - hole)))
}

impl Adapted {
    /// The models of a lexicon; the pairs with which they begin and end are noted.
    pub fn new(lexicon: &Lexicon, literals: &Literals, pairs: &mut Pairs) -> Self {
        let model = |each: &cifeng_lexicon::Adaptable| Model {
            packed: literals.key(each.row),
            row: each.row,
            rule: each.rule,
            holes: each.holes,
        };
        let models: Vec<Model> = lexicon.adaptable.iter().map(model).collect();
        let has_hole = |model: &Model, hole: usize| model.holes >> hole & 1 == 1;
        let holes = |model: &Model| (0..PACKED).filter(|hole| has_hole(model, *hole)).count();
        let count = models.iter().map(holes).sum::<usize>();
        let size = (count * 2).next_power_of_two().max(2);
        let (shift, stays) = (64 - size.trailing_zeros(), Fours::new(count));
        let mut adapted = Self { models, slots: vec![0; size], shift, stays };
        for (model, number) in adapted.models.iter().zip(0_u32..) {
            for hole in (0..PACKED).filter(|hole| has_hole(model, *hole)) {
                if hole < 2 {
                    pairs.add(model.packed as u32, END_ADAPTABLE);
                } else {
                    pairs.add((model.packed >> 32) as u32, BEGIN_ADAPTABLE);
                }
                let stays = without(model.packed, hole);
                adapted.stays.add(stays);
                let mut slot = (spread(stays) >> adapted.shift) as usize;
                while adapted.slots[slot] != 0 {
                    slot = (slot + 1) & (size - 1);
                }
                adapted.slots[slot] = (number << 2 | hole as u32) + 1;
            }
        }
        adapted
    }

    /// Tells the models that begin as four packed ids do, of which these are a permitted change of one.
    pub fn beginning(&self, window: u64, mut tell: impl FnMut(&Model, usize)) {
        self.changed(window, 2, &mut tell);
        self.changed(window, 3, &mut tell);
    }

    /// The same for models that end as the four ids do.
    pub fn ending(&self, window: u64, mut tell: impl FnMut(&Model, usize)) {
        self.changed(window, 0, &mut tell);
        self.changed(window, 1, &mut tell);
    }

    fn changed(&self, window: u64, hole: usize, tell: &mut impl FnMut(&Model, usize)) {
        let stays = without(window, hole);
        if !self.stays.may_hold(stays) {
            return;
        }
        let mut slot = (spread(stays) >> self.shift) as usize;
        while let Some(entry) = self.slots[slot].checked_sub(1) {
            let model = &self.models[(entry >> 2) as usize];
            let alike = entry as usize % PACKED == hole && without(model.packed, hole) == stays;
            if alike && model.packed != window {
                tell(model, hole);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
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
        && holds(context, rule.when.as_ref(), span);
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
