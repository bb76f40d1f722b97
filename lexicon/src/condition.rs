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

impl Condition {
    /// Always holds.
    pub const ALWAYS: Self = Self::All(Vec::new());
    /// Never holds.
    const NEVER: Self = Self::Any(Vec::new());

    /// Whether it asks for the span's own text.
    #[must_use]
    pub fn asks_text(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::asks_text),
            Self::Not(part) => part.asks_text(),
            Self::Text(_) | Self::Contains(_) => true,
            _ => false,
        }
    }

    /// What is left to ask of spans that have this text (folded).
    #[must_use]
    pub fn about(&self, text: &str) -> Self {
        let known = |holds: bool| if holds { Self::ALWAYS } else { Self::NEVER };
        match self {
            Self::All(parts) => left_of(parts, text, [Self::ALWAYS, Self::NEVER], Self::All),
            Self::Any(parts) => left_of(parts, text, [Self::NEVER, Self::ALWAYS], Self::Any),
            Self::Not(part) => match part.about(text) {
                part if part == Self::ALWAYS => Self::NEVER,
                part if part == Self::NEVER => Self::ALWAYS,
                part => Self::Not(Box::new(part)),
            },
            Self::Text(words) => known(words.iter().any(|word| word == text)),
            Self::Contains(phrases) => match phrases.are_in(text) {
                Some(holds) => known(holds),
                None => self.clone(),
            },
            _ => self.clone(),
        }
    }
}

/// What is left of parts that are joined: a neutral one says nothing, a decisive one all.
fn left_of(
    parts: &[Condition],
    text: &str,
    [neutral, decisive]: [Condition; 2],
    join: fn(Vec<Condition>) -> Condition,
) -> Condition {
    let mut left = Vec::new();
    for part in parts.iter().map(|part| part.about(text)) {
        if part == decisive {
            return part;
        } else if part != neutral {
            left.push(part);
        }
    }
    if left.len() == 1 { left.remove(0) } else { join(left) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Element;

    #[test]
    fn what_a_text_decides_is_not_asked_again() {
        let text = |word: &str| Condition::Text(vec![word.to_owned()]);
        let contains =
            |elements: &[Element]| Condition::Contains(Phrases::from_iter([elements.to_vec()]));
        let not = |part: Condition| Condition::Not(Box::new(part));
        let (question, quoted) = (Condition::Question, Condition::Quoted);
        let [here, class] = [Element::Literal('定'), Element::Class(3)];
        for (condition, left) in [
            (text("一定"), Condition::ALWAYS),
            (not(text("一定")), Condition::NEVER),
            (contains(&[here]), Condition::ALWAYS),
            (contains(&[class]), contains(&[class])),
            (Condition::All(vec![text("必定"), question.clone()]), Condition::NEVER),
            (Condition::All(vec![text("一定"), question.clone()]), question.clone()),
            (
                Condition::Any(vec![
                    Condition::All(vec![text("必定"), question.clone()]),
                    not(quoted.clone()),
                    Condition::All(vec![text("一定"), question.clone(), quoted.clone()]),
                ]),
                Condition::Any(vec![not(quoted.clone()), Condition::All(vec![question, quoted])]),
            ),
        ] {
            assert_eq!(condition.about("一定"), left, "{condition:?}");
        }
    }
}
