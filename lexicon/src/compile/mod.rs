//! Reads the folders of `lexicon/` and compiles them.
//!
//! Everything that can be checked without running the analyser is checked here: names, columns,
//! conditions, patterns, and that every rule has examples and counter-examples in both scripts. What
//! the examples promise is checked by running them (`tests/lexicon.rs`, `cargo xtask lexicon check`).

mod classes;
mod conditions;
mod error;
mod examples;
mod families;
mod lines;
mod literals;
mod needs;
mod order;
mod patterns;
mod rarity;
mod rules;
mod source;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use error::CompileError;
pub use examples::Example;

use crate::{Explanations, Fold, Lexicon, LoadError};
use literals::Literals;

/// The folder of the sources: where this crate lies on the machine on which it is compiled.
pub const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// A compiled lexicon with what only its tests need.
#[derive(Debug)]
pub struct Compiled {
    /// What the core loads, with its explanations.
    pub lexicon: Lexicon,
    /// The examples of all rules.
    pub examples: Vec<Example>,
}

/// Compiles all families below `root`.
///
/// # Errors
/// The first defect, with file and line.
pub fn compile_dir(root: &Path) -> Result<Compiled, CompileError> {
    compile_families(root, &[])
}

/// Compiles the named families below `root`, all if none is named.
///
/// # Errors
/// The first defect, with file and line.
pub fn compile_families(root: &Path, only: &[String]) -> Result<Compiled, CompileError> {
    let fold_table = classes::fold_table(root)?;
    let fold = Fold::new(&fold_table);
    let (classes, class_index) = classes::classes(root, &fold)?;
    let names =
        conditions::Names { fold: &fold, classes: &class_index, sought: RefCell::default() };
    let sources = families::read(root, only, &names)?;

    let mut literals = Literals::default();
    let mut rules = Vec::new();
    let mut examples = Vec::new();
    for (index, family) in sources.iter().enumerate() {
        let compiler =
            rules::Compiler { root, names: &names, classes: &classes, family, index: index as u16 };
        for path in toml_files(&family.folder)? {
            compiler.compile_file(&path, &mut rules, &mut literals, &mut examples)?;
        }
    }
    let (rules, reasons) = rules.into_iter().unzip();
    let sought = names.sought.into_inner().all;
    let mut lexicon = Lexicon {
        fingerprint: String::new(),
        fold: fold_table,
        families: sources.into_iter().map(|source| source.family).collect(),
        rules,
        classes,
        sought,
        ..Lexicon::default()
    };
    let explained = literals.finish(&mut lexicon).map_err(|message| whole(root, message))?;
    let mut explanations = Explanations { reasons, ..explained };
    let failed = |error: LoadError| whole(root, error.to_string());
    let bytes = [lexicon.to_bytes().map_err(failed)?, explanations.to_bytes().map_err(failed)?];
    lexicon.fingerprint = fingerprint(&bytes.concat());
    explanations.fingerprint.clone_from(&lexicon.fingerprint);
    lexicon.explanations = Some(Arc::new(explanations));
    Ok(Compiled { lexicon, examples })
}

fn whole(root: &Path, message: String) -> CompileError {
    CompileError { file: root.to_owned(), line: 1, message }
}

/// A family's rule files, in the order of their names.
fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, CompileError> {
    let failed = |error: std::io::Error| whole(folder, format!("cannot be read: {error}"));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_rules = path.extension().is_some_and(|extension| extension == "toml")
            && path.file_name().is_some_and(|name| name != "family.toml");
        if is_rules {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// FNV-1a, 64 bits: stable over versions and platforms, which the standard hasher does not promise.
fn fingerprint(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
