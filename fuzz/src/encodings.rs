//! Bytes of files: encodings and lines of jsonl.

use cifeng_cli::encoding::{DecodeError, by_label, decode};
use cifeng_cli::jsonl::Record;

const LABELS: [&str; 8] =
    ["gb18030", "big5", "utf-16le", "utf-16be", "euc-tw", "shift_jis", "iso-2022-jp", "utf-8"];

/// Decodes the bytes in the encoding that the first of them chooses, and reads them as jsonl.
///
/// # Panics
/// If decoding loses something or names a place outside of the bytes.
pub fn check(bytes: &[u8]) {
    let (&first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    match decode(rest.to_vec(), None) {
        Ok(text) => assert_eq!(text.as_bytes(), rest),
        Err(error) => within(&error, rest),
    }
    if let Ok(encoding) = by_label(LABELS[usize::from(first) % LABELS.len()]) {
        match decode(rest.to_vec(), Some(encoding)) {
            Ok(text) => assert!(!text.contains('\u{FFFD}') || holds_replacement(rest, encoding)),
            Err(error) => within(&error, rest),
        }
    }
    for line in rest.split(|&byte| byte == b'\n') {
        if let Ok(Some(record)) = Record::parse(line) {
            assert!(record.text.len() <= line.len(), "a text cannot be longer than its JSON");
        }
    }
}

/// Whether U+FFFD stood in the bytes and was not put there by decoding.
fn holds_replacement(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> bool {
    let (_, wrong) = encoding.decode_without_bom_handling(bytes);
    !wrong
}

fn within(error: &DecodeError, bytes: &[u8]) {
    let (DecodeError::NotUtf8 { offset, .. } | DecodeError::NotAsNamed { offset, .. }) = error;
    assert!(*offset <= bytes.len(), "{error}");
}
