//! The segmentation dictionary, stored and asked as a tree: words that begin alike share their beginning,
//! and what stands at one depth stands together, since it is alike. That takes a quarter less to transfer
//! than words by their first character, and is ready without being unfolded.
//!
//! Numbers are written as characters (`marks.rs`). The first line lists jieba's part-of-speech tags, which are
//! letters, the frequent ones first. The second is the alphabet (`alphabet.rs`). For each depth follow four
//! lines: for each node what the place of its character in the alphabet adds to that of its elder sibling, or
//! to nothing; twice its number of children, and one more where a word ends; for each word that ends here the
//! place of its tag; and twice the binary logarithm of its frequency (with whole orders instead of halves
//! 是非/常常 becomes 是/非常/常).

mod marks;
#[cfg(feature = "compile")]
mod write;

use std::ops::Range;

use marks::number_of;

use crate::alphabet;

#[cfg(feature = "compile")]
pub use write::written;

/// A line that is not as it should be, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLine(pub usize);

impl std::fmt::Display for BrokenLine {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "line {} is not as `lexicon/src/dictionary/mod.rs` describes it", self.0)
    }
}

impl std::error::Error for BrokenLine {}

/// What words may have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The place of the tag in [`Dictionary::tags`].
    tag: u8,
    /// The frequency's [`level`].
    level: u8,
}

/// Levels are below this.
pub const LEVELS: u8 = 64;

impl Kind {
    /// Twice the binary logarithm of the frequency.
    #[must_use]
    pub fn level(self) -> u8 {
        self.level
    }

    /// About how often each of the words was seen.
    #[must_use]
    pub fn frequency(self) -> u64 {
        frequency(self.level)
    }
}

/// About the frequency of a level.
#[must_use]
pub fn frequency(level: u8) -> u64 {
    (1_u64 << level.min(LEVELS - 1)).isqrt()
}

/// The level of a frequency.
#[must_use]
pub fn level(frequency: u64) -> u8 {
    // A quarter of an order more, and the next half one below is the nearest.
    ((u128::from(frequency + 1).pow(4) * 2).ilog2() / 2) as u8
}

/// A dictionary.
#[derive(Debug, Default)]
pub struct Dictionary {
    tags: Vec<Box<str>>,
    alphabet: Vec<char>,
    /// By character of the basic plane: its place in the alphabet, from one.
    places: Box<[u16]>,
    /// By place in the alphabet: the node of the first depth, from one.
    roots: Box<[u16]>,
    depths: Vec<Depth>,
    total: u64,
}

/// The nodes at one depth, siblings beside each other in the order of the alphabet.
#[derive(Debug, Default)]
struct Depth {
    /// By node: the place of its character in the alphabet.
    characters: Vec<u16>,
    /// By node: where its children begin at the next depth, and at last where they end.
    children: Vec<u32>,
    /// By node: the kind of the word that ends there.
    kinds: Vec<Option<Kind>>,
}

impl Dictionary {
    /// Reads a stored dictionary.
    ///
    /// # Errors
    /// The first broken line.
    pub fn new(text: &str) -> Result<Self, BrokenLine> {
        let mut lines = Lines { lines: text.split_terminator('\n'), number: 0 };
        let tags: Vec<Box<str>> = lines.next()?.split(' ').map(Box::from).collect();
        let is_tag =
            |tag: &str| !tag.is_empty() && tag.chars().all(|each| each.is_ascii_alphabetic());
        if !tags.iter().all(|tag| is_tag(tag)) || tags.len() > usize::from(u8::MAX) {
            return Err(lines.broken());
        }
        let line = lines.next()?;
        let alphabet = alphabet::of_steps(line.chars().map(number_of));
        let alphabet = alphabet.filter(|all| all.len() < usize::from(u16::MAX));
        let alphabet = alphabet.ok_or_else(|| lines.broken())?;
        let mut dictionary = Self { places: places(&alphabet), tags, alphabet, ..Self::default() };
        let mut siblings = None;
        loop {
            let depth = dictionary.depth(&mut lines, siblings.as_deref())?;
            if siblings.is_none() {
                dictionary.roots = roots(&depth, dictionary.alphabet.len());
            }
            let families: Vec<u32> = depth.children.windows(2).map(|it| it[1] - it[0]).collect();
            dictionary.depths.push(depth);
            if families.iter().all(|count| *count == 0) {
                return if lines.lines.next().is_none() {
                    Ok(dictionary)
                } else {
                    Err(BrokenLine(lines.number + 1))
                };
            }
            siblings = Some(families);
        }
    }

