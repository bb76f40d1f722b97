//! Marks: the characters that may end or open something. They are few, so what looks for lines, sentences,
//! clauses, quotations and zones goes from one to the next.

/// A mark and how many Han characters stand before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub at: u32,
    pub han: u32,
}

/// The marks of a text, in order.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub all: Vec<Mark>,
    /// The Han characters so far.
    pub han: u32,
}

impl Marks {
    /// Takes in the next character of the folded view.
    #[inline]
    pub fn push(&mut self, at: usize, character: char) {
        match character {
            // By far the most common, and the quickest to tell.
            '\u{4E00}'..='\u{9FFF}' => self.han += 1,
            // All other letters and digits: they end and open nothing.
            'a'..='v' | 'x'..='z' | '0'..='9' => {}
            _ => {
                self.all.push(Mark { at: at as u32, han: self.han });
                self.han += u32::from(super::is_han(character));
            }
        }
    }
}

impl FromIterator<char> for Marks {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut marks = Self::default();
        characters.into_iter().enumerate().for_each(|(at, each)| marks.push(at, each));
        marks
    }
}
