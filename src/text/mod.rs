//! The document: an untouched original and a folded view of it, character for character.
//!
//! Everything downstream asks the view. Since one code point of the view answers to exactly one
//! code point of the original, every [`Span`] found in the view is a span of the original.

mod character;
mod document;
mod layout;
mod marks;
mod offset;
mod places;
mod zones;

pub use character::is_han;
pub use document::Document;
pub(crate) use document::Hints;
pub(crate) use layout::span_at;
pub(crate) use offset::Offsets;
pub use offset::{CodePoint, Span, Utf8, Utf16};
pub(crate) use zones::LONGEST_FENCE;
