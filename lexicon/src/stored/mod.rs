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
use crate::alphabet;
use crate::deferred::Bytes;

pub use self::details::Details;

/// The parts of a lexicon that are not stored as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stored {
    /// Its steps.
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
        let mut alphabet = Bytes::default();
        for step in alphabet::steps(lexicon.alphabet.chars()) {
            numbers::write(&mut alphabet, step);
        }
        Self {
            alphabet,
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
        let alphabet = alphabet::of_steps(Numbers::of(&self.alphabet))?;
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

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;

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
