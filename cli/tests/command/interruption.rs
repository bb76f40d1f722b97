//! Ctrl-C: what is written is whole, and the exit code is 130.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use predicates::prelude::*;
use predicates::str::ends_with;
use serde_json::Value;

use crate::parquet::rows;
use crate::reports;

fn start(arguments: &[&str]) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin!("cifeng"))
        .args(["analyze", "--input", "jsonl"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started")
}

/// Presses Ctrl-C and waits for the end; gives back what was said.
fn interrupt(mut child: Child) -> String {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-s", "INT", &id]).status().expect("run").success());
    assert_eq!(child.wait().expect("ended").code(), Some(130));
    let mut said = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut said).expect("read");
    said
}

#[test]
fn lines_are_whole() {
    let mut child = start(&["--jobs", "3"]);
    let mut input = child.stdin.take().expect("piped");
    let sender = thread::spawn(move || {
        (0_usize..1_000_000)
            .find(|id| writeln!(input, "{{\"id\":{id},\"text\":\"他也許病了!\"}}").is_err())
    });
    let mut output = BufReader::new(child.stdout.take().expect("piped"));
    let mut written = String::new();
    for _ in 0..50 {
        output.read_line(&mut written).expect("read");
    }
    let rest = thread::spawn(move || {
        let mut rest = String::new();
        output.read_to_string(&mut rest).expect("read");
        rest
    });
    assert_eq!(
        interrupt(child),
        "cifeng: interrupted; the texts after the last one written were not done\n"
    );
    written += &rest.join().expect("read");
    let sent = sender.join().expect("written").expect("an end");
    assert!(written.ends_with('\n'));
    let reports = reports(&written);
    assert!(reports.len() >= 50 && reports.len() <= sent, "{} of {sent}", reports.len());
    for (number, report) in reports.iter().enumerate() {
        assert_eq!(report["document"]["id"], number.to_string());
    }
}

#[test]
fn files_are_valid_while_the_input_is_silent() {
    let folder = tempfile::tempdir().expect("a folder");
    for format in ["json", "csv", "html", "table", "parquet"] {
        let file = folder.path().join(format);
        let mut child = start(&["--format", format, "--output", file.to_str().expect("UTF-8")]);
        let mut input = child.stdin.take().expect("piped");
        writeln!(input, "{{\"text\":\"他也許病了!\"}}").expect("written");
        // The file is made after Ctrl-C is watched for.
        while !file.exists() {
            thread::sleep(Duration::from_millis(5));
        }
        interrupt(child);
        drop(input);
        assert_whole(format, &file);
    }
}

fn assert_whole(format: &str, file: &Path) {
    if format == "parquet" {
        assert!(rows(file).len() <= 2);
        return;
    }
    let written = fs::read_to_string(file).expect("written");
    match format {
        "json" => assert!(serde_json::from_str::<Value>(&written).expect("JSON").is_array()),
        "html" => assert!(ends_with("</html>\n").eval(&written)),
        "csv" => assert!(written.starts_with("id,start,") && written.ends_with('\n')),
        _ => assert!(written.is_empty() || written.ends_with('\n')),
    }
}
