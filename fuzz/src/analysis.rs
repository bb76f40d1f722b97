//! The analysis of any text.

use crate::invariants::Reports;
use crate::text;

/// Analyses the text that the bytes stand for.
///
/// # Panics
/// If the analysis does, or if its reports do not hold together.
pub fn check(bytes: &[u8]) {
    Reports::of(&text::from_bytes(bytes)).hold();
}
