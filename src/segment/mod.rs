//! Words and their parts of speech from jieba-rs, asked for one clause at a time and only where a
//! condition needs them: finding candidates is ten times faster than segmenting.

use std::cell::RefCell;
use std::rc::Rc;

use cifeng_lexicon::dictionary;
use jieba_rs::Jieba;

use crate::text::{CodePoint, Document};

/// A word list that jieba-rs cannot read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the segmentation dictionary is broken: {0}")]
pub struct DictionaryError(String);

/// The segmenter with its dictionary.
#[derive(Debug)]
pub(crate) struct Segmenter {
    jieba: Jieba,
}

/// One word of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub start: CodePoint,
    pub end: CodePoint,
    /// jieba's part-of-speech tag; empty where the dictionary has none.
    pub tag: Box<str>,
}

impl Segmenter {
    /// Loads a dictionary, folded, as [`cifeng_lexicon::dictionary`] stores it.
    pub fn new(dictionary: &str) -> Result<Self, DictionaryError> {
        if dictionary.trim().is_empty() {
            return Err(DictionaryError("it is empty".to_owned()));
        }
        let expanded = dictionary::expanded(dictionary)
            .map_err(|broken| DictionaryError(broken.to_string()))?;
        Jieba::with_dict(&mut expanded.as_bytes())
            .map(|jieba| Self { jieba })
            .map_err(|error| DictionaryError(error.to_string()))
    }

    /// The words of a folded clause that begins at `from`.
    fn words(&self, clause: &str, from: CodePoint) -> Vec<Word> {
        self.jieba
            .tag(clause, false)
            .into_iter()
            .map(|tag| Word {
                start: CodePoint(from.0 + tag.start as u32),
                end: CodePoint(from.0 + tag.end as u32),
                tag: tag.tag.into(),
            })
            .collect()
    }
}

/// The words of one document's clauses; the clause asked for last is kept.
pub(crate) struct Words<'a> {
    segmenter: &'a Segmenter,
    document: &'a Document<'a>,
    last: RefCell<Option<(usize, Rc<[Word]>)>>,
}

impl<'a> Words<'a> {
    pub fn new(segmenter: &'a Segmenter, document: &'a Document<'a>) -> Self {
        Self { segmenter, document, last: RefCell::new(None) }
    }

    /// The words of a clause, by its index in the document.
    pub fn of_clause(&self, clause: usize) -> Rc<[Word]> {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((index, words)) if *index == clause => Rc::clone(words),
            _ => {
                let span = self.document.clauses()[clause];
                let words: Rc<[Word]> =
                    self.segmenter.words(self.document.slice(span), span.start).into();
                *last = Some((clause, Rc::clone(&words)));
                words
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_dictionary_is_refused_with_its_line() {
        assert!(Segmenter::new("v 9 可能\n").is_ok());
        let error = Segmenter::new("v 9 可能\nd many 也许\n").expect_err("no number");
        assert!(error.to_string().contains("line 2"), "{error}");
        assert!(Segmenter::new(" \n").is_err());
    }
}
