//! The segmentation dictionary as it is stored: words by their first character, so that a reader needs
//! to look only at those that a text can hold.
//!
//! The first line is a legend: kinds of words, parted by spaces. A kind is jieba's tag and twice the
//! binary logarithm of the frequency (`v21`; with whole orders instead of halves 是非/常常 becomes
//! 是/非常/常). Then comes a line for each first character, in code-point order: the character, the second
//! characters of its words of two, a tab, the other two of its words of three, and so on, each list in
//! code-point order. An empty line; and again a line for each first character, which tells the kinds of its
//! words, the character alone first if that is a word: one mark for each, [`mark`] of the kind's place in
//! the legend. All this takes a tenth less to transfer than lists of words by kind.

use std::ops::Range;

/// A line that is not as it should be, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLine(pub usize);

impl std::fmt::Display for BrokenLine {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "line {} is not as `lexicon/src/dictionary.rs` describes it", self.0)
    }
}

impl std::error::Error for BrokenLine {}

/// What words may have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// jieba's part-of-speech tag.
    pub tag: Box<str>,
    /// About how often each of them was seen.
    pub frequency: u64,
}

/// A stored dictionary with its table of contents.
#[derive(Debug)]
pub struct Dictionary {
    text: Box<str>,
    kinds: Vec<Kind>,
    rows: Vec<Row>,
    total: u64,
}

/// The words with one first character.
#[derive(Debug)]
struct Row {
    first: char,
    /// Bytes of the text: the rests of the words, and the marks of their kinds.
    rests: Range<u32>,
    marks: Range<u32>,
}

/// Words of one length that begin with one character.
#[derive(Debug, Clone, Copy)]
pub struct Words<'d> {
    /// How many characters follow the first.
    pub rest: usize,
    /// These characters of all words, one word after the other.
    pub rests: &'d str,
    /// The marks of their kinds.
    pub marks: &'d str,
}

impl Dictionary {
    /// Reads the contents; what is inside the lines is looked at only where it is asked for.
    ///
    /// # Errors
    /// The first broken line.
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, BrokenLine> {
        let text = text.into();
        let mut lines = text.split_terminator('\n').zip(1..);
        let place = |line: &str| {
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            start as u32..(start + line.len()) as u32
        };
        let legend = lines.next().map_or("", |(line, _)| line);
        let kinds = legend.split(' ').map(kind).collect::<Option<Vec<_>>>().ok_or(BrokenLine(1))?;
        let mut rows: Vec<Row> = Vec::new();
        for (line, number) in lines.by_ref().take_while(|(line, _)| !line.is_empty()) {
            let first = line.chars().next().ok_or(BrokenLine(number))?;
            if rows.last().is_some_and(|last| last.first >= first) {
                return Err(BrokenLine(number));
            }
            let mut rests = place(line);
            rests.start += first.len_utf8() as u32;
            rows.push(Row { first, rests, marks: 0..0 });
        }
        let mut total = 0;
        let mut last = rows.len() + 2;
        let mut unmarked = rows.iter_mut();
        for (line, number) in lines {
            last = number;
            let row = unmarked.next().filter(|_| !line.is_empty()).ok_or(BrokenLine(number))?;
            row.marks = place(line);
            for mark in line.chars() {
                total += kinds.get(number_of(mark)).ok_or(BrokenLine(number))?.frequency;
            }
        }
        if unmarked.next().is_some() || rows.is_empty() {
            return Err(BrokenLine(last + 1));
        }
        Ok(Self { text, kinds, rows, total })
    }

    /// The kinds of words.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// The sum of the words' frequencies.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The first characters of words, in order.
    pub fn firsts(&self) -> impl Iterator<Item = char> {
        self.rows.iter().map(|row| row.first)
    }

    /// The words that begin with the first character of a place in [`firsts`](Self::firsts), the shortest
    /// first.
    pub fn words(&self, row: usize) -> impl Iterator<Item = Words<'_>> {
        let slice = |range: &Range<u32>| &self.text[range.start as usize..range.end as usize];
        let Row { rests, marks, .. } = &self.rows[row];
        let (rests, mut marks) = (slice(rests), slice(marks));
        let longer = rests.split('\t').zip(1..).filter(|(rests, _)| !rests.is_empty());
        let longer: Vec<(&str, usize, usize)> =
            longer.map(|(rests, rest)| (rests, rest, rests.chars().count() / rest)).collect();
        let alone = marks.chars().count()
            - longer.iter().map(|(_, _, count)| count).sum::<usize>().min(marks.chars().count());
        let alone = (alone > 0).then_some(("", 0, 1));
        alone.into_iter().chain(longer).map(move |(rests, rest, count)| {
            let end = marks.char_indices().nth(count).map_or(marks.len(), |(at, _)| at);
            let (here, others) = marks.split_at(end);
            marks = others;
            Words { rest, rests, marks: here }
        })
    }

    /// All words with their kinds.
    pub fn entries(&self) -> impl Iterator<Item = (String, &Kind)> {
        self.rows.iter().zip(0..).flat_map(move |(row, number)| {
            self.words(number).flat_map(move |Words { rest, rests, marks }| {
                let mut rests = rests.chars();
                marks.chars().map(move |mark| {
                    let mut word = String::from(row.first);
                    word.extend(rests.by_ref().take(rest));
                    (word, &self.kinds[number_of(mark)])
                })
            })
        })
    }
}

