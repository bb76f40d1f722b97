//! From bytes to text, strictly: what cannot be decoded is an error with its place, never a replacement.
//!
//! A byte order mark is a character of the text like any other (U+FEFF), so that offsets count what
//! stands in the file, as they do for a program that reads the same file without special care.

use encoding_rs::{DecoderResult, Encoding, UTF_8};

/// Bytes that are not in the encoding that was assumed or named.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// No encoding was named, and this is not UTF-8.
    #[error(
        "not UTF-8 at byte offset {offset}; name the encoding, such as {}",
        suggestions.iter().map(|label| format!("--encoding {label}")).collect::<Vec<_>>().join(" or ")
    )]
    NotUtf8 {
        /// Bytes before the first wrong one.
        offset: usize,
        /// Labels that may be right.
        suggestions: &'static [&'static str],
    },
    /// The bytes are not in the encoding that was named.
    #[error("not {encoding} at byte offset {offset}; is it another encoding?")]
    NotAsNamed {
        /// The encoding's name in the standard.
        encoding: &'static str,
        /// Bytes before the first wrong one.
        offset: usize,
    },
}

/// The encoding of a label of the WHATWG Encoding Standard.
///
/// # Errors
/// If no encoding has this label.
pub fn by_label(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(|| {
        "no encoding has this label; known are utf-8, gb18030, gbk, big5, utf-16le, utf-16be and the \
         others of https://encoding.spec.whatwg.org/#names-and-labels"
            .to_owned()
    })
}

/// The text that the bytes stand for: UTF-8 unless an encoding is named.
///
/// # Errors
/// If a byte does not fit the encoding.
pub fn decode(bytes: Vec<u8>, named: Option<&'static Encoding>) -> Result<String, DecodeError> {
    match named {
        None => String::from_utf8(bytes).map_err(|error| DecodeError::NotUtf8 {
            offset: error.utf8_error().valid_up_to(),
            suggestions: suggestions(error.as_bytes()),
        }),
        Some(encoding) => decode_as(&bytes, encoding),
    }
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Result<String, DecodeError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut read = 0;
    loop {
        let rest = &bytes[read..];
        let room = decoder.max_utf8_buffer_length_without_replacement(rest.len());
        text.reserve(room.unwrap_or(rest.len()));
        let (result, more) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        read += more;
        match result {
            DecoderResult::InputEmpty => return Ok(text),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(wrong, after) => {
                return Err(DecodeError::NotAsNamed {
                    encoding: encoding.name(),
                    offset: read - usize::from(wrong) - usize::from(after),
                });
            }
        }
    }
}

/// Labels to try for bytes that are not UTF-8.
fn suggestions(bytes: &[u8]) -> &'static [&'static str] {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == encoding_rs::UTF_16LE => &["utf-16le"],
        Some((encoding, _)) if encoding == encoding_rs::UTF_16BE => &["utf-16be"],
        Some((encoding, _)) if encoding == UTF_8 => &["gb18030", "big5"],
        _ => &["gb18030", "big5"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn not_utf8(
        offset: usize,
        suggestions: &'static [&'static str],
    ) -> Result<String, DecodeError> {
        Err(DecodeError::NotUtf8 { offset, suggestions })
    }

    fn not_as_named(encoding: &'static str, offset: usize) -> Result<String, DecodeError> {
        Err(DecodeError::NotAsNamed { encoding, offset })
    }

    #[test]
    fn decoding() {
        for (bytes, label, expected) in [
            (&b""[..], None, Ok(String::new())),
            ("也許😀".as_bytes(), None, Ok("也許😀".into())),
            (b"\xEF\xBB\xBFok", None, Ok("\u{feff}ok".into())),
            (b"\xEF\xBB\xBFok", Some("utf-8"), Ok("\u{feff}ok".into())),
            (b"a\r\n\0\r", None, Ok("a\r\n\0\r".into())),
            (b"ok\xFF", None, not_utf8(2, &["gb18030", "big5"])),
            (b"\xC4\xE3\xBA\xC3", None, not_utf8(0, &["gb18030", "big5"])),
            (b"\xC4\xE3\xBA\xC3", Some("gb18030"), Ok("你好".into())),
            (b"\xC4\xE3\xBA\xC3", Some("GB2312"), Ok("你好".into())),
            (b"\xA7\x41\xA6\x6E", Some("big5"), Ok("你好".into())),
            (b"\xFF\xFE\x60\x4F", None, not_utf8(0, &["utf-16le"])),
            (b"\xFF\xFE\x60\x4F", Some("utf-16le"), Ok("\u{feff}你".into())),
            (b"\xFE\xFF\x4F\x60", Some("utf-16be"), Ok("\u{feff}你".into())),
            (b"ab\xFF\xFFcd", Some("gb18030"), not_as_named("gb18030", 2)),
            (b"\xA7\x41\xA7", Some("big5"), not_as_named("Big5", 2)),
        ] {
            let named = label.map(|label| by_label(label).expect("a label"));
            assert_eq!(decode(bytes.to_vec(), named), expected, "{bytes:x?} as {label:?}");
        }
    }

    #[test]
    fn labels() {
        for label in ["", "utf8x", "hz-gb-2312", "replacement"] {
            assert!(by_label(label).is_err(), "{label}");
        }
    }
}
