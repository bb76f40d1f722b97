//! The segmenter's word list: jieba's dictionary, folded and cut to what serves word boundaries.
//!
//! Most of jieba's 349,000 lines are rare names and collocations seen three times on the web
//! (十分重视, 认真学习). For conditions such as “is this cue a word here?” the latter do harm: inside
//! them no cue is a word. `lexicon/segmentation/README.md` has the figures.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};
use cifeng_lexicon::dictionary::{level, written};
use cifeng_lexicon::{Fold, ScriptHint};

/// Lowest frequency of a word.
const LEAST: u64 = 50;

/// A folded word: its frequency in all, and the tag of its most frequent form.
#[derive(Debug, Default)]
struct Word {
    frequency: u64,
    tag: String,
    tag_frequency: u64,
}

/// Folds jieba's dictionary, merges what becomes the same word, and keeps what the thresholds keep.
/// `additions` is a list of ours in the same format. Returns the text that
/// [`cifeng_lexicon::dictionary`] describes.
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
    words.retain(|_, word| word.frequency >= LEAST);
    for (word, frequency, tag) in parse(additions)? {
        let addition = Word { frequency, tag: tag.to_owned(), tag_frequency: frequency };
        words.entry(fold.fold_text(word)).or_insert(addition);
    }
    let entries = words
        .iter()
        .map(|(word, entry)| (word.as_str(), (entry.tag.as_str(), level(entry.frequency))))
        .collect();
    Ok(written(&entries))
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

#[cfg(test)]
mod tests {
    use cifeng_lexicon::FoldTable;
    use cifeng_lexicon::dictionary::Dictionary;

    use super::*;

    fn fold() -> Fold {
        let pairs = vec![('於', '于', false), ('後', '后', true)];
        Fold::new(&FoldTable { pairs, simplified: Vec::new() })
    }

    #[test]
    fn merges_and_trims() {
        let dictionary = "\
于是 40 c
於是 24 d
皇后 49 n
后来 60 t
然后 70 c
T恤 50 n
髁 1 g
背後 900 f
";
        let lines = trim(dictionary, "# ours\n比较优势 3 n\n", &fold()).expect("a good list");
        let dictionary = Dictionary::new(&lines).expect("as it is written");
        let entries = dictionary.entries().into_iter();
        let mut words: Vec<_> =
            entries.map(|(word, kind)| (word, dictionary.tag(kind), kind.level())).collect();
        words.sort();
        let expected = [
            ("t恤", "n", 11),
            ("于是", "c", 12),
            ("后来", "t", 12),
            ("比较优势", "n", 4),
            ("然后", "c", 12),
        ];
        assert_eq!(words, expected.map(|(word, tag, level)| (word.to_owned(), tag, level)));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = trim("于是 20 c\n于是 c\n", "", &fold()).expect_err("no frequency");
        assert_eq!(error.to_string(), "word list, line 2");
    }
}