    /// Reads a depth, whose nodes belong together in such numbers; at the first depth all do.
    fn depth(&mut self, lines: &mut Lines, siblings: Option<&[u32]>) -> Result<Depth, BrokenLine> {
        let mut depth = Depth::default();
        let steps: Vec<u32> = lines.next()?.chars().map(number_of).collect();
        let all = [steps.len() as u32];
        let siblings = siblings.unwrap_or(&all);
        if steps.is_empty()
            || siblings.iter().map(|count| *count as usize).sum::<usize>() != steps.len()
        {
            return Err(lines.broken());
        }
        let mut steps = steps.into_iter();
        for count in siblings {
            let mut next = 0_u32;
            for step in steps.by_ref().take(*count as usize) {
                let here = next.saturating_add(step);
                if here as usize >= self.alphabet.len() {
                    return Err(lines.broken());
                }
                depth.characters.push(here as u16);
                next = here + 1;
            }
        }
        let (mut end, mut words) = (0_u32, 0);
        let line = lines.next()?;
        depth.children.push(end);
        for number in line.chars().map(number_of) {
            end = end.saturating_add(number / 2);
            depth.children.push(end);
            words += number % 2;
        }
        if depth.children.len() != depth.characters.len() + 1 {
            return Err(lines.broken());
        }
        let ends = line.chars().map(|each| number_of(each) % 2 == 1);
        let tags = lines.next()?;
        let known = tags.chars().filter(|tag| (number_of(*tag) as usize) < self.tags.len());
        if known.count() as u32 != words || tags.chars().count() as u32 != words {
            return Err(lines.broken());
        }
        let levels = lines.next()?;
        let known = levels.chars().filter(|level| number_of(*level) < u32::from(LEVELS));
        if known.count() as u32 != words || levels.chars().count() as u32 != words {
            return Err(lines.broken());
        }
        let kinds = tags.chars().zip(levels.chars());
        let mut kinds = kinds
            .map(|(tag, level)| Kind { tag: number_of(tag) as u8, level: number_of(level) as u8 });
        depth.kinds = ends.map(|ends| if ends { kinds.next() } else { None }).collect();
        let mut by_level = [0; LEVELS as usize];
        depth.kinds.iter().flatten().for_each(|kind| by_level[usize::from(kind.level)] += 1);
        let of_level = |(count, level)| frequency(level) * count;
        self.total += by_level.into_iter().zip(0..).map(of_level).sum::<u64>();
        Ok(depth)
    }

    /// The sum of the words' frequencies.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// jieba's part-of-speech tag of a kind.
    #[must_use]
    pub fn tag(&self, kind: Kind) -> &str {
        &self.tags[usize::from(kind.tag)]
    }

    /// Tells the words with which characters begin, by their length and kind, the shortest first.
    pub fn words_at(&self, characters: &[char], mut tell: impl FnMut(usize, Kind)) {
        let first = characters.first().and_then(|first| self.place(*first));
        let Some(root) = first.and_then(|first| self.roots[usize::from(first)].checked_sub(1))
        else {
            return;
        };
        let mut node = usize::from(root);
        for (depth, length) in self.depths.iter().zip(1..) {
            if let Some(kind) = depth.kinds[node] {
                tell(length, kind);
            }
            let siblings = depth.children_of(node);
            if siblings.is_empty() {
                return;
            }
            let next = characters.get(length).and_then(|next| self.place(*next));
            let among = &self.depths[length].characters[siblings.clone()];
            let Some(Ok(child)) = next.map(|next| among.binary_search(&next)) else { return };
            node = siblings.start + child;
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn kind(&self, word: &[char]) -> Option<Kind> {
        let mut kind = None;
        self.words_at(word, |length, found| {
            if length == word.len() {
                kind = Some(found);
            }
        });
        kind
    }

    /// All words with their kinds.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, Kind)> {
        let mut entries = Vec::new();
        self.collect(0, 0..self.depths[0].characters.len(), &mut String::new(), &mut entries);
        entries
    }

    fn collect(
        &self,
        depth: usize,
        siblings: Range<usize>,
        word: &mut String,
        entries: &mut Vec<(String, Kind)>,
    ) {
        for node in siblings {
            let here = &self.depths[depth];
            word.push(self.alphabet[usize::from(here.characters[node])]);
            entries.extend(here.kinds[node].map(|kind| (word.clone(), kind)));
            let children = here.children_of(node);
            if !children.is_empty() {
                self.collect(depth + 1, children, word, entries);
            }
            word.pop();
        }
    }

    fn place(&self, character: char) -> Option<u16> {
        match self.places.get(character as usize) {
            Some(place) => place.checked_sub(1),
            None => self.alphabet.iter().position(|each| *each == character).map(|at| at as u16),
        }
    }
}

impl Depth {
    fn children_of(&self, node: usize) -> Range<usize> {
        self.children[node] as usize..self.children[node + 1] as usize
    }
}

/// Lines that are counted.
struct Lines<'t> {
    lines: std::str::SplitTerminator<'t, char>,
    number: usize,
}

