//! Lines of `{"id": …, "text": …}`; other keys are passed over.

use std::fmt;

use serde::{Deserialize, Deserializer, de};

/// One text of a jsonl file.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    /// The text's name; a number is taken as it is written.
    #[serde(default, deserialize_with = "id")]
    pub id: Option<String>,
    /// The text.
    #[serde(deserialize_with = "text")]
    pub text: String,
}

/// A line that is no record.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The line is not UTF-8, which JSON has to be.
    #[error("not UTF-8 at byte offset {0} of the line; jsonl has to be UTF-8")]
    NotUtf8(usize),
    /// The line is not JSON, or not the record that is wanted.
    #[error("not a line of {{\"id\": …, \"text\": …}}: {0}")]
    NotARecord(String),
}

impl Record {
    /// Reads a line, with or without its line end; nothing if it is blank.
    ///
    /// # Errors
    /// If the line is not such a record.
    pub fn parse(line: &[u8]) -> Result<Option<Self>, RecordError> {
        let line = str::from_utf8(line).map_err(|it| RecordError::NotUtf8(it.valid_up_to()))?;
        let line = line.trim_start_matches('\u{feff}').trim_ascii();
        if line.is_empty() {
            return Ok(None);
        }
        if line.starts_with('[') {
            // Which serde would take for the fields in their order.
            return Err(RecordError::NotARecord("it is a list".to_owned()));
        }
        serde_json::from_str(line).map(Some).map_err(|error| {
            // The line within the line is always the first.
            let place = format!(" at line {} column {}", error.line(), error.column());
            let reason = error.to_string();
            RecordError::NotARecord(match reason.strip_suffix(&place) {
                Some(reason) => format!("{reason} at byte {}", error.column()),
                None => reason,
            })
        })
    }
}

fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "\"id\" has to be a string or a number")]
    enum Id {
        Text(String),
        Number(serde_json::Number),
        Null,
    }
    Ok(match Id::deserialize(deserializer)? {
        Id::Text(text) => Some(text),
        Id::Number(number) => Some(number.to_string()),
        Id::Null => None,
    })
}

/// A string in which a lone surrogate, which JSON can write and Rust cannot hold, becomes U+FFFD: one
/// code point for one, as in every unit of offsets.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Text;

    impl de::Visitor<'_> for Text {
        type Value = String;

        fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
            out.write_str("\"text\" to be a string")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }

        fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<String, E> {
            let mut bytes = bytes.to_vec();
            replace_surrogates(&mut bytes);
            String::from_utf8(bytes).map_err(E::custom)
        }
    }

    // Asked for bytes, serde_json gives lone surrogates in the three bytes of WTF-8.
    deserializer.deserialize_bytes(Text)
}

fn replace_surrogates(bytes: &mut [u8]) {
    for at in 0..bytes.len().saturating_sub(2) {
        if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
            bytes[at..at + 3].copy_from_slice("\u{fffd}".as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records() {
        for (line, id, text) in [
            (r#"{"id":"a","text":"也許"}"#, Some("a"), "也許"),
            (r#"{"text":"也許","id":7,"spans":[]}"#, Some("7"), "也許"),
            (r#"{"text":""}"#, None, ""),
            (r#"{"id":null,"text":"\u4e5f\u8a31"}"#, None, "也許"),
            ("\u{feff}{\"text\":\"x\"}\r\n", None, "x"),
            (r#"{"text":"\ud83d\ude00𠮷\u0000\r"}"#, None, "😀𠮷\0\r"),
            (r#"{"text":"a\ud83db\ude00"}"#, None, "a\u{fffd}b\u{fffd}"),
            (r#"{"text":"\ud83d"}"#, None, "\u{fffd}"),
            (r#"{"text":"\ud7ff힣"}"#, None, "\u{d7ff}힣"),
        ] {
            let record = Record::parse(line.as_bytes()).expect(line).expect(line);
            assert_eq!((record.id.as_deref(), record.text.as_str()), (id, text), "{line}");
        }
        for blank in ["", "\n", " \t\r\n", "\u{feff}\n"] {
            assert_eq!(Record::parse(blank.as_bytes()).expect(blank), None);
        }
    }

    #[test]
    fn broken_lines() {
        for (line, reason) in [
            (&b"{\"text\":\"\xC4\xE3\"}"[..], "not UTF-8 at byte offset 9 of the line"),
            (b"{\"text\":", "EOF while parsing a value at byte 8"),
            (b"hello", "expected value at byte 1"),
            (b"{\"id\":\"a\"}", "missing field `text` at byte 10"),
            (b"{\"text\":null}", "invalid type: null, expected \"text\" to be a string"),
            (b"{\"text\":[104,105]}", "invalid type: sequence, expected \"text\" to be a string"),
            (b"{\"id\":[],\"text\":\"\"}", "\"id\" has to be a string or a number"),
            (b"{\"text\":\"a\"} x", "trailing characters at byte 14"),
            (b"[\"a\",\"b\"]", "it is a list"),
        ] {
            let error = Record::parse(line).expect_err(reason).to_string();
            assert!(error.contains(reason), "{error:?} lacks {reason:?}");
        }
    }
}
