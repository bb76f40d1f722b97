//! Offsets point into the text in all three units, whatever stands before.

use serde_json::Value;

use crate::{output_of, reports};

/// What stands before the marker; nothing of it may shift an offset or be dropped.
const BEFORE: &[(&str, &str)] = &[
    ("nothing", ""),
    ("a Chinese character", "他"),
    ("an emoji", "😀"),
    ("an emoji of several code points", "👨‍👩‍👧‍👦"),
    ("a character beyond the basic plane", "𠮷野"),
    ("a combining mark", "e\u{301}"),
    ("a byte order mark", "\u{feff}"),
    ("NUL and controls", "\0\u{1}\u{7f}\u{85}"),
    ("marks of writing direction", "\u{202e}甲\u{202c}\u{2066}乙\u{2069}"),
    ("a private-use character", "\u{e000}\u{f0000}"),
    ("a non-character", "\u{ffff}\u{1fffe}"),
    ("a replacement character", "\u{fffd}"),
    ("a line end of Windows", "甲。\r\n"),
    ("a lone carriage return", "甲。\r"),
    ("other line ends", "甲。\u{2028}乙。\u{85}"),
    ("a full-width blank", "\u{3000}"),
];

fn slice(text: &str, unit: &str, start: usize, end: usize) -> String {
    match unit {
        "codepoint" => text.chars().skip(start).take(end - start).collect(),
        "utf16" => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).expect("whole characters")
        }
        _ => text[start..end].to_owned(),
    }
}

fn place(value: &Value) -> (usize, usize) {
    let offset = |key: &str| {
        usize::try_from(value[key].as_u64().expect("an offset")).expect("a small offset")
    };
    (offset("start"), offset("end"))
}

#[test]
fn offsets_point_at_the_marked_text() {
    let texts: Vec<String> =
        BEFORE.iter().map(|(_, before)| format!("{before}他也許病了!!!😀\r\n")).collect();
    let lines: Vec<String> =
        texts.iter().map(|text| serde_json::json!({ "text": text }).to_string()).collect();
    for unit in ["codepoint", "utf16", "utf8"] {
        let arguments = ["analyze", "--input", "jsonl", "--offsets", unit];
        let reports = reports(&output_of(&arguments, &lines.join("\n")));
        assert_eq!(reports.len(), texts.len());
        for ((name, _), (text, report)) in BEFORE.iter().zip(texts.iter().zip(&reports)) {
            assert_eq!(report["offsets"], unit);
            assert_eq!(report["document"]["chars"], text.chars().count(), "{name}");
            let findings = report["findings"].as_array().expect("findings");
            let marked: Vec<_> = findings.iter().map(|it| it["text"].clone()).collect();
            assert_eq!(marked, ["也許", "!!!"], "{name}");
            for finding in findings {
                let (start, end) = place(finding);
                assert_eq!(slice(text, unit, start, end), finding["text"], "{name} in {unit}");
            }
            let paragraphs = report["summary"]["paragraphs"].as_array().expect("paragraphs");
            let (start, end) = place(paragraphs.last().expect("a paragraph"));
            let paragraph = slice(text, unit, start, end);
            assert!(paragraph.ends_with("他也許病了!!!😀"), "{name} in {unit}: {paragraph:?}");
        }
    }
}

#[test]
fn a_byte_order_mark_counts() {
    for (unit, start) in [("codepoint", 2), ("utf16", 2), ("utf8", 6)] {
        let arguments = ["analyze", "--format", "jsonl", "--offsets", unit];
        let report = &reports(&output_of(&arguments, "\u{feff}他也許病了。"))[0];
        assert_eq!(report["findings"][0]["start"], start, "{unit}");
    }
}
