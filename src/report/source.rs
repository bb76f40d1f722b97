//! What a report needs to know of a text, whether that lies in one piece or in blocks.

use std::borrow::Cow;

use super::{OffsetUnit, Script};
use crate::text::{CodePoint, Document, Span, Utf8, Utf16};

/// A text of which a report can be made.
pub(crate) trait Source {
    /// Its code points.
    fn chars(&self) -> u32;
    fn script(&self) -> Script;
    /// Sentences that hold at least one letter or Han character.
    fn sentences(&self) -> u32;
    /// Lines that hold anything but white space, each with its Han characters.
    fn paragraphs(&self) -> (Cow<'_, [Span]>, Cow<'_, [u32]>);
    /// An offset in a report's unit.
    fn place(&self, offset: CodePoint, unit: OffsetUnit) -> u32;
    /// A span as it was written; it lies in one line.
    fn original(&self, span: Span) -> &str;
    /// The same in the folded view.
    fn folded(&self, span: Span) -> &str;
}

impl Source for Document<'_> {
    fn chars(&self) -> u32 {
        self.characters().len() as u32
    }

    fn script(&self) -> Script {
        Document::script(self)
    }

    fn sentences(&self) -> u32 {
        self.worded_sentences()
    }

    fn paragraphs(&self) -> (Cow<'_, [Span]>, Cow<'_, [u32]>) {
        (Cow::Borrowed(Document::paragraphs(self)), Cow::Borrowed(self.han_by_paragraph()))
    }

    fn place(&self, offset: CodePoint, unit: OffsetUnit) -> u32 {
        match unit {
            OffsetUnit::Codepoint => offset.0,
            OffsetUnit::Utf16 => {
                let Utf16(units) = self.utf16(offset);
                units
            }
            OffsetUnit::Utf8 => {
                let Utf8(bytes) = self.utf8(offset);
                bytes
            }
        }
    }

    fn original(&self, span: Span) -> &str {
        self.original_slice(span)
    }

    fn folded(&self, span: Span) -> &str {
        self.slice(span)
    }
}
