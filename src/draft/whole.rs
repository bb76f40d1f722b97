//! All blocks of a draft as the one text of which a report is made.

use std::borrow::Cow;

use super::block::Block;
use crate::report::{OffsetUnit, Script, Source};
use crate::text::{CodePoint, Hints, Span, Utf8, Utf16};

/// The blocks, each with the place where it begins.
pub(super) struct Whole<'b>(Vec<(Base, &'b Block)>);

/// The code points, UTF-16 code units and bytes before a block.
#[derive(Debug, Clone, Copy, Default)]
struct Base {
    chars: CodePoint,
    units: u32,
    bytes: u32,
}

impl<'b> Whole<'b> {
    pub fn of(blocks: &'b [Block]) -> Self {
        let bases = blocks.iter().scan(Base::default(), |next, block| {
            let base = *next;
            next.chars.0 += block.chars;
            next.units += block.units;
            next.bytes += block.original.len() as u32;
            Some((base, block))
        });
        Self(bases.collect())
    }

    /// The blocks, each with the code points before it.
    pub fn blocks(&self) -> impl Iterator<Item = (CodePoint, &'b Block)> {
        self.0.iter().map(|(base, block)| (base.chars, *block))
    }

    /// The block that holds a code point, and the place in it; the end of the text is the last block's.
    fn at(&self, offset: CodePoint) -> Option<(Base, &'b Block, CodePoint)> {
        let next = self.0.partition_point(|(base, _)| base.chars <= offset);
        let (base, block) = self.0.get(next.checked_sub(1)?)?;
        Some((*base, *block, CodePoint(offset.0 - base.chars.0)))
    }
}

impl Source for Whole<'_> {
    fn chars(&self) -> u32 {
        self.0.iter().map(|(_, block)| block.chars).sum()
    }

    fn script(&self) -> Script {
        let hints = self.0.iter().map(|(_, block)| block.hints);
        hints.fold(Hints::default(), Hints::and).script()
    }

    fn sentences(&self) -> u32 {
        self.0.iter().map(|(_, block)| block.sentences).sum()
    }

    fn paragraphs(&self) -> (Cow<'_, [Span]>, Cow<'_, [u32]>) {
        let lines = || {
            let all = self.0.iter();
            all.flat_map(|(base, block)| block.heard.lines.iter().map(|line| (base.chars, line)))
        };
        let spans: Vec<Span> = lines().map(|(base, line)| line.span.after(base)).collect();
        (spans.into(), lines().map(|(_, line)| line.han).collect::<Vec<_>>().into())
    }

    fn place(&self, offset: CodePoint, unit: OffsetUnit) -> u32 {
        if unit == OffsetUnit::Codepoint {
            return offset.0;
        }
        let Some((base, block, inside)) = self.at(offset) else { return 0 };
        if unit == OffsetUnit::Utf16 {
            let Utf16(units) = block.offsets.utf16(inside);
            base.units + units
        } else {
            let Utf8(bytes) = block.offsets.utf8(&block.original, inside);
            base.bytes + bytes
        }
    }

    fn original(&self, span: Span) -> &str {
        let Some((base, block, start)) = self.at(span.start) else { return "" };
        let end = CodePoint(span.end.0 - base.chars.0);
        let byte = |at: CodePoint| {
            let Utf8(byte) = block.offsets.utf8(&block.original, at);
            byte as usize
        };
        &block.original[byte(start)..byte(end)]
    }

    fn folded(&self, span: Span) -> &str {
        let Some((_, block, start)) = self.at(span.start) else { return "" };
        let from = byte_of(&block.folded, start.index());
        let length = byte_of(&block.folded[from..], span.len());
        &block.folded[from..from + length]
    }
}

/// The byte at which a character of a text begins.
fn byte_of(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
}
