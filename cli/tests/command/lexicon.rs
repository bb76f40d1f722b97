//! `--lexicon`: the user's own entries, in every format, and what is wrong with them.

use std::fs;
use std::path::PathBuf;

use predicates::str::contains;

use crate::{ILL, cifeng, marked, output_of, reports};

/// Tables in a folder of their own, and their paths.
fn tables(tables: &[(&str, &[u8])]) -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let paths: Vec<PathBuf> = tables.iter().map(|(name, _)| folder.path().join(name)).collect();
    for (path, (_, table)) in paths.iter().zip(tables) {
        fs::write(path, table).expect("written");
    }
    let paths = paths.into_iter().map(|path| path.to_str().expect("UTF-8").to_owned());
    (folder, paths.collect())
}

const MINE: &[u8] =
    "\u{feff}entry\tfamily\tsubtype\tnote\r\n病了\thedge\tmodal\t我的理由\r\n".as_bytes();

#[test]
fn several_lexicons_are_used_and_named() {
    let second = "# 甲\n詞條\t類別\t小類\n他\tnickname\tperson\n".as_bytes();
    let (_folder, paths) = tables(&[("mine.tsv", MINE), ("名字.tsv", second)]);
    let arguments =
        ["analyze", "--format", "jsonl", "--lexicon", &paths[0], "--lexicon", &paths[1]];
    let run = cifeng(&arguments).write_stdin(ILL).assert().success();
    let run = run.stderr(contains("名字.tsv:3: warning: ‘他’ is one character"));
    let output = String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8");
    let [report] = &reports(&output)[..] else { panic!("{output}") };
    assert_eq!(marked(report), ["他", "可能", "病了", "!"]);
    assert_eq!(report["findings"][0]["rule"], "user/名字");
    assert_eq!(report["findings"][2]["why"], "我的理由");
    let used = report["analyzer"]["user_lexicons"].as_array().expect("they are named");
    let named: Vec<_> = used.iter().map(|each| (&each["name"], &each["entries"])).collect();
    assert_eq!(named, [(&"mine".into(), &1.into()), (&"名字".into(), &1.into())]);
}

#[test]
fn every_format_shows_them_as_text() {
    let table = "entry\tfamily\tsubtype\tnote\n病了\thedge\tmodal\t<script>alert(1)</script>\n";
    let (_folder, paths) = tables(&[("<b>.tsv", table.as_bytes())]);
    for (format, expected) in [
        ("csv", "病了,hedge,modal,,,,,user/<b>,<script>alert(1)</script>,"),
        ("html", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("json", "\"rule\": \"user/<b>\""),
    ] {
        let output = output_of(&["analyze", "--format", format, "--lexicon", &paths[0]], ILL);
        assert!(output.contains(expected), "{output}");
        assert!(format != "html" || !output.contains("<script"), "{output}");
    }
}

#[test]
fn wrong_lexicons_stop_the_run() {
    let wrong = "entry\tfamily\tsubtype\n病了\thedge\tmodal\n病了\tverb\tmodal\n病\thedge\tx\n";
    let cases: [(&[u8], &[&str]); 4] = [
        (
            wrong.as_bytes(),
            &[
                "words.tsv:3: There is no family ‘verb’; there are",
                "words.tsv:4: The family hedge has no subtype ‘x’; it has modal,",
                "words.tsv: 2 lines are wrong in this lexicon; nothing was analysed",
            ],
        ),
        (b"", &["words.tsv:1: The table is empty", "one line is wrong"]),
        (b"\xA5\xB4\xC1y", &["words.tsv: not UTF-8; save it as UTF-8"]),
        (b"a,b,c\n", &["words.tsv:1: \u{2018}a,b,c\u{2019} is one column"]),
    ];
    for (table, complaints) in cases {
        let (_folder, paths) = tables(&[("words.tsv", table)]);
        let run = cifeng(&["analyze", "--lexicon", &paths[0]]).write_stdin(ILL).assert();
        let mut run = run.code(2).stdout("");
        for complaint in complaints {
            run = run.stderr(contains(*complaint));
        }
    }
    let run = cifeng(&["analyze", "--lexicon", "no/such.tsv"]).write_stdin(ILL).assert();
    run.code(2).stdout("").stderr(contains("cifeng: no/such.tsv: No such file"));
}
