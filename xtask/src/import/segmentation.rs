//! The segmenter's word list: jieba's dictionary, folded and cut to what serves word boundaries.
//!
//! Most of jieba's 349,000 lines are rare names and collocations seen three times on the web
//! (十分重视, 认真学习). For conditions such as “is this cue a word here?” the latter do harm: inside
//! them no cue is a word. `lexicon/segmentation/README.md` has the figures.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};
use cifeng_lexicon::{Fold, ScriptHint};

/// Lowest frequency of a word of two to four characters.
const ORDINARY: u64 = 10;
/// Lowest frequency of a proper name, and of a word of more than four characters.
const SPECIAL: u64 = 20;

/// A folded word: its frequency in all, and the tag of its most frequent form.
#[derive(Debug, Default)]
struct Word {
    frequency: u64,
    tag: String,
    tag_frequency: u64,
}

/// Folds jieba's dictionary, merges what becomes the same word, and keeps what the thresholds keep.
/// `additions` is a list of ours in the same format. Returns lines `word frequency tag` in
/// code-point order.
pub fn trim(dictionary: &str, additions: &str, fold: &Fold) -> Result<String> {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    for (word, frequency, tag) in parse(dictionary)? {
        // Simplified text has no such words; those in the list are mostly mojibake (鈥, 紝).
        if word.chars().any(|character| fold.script_hint(character) == ScriptHint::Traditional) {
            continue;
        }
        let merged = words.entry(fold.fold_text(word)).or_default();
        merged.frequency += frequency;
        if merged.tag.is_empty() || frequency > merged.tag_frequency {
            tag.clone_into(&mut merged.tag);
            merged.tag_frequency = frequency;
        }
    }
    words.retain(|word, entry| serves(word, entry));
    for (word, frequency, tag) in parse(additions)? {
        let addition = Word { frequency, tag: tag.to_owned(), tag_frequency: frequency };
        words.entry(fold.fold_text(word)).or_insert(addition);
    }
    let mut lines = String::new();
    for (word, entry) in &words {
        writeln!(lines, "{word} {} {}", entry.frequency, entry.tag)?;
    }
    Ok(lines)
}

/// Folds and merges without leaving anything out: what the trimmed list is compared with.
pub fn whole(dictionary: &str, fold: &Fold) -> Result<String> {
    let mut words: BTreeMap<String, (u64, &str)> = BTreeMap::new();
    for (word, frequency, tag) in parse(dictionary)? {
        let merged = words.entry(fold.fold_text(word)).or_insert((0, tag));
        merged.0 += frequency;
    }
    let mut lines = String::new();
    for (word, (frequency, tag)) in &words {
        writeln!(lines, "{word} {frequency} {tag}")?;
    }
    Ok(lines)
}

fn parse(list: &str) -> Result<Vec<(&str, u64, &str)>> {
    list.lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#'))
        .map(|(index, line)| {
            let mut columns = line.split(' ');
            let columns = (
                columns.next(),
                columns.next().and_then(|number| number.parse().ok()),
                columns.next(),
            );
            match columns {
                (Some(word), Some(frequency), Some(tag)) => Ok((word, frequency, tag)),
                _ => Err(()),
            }
            .map_err(|()| anyhow::anyhow!("expected word, frequency and tag: {line}"))
            .with_context(|| format!("word list, line {}", index + 1))
        })
        .collect()
}

fn serves(word: &str, entry: &Word) -> bool {
    let length = word.chars().count();
    let name = entry.tag.starts_with("nr") || matches!(entry.tag.as_str(), "ns" | "nt" | "nz");
    let needed = if name || length > 4 { SPECIAL } else { ORDINARY };
    length == 1 || entry.frequency >= needed
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::FoldTable;

    use super::*;

    fn fold() -> Fold {
        let pairs = vec![('於', '于', false), ('後', '后', true)];
        Fold::new(&FoldTable { pairs, simplified: Vec::new() })
    }

    #[test]
    fn merges_and_trims() {
        let dictionary = "\
于是 20 c
於是 7 d
皇后 9 n
后来 10 t
王小明 19 nr
李小龙 20 nrt
人工智能论 19 n
T恤 15 n
髁 1 g
背後 900 f
";
        let lines = trim(dictionary, "# ours\n比较优势 3 n\n", &fold()).expect("a good list");
        let expected = "t恤 15 n\n于是 27 c\n后来 10 t\n李小龙 20 nrt\n比较优势 3 n\n髁 1 g\n";
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = trim("于是 20 c\n于是 c\n", "", &fold()).expect_err("no frequency");
        assert_eq!(error.to_string(), "word list, line 2");
    }
}
