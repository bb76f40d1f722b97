//! What is measured on: the project's own texts (`tests/gold/texts`), repeated to a size, and inputs
//! made to be costly.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cifeng::{Analyzer, Options};
use cifeng_lexicon::Lexicon;

/// The segmentation dictionary.
pub const DICTIONARY: &str = include_str!("../../../lexicon/segmentation/dictionary.txt");

/// A million bytes.
pub const MEGABYTE: usize = 1_000_000;

/// The characters of the op-ed that sizes and start-up are told for.
pub const OPED_CHARS: usize = 5_877;

/// A script with the word that ends the names of its texts.
pub const SCRIPTS: [&str; 2] = ["hant", "hans"];

/// The project's own texts by script, in the order of their names.
#[derive(Debug)]
pub struct Texts {
    hant: Vec<String>,
    hans: Vec<String>,
}

impl Texts {
    /// Reads the texts.
    ///
    /// # Errors
    /// If they cannot be read or one of the scripts has none.
    pub fn read() -> Result<Self> {
        let folder = project("tests/gold/texts");
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        paths.sort();
        let of_script = |script: &str| -> Result<Vec<String>> {
            let ending = format!("_{script}.txt");
            let of_it = paths.iter().filter(|path| path.to_string_lossy().ends_with(&ending));
            let texts: Vec<String> = of_it.map(fs::read_to_string).collect::<Result<_, _>>()?;
            ensure!(!texts.is_empty(), "{} has no text *{ending}", folder.display());
            Ok(texts)
        };
        Ok(Self { hant: of_script("hant")?, hans: of_script("hans")? })
    }

    /// The texts of a script, one of [`SCRIPTS`].
    #[must_use]
    pub fn each(&self, script: &str) -> &[String] {
        if script == "hans" { &self.hans } else { &self.hant }
    }

    /// All texts of a script, parted by empty lines.
    #[must_use]
    pub fn joined(&self, script: &str) -> String {
        self.each(script).iter().flat_map(|text| [text, "\n"]).collect()
    }
}

/// A text repeated to as many bytes as go into a size without breaking a character.
///
/// # Panics
/// If the text is empty.
#[must_use]
pub fn repeated(text: &str, bytes: usize) -> String {
    assert!(!text.is_empty(), "nothing cannot be repeated");
    let mut long = text.repeat(bytes.div_ceil(text.len()));
    long.truncate(long.floor_char_boundary(bytes));
    long
}

/// A text repeated to a number of characters.
#[must_use]
pub fn repeated_chars(text: &str, chars: usize) -> String {
    text.chars().cycle().take(chars).collect()
}

/// Inputs that a careless analyser takes more than linear time for: what it is, and what is repeated.
#[must_use]
pub fn adversarial(texts: &Texts) -> Vec<(&'static str, String)> {
    let breaks = |c: char| !c.is_alphanumeric();
    let unbroken = texts.joined("hant").replace(breaks, "");
    [
        ("one character repeated", "我"),
        ("one cue repeated", "可能"),
        ("exclamation marks only", "！"),
        ("digits only", "7"),
        ("open frames", "這也太"),
        ("open frames, one a clause", "這也太好，"),
        ("opening quotes only", "「"),
        ("quotes in quotes", "「他說"),
        ("no punctuation", unbroken.as_str()),
    ]
    .map(|(name, unit)| (name, unit.to_owned()))
    .into()
}

/// The lexicon, compiled from disk.
///
/// # Errors
/// If it has a defect.
pub fn lexicon() -> Result<Lexicon> {
    Ok(cifeng_lexicon::compile::compile_dir(&project("lexicon"))?.lexicon)
}

/// The number of findings in a text.
///
/// # Errors
/// None: no text is too long here.
pub fn findings(analyzer: &Analyzer, text: &str) -> Result<usize> {
    let options = Options { max_chars: usize::MAX, ..Options::default() };
    Ok(analyzer.analyze(text, &options)?.findings.len())
}

fn project(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_repeated_to_whole_characters() {
        assert_eq!(repeated("也許。", 20), "也許。也許。");
        assert_eq!(repeated("也許。", 3), "也");
        assert_eq!(repeated_chars("也許", 3), "也許也");
    }

    #[test]
    fn there_are_texts_in_both_scripts() {
        let texts = Texts::read().expect("the checkout has them");
        assert!(SCRIPTS.iter().all(|script| texts.joined(script).chars().count() > 1_000));
        let unbroken = adversarial(&texts).pop().expect("there are some").1;
        assert!(unbroken.chars().count() > 1_000 && !unbroken.contains('。'));
    }
}
