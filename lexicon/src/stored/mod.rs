//! A compiled lexicon as it is stored: like things beside each other, in small numbers, so that it takes
//! half of what its plain form would take to transfer.
//!
//! Characters are numbered by their places in the lexicon's alphabet, where the frequent ones come first.

mod classes;
mod details;
mod fold;
mod numbers;
mod rows;
mod tree;

use serde::{Deserialize, Serialize};

use self::classes::Classes;
use self::details::Columns;
use self::fold::Fold;
use self::numbers::{Characters, Numbers};
use self::rows::{Adaptables, ByOwner, Owners};
use self::tree::Tree;
use crate::Lexicon;
use crate::deferred::Bytes;

pub use self::details::Details;

/// The parts of a lexicon that are not stored as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stored {
    /// In classes of about equal frequency, each in code-point order: what each character's code point adds
    /// to the one before it, zero before the first of a class.
    alphabet: Bytes,
    fold: Fold,
    classes: Classes,
    literals: Tree,
    owners: Owners,
    adaptable: Adaptables,
    details: Columns,
}

impl Stored {
    pub fn pack(lexicon: &Lexicon) -> Self {
        let characters = Characters::new(&lexicon.alphabet);
        let lengths = lengths(&lexicon.literals);
        let by_owner = ByOwner::new(&lexicon.owners);
        let numbered = lexicon.literals.split_terminator('\n');
        let numbered: Vec<Vec<u32>> = numbered
            .map(|literal| literal.chars().map(|each| characters.number(each)).collect())
            .collect();
        Self {
            alphabet: alphabet_steps(&lexicon.alphabet),
            fold: Fold::pack(&lexicon.fold, &characters),
            classes: Classes::pack(&lexicon.classes, &characters),
            literals: Tree::new(&numbered),
            owners: Owners::pack(&lexicon.owners, &lengths),
            adaptable: Adaptables::pack(&lexicon.adaptable, &lexicon.owners, &lengths),
            details: Columns::pack(&lexicon.details, &by_owner, &characters),
        }
    }

    /// Gives the lexicon these parts; none if something is missing.
    pub fn unpack(&self, lexicon: &mut Lexicon) -> Option<()> {
        let alphabet = alphabet(&self.alphabet)?;
        lexicon.alphabet = alphabet.iter().collect();
        lexicon.fold = self.fold.unpack(&alphabet)?;
        lexicon.classes = self.classes.unpack(&alphabet)?;
        let (literals, lengths) = self.literals.literals(&alphabet)?;
        lexicon.literals = literals;
        lexicon.owners = self.owners.unpack(&lengths)?;
        let by_owner = ByOwner::new(&lexicon.owners);
        lexicon.adaptable = self.adaptable.unpack(&by_owner, &lengths)?;
        lexicon.details = Details::unpack(&self.details, &by_owner, &alphabet);
        Some(())
    }
}

/// The lengths of literals in characters; the longest have 255.
fn lengths(literals: &str) -> Vec<u8> {
    let literals = literals.split_terminator('\n');
    literals.map(|literal| literal.chars().count().min(255) as u8).collect()
}

fn alphabet_steps(alphabet: &str) -> Bytes {
    let mut steps = Bytes::default();
    let mut last = u32::MAX;
    for character in alphabet.chars().map(u32::from) {
        if character < last {
            numbers::write(&mut steps, 0);
            last = 0;
        }
        numbers::write(&mut steps, character - last);
        last = character;
    }
    steps
}

fn alphabet(steps: &Bytes) -> Option<Vec<char>> {
    let mut last = 0_u32;
    let mut alphabet = Vec::with_capacity(steps.0.len());
    for step in Numbers::of(steps) {
        last = if step == 0 { 0 } else { last.checked_add(step)? };
        if step > 0 {
            alphabet.push(char::from_u32(last)?);
        }
    }
    Some(alphabet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alphabets_come_back() {
        for alphabet in ["", "的一,了不啊𠮷"] {
            let steps = alphabet_steps(alphabet);
            assert_eq!(super::alphabet(&steps), Some(alphabet.chars().collect()));
        }
    }

    #[cfg(feature = "compile")]
    #[test]
    fn the_built_in_lexicon_comes_back() {
        let folder = std::path::Path::new(crate::compile::FOLDER);
        let lexicon = crate::compile::compile_dir(folder).expect("it compiles").lexicon;
        let bytes = lexicon.to_bytes().expect("bytes");
        let loaded = Lexicon::from_bytes(&bytes).expect("it loads");
        assert!(loaded.fold == lexicon.fold);
        assert!(loaded.rules == lexicon.rules);
        assert!(loaded.classes == lexicon.classes);
        assert!(loaded.alphabet == lexicon.alphabet);
        assert!(loaded.literals == lexicon.literals);
        assert!(loaded.owners == lexicon.owners);
        assert!(loaded.adaptable == lexicon.adaptable);
        assert!(loaded.details.rows().len() > 10_000);
        assert!(loaded.details.iter().eq(lexicon.details.iter()));
        assert!(loaded.to_bytes().expect("bytes") == bytes);
        for end in [0, 100, bytes.len() / 2, bytes.len() - 1] {
            assert!(Lexicon::from_bytes(&bytes[..end]).is_err());
        }
    }
}
