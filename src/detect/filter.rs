//! Filters: what a text holds is mostly in no table, and one look tells so.

use super::alphabet::spread;

/// What the lexicon may know of two neighbouring characters.
#[derive(Debug)]
pub(super) struct Pairs(Box<[u8]>);

/// They are a literal.
pub(super) const LITERAL: u8 = 1;
/// They begin literals of three characters.
pub(super) const BEGIN_THREE: u8 = 2;
/// They begin longer literals.
pub(super) const BEGIN_LONGER: u8 = 4;
/// They begin expressions that may be adapted in what follows.
pub(super) const BEGIN_ADAPTABLE: u8 = 8;
/// They end expressions that may be adapted in what comes before.
pub(super) const END_ADAPTABLE: u8 = 16;

/// Places of the table; there are some tens of thousands of pairs.
const PAIR_BITS: u32 = 18;

impl Default for Pairs {
    fn default() -> Self {
        Self(vec![0; 1 << PAIR_BITS].into())
    }
}

impl Pairs {
    /// Notes that two characters are or begin or end something.
    pub fn add(&mut self, pair: u32, what: u8) {
        self.0[place(u64::from(pair), PAIR_BITS)] |= what;
    }

    /// All that they may be.
    pub fn of(&self, pair: u32) -> u8 {
        self.0[place(u64::from(pair), PAIR_BITS)]
    }
}

/// Which rows of four packed characters a list may hold: a bit for each, which few others share.
#[derive(Debug)]
pub(super) struct Fours {
    words: Box<[u64]>,
    bits: u32,
}

impl Fours {
    /// A filter with more than ten bits for each of so many rows.
    pub fn new(rows: usize) -> Self {
        let bits = (rows * 12).next_power_of_two().max(64).trailing_zeros();
        Self { words: vec![0; 1 << (bits - 6)].into(), bits }
    }

    /// Notes four packed characters.
    pub fn add(&mut self, packed: u64) {
        let place = place(packed, self.bits);
        self.words[place / 64] |= 1 << (place % 64);
    }

    /// Whether they may have been noted.
    pub fn may_hold(&self, packed: u64) -> bool {
        let place = place(packed, self.bits);
        self.words[place / 64] >> (place % 64) & 1 == 1
    }
}

fn place(packed: u64, bits: u32) -> usize {
    (spread(packed) >> (64 - bits)) as usize
}
