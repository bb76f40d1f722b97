//! What people write for the analyser to load: families and rules, dictionaries, meanings.

use std::fs;
use std::path::Path;

use cifeng::{Analyzer, Meanings, Options};
use cifeng_lexicon::compile::{CompileError, Compiled, compile_dir};

/// A family that is good, so that each file of it can be bad alone.
const FAMILY: &str = include_str!("family.toml");
const RULES: &str = include_str!("rules.toml");
const CUES: &str = "cue\tmodel\n也许\t\n说不定\t\n";

/// Takes the bytes for one of the files, as the first of them chooses.
///
/// # Panics
/// If a reader does instead of saying what is wrong.
pub fn check(bytes: &[u8]) {
    let (&first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let text = String::from_utf8_lossy(rest);
    match first % 5 {
        0 => family(&text, RULES, CUES),
        1 => family(FAMILY, &text, CUES),
        2 => family(FAMILY, RULES, &text),
        3 => dictionary(&text),
        _ => drop(Meanings::new(&text, &text)),
    }
}

/// Cuts words by a dictionary that can be read.
fn dictionary(dictionary: &str) {
    if let Ok(analyzer) = Analyzer::new(dictionary) {
        let text = "他的確也許會來,說不定不會!".to_owned() + dictionary;
        analyzer.analyze(&text, &Options::default()).expect("a short text");
    }
}

/// Uses a lexicon of one family, where it can be compiled.
fn family(family: &str, rules: &str, cues: &str) {
    if let Ok(compiled) = compiled(family, rules, cues) {
        let dictionary = include_str!("../../lexicon/segmentation/dictionary.txt");
        let analyzer = Analyzer::with_lexicon(compiled.lexicon, dictionary).expect("it compiled");
        let text = "他也許會來,說不定不會!";
        analyzer.analyze(text, &Options::default()).expect("a short text");
    }
}

fn compiled(family: &str, rules: &str, cues: &str) -> Result<Compiled, CompileError> {
    let root = tempfile::tempdir().expect("a folder for the lexicon");
    let folder = root.path().join("sample");
    fs::create_dir(&folder).expect("a folder for the family");
    let write = |path: &Path, text: &str| fs::write(path, text).expect("a file of the lexicon");
    write(&folder.join("family.toml"), family);
    write(&folder.join("rules.toml"), rules);
    write(&folder.join("cues.tsv"), cues);
    write(&root.path().join("classes.toml"), "number = \"一 二 3\"\n");
    // A small table: the whole one takes longer to read than all the rest.
    let fold = root.path().join("fold");
    fs::create_dir(&fold).expect("a folder for the tables");
    write(
        &fold.join("characters.tsv"),
        "from\tto\tscript\n這\t这\thant\n來\t来\thant\n種\t种\thant\n",
    );
    write(&fold.join("simplified.txt"), "这来种");
    compile_dir(root.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_for_the_checks_is_good() {
        compiled(FAMILY, RULES, CUES).expect("a good family");
    }
}