fn kind(text: &str) -> Option<Kind> {
    let (tag, level) = text.split_at(text.find(|each: char| each.is_ascii_digit())?);
    let level: u32 = level.parse().ok().filter(|level| *level < 64)?;
    (!tag.is_empty()).then(|| Kind { tag: tag.into(), frequency: (1_u64 << level).isqrt() })
}

/// Marks in one byte: the printable characters of ASCII.
const ASCII: u32 = 94;

/// The mark of a kind, by its place in the legend.
#[must_use]
pub fn mark(number: usize) -> char {
    let number = number as u32;
    let code = if number < ASCII { 0x21 + number } else { 0xA1 + number - ASCII };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The place in the legend of the kind with a mark.
#[must_use]
pub fn number_of(mark: char) -> usize {
    let code = u32::from(mark);
    (if code < 0xA1 { code.wrapping_sub(0x21) } else { code - 0xA1 + ASCII }) as usize
}

/// The order of a frequency in halves, as it is stored.
#[must_use]
pub fn level(frequency: u64) -> u32 {
    // A quarter of an order more, and the next half one below is the nearest.
    (u128::from(frequency + 1).pow(4) * 2).ilog2() / 2
}

#[cfg(feature = "compile")]
pub use write::written;

#[cfg(feature = "compile")]
mod write {
    use std::collections::BTreeMap;

    /// A dictionary of words with their tags and [`level`](super::level)s, as it is stored.
    #[must_use]
    pub fn written<'w>(entries: &BTreeMap<&'w str, (&'w str, u32)>) -> String {
        let mut counts: BTreeMap<(&str, u32), usize> = BTreeMap::new();
        for kind in entries.values() {
            *counts.entry(*kind).or_default() += 1;
        }
        let mut kinds: Vec<(&str, u32)> = counts.keys().copied().collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(counts[kind]));
        let marks: BTreeMap<(&str, u32), char> =
            kinds.iter().copied().zip((0..).map(super::mark)).collect();

        let mut rows: BTreeMap<char, BTreeMap<usize, (String, String)>> = BTreeMap::new();
        for (word, kind) in entries {
            let mut characters = word.chars();
            let Some(first) = characters.next() else { continue };
            let length = word.chars().count();
            let (rests, kinds) = rows.entry(first).or_default().entry(length).or_default();
            rests.extend(characters);
            kinds.push(marks[kind]);
        }
        let legend: Vec<String> =
            kinds.iter().map(|(tag, level)| format!("{tag}{level}")).collect();
        let (mut words, mut marks) = (String::new(), String::new());
        for (first, lists) in rows {
            words.push(first);
            let longest = lists.keys().next_back().copied().unwrap_or_default();
            let rests = |length| lists.get(&length).map_or("", |(rests, _)| rests.as_str());
            words.push_str(&(2..=longest).map(rests).collect::<Vec<_>>().join("\t"));
            words.push('\n');
            marks.extend(lists.values().map(|(_, kinds)| kinds.as_str()));
            marks.push('\n');
        }
        format!("{}\n{words}\n{marks}", legend.join(" "))
    }
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
            ("t恤", ("n", 8)),
        ];
        let text = written(&BTreeMap::from(entries));
        assert_eq!(text, "n8 i4 n4 n30\nt恤\n人口手\t民币\n说\t\t三道四\n\n!\n$!!#\n\"\n");
        let dictionary = Dictionary::new(text).expect("it is as it is written");
        let mut words: Vec<(String, &str, u64)> =
            dictionary.entries().map(|(word, kind)| (word, &*kind.tag, kind.frequency)).collect();
        words.sort();
        let mut expected =
            entries.map(|(word, (tag, level))| (word.to_owned(), tag, (1_u64 << level).isqrt()));
        expected.sort();
        assert_eq!(words, expected);
        assert_eq!(dictionary.total(), expected.iter().map(|each| each.2).sum::<u64>());
        for (frequency, order) in [(0, 0), (1, 2), (2, 3), (1023, 20), (1447, 21), (1 << 30, 60)] {
            assert_eq!(level(frequency), order, "{frequency}");
        }
        for number in [0, 93, 94, 700] {
            assert_eq!(number_of(mark(number)), number);
        }
    }

    #[test]
    fn a_broken_line_is_told() {
        for (text, line) in [
            ("", 1),
            ("n\n人\n\n!\n", 1),
            ("n8 8\n人\n\n!\n", 1),
            ("n8\n\n", 3),
            ("n8\n说\n人\n\n!\n!\n", 3),
            ("n8\n人口\n\n!\"\n", 4),
            ("n8\n人\n说\n\n!\n", 6),
            ("n8\n人\n\n!\n!\n", 5),
        ] {
            assert_eq!(Dictionary::new(text).err(), Some(BrokenLine(line)), "{text:?}");
        }
    }
}
