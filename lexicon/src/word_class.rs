//! Word classes: words that conditions and patterns name together.

use std::sync::OnceLock;

use crate::Sieve;

/// A named set of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordClass {
    /// Its name, without `@`.
    pub name: String,
    /// Its words, folded, sorted, each once.
    words: Vec<String>,
    /// Characters of its longest word.
    longest: usize,
    edges: Edges,
}

/// What lets the first characters of the words through, and the last; made when first asked for.
#[derive(Debug, Clone, Default)]
struct Edges(OnceLock<Box<[Sieve; 2]>>);

impl PartialEq for Edges {
    /// They follow from the words.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Edges {}

impl WordClass {
    /// The most classes that a lexicon may have: the core keeps a bit for each.
    pub const MOST: usize = 128;

    /// A class of words, folded, sorted, each once.
    #[must_use]
    pub fn new(name: String, words: Vec<String>) -> Self {
        let longest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        Self { name, words, longest, edges: Edges::default() }
    }

    /// Its words, folded, sorted, each once.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Characters of its longest word.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Whether the class has this word.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.words.binary_search_by(|each| each.as_str().cmp(word)).is_ok()
    }

    /// Whether a word of the class may begin with a character; false if none does.
    #[must_use]
    pub fn may_begin(&self, character: char) -> bool {
        self.edges()[0].lets_through(character)
    }

    /// Whether a word of the class may end with a character; false if none does.
    #[must_use]
    pub fn may_end(&self, character: char) -> bool {
        self.edges()[1].lets_through(character)
    }

    fn edges(&self) -> &[Sieve; 2] {
        self.edges.0.get_or_init(|| {
            let first = self.words.iter().filter_map(|word| word.chars().next()).collect();
            let last = self.words.iter().filter_map(|word| word.chars().next_back()).collect();
            Box::new([first, last])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_knows_its_words_and_their_edges() {
        let class = WordClass::new("negator".to_owned(), vec!["不".to_owned(), "没有".to_owned()]);
        assert_eq!(class.longest(), 2);
        assert!(class.contains("没有") && !class.contains("没"));
        assert_eq!(['不', '没', '有'].map(|each| class.may_begin(each)), [true, true, false]);
        assert_eq!(['不', '没', '有'].map(|each| class.may_end(each)), [true, false, true]);
    }
}
