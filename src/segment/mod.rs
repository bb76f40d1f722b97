//! Words and their parts of speech, asked for one clause at a time and only where a condition needs
//! them: finding candidates is ten times faster than segmenting.
//!
//! Words are cut as jieba cuts them without its model for unknown words, and carry its tags. What jieba-rs
//! would need before the first report (its tables for unknown words, and its own form of the dictionary)
//! is left out.

mod dictionary;
mod route;

use std::cell::RefCell;
use std::rc::Rc;

use cifeng_lexicon::dictionary::Kind;

use crate::text::{CodePoint, Document};
use dictionary::Dictionary;
use route::Route;

/// A word list that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the segmentation dictionary is broken: {0}")]
pub struct DictionaryError(String);

/// The segmenter with its dictionary.
#[derive(Debug)]
pub(crate) struct Segmenter {
    dictionary: Dictionary,
}

/// One word of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'s> {
    pub start: CodePoint,
    pub end: CodePoint,
    /// jieba's part-of-speech tag; `m`, `eng` or `x` where the dictionary has none.
    pub tag: &'s str,
}

impl Segmenter {
    /// Loads a dictionary, folded, as [`cifeng_lexicon::dictionary`] stores it.
    pub fn new(dictionary: &str) -> Result<Self, DictionaryError> {
        if dictionary.trim().is_empty() {
            return Err(DictionaryError("it is empty".to_owned()));
        }
        Dictionary::new(dictionary)
            .map(|dictionary| Self { dictionary })
            .map_err(|broken| DictionaryError(broken.to_string()))
    }

    /// The words of a folded clause that begins at `from`.
    fn words(&self, clause: &[char], from: CodePoint, route: &mut Route) -> Vec<Word<'_>> {
        let mut words: Vec<Word> = Vec::with_capacity(clause.len() / 2);
        let mut start = from;
        let mut add = |word: &[char], kind: Option<Kind>| {
            let end = CodePoint(start.0 + word.len() as u32);
            words.push(Word { start, end, tag: self.tag(word, kind) });
            start = end;
        };
        let known = |word: &[char]| self.dictionary.words().kind(word);
        for block in clause.chunk_by(|one, next| is_of_words(*one) && is_of_words(*next)) {
            // Letters and digits that are no words themselves are one word together.
            let (mut run, mut at) = (0..0, 0);
            for (length, kind) in route.through(&self.dictionary, block) {
                let word = at..at + length;
                at = word.end;
                if length == 1 && block[word.start].is_ascii_alphanumeric() {
                    run.end = at;
                    continue;
                }
                if !run.is_empty() {
                    add(&block[run.clone()], known(&block[run]));
                }
                add(&block[word], kind);
                run = at..at;
            }
            if !run.is_empty() {
                add(&block[run.clone()], known(&block[run]));
            }
        }
        words
    }

    fn tag(&self, word: &[char], kind: Option<Kind>) -> &str {
        match kind {
            Some(kind) => self.dictionary.words().tag(kind),
            None if word.iter().all(char::is_ascii_digit) => "m",
            None if word.iter().any(char::is_ascii_alphanumeric) => "eng",
            None => "x",
        }
    }
}

/// Whether a character may be part of a word with others, as jieba has it.
fn is_of_words(character: char) -> bool {
    matches!(character, '+' | '#' | '&' | '.' | '_' | '%' | '-')
        || character.is_ascii_alphanumeric()
        || matches!(u32::from(character),
            0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x2_A6DF
                | 0x2_A700..=0x2_EBEF | 0x2_F800..=0x2_FA1F)
}

/// The words of one document's clauses; the clause asked for last is kept.
pub(crate) struct Words<'a> {
    segmenter: &'a Segmenter,
    document: &'a Document<'a>,
    last: RefCell<Last<'a>>,
}

#[derive(Default)]
struct Last<'a> {
    clause: Option<usize>,
    words: Rc<[Word<'a>]>,
    route: Route,
}