impl<'t> Lines<'t> {
    fn next(&mut self) -> Result<&'t str, BrokenLine> {
        self.number += 1;
        self.lines.next().ok_or(self.broken())
    }

    /// Says that the line which was read last is broken.
    fn broken(&self) -> BrokenLine {
        BrokenLine(self.number)
    }
}

fn roots(first: &Depth, places: usize) -> Box<[u16]> {
    let mut roots = vec![0; places].into_boxed_slice();
    for (place, node) in first.characters.iter().zip(1..) {
        roots[usize::from(*place)] = node;
    }
    roots
}

fn places(alphabet: &[char]) -> Box<[u16]> {
    let mut places = vec![0; 0x1_0000].into_boxed_slice();
    for (character, place) in alphabet.iter().zip(1..) {
        if let Some(entry) = places.get_mut(*character as usize) {
            *entry = place;
        }
    }
    places
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn words_come_back_with_their_frequency_and_tag() {
        let entries = [
            ("人", ("n", 30)),
            ("人手", ("n", 8)),
            ("人口", ("n", 8)),
            ("人民币", ("n", 4)),
            ("说三道四", ("i", 4)),
            ("𠮷野家", ("n", 5)),
            ("t恤", ("n", 8)),
        ];
        let text = written(&BTreeMap::from(entries));
        let dictionary = Dictionary::new(&text).expect("it is as it is written");
        let words = dictionary.entries().into_iter();
        let mut words: Vec<(String, &str, u8)> =
            words.map(|(word, kind)| (word, dictionary.tag(kind), kind.level())).collect();
        words.sort();
        let mut expected = entries.map(|(word, (tag, level))| (word.to_owned(), tag, level));
        expected.sort();
        assert_eq!(words, expected);
        let total = expected.iter().map(|each| frequency(each.2)).sum::<u64>();
        assert_eq!(dictionary.total(), total);
        for (text, expected) in
            [("人民币值", &[1, 3][..]), ("𠮷野家", &[3]), ("口", &[]), ("", &[])]
        {
            let mut lengths = Vec::new();
            let characters: Vec<char> = text.chars().collect();
            dictionary.words_at(&characters, |length, _| lengths.push(length));
            assert_eq!(lengths, expected, "{text}");
        }
    }

    #[test]
    fn the_kept_dictionary_is_as_it_is_written() {
        let kept = include_str!("../../segmentation/dictionary.txt");
        let dictionary = Dictionary::new(kept).expect("it loads");
        let entries = dictionary.entries();
        let words = entries.iter();
        let words = words.map(|(word, kind)| (&**word, (dictionary.tag(*kind), kind.level())));
        assert!(written(&words.collect()) == kept);
    }

    #[test]
    fn frequencies_come_back() {
        for (frequency, expected) in [(0, 0), (1, 2), (2, 3), (1023, 20), (1447, 21), (1 << 30, 60)]
        {
            assert_eq!(level(frequency), expected, "{frequency}");
        }
    }

    #[test]
    fn a_broken_line_is_told() {
        let good = written(&BTreeMap::from([("人口", ("n", 8)), ("说", ("v", 4))]));
        let lines: Vec<&str> = good.lines().collect();
        assert_eq!(lines.len(), 10, "{good}");
        for broken in 0..lines.len() {
            let shorter = lines[..broken].join("\n") + if broken > 0 { "\n" } else { "" };
            assert_eq!(Dictionary::new(&shorter).err(), Some(BrokenLine(broken + 1)), "{shorter}");
            let mut other = lines.clone();
            other[broken] = "";
            let told = Dictionary::new(&(other.join("\n") + "\n")).expect_err("an empty line").0;
            // Without an alphabet the first step leads nowhere.
            assert_eq!(told, if broken == 1 { 3 } else { broken + 1 });
        }
        assert_eq!(Dictionary::new("<!doctype html>\n").err(), Some(BrokenLine(1)));
        assert_eq!(Dictionary::new(&(good + "\n")).err(), Some(BrokenLine(11)));
    }
}
