//! Places: spans that are asked for by a code point.

use std::ops::Deref;

use super::offset::{CodePoint, Span};

/// Spans in order, without overlaps, with a short way to the one at a code point.
#[derive(Debug, Default)]
pub(super) struct Places {
    spans: Vec<Span>,
    /// By block of code points: the first span that ends after the block begins.
    blocks: Vec<u32>,
}

/// Code points of a block.
const BLOCK: usize = 32;

impl Places {
    /// Adds a span that begins where the last one ends, or later.
    pub fn push(&mut self, span: Span) {
        while self.blocks.len() * BLOCK < span.end.index() {
            self.blocks.push(self.spans.len() as u32);
        }
        self.spans.push(span);
    }

    /// The index of the span that holds a code point.
    pub fn at(&self, offset: CodePoint) -> Option<usize> {
        let first = *self.blocks.get(offset.index() / BLOCK)? as usize;
        let (after, span) =
            self.spans[first..].iter().enumerate().find(|(_, span)| span.end > offset)?;
        (span.start <= offset).then_some(first + after)
    }
}

impl Deref for Places {
    type Target = [Span];

    fn deref(&self) -> &[Span] {
        &self.spans
    }
}

impl FromIterator<Span> for Places {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut places = Self::default();
        spans.into_iter().for_each(|span| places.push(span));
        places
    }
}

#[cfg(test)]
mod tests {
    use super::super::span_at;
    use super::*;

    #[test]
    fn finds_what_a_search_finds() {
        let lists: [&[[usize; 2]]; 4] = [
            &[],
            &[[0, 1]],
            &[[0, 3], [3, 4], [5, 6], [6, 70], [200, 201]],
            &[[31, 32], [32, 33], [64, 128], [128, 129], [129, 1_000]],
        ];
        for list in lists {
            let places: Places = list.iter().map(|[start, end]| Span::new(*start, *end)).collect();
            for offset in (0..1_100).map(CodePoint) {
                assert_eq!(places.at(offset), span_at(&places, offset), "{list:?} {offset:?}");
            }
        }
    }
}
