//! From two neighbouring characters to what begins or ends with them.

use std::ops::Range;

use super::alphabet::{Id, spread};

/// Two ids as a number; zero if the first is unknown.
pub(super) fn key(first: Id, second: Id) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

/// A table from pairs to ranges: open addressing, at most half full.
#[derive(Debug)]
pub(super) struct Pairs {
    slots: Vec<(u32, Range<u32>)>,
    shift: u32,
}

impl Pairs {
    pub fn new(pairs: &[(u32, Range<u32>)]) -> Self {
        let size = (pairs.len() * 2).next_power_of_two().max(2);
        let shift = 64 - size.trailing_zeros();
        let mut table = Self { slots: vec![(0, 0..0); size], shift };
        for (key, range) in pairs {
            let slot = table.slot(*key, spread(u64::from(*key)));
            table.slots[slot] = (*key, range.clone());
        }
        table
    }

    /// The range of a pair, empty if it has none.
    pub fn get(&self, key: u32) -> Range<u32> {
        self.slots[self.slot(key, spread(u64::from(key)))].1.clone()
    }

    /// All pairs.
    pub fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.slots.iter().map(|(key, _)| *key).filter(|key| *key != 0)
    }

    fn slot(&self, key: u32, spread: u64) -> usize {
        let mut slot = (spread >> self.shift) as usize;
        while self.slots[slot].0 != 0 && self.slots[slot].0 != key {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }
}

/// Which tables may know a pair: most pairs of a text are in none, and one byte says so.
#[derive(Debug)]
pub(super) struct Filter(Vec<u8>);

const FILTER_BITS: u32 = 18;

impl Filter {
    /// The filter of up to eight tables; bit `n` stands for table `n`.
    pub fn new(tables: &[&Pairs]) -> Self {
        let mut filter = Self(vec![0; 1 << FILTER_BITS]);
        for (table, bit) in tables.iter().zip(0..) {
            for key in table.keys() {
                filter.0[Self::place(key)] |= 1 << bit;
            }
        }
        filter
    }

    /// A bit for each table that may know the pair.
    pub fn of(&self, key: u32) -> u8 {
        self.0[Self::place(key)]
    }

    fn place(key: u32) -> usize {
        (spread(u64::from(key)) >> (64 - FILTER_BITS)) as usize
    }
}
