//! `cifeng compare`: two sides in, one comparison out.

use std::fs;
use std::path::Path;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::Value;
use tempfile::TempDir;

use super::cifeng;

/// Nine Han characters with one hedge, and ten without any marker.
const HEDGED: &str = "他今天也許會到這裡。";
const PLAIN: &str = "他今天一早就到這裡了。";

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
    fs::write(&path, text).expect("it can be written");
    path.to_string_lossy().into_owned()
}

fn compared(arguments: &[&str]) -> Value {
    let done = cifeng(&[&["compare", "--format", "json"], arguments].concat()).assert().success();
    serde_json::from_slice(&done.get_output().stdout).expect("JSON")
}

#[test]
fn two_files() {
    let folder = TempDir::new().expect("a folder");
    let a = write(folder.path(), "a.txt", &HEDGED.repeat(60));
    let b = write(folder.path(), "b.txt", &PLAIN.repeat(60));
    let comparison = compared(&[&a, "--with", &b]);
    assert_eq!(comparison["schema"], "cifeng.comparison/1");
    assert_eq!(comparison["sides"][0]["name"], a.as_str());
    assert_eq!(comparison["sides"][1]["han"], 600);
    let hedges = comparison["families"]
        .as_array()
        .and_then(|rows| rows.iter().find(|row| row["family"] == "hedge"))
        .expect("hedges");
    assert_eq!(hedges["counts"], serde_json::json!([60, 0]));
    assert_eq!(hedges["evidence"]["conclusion"], "more-in-a");
    assert_eq!(comparison["entries"][0]["entry"], "也許");

    cifeng(&["compare", &a, "--with", &b, "--names", "甲", "乙", "--lang", "zh-Hant"])
        .assert()
        .success()
        .stdout(contains("A: 甲 (1 篇 · 540 漢字)"))
        .stdout(contains("A 較多，每千漢字多"));
}

#[test]
fn folders_names_and_csv() {
    let folder = TempDir::new().expect("a folder");
    for text in 0..3 {
        write(folder.path(), &format!("new/{text}.txt"), &HEDGED.repeat(20));
        write(folder.path(), &format!("old/{text}.txt"), &PLAIN.repeat(20));
    }
    let [a, b] = ["new", "old"].map(|name| folder.path().join(name).to_string_lossy().into_owned());
    let comparison = compared(&[&a, "--with", &b, "--names", "new", "old"]);
    assert_eq!(comparison["sides"][0], serde_json::json!({"name": "new", "texts": 3, "han": 540}));
    let done = cifeng(&["compare", &a, "--with", &b, "--format", "csv"]).assert().success();
    let mut rows = csv::Reader::from_reader(done.get_output().stdout.as_slice());
    let header = rows.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    let column = |name: &str| header.iter().position(|each| each == name).expect("a column");
    let hedges = rows.iter().find(|row| &row[0] == "family" && &row[1] == "hedge").expect("hedges");
    assert_eq!((&hedges[column("count_a")], &hedges[column("texts_a")]), ("60", "3"));
    assert_eq!(&hedges[column("conclusion")], "more-in-a");
    assert!(rows.iter().any(|row| &row[0] == "entry" && &row[column("entry")] == "也許"));
}

#[test]
fn a_side_that_is_too_short_gives_counts_only() {
    let folder = TempDir::new().expect("a folder");
    let a = write(folder.path(), "a.txt", HEDGED);
    let b = write(folder.path(), "b.txt", &PLAIN.repeat(60));
    cifeng(&["compare", &a, "--with", &b])
        .assert()
        .success()
        .stdout(contains("A side has fewer than 200 Han characters."))
        .stdout(contains("p = ").not());
    for row in compared(&[&a, "--with", &b])["families"].as_array().expect("rows") {
        assert_eq!(row["evidence"], Value::Null);
    }
}

#[test]
fn what_cannot_be_read_is_said_and_left_out() {
    let folder = TempDir::new().expect("a folder");
    let a = write(folder.path(), "a.txt", &HEDGED.repeat(60));
    let b = write(folder.path(), "b.txt", &PLAIN.repeat(60));
    let gone = folder.path().join("gone.txt").to_string_lossy().into_owned();
    cifeng(&["compare", &a, &gone, "--with", &b])
        .assert()
        .code(2)
        .stderr(contains("gone.txt: cannot be read"))
        .stdout(contains("A: "));
    cifeng(&["compare", &a]).assert().code(2).stderr(contains("--with"));
    cifeng(&["compare", &a, "--with", &b, "--output", &a])
        .assert()
        .code(2)
        .stderr(contains("is both an input and the output"));
}
