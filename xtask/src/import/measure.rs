//! How well the imported lists do on annotated text.
//!
//! The texts' folder has `seed/seed.jsonl`, `dev/dev.jsonl` and `external/pfr199801.jsonl` (the
//! People's Daily corpus with the tags i, 成語, and l, 習用語), one `{"text", "spans"}` a line.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use cifeng_lexicon::Fold;
use cifeng_lexicon::dictionary::Dictionary;
use jieba_rs::Jieba;
use serde::Deserialize;

use super::{read, segmentation};

/// One annotated text.
#[derive(Debug, Deserialize)]
struct Text {
    text: String,
    spans: Vec<Span>,
}

#[derive(Debug, Deserialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(default)]
    tag: String,
}

const IDIOMS: &str = "external/pfr199801.jsonl";
const TEXTS: [&str; 3] = ["seed/seed.jsonl", "dev/dev.jsonl", IDIOMS];

/// Punctuation that closes a clause in the folded view.
const CLAUSE_ENDS: &[char] = &[',', ';', ':', '、', '。', '!', '?', '…', '\n'];

fn texts(path: &Path, fold: &Fold) -> Result<Vec<Text>> {
    read(path)?
        .lines()
        .zip(1..)
        .map(|(line, number)| {
            let mut text: Text = serde_json::from_str(line)
                .with_context(|| format!("{}, line {number}", path.display()))?;
            text.text = fold.fold_text(&text.text);
            Ok(text)
        })
        .collect()
}

/// Compares the segmentation by the whole dictionary and by the trimmed one.
pub fn boundaries(gold: &Path, fold: &Fold, jieba: &str, trimmed: &str) -> Result<()> {
    let load =
        |list: &str| Jieba::with_dict(&mut list.as_bytes()).map_err(|error| anyhow!("{error}"));
    let trimmed = Dictionary::new(trimmed)?;
    let entries = trimmed.entries().into_iter();
    let trimmed: Vec<String> = entries
        .map(|(word, kind)| format!("{word} {} {}", kind.frequency(), trimmed.tag(kind)))
        .collect();
    let (whole, trimmed) = (load(&segmentation::whole(jieba, fold)?)?, load(&trimmed.join("\n"))?);
    let mut clauses = BTreeSet::new();
    for file in TEXTS {
        for text in texts(&gold.join(file), fold)? {
            clauses.extend(text.text.split(CLAUSE_ENDS).map(str::to_owned));
        }
    }
    let (mut before, mut after, mut both) = (0, 0, 0);
    for clause in &clauses {
        let expected = inner_boundaries(&whole, clause);
        let found = inner_boundaries(&trimmed, clause);
        before += expected.len();
        after += found.len();
        both += expected.intersection(&found).count();
    }
    println!("segmentation of {} different clauses, whole and trimmed dictionary", clauses.len());
    println!("  boundaries: {before} and {after}, {both} the same");
    println!("  kept: {:.2} % of the whole dictionary's boundaries", percent(both, before));
    println!("  new: {:.2} % of the trimmed dictionary's boundaries", percent(after - both, after));
    Ok(())
}

fn inner_boundaries(jieba: &Jieba, clause: &str) -> HashSet<usize> {
    let ends = jieba.cut(clause, false).into_iter().scan(0, |end, token| {
        *end += token.word.len();
        Some(*end)
    });
    ends.filter(|end| *end < clause.len()).collect()
}

/// Compares the longest matches of the idiom tables (by file name, their texts) with the tags i and l.
pub fn idioms(gold: &Path, fold: &Fold, tables: &[(&str, String)]) -> Result<()> {
    let texts = texts(&gold.join(IDIOMS), fold)?;
    let mut cues = Cues::default();
    println!("idioms of {IDIOMS}, tables added one after the other");
    for (name, table) in tables {
        table
            .lines()
            .skip(1)
            .for_each(|line| cues.add(line.split('\t').next().unwrap_or_default(), fold));
        println!("  {name}: {}", score(&texts, &cues));
    }
    Ok(())
}

/// Cues by length, the longest first.
#[derive(Debug, Default)]
struct Cues(BTreeMap<std::cmp::Reverse<usize>, HashSet<Vec<char>>>);

impl Cues {
    fn add(&mut self, cue: &str, fold: &Fold) {
        let cue: Vec<char> = fold.fold_text(cue).chars().collect();
        let bare: Vec<char> = cue.iter().copied().filter(|character| *character != ',').collect();
        for form in [cue, bare] {
            self.0.entry(std::cmp::Reverse(form.len())).or_default().insert(form);
        }
    }

    /// The leftmost longest matches.
    fn matches(&self, text: &[char]) -> HashSet<(usize, usize)> {
        let mut found = HashSet::new();
        let mut at = 0;
        while at < text.len() {
            let longest = self.0.iter().find(|(length, forms)| {
                text.get(at..at + length.0).is_some_and(|window| forms.contains(window))
            });
            let length = longest.map_or(0, |(length, _)| length.0);
            if length > 0 {
                found.insert((at, at + length));
            }
            at += length.max(1);
        }
        found
    }
}

fn score(texts: &[Text], cues: &Cues) -> String {
    let mut types: HashMap<String, bool> = HashMap::new();
    let (mut gold, mut hits, mut found, mut accepted) = (0, 0, 0, 0);
    for text in texts {
        let characters: Vec<char> =
            text.text.chars().map(|c| if CLAUSE_ENDS.contains(&c) { ',' } else { c }).collect();
        let matches = cues.matches(&characters);
        found += matches.len();
        for span in &text.spans {
            let hit = matches.contains(&(span.start, span.end));
            accepted += usize::from(hit && matches!(span.tag.as_str(), "i" | "l"));
            if span.tag == "i" {
                gold += 1;
                hits += usize::from(hit);
                *types.entry(characters[span.start..span.end].iter().collect()).or_default() |= hit;
            }
        }
    }
    let found_types = types.values().filter(|hit| **hit).count();
    format!(
        "recall of types {:.1} %, of tokens {:.1} %; precision against i {:.1} %, against i and l {:.1} %",
        percent(found_types, types.len()),
        percent(hits, gold),
        percent(hits, found),
        percent(accepted, found)
    )
}

fn percent(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of.max(1) as f64
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::FoldTable;

    use super::*;

    #[test]
    fn the_longest_match_wins_and_pauses_are_optional() {
        let fold = Fold::new(&FoldTable::default());
        let mut cues = Cues::default();
        for cue in ["百花齐放", "百花齐放,百家争鸣"] {
            cues.add(cue, &fold);
        }
        let spans = |text: &str| {
            let mut spans: Vec<_> =
                cues.matches(&text.chars().collect::<Vec<_>>()).into_iter().collect();
            spans.sort_unstable();
            spans
        };
        assert_eq!(spans("要百花齐放"), [(1, 5)]);
        assert_eq!(spans("百花齐放百家争鸣"), [(0, 8)]);
        assert_eq!(spans("百花齐放,百家争鸣,百花齐"), [(0, 9)]);
    }
}
