//! What only some literals carry, read a handful at a time when a text has such a literal.

use serde::{Deserialize, Serialize};

use crate::{Deferred, Detail};

/// So many are read together.
const TOGETHER: usize = 8;

/// Details by the rows of their literals, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// What each row adds to the one before: small numbers take fewer bytes, and compress.
    steps: Vec<u32>,
    handfuls: Vec<Deferred<Vec<Detail>>>,
}

impl Details {
    /// The rows that have details, in order.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.steps.iter().scan(0_u32, |row, step| {
            *row = row.wrapping_add(*step);
            Some(*row)
        })
    }

    /// The detail of the row at a place in [`rows`](Self::rows).
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Detail> {
        self.handfuls.get(place / TOGETHER)?.get(place % TOGETHER)
    }

    /// All details with their rows.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Detail)> {
        self.rows().zip(self.handfuls.iter().flat_map(|handful| handful.iter()))
    }
}

impl FromIterator<(u32, Detail)> for Details {
    fn from_iter<I: IntoIterator<Item = (u32, Detail)>>(details: I) -> Self {
        let (rows, details): (Vec<u32>, Vec<Detail>) = details.into_iter().unzip();
        let before = std::iter::once(0).chain(rows.iter().copied());
        let steps = before.zip(&rows).map(|(before, row)| row - before).collect();
        let handfuls = details.chunks(TOGETHER).map(|handful| handful.to_vec().into()).collect();
        Self { steps, handfuls }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_come_back_with_their_rows() {
        let detail = |number: u32| Detail { not_in: vec![(1, number.to_string())], parts: None };
        let all: Vec<(u32, Detail)> = (0..20).map(|each| (each * each, detail(each))).collect();
        let stored = postcard::to_allocvec(&all.iter().cloned().collect::<Details>());
        let details: Details = postcard::from_bytes(&stored.expect("bytes")).expect("details");
        assert!(details.iter().eq(all.iter().map(|(row, detail)| (*row, detail))));
        assert_eq!(details.get(19), Some(&detail(19)));
        assert_eq!(details.get(20), None);
    }
}
