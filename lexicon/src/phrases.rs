//! Phrases: what may stand before, after or inside a span.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Sieve, WordClass};

/// Alternatives, any of which may match; a clone shares them.
#[derive(Debug, Clone, Default)]
pub struct Phrases(Arc<Alternatives>);

#[derive(Debug, Default)]
struct Alternatives {
    phrases: Vec<Phrase>,
    first: OnceLock<Sieve>,
    last: OnceLock<Sieve>,
}

/// A row of elements that match one after the other.
pub type Phrase = Vec<Element>;

/// One element of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    /// This character of the folded view.
    Literal(char),
    /// A word of the class with this index in [`Lexicon::classes`](crate::Lexicon::classes).
    Class(u16),
    /// Any one Han character.
    AnyHan,
    /// The start of the clause.
    Start,
    /// The end of the clause.
    End,
}

/// What stands for the class with the index zero where phrases are stored; the others follow.
const CLASSES: u32 = 0xE000;

impl Element {
    /// As sources write it, but for classes.
    fn mark(self) -> char {
        match self {
            Self::Literal(character) => character,
            Self::Class(class) => char::from_u32(CLASSES + u32::from(class)).unwrap_or('@'),
            Self::AnyHan => '.',
            Self::Start => '^',
            Self::End => '$',
        }
    }

    fn marked(mark: char) -> Self {
        match mark {
            '.' => Self::AnyHan,
            '^' => Self::Start,
            '$' => Self::End,
            character => match u32::from(character).checked_sub(CLASSES) {
                Some(class) if class < WordClass::MOST as u32 => Self::Class(class as u16),
                _ => Self::Literal(character),
            },
        }
    }
}

impl Serialize for Phrases {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let phrase = |phrase: &Phrase| phrase.iter().map(|each| each.mark()).collect::<String>();
        let phrases: Vec<String> = self.iter().map(phrase).collect();
        serializer.serialize_str(&phrases.join("|"))
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = String::deserialize(deserializer)?;
        let phrases = stored.split('|').filter(|phrase| !phrase.is_empty());
        Ok(phrases.map(|phrase| phrase.chars().map(Element::marked).collect()).collect())
    }
}

impl Phrases {
    /// Whether one of them stands in a text, if that tells it without its surroundings.
    pub(crate) fn are_in(&self, text: &str) -> Option<bool> {
        let literal = |each: &Element| match each {
            Element::Literal(character) => Some(*character),
            _ => None,
        };
        let phrase = |phrase: &Phrase| phrase.iter().map(literal).collect::<Option<String>>();
        let phrases: Vec<String> = self.iter().map(phrase).collect::<Option<_>>()?;
        Some(!text.is_empty() && phrases.iter().any(|phrase| text.contains(phrase.as_str())))
    }

    /// Lets through the characters with which some phrase may begin; made when first asked for, of the
    /// classes of the lexicon that the phrases belong to, and for good.
    #[must_use]
    pub fn first(&self, classes: &[WordClass]) -> &Sieve {
        self.0.first.get_or_init(|| {
            let rows = self.iter().map(|phrase| phrase.iter().copied());
            edge(rows, classes, |word| word.chars().next())
        })
    }

    /// The same for the characters with which some phrase may end.
    #[must_use]
    pub fn last(&self, classes: &[WordClass]) -> &Sieve {
        self.0.last.get_or_init(|| {
            let rows = self.iter().map(|phrase| phrase.iter().rev().copied());
            edge(rows, classes, |word| word.chars().next_back())
        })
    }
}

fn edge<P: Iterator<Item = Element>>(
    phrases: impl Iterator<Item = P>,
    classes: &[WordClass],
    of_word: fn(&str) -> Option<char>,
) -> Sieve {
    let mut sieve = Sieve::NONE;
    for mut phrase in phrases {
        // An edge of the clause takes no room: the next element stands at the same place.
        match phrase.find(|each| !matches!(each, Element::Start | Element::End)) {
            Some(Element::Literal(character)) => sieve.add(character),
            Some(Element::Class(class)) => {
                let words = classes[usize::from(class)].words();
                words.iter().filter_map(|word| of_word(word)).for_each(|each| sieve.add(each));
            }
            _ => return Sieve::ALL,
        }
    }
    sieve
}

impl Deref for Phrases {
    type Target = [Phrase];

    fn deref(&self) -> &[Phrase] {
        &self.0.phrases
    }
}

impl FromIterator<Phrase> for Phrases {
    fn from_iter<I: IntoIterator<Item = Phrase>>(phrases: I) -> Self {
        let phrases = phrases.into_iter().collect();
        Self(Arc::new(Alternatives { phrases, ..Alternatives::default() }))
    }
}

impl PartialEq for Phrases {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Phrases {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_come_back() {
        let [literal, class] = [Element::Literal('不'), Element::Class(127)];
        for phrases in [
            Phrases::default(),
            Phrases::from_iter([vec![literal]]),
            Phrases::from_iter([
                vec![Element::Start, class, Element::AnyHan],
                vec![literal, Element::End],
            ]),
        ] {
            let stored = postcard::to_allocvec(&phrases).expect("bytes");
            assert_eq!(postcard::from_bytes(&stored), Ok(phrases));
        }
    }

    #[test]
    fn phrases_know_with_what_they_begin_and_end() {
        let words = vec!["不是".to_owned(), "没".to_owned()];
        let classes = [WordClass::new("negator".to_owned(), words)];
        let row = |elements: &[Element]| Phrases::from_iter([elements.to_vec()]);
        let (literal, class) = (Element::Literal, Element::Class(0));
        for (phrases, first, last) in [
            (row(&[literal('很'), class]), "很", "是没"),
            (row(&[Element::Start, class, literal('了'), Element::End]), "不没", "了"),
        ] {
            for (sieve, expected) in
                [(phrases.first(&classes), first), (phrases.last(&classes), last)]
            {
                let through: String =
                    "很不是没了".chars().filter(|each| sieve.lets_through(*each)).collect();
                assert_eq!(through, expected, "{phrases:?}");
            }
        }
        for open in [&[Element::AnyHan, class][..], &[Element::Start]] {
            assert_eq!(row(open).first(&classes), &Sieve::ALL, "{open:?}");
        }
    }
}
