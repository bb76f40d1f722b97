//! Writing a dictionary, when words are imported.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::marks::mark;
use crate::alphabet;

/// A word as the places of its characters in the alphabet, with its tag's place and its level.
type Word = (Vec<u32>, (u32, u8));

/// A dictionary of words with their tags and [`level`](super::level)s, as it is stored.
#[must_use]
pub fn written(entries: &BTreeMap<&str, (&str, u8)>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (tag, _) in entries.values() {
        *counts.entry(tag).or_default() += 1;
    }
    let mut legend: Vec<&str> = counts.keys().copied().collect();
    legend.sort_by_key(|tag| Reverse(counts[tag]));
    let tags: HashMap<&str, u32> = legend.iter().copied().zip(0..).collect();

    let alphabet = alphabet::of(entries.keys().flat_map(|word| word.chars()));
    let places: HashMap<char, u32> = alphabet.iter().copied().zip(0..).collect();

    let mut text = legend.join(" ") + "\n";
    text.extend(alphabet::steps(alphabet.iter().copied()).map(mark));
    text.push('\n');

    let words = entries.iter().filter(|(word, _)| !word.is_empty());
    let mut words: Vec<Word> = words
        .map(|(word, (tag, level))| {
            (word.chars().map(|each| places[&each]).collect(), (tags[tag], *level))
        })
        .collect();
    words.sort();
    let mut families: Vec<&[Word]> = vec![&words];
    for depth in 0.. {
        let (lines, younger) = at_depth(depth, &families);
        text.extend(lines.map(|line| line + "\n"));
        if younger.is_empty() {
            break;
        }
        families = younger;
    }
    text
}

/// The lines of the nodes at a depth, and the words that go on behind them, by node.
fn at_depth<'w>(depth: usize, families: &[&'w [Word]]) -> ([String; 4], Vec<&'w [Word]>) {
    let nodes = |words: &'w [Word], depth: usize| {
        words.chunk_by(move |(one, _), (other, _)| one[depth] == other[depth])
    };
    let [mut steps, mut children, mut tags, mut levels] = [const { String::new() }; 4];
    let mut younger = Vec::new();
    for family in families {
        let mut next = 0;
        for node in nodes(family, depth) {
            let (word, (tag, level)) = &node[0];
            steps.push(mark(word[depth] - next));
            next = word[depth] + 1;
            let ends = word.len() == depth + 1;
            if ends {
                tags.push(mark(*tag));
                levels.push(mark(u32::from(*level)));
            }
            let longer = &node[usize::from(ends)..];
            children.push(mark(2 * nodes(longer, depth + 1).count() as u32 + u32::from(ends)));
            younger.extend((!longer.is_empty()).then_some(longer));
        }
    }
    ([steps, children, tags, levels], younger)
}
