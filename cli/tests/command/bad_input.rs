//! What is wrong is said in one line that names the place; the rest is done; the exit code is 2.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use crate::{ILL, cifeng, marked, output_of, reports};

#[test]
fn bad_use() {
    for (arguments, complaint) in [
        (
            &["analyze", "--families", "hedge,verb"][..],
            "there is no family `verb`; the lexicon has",
        ),
        (&["analyze", "--encoding", "latin-9000"], "no encoding has this label"),
        (&["analyze", "--format", "xml"], "invalid value 'xml'"),
        (&["analyze", "--offsets", "bytes"], "[possible values: codepoint, utf16, utf8]"),
        (&["analyze", "--lang", "fr"], "[possible values: en, zh-Hant, zh-Hans]"),
        (&["analyze", "--max-chars", "0"], "0 is not in 1..=1000000000"),
        (&["analyze", "--max-chars", "lots"], "invalid value 'lots'"),
        (&["analyze", "--jobs", "0"], "0 is not in 1..=256"),
        (&["analyze", "--input", "jsonl", "--encoding", "big5"], "jsonl has to be UTF-8"),
        (&["analyze", "--output", "no/such/folder/x"], "no/such/folder/x: cannot be created:"),
        (&["analyse"], "unrecognized subcommand 'analyse'"),
        (&[], "Usage: cifeng <COMMAND>"),
    ] {
        let run = cifeng(arguments).write_stdin(ILL).assert();
        run.code(2).stdout("").stderr(contains(complaint));
    }
}

#[test]
fn bad_bytes() {
    for (name, bytes, arguments, complaint) in [
        (
            "GBK",
            &b"ok \xC4\xE3\xBA\xC3"[..],
            &[][..],
            "not UTF-8 at byte offset 3; name the encoding, such as --encoding gb18030 or --encoding big5",
        ),
        (
            "UTF-16",
            b"\xFF\xFEa\0",
            &[],
            "not UTF-8 at byte offset 0; name the encoding, such as --encoding utf-16le",
        ),
        ("a cut character", "你好".as_bytes().split_at(5).0, &[], "not UTF-8 at byte offset 3"),
        ("not as named", b"ab\xFF\xFF", &["--encoding", "gb18030"], "not gb18030 at byte offset 2"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("bytes.txt");
        fs::write(&file, bytes).expect("written");
        let file = file.to_str().expect("UTF-8");

        let one_line = contains("\n").count(1);
        let run = cifeng(&[&["analyze", file], arguments].concat()).assert();
        run.code(2)
            .stdout("")
            .stderr(contains(format!("cifeng: {file}: {complaint}")).and(one_line));
        let run = cifeng(&[&["analyze"], arguments].concat()).write_stdin(bytes).assert();
        run.code(2).stderr(contains(format!("cifeng: <stdin>: {complaint}")).name(name));
    }
}

#[test]
fn other_files_are_done() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let [good, gone, bytes, long] = ["good.txt", "gone.txt", "bytes.txt", "long.txt"].map(path);
    fs::write(&good, ILL).expect("written");
    fs::write(&bytes, b"\xC4\xE3").expect("written");
    fs::write(&long, "好".repeat(11)).expect("written");
    let empty = path("empty");
    fs::create_dir(&empty).expect("made");
    let arguments = ["--max-chars", "10", "--format", "jsonl"];
    let files = [&gone, &bytes, &long, &empty, &good];
    let run = cifeng(&["analyze"]).args(files).args(arguments).assert().code(2);
    let output = run.get_output();
    let complaints = String::from_utf8_lossy(&output.stderr);
    let complaints: Vec<&str> = complaints.lines().collect();
    assert_eq!(complaints.len(), 4, "{complaints:?}");
    for (complaint, (file, reason)) in complaints.iter().zip([
        (gone.as_str(), "cannot be read: "),
        (&bytes, "not UTF-8 at byte offset 0"),
        (&long, "the text has 11 characters, the limit is 10; raise it with --max-chars"),
        (&empty, "holds no .txt file"),
    ]) {
        let expected = format!("cifeng: {file}: {reason}");
        assert!(complaint.starts_with(&expected), "{complaint}");
    }
    let reports = reports(std::str::from_utf8(&output.stdout).expect("UTF-8"));
    assert_eq!(reports.len(), 1);
    assert_eq!(reports[0]["document"]["id"], good.as_str());
    assert_eq!(marked(&reports[0]), ["可能", "!"]);
}

