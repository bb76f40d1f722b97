//! The table of the folded view as it is stored: what each character adds to the one before it, and into
//! which character of the alphabet it is folded.

use serde::{Deserialize, Serialize};

use super::numbers::{self, Characters, Numbers};
use crate::FoldTable;
use crate::deferred::Bytes;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fold {
    /// What each folded character's code point adds to that of the one before.
    from: Bytes,
    /// The character that it becomes.
    to: Bytes,
    /// Whether it tells Traditional script: the lengths of runs, the first of those that do not.
    traditional: Bytes,
    /// What each character that tells Simplified script adds to the one before.
    simplified: Bytes,
}

impl Fold {
    pub fn pack(table: &FoldTable, characters: &Characters) -> Self {
        let mut stored = Self::default();
        write_steps(&mut stored.from, table.pairs.iter().map(|(from, ..)| *from));
        for (_, to, _) in &table.pairs {
            numbers::write(&mut stored.to, characters.number(*to));
        }
        numbers::write_runs(&mut stored.traditional, table.pairs.iter().map(|pair| pair.2));
        write_steps(&mut stored.simplified, table.simplified.iter().copied());
        stored
    }

    pub fn unpack(&self, alphabet: &[char]) -> Option<FoldTable> {
        let traditional = numbers::runs(&self.traditional);
        let to = Numbers::of(&self.to).map(|number| numbers::character(alphabet, number));
        let pairs = steps(&self.from).zip(to).zip(traditional);
        Some(FoldTable {
            pairs: pairs
                .map(|((from, to), tells)| Some((from?, to?, tells)))
                .collect::<Option<_>>()?,
            simplified: steps(&self.simplified).collect::<Option<_>>()?,
        })
    }
}

fn write_steps(bytes: &mut Bytes, characters: impl Iterator<Item = char>) {
    let mut last = 0;
    for character in characters.map(u32::from) {
        numbers::write(bytes, character - last);
        last = character;
    }
}

fn steps(bytes: &Bytes) -> impl Iterator<Item = Option<char>> {
    Numbers::of(bytes).scan(0_u32, |last, step| {
        *last = last.saturating_add(step);
        Some(char::from_u32(*last))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_back() {
        let table = FoldTable {
            pairs: vec![
                ('“', '"', false),
                ('後', '后', true),
                ('於', '于', true),
                ('鿎', '䃮', false),
            ],
            simplified: vec!['与', '后'],
        };
        let characters = Characters::new("后于");
        let stored = Fold::pack(&table, &characters);
        assert_eq!(stored.unpack(&['后', '于']), Some(table));
        assert_eq!(Fold::default().unpack(&[]), Some(FoldTable::default()));
    }
}