impl<'a> Words<'a> {
    pub fn new(segmenter: &'a Segmenter, document: &'a Document<'a>) -> Self {
        Self { segmenter, document, last: RefCell::default() }
    }

    /// The words of a clause, by its index in the document.
    pub fn of_clause(&self, clause: usize) -> Rc<[Word<'a>]> {
        let mut last = self.last.borrow_mut();
        if last.clause != Some(clause) {
            let span = self.document.clauses()[clause];
            let characters = &self.document.characters()[span.range()];
            last.words = self.segmenter.words(characters, span.start, &mut last.route).into();
            last.clause = Some(clause);
        }
        Rc::clone(&last.words)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use cifeng_lexicon::Fold;
    use jieba_rs::Jieba;
    use proptest::prelude::*;

    use super::*;
    use crate::analyzer::builtin_lexicon;

    const DICTIONARY: &str = include_str!("../../lexicon/segmentation/dictionary.txt");

    #[test]
    fn a_broken_dictionary_is_refused_with_its_line() {
        let good = cifeng_lexicon::dictionary::written(&BTreeMap::from([("可能", ("v", 9))]));
        assert!(Segmenter::new(&good).is_ok());
        let error = Segmenter::new("v\n").expect_err("no alphabet");
        assert!(error.to_string().contains("line 2"), "{error}");
        assert!(Segmenter::new(" \n").is_err());
    }

    /// jieba-rs with the same dictionary.
    fn peer() -> Jieba {
        let stored = cifeng_lexicon::dictionary::Dictionary::new(DICTIONARY).expect("it loads");
        let line = |(word, kind): (String, cifeng_lexicon::dictionary::Kind)| {
            format!("{word} {} {}", kind.frequency(), stored.tag(kind))
        };
        let lines = stored.entries().into_iter().map(line).collect::<Vec<_>>().join("\n");
        Jieba::with_dict(&mut lines.as_bytes()).expect("jieba reads it")
    }

    fn agree(segmenter: &Segmenter, peer: &Jieba, clause: &str) {
        let characters: Vec<char> = clause.chars().collect();
        let words = segmenter.words(&characters, CodePoint(0), &mut Route::default());
        let words: Vec<(u32, u32, &str)> =
            words.iter().map(|word| (word.start.0, word.end.0, word.tag)).collect();
        let expected = peer.tag(clause, false);
        let expected: Vec<(u32, u32, &str)> =
            expected.iter().map(|tag| (tag.start as u32, tag.end as u32, tag.tag)).collect();
        assert_eq!(words, expected, "{clause}");
    }

    #[test]
    fn agrees_with_jieba_on_texts() {
        let (segmenter, peer) = (Segmenter::new(DICTIONARY).expect("it loads"), peer());
        let fold = Fold::new(&builtin_lexicon().expect("it loads").fold);
        for text in [
            include_str!("../../tests/gold/texts/05_satire_hk_hant.txt"),
            include_str!("../../www/src/samples/mixed.txt"),
            "iPhone14的3.5%用户a-b_c#1+1,T恤𠮷野家㐂 … — 。2024年",
        ] {
            for clause in fold.fold_text(text).split([',', '。', '\n', '!', '?']) {
                agree(&segmenter, &peer, clause);
            }
        }
    }

    #[test]
    fn agrees_with_jieba_on_rows_of_words() {
        let (segmenter, peer) = (Segmenter::new(DICTIONARY).expect("it loads"), peer());
        let mut words: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (word, _) in segmenter.dictionary.words().entries() {
            words.entry(word.chars().count()).or_default().push(word);
        }
        let long = words.split_off(&3).into_values().flatten().collect::<Vec<_>>();
        let [short, two] = [1, 2].map(|length| words[&length].clone());
        let word = prop_oneof![
            prop::sample::select(long),
            prop::sample::select(two),
            prop::sample::select(short),
            "[a-z0-9.%-]{1,3}",
            "[ ,“”·]",
        ];
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        runner
            .run(&prop::collection::vec(word, 1..12), |row| {
                agree(&segmenter, &peer, &row.concat());
                Ok(())
            })
            .expect("they agree");
    }
}
