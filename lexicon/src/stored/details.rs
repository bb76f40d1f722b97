//! What only some literals carry, stored beside that of literals of the same rule, and read a few together
//! when a text has such a literal.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::numbers::{self, Characters, Numbers};
use super::rows::ByOwner;
use crate::deferred::Bytes;
use crate::{Detail, Gap, Parts};

/// So many are read together.
const TOGETHER: usize = 16;

/// Details as they are stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Columns {
    /// Over the rows by owner: the lengths of runs, the first of those without details.
    runs: Bytes,
    /// By detail: the numbers of its longer words and of its parts before and after; of each longer word
    /// the place, of each part the gap; and of both how many characters they have.
    shapes: Bytes,
    /// These characters.
    characters: Bytes,
    /// Where each [`TOGETHER`] begin in these two.
    starts: Vec<(u32, u32)>,
}

/// Details by the rows of their literals.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// The rows that have details, in order, each with the place of its detail.
    rows: Vec<(u32, u32)>,
    columns: Arc<Columns>,
    alphabet: Arc<[char]>,
    read: Vec<OnceLock<Box<[Detail]>>>,
}

impl Details {
    /// The rows that have details, in order, each with the place of its detail.
    #[must_use]
    pub fn rows(&self) -> &[(u32, u32)] {
        &self.rows
    }

    /// The detail at a place.
    #[must_use]
    pub fn get(&self, place: u32) -> Option<&Detail> {
        let (several, place) = (place as usize / TOGETHER, place as usize % TOGETHER);
        let several = self.read.get(several)?.get_or_init(|| {
            // What stands in a lexicon was written by the same version, or the lexicon was refused.
            self.columns.read(several, &self.alphabet).unwrap_or_default().into()
        });
        several.get(place)
    }

    /// All details with their rows.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Detail)> {
        self.rows.iter().filter_map(|(row, place)| Some((*row, self.get(*place)?)))
    }

    /// Unpacks the rows; their details stay as they are stored.
    pub(super) fn unpack(columns: &Columns, by_owner: &ByOwner, alphabet: &[char]) -> Self {
        let mut places: Vec<Option<u32>> = vec![None; by_owner.rows().len()];
        let with_details =
            by_owner.rows().iter().zip(numbers::runs(&columns.runs)).filter(|(_, has)| *has);
        for ((row, _), place) in with_details.zip(0..) {
            places[*row as usize] = Some(place);
        }
        let rows = places.iter().zip(0..).filter_map(|(place, row)| Some((row, (*place)?)));
        let rows = rows.collect();
        Self {
            rows,
            read: columns.starts.iter().map(|_| OnceLock::new()).collect(),
            columns: Arc::new(columns.clone()),
            alphabet: alphabet.into(),
        }
    }
}

impl FromIterator<(u32, Detail)> for Details {
    /// From details in the order of their rows.
    fn from_iter<I: IntoIterator<Item = (u32, Detail)>>(details: I) -> Self {
        let (rows, details): (Vec<u32>, Vec<Detail>) = details.into_iter().unzip();
        let read = details.chunks(TOGETHER).map(|several| OnceLock::from(Box::from(several)));
        Self { rows: rows.into_iter().zip(0..).collect(), read: read.collect(), ..Self::default() }
    }
}

impl Columns {
    pub fn pack(details: &Details, by_owner: &ByOwner, characters: &Characters) -> Self {
        let mut stored = Self::default();
        let place = |row: &u32| details.rows.binary_search_by_key(row, |(row, _)| *row).ok();
        let places: Vec<Option<usize>> = by_owner.rows().iter().map(place).collect();
        numbers::write_runs(&mut stored.runs, places.iter().map(Option::is_some));
        let all = places.iter().flatten().filter_map(|place| details.get(details.rows[*place].1));
        for (detail, count) in all.zip(0..) {
            if count % TOGETHER == 0 {
                let start = (stored.shapes.0.len() as u32, stored.characters.0.len() as u32);
                stored.starts.push(start);
            }
            stored.add(detail, characters);
        }
        stored
    }

    fn add(&mut self, detail: &Detail, characters: &Characters) {
        let parts = detail.parts.as_ref();
        let (before, after) =
            parts.map_or((&[][..], &[][..]), |parts| (&parts.before[..], &parts.after[..]));
        for count in [detail.not_in.len(), before.len(), after.len()] {
            numbers::write(&mut self.shapes, count as u32);
        }
        let words = detail.not_in.iter().map(|(place, word)| (u32::from(*place), word));
        let parts = before.iter().chain(after).map(|(gap, part)| (*gap as u32, part));
        for (number, text) in words.chain(parts) {
            numbers::write(&mut self.shapes, number);
            numbers::write(&mut self.shapes, text.chars().count() as u32);
            for character in text.chars() {
                numbers::write(&mut self.characters, characters.number(character));
            }
        }
    }

    /// Reads those that begin together.
    fn read(&self, several: usize, alphabet: &[char]) -> Option<Vec<Detail>> {
        let (shapes, characters) = *self.starts.get(several)?;
        let mut shapes = Numbers::from(&self.shapes, shapes);
        let mut characters = Numbers::from(&self.characters, characters);
        let mut details = Vec::with_capacity(TOGETHER);
        while details.len() < TOGETHER {
            let Some(words) = shapes.next() else { break };
            let [before, after] = [shapes.next()?, shapes.next()?];
            let mut text = || -> Option<(u32, String)> {
                let (number, length) = (shapes.next()?, shapes.next()?);
                let characters = characters.by_ref().take(length as usize);
                let text = characters.map(|number| numbers::character(alphabet, number));
                Some((number, text.collect::<Option<_>>()?))
            };
            let not_in = (0..words).map(|_| text().map(|(place, word)| (place as u8, word)));
            let not_in = not_in.collect::<Option<_>>()?;
            let mut parts = |count| -> Option<Vec<(Gap, String)>> {
                let parts = (0..count).map(|_| text());
                parts.map(|part| part.map(|(number, part)| (gap(number), part))).collect()
            };
            let (before, after) = (parts(before)?, parts(after)?);
            let parts = (before.len() + after.len() > 0).then_some(Parts { before, after });
            details.push(Detail { not_in, parts });
        }
        Some(details)
    }
}

fn gap(number: u32) -> Gap {
    if number == Gap::Inserted as u32 { Gap::Inserted } else { Gap::Punctuation }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_come_back_with_their_rows() {
        let part = |gap, text: &str| (gap, text.to_owned());
        let detail = |number: u32| Detail {
            not_in: number
                .is_multiple_of(2)
                .then(|| (1, format!("大{number}")))
                .into_iter()
                .collect(),
            parts: (number % 3 != 1).then(|| Parts {
                before: vec![part(Gap::Inserted, "打")],
                after: vec![part(Gap::Punctuation, "必有一失"), part(Gap::Inserted, "𠮷")],
            }),
        };
        let all: Vec<(u32, Detail)> =
            (0..50).filter(|each| each % 6 != 1).map(|each| (each * each, detail(each))).collect();
        let owners: Vec<u16> = (0..2_500).map(|row| row % 7).collect();
        let by_owner = ByOwner::new(&owners);
        let kept: Details = all.iter().cloned().collect();
        let stored = Columns::pack(&kept, &by_owner, &Characters::new("大一"));
        let details = Details::unpack(&stored, &by_owner, &['大', '一']);
        for details in [kept, details] {
            assert!(details.iter().eq(all.iter().map(|(row, detail)| (*row, detail))));
            assert_eq!(details.get(all.len() as u32), None);
        }
    }
}
