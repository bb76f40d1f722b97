//! Conditions: the small fixed vocabulary in which a rule says where its cues count.

use serde::{Deserialize, Serialize};

use crate::Phrases;

/// A condition on the surroundings of a span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Every part holds.
    All(Vec<Condition>),
    /// At least one part holds.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
    /// The text directly before the span ends with a phrase.
    Left(Phrases),
    /// The text directly after the span begins with a phrase.
    Right(Phrases),
    /// A phrase stands somewhere in reach, before or after the span.
    Near(Reach, Direction, Phrases),
    /// The span's own text is one of these (folded).
    Text(Vec<String>),
    /// A phrase stands inside the span.
    Contains(Phrases),
    /// The span begins where its clause or sentence does.
    Starts(Reach),
    /// The span ends where its clause or sentence does.
    Ends(Reach),
    /// One of these of [`Lexicon::sought`](crate::Lexicon::sought) stands anywhere in the document.
    Document(Vec<SoughtId>),
    /// The sentence ends in a question mark.
    Question,
    /// The clause is closed by an exclamation mark or a marked particle.
    Exclaimed,
    /// The span is inside quotation marks.
    Quoted,
    /// The span is all that stands between two quotation marks.
    QuotedAlone,
    /// The segmenter sees a word boundary at the left end.
    WholeLeft,
    /// The segmenter sees a word boundary at the right end.
    WholeRight,
    /// The word before or after the span has a part-of-speech tag that begins with one of these.
    Tag(Direction, Vec<String>),
}

/// The number of a word that conditions ask for anywhere in a document.
pub type SoughtId = u16;

/// How far a condition looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// To the edges of the clause.
    Clause,
    /// To the edges of the sentence.
    Sentence,
}

/// To which side a condition looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Towards the beginning of the text.
    Before,
    /// Towards the end of the text.
    After,
}

/// A named set of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordClass {
    /// Its name, without `@`.
    pub name: String,
    /// Its words, folded, sorted, each once.
    pub words: Vec<String>,
    /// Characters of its longest word.
    pub longest: u8,
}

impl WordClass {
    /// The most classes that a lexicon may have: the core keeps a bit for each.
    pub const MOST: usize = 128;

    /// Whether the class has this word.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.words.binary_search_by(|each| each.as_str().cmp(word)).is_ok()
    }
}
