//! The data itself, so that a crate that depends on this one needs no files beside it. What is not
//! asked for does not get into a program.

/// The segmentation dictionary.
pub const DICTIONARY: &str = include_str!("../segmentation/dictionary.txt");

/// The project's own meanings of set expressions.
pub const MEANINGS: &str = include_str!("../meanings/meanings.tsv");

/// The glosses of CC-CEDICT, under CC BY-SA 4.0.
pub const CEDICT: &str = include_str!("../meanings/cc-cedict.tsv");
