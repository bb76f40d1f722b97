//! What is stored of the rows of literals: their owners, beside those of literals as long; and which
//! characters may be exchanged, beside those of literals of the same owner. Like stands beside like.

use serde::{Deserialize, Serialize};

use super::numbers::{self, Numbers};
use crate::Adaptable;
use crate::deferred::Bytes;

/// From this length on all literals are kept together.
const LONGEST: usize = 9;

/// The rules of literals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Owners {
    /// By length.
    owners: [Bytes; LONGEST + 1],
}

impl Owners {
    pub fn pack(owners: &[u16], lengths: &[u8]) -> Self {
        let mut stored = Self::default();
        for (owner, length) in owners.iter().zip(lengths) {
            numbers::write(&mut stored.owners[usize::from(*length).min(LONGEST)], (*owner).into());
        }
        stored
    }

    pub fn unpack(&self, lengths: &[u8]) -> Option<Vec<u16>> {
        let mut owners = self.owners.each_ref().map(Numbers::of);
        let owner = |length: &u8| owners[usize::from(*length).min(LONGEST)].next();
        lengths.iter().map(owner).map(|owner| Some(owner? as u16)).collect()
    }
}

/// Rows by their owners: those of one owner beside each other, in order.
#[derive(Debug)]
pub(super) struct ByOwner {
    rows: Vec<u32>,
    /// By owner: where its rows begin, and at last where they end.
    starts: Vec<u32>,
}

impl ByOwner {
    pub fn new(owners: &[u16]) -> Self {
        let count = owners.iter().max().map_or(0, |last| usize::from(*last) + 1);
        let mut starts = vec![0; count + 1];
        for owner in owners {
            starts[usize::from(*owner) + 1] += 1;
        }
        for owner in 0..count {
            starts[owner + 1] += starts[owner];
        }
        let mut next = starts.clone();
        let mut rows = vec![0; owners.len()];
        for (owner, row) in owners.iter().zip(0..) {
            let place = &mut next[usize::from(*owner)];
            rows[*place as usize] = row;
            *place += 1;
        }
        Self { rows, starts }
    }

    /// All rows.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// An owner's rows of four characters.
    fn of_four(&self, owner: u16, lengths: &[u8]) -> impl Iterator<Item = u32> {
        let edge = |owner: usize| self.starts.get(owner).map_or(self.rows.len(), |at| *at as usize);
        let rows = &self.rows[edge(owner.into())..edge(usize::from(owner) + 1)];
        rows.iter().copied().filter(|row| lengths[*row as usize] == 4)
    }
}

/// Literals of four characters of which one may be exchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Adaptables {
    /// The rules of literals and of their adapted forms.
    rules: Vec<(u16, u16)>,
    /// For these, by row of four characters: the holes, or zero.
    holes: Bytes,
}

impl Adaptables {
    pub fn pack(adaptable: &[Adaptable], owners: &[u16], lengths: &[u8]) -> Self {
        let mut stored = Self::default();
        let rules = |each: &Adaptable| (owners[each.row as usize], each.rule);
        stored.rules = adaptable.iter().map(rules).collect();
        stored.rules.sort_unstable();
        stored.rules.dedup();
        let by_owner = ByOwner::new(owners);
        for pair in &stored.rules {
            for row in by_owner.of_four(pair.0, lengths) {
                let place = adaptable.binary_search_by_key(&row, |each| each.row);
                let here = place.ok().map(|place| adaptable[place]);
                let here = here.filter(|each| rules(each) == *pair);
                stored.holes.0.push(here.map_or(0, |each| each.holes));
            }
        }
        stored
    }

    pub fn unpack(&self, by_owner: &ByOwner, lengths: &[u8]) -> Option<Vec<Adaptable>> {
        let mut holes = self.holes.0.iter();
        let mut adaptable = Vec::with_capacity(self.holes.0.len());
        for &(owner, rule) in &self.rules {
            for row in by_owner.of_four(owner, lengths) {
                let holes = *holes.next()?;
                if holes != 0 {
                    adaptable.push(Adaptable { row, rule, holes });
                }
            }
        }
        adaptable.sort_unstable_by_key(|each| each.row);
        Some(adaptable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_and_holes_come_back() {
        let lengths = [4, 2, 4, 1, 12, 4, 4];
        let owners = [3, 300, 3, 0, 300, 1, 3];
        let stored = Owners::pack(&owners, &lengths);
        assert_eq!(stored.unpack(&lengths).as_deref(), Some(&owners[..]));
        assert_eq!(stored.unpack(&[4; 8]), None, "there are fewer");

        let adaptable = [(0, 7, 15), (5, 7, 255), (6, 8, 1)];
        let adaptable = adaptable.map(|(row, rule, holes)| Adaptable { row, rule, holes });
        let stored = Adaptables::pack(&adaptable, &owners, &lengths);
        let unpacked = stored.unpack(&ByOwner::new(&owners), &lengths);
        assert_eq!(unpacked.as_deref(), Some(&adaptable[..]));
    }
}
