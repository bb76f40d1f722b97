//! Files, standard input and jsonl: the same text gives the same report, wherever it comes from.

use std::fs;

use predicates::str::contains;

use crate::{ILL, cifeng, marked, output_of, reports};

const TEXTS: [&str; 4] = [ILL, "也许吧。\r\n千真万确!", "沒有標記", ""];

#[test]
fn jsonl_and_files_agree() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    let mut lines = Vec::new();
    for (number, text) in TEXTS.iter().enumerate() {
        let file = folder.path().join(format!("{number}.txt")).to_str().expect("UTF-8").to_owned();
        fs::write(&file, text).expect("written");
        lines.push(serde_json::json!({ "id": file, "text": text }).to_string());
        files.push(file);
    }
    for (unit, lang) in [("codepoint", "en"), ("utf16", "zh-Hant"), ("utf8", "zh-Hans")] {
        let options = ["--offsets", unit, "--lang", lang];
        let run = cifeng(&["analyze", "--format", "jsonl"]).args(options).args(&files).assert();
        let together = String::from_utf8(run.success().get_output().stdout.clone()).expect("UTF-8");

        let jsonl = [&["analyze", "--input", "jsonl"], &options[..]].concat();
        assert_eq!(output_of(&jsonl, &lines.join("\n")), together);

        let mut alone = String::new();
        for file in &files {
            let arguments = [&["analyze", "--format", "jsonl", file], &options[..]].concat();
            alone += &output_of(&arguments, "");
        }
        assert_eq!(alone, together);
    }
}

#[test]
fn standard_input_has_no_id() {
    for files in [&[][..], &["-"]] {
        let arguments = [&["analyze", "--format", "jsonl"], files].concat();
        let report = &reports(&output_of(&arguments, ILL))[0];
        assert_eq!(report["document"]["id"], serde_json::Value::Null);
        assert_eq!(marked(report), ["可能", "!"]);
    }
}

#[test]
fn files_of_other_encodings() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("text.txt");
    let file = file.to_str().expect("UTF-8");
    for (label, bytes) in [
        ("gb18030", &b"\xCB\xFB\xBF\xC9\xC4\xDC\xB2\xA1\xC1\xCB!"[..]),
        ("big5", b"\xA5\x4C\xA5\x69\xAF\xE0\xAF\x66\xA4\x46!"),
        ("utf-16le", b"\x16\x4E\xEF\x53\xFD\x80\xC5\x75\x86\x4E!\0"),
        ("utf-8", ILL.as_bytes()),
    ] {
        fs::write(file, bytes).expect("written");
        let arguments = ["analyze", "--format", "jsonl", "--encoding", label, file];
        let report = &reports(&output_of(&arguments, ""))[0];
        assert_eq!(marked(report), ["可能", "!"], "{label}");
        assert_eq!(report["findings"][0]["start"], 1, "{label}");
    }
}

#[test]
fn lone_surrogates_of_json_keep_their_place() {
    let lines = r#"{"id":1,"text":"\ud83d他也許病了"}"#;
    for unit in ["codepoint", "utf16"] {
        let arguments = ["analyze", "--input", "jsonl", "--offsets", unit];
        let report = &reports(&output_of(&arguments, lines))[0];
        assert_eq!(report["document"]["id"], "1");
        assert_eq!(report["findings"][0]["start"], 2);
    }
}

#[test]
fn families_are_chosen() {
    let arguments = ["analyze", "--format", "jsonl", "--families", "hedge,booster"];
    let report = &reports(&output_of(&arguments, ILL))[0];
    assert_eq!(marked(report), ["可能"]);
    let families = report["summary"]["families"].as_object().expect("families");
    assert_eq!(families.keys().collect::<Vec<_>>(), ["booster", "hedge"]);
}

#[test]
fn what_there_is() {
    let english = output_of(&["families"], "");
    for family in ["proverb", "nickname", "exclamation", "hedge", "booster"] {
        assert!(english.contains(&format!("{family}  ")), "{family}");
    }
    assert!(english.contains("    attribution-shield  "));
    assert_ne!(output_of(&["families", "--lang", "zh-Hant"], ""), english);
    let json: serde_json::Value =
        serde_json::from_str(&output_of(&["families", "--json"], "")).expect("JSON");
    assert_eq!(json.as_array().expect("families").len(), 5);
    assert!(json[0]["color"]["light"].is_string());
}

#[test]
fn help_and_version() {
    cifeng(&["--version"]).assert().success().stdout(contains(env!("CARGO_PKG_VERSION")));
    cifeng(&["--help"]).assert().success().stdout(contains("analyze"));
    cifeng(&["analyze", "--help"])
        .assert()
        .success()
        .stdout(contains("Examples:\n  cifeng analyze"));
}
