//! What holds for every input, whoever made it.
//!
//! Each module has one function `check`, which takes any bytes and panics if something does not hold.
//! cargo-fuzz looks for such bytes (`targets/`), the corpus that it has found is kept and run through
//! the same functions by `tests/corpus.rs`, and `tests/properties.rs` tries texts made by rule.

pub mod analysis;
pub mod comparison;
pub mod draft;
pub mod encodings;
pub mod folding;
pub mod invariants;
pub mod lexicon;
pub mod own_lexicon;
pub mod text;
pub mod writers;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cifeng::{Analyzer, Meanings, Options, Report};
use cifeng_lexicon::Fold;
use cifeng_lexicon::compile::compile_dir;

/// A target: its name, which is that of its folder in `corpus/`, and its check.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 8] = [
    ("analysis", analysis::check),
    ("comparison", comparison::check),
    ("draft", draft::check),
    ("encodings", encodings::check),
    ("folding", folding::check),
    ("lexicon", lexicon::check),
    ("own_lexicon", own_lexicon::check),
    ("writers", writers::check),
];

/// What all checks share that change nothing of it: [`analyzer()`].
pub static ANALYZER: LazyLock<Analyzer> = LazyLock::new(analyzer);

/// The built-in lexicon with the project's dictionary and meanings.
///
/// # Panics
/// If one of these is broken, which other tests would say better.
#[must_use]
pub fn analyzer() -> Analyzer {
    let mut analyzer =
        Analyzer::new(include_str!("../../lexicon/segmentation/dictionary.txt")).expect("good");
    let own = include_str!("../../lexicon/meanings/meanings.tsv");
    let cedict = include_str!("../../lexicon/meanings/cc-cedict.tsv");
    analyzer.add_meanings(Meanings::new(own, cedict).expect("good"));
    analyzer
}

/// The fold table that the built-in lexicon was compiled with.
pub static FOLD: LazyLock<Fold> = LazyLock::new(|| {
    let compiled = compile_dir(&lexicon_folder()).expect("build.rs compiled the same lexicon");
    Fold::new(&compiled.lexicon.fold)
});

/// The project's lexicon.
#[must_use]
pub fn lexicon_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../lexicon")
}

/// The report of a text that is short enough.
///
/// # Panics
/// If the text is longer than the limit.
#[must_use]
pub fn analyze(text: &str, options: &Options) -> Report {
    ANALYZER.analyze(text, options).expect("a text below the limit")
}