#[test]
fn broken_lines_are_named_and_the_others_done() {
    let lines = [
        &b"{\"id\":\"a\",\"text\":\"\xE4\xBB\x96\xE5\x8F\xAF\xE8\x83\xBD\xE7\x97\x85\xE4\xBA\x86!\"}"[..],
        b"{\"id\":\"b\",\"text\":",
        b"",
        b"{\"id\":\"c\"}",
        b"{\"text\":\"\xC4\xE3\"}",
        b"{\"id\":\"d\",\"text\":\"12345678901\"}",
        b"{\"id\":\"e\",\"text\":\"\"}",
    ]
    .join(&b'\n');
    let arguments = ["analyze", "--input", "jsonl", "--max-chars", "10"];
    let run = cifeng(&arguments).write_stdin(lines).assert().code(2);
    let output = run.get_output();
    let complaints = String::from_utf8_lossy(&output.stderr);
    let complaints: Vec<&str> = complaints.lines().collect();
    for (complaint, expected) in complaints.iter().zip([
        "cifeng: <stdin>:2: not a line of {\"id\": …, \"text\": …}: EOF while parsing a value at byte 17",
        "cifeng: <stdin>:4: not a line of {\"id\": …, \"text\": …}: missing field `text` at byte 10",
        "cifeng: <stdin>:5: not UTF-8 at byte offset 9 of the line; jsonl has to be UTF-8",
        "cifeng: <stdin>:6: the text has 11 characters, the limit is 10; raise it with --max-chars",
    ]) {
        assert_eq!(*complaint, expected);
    }
    assert_eq!(complaints.len(), 4, "{complaints:?}");
    let reports = reports(std::str::from_utf8(&output.stdout).expect("UTF-8"));
    let ids: Vec<_> = reports.iter().map(|report| report["document"]["id"].clone()).collect();
    assert_eq!(ids, ["a", "e"]);
}

#[test]
fn nothing_to_find_is_no_error() {
    for (text, note) in [
        ("", "empty"),
        (" \n\t\u{3000}\r\n", "empty"),
        ("No Chinese 123", "no-han"),
        ("👨‍👩‍👧", "no-han"),
    ] {
        let output = output_of(&["analyze", "--format", "jsonl"], text);
        assert!(!output.contains("NaN") && !output.contains("null,null"), "{output}");
        let report = &reports(&output)[0];
        assert_eq!(report["notes"][0]["code"], note, "{text:?}");
        assert_eq!(report["findings"], serde_json::json!([]));
        for (family, numbers) in report["summary"]["families"].as_object().expect("families") {
            assert_eq!(numbers["count"], 0, "{family}");
            assert_eq!(numbers["per_1000_han"], 0.0, "{family}");
            assert_eq!(numbers["ci95"], serde_json::json!([0.0, 0.0]), "{family}");
        }
        for format in ["table", "json", "csv", "html"] {
            assert!(!output_of(&["analyze", "--format", format], text).contains("NaN"));
        }
    }
}

#[test]
fn the_output_is_no_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("text.txt");
    fs::write(&file, ILL).expect("written");
    let file = file.to_str().expect("UTF-8");
    let run = cifeng(&["analyze", file, "--output", file]).assert();
    run.code(2).stderr(contains("is both an input and the output"));
    assert_eq!(fs::read_to_string(file).expect("still there"), ILL);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let run = cifeng(&["analyze", "--output", "/dev/full"]).write_stdin(ILL).assert();
    run.code(2).stderr(contains("the report cannot be written: "));
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_quiet() {
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};

    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("cifeng"))
        .args(["analyze", "--input", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("piped");
    for _ in 0..3 {
        // The command stops at its first report, perhaps before it has read all.
        let _ = input.write_all(b"{\"text\":\"?\"}\n");
    }
    drop(input);
    assert_eq!(child.wait().expect("ended").code(), Some(0));
    let mut complaints = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut complaints).expect("read");
    assert_eq!(complaints, "");
}
