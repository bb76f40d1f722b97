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
fn folders_stand_for_the_texts_below_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    for name in ["b", "b/d.txt", "a"] {
        fs::create_dir_all(path(name)).expect("made");
    }
    for name in ["c.txt", "a.txt", "b/2.txt", "b/10.TXT", "b/d.txt/x.txt", "b/notes.md", "txt"] {
        fs::write(path(name), name).expect("written");
    }
    for name in ["z.jsonl", "b/y.jsonl"] {
        fs::write(path(name), format!("{{\"id\":\"{name}\",\"text\":\"\"}}\n")).expect("written");
    }
    let here = folder.path().to_str().expect("UTF-8");
    let ids = |arguments: &[&str]| -> Vec<String> {
        let output = output_of(&[&["analyze", "--format", "jsonl"], arguments].concat(), "");
        let ids = reports(&output).into_iter().map(|it| it["document"]["id"].clone());
        ids.map(|id| id.as_str().expect("an id").replace(here, "")).collect()
    };
    let texts = ["/a.txt", "/b/10.TXT", "/b/2.txt", "/b/d.txt/x.txt", "/c.txt"];
    assert_eq!(ids(&[here]), texts);
    let a = path("a.txt");
    let a = a.to_str().expect("UTF-8");
    assert_eq!(ids(&[a, here]), [&["/a.txt"][..], &texts].concat());
    assert_eq!(ids(&["--input", "jsonl", here]), ["b/y.jsonl", "z.jsonl"]);

    let json = |file: &str| output_of(&["analyze", "--format", "json", file], "");
    assert!(json(here).starts_with('['), "of a folder, an array");
    assert!(json(a).starts_with('{'), "of a file, one report");
}

#[test]
#[cfg(unix)]
fn links_in_folders_are_followed_but_not_in_circles() {
    use std::os::unix::fs::symlink;

    let [folder, elsewhere] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    fs::write(elsewhere.path().join("text.txt"), ILL).expect("written");
    symlink(elsewhere.path(), folder.path().join("away")).expect("linked");
    symlink(folder.path(), folder.path().join("back")).expect("linked");
    let here = folder.path().to_str().expect("UTF-8");
    let run = cifeng(&["analyze", "--format", "jsonl", here]).assert().code(2);
    let output = run.stderr(contains(format!("{here}/back: cannot be read: ")));
    let output = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert_eq!(reports(&output)[0]["document"]["id"], format!("{here}/away/text.txt"));
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

#[test]
fn what_a_reader_set_aside_is_in_no_number() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("exceptions.json");
    let file = file.to_str().expect("a plain path");
    let ask = || cifeng(&["analyze", "--format", "jsonl", "--exceptions", file]);
    std::fs::write(
        file,
        r#"[{"family": "hedge", "text": "可能", "place": {"before": "他", "after": "病了!", "nth": 0}}]"#,
    )
    .expect("a file");
    let done = ask().write_stdin(ILL).assert().success();
    let report = &reports(&String::from_utf8_lossy(&done.get_output().stdout))[0];
    assert_eq!(marked(report), ["!"]);
    assert_eq!(report["set_aside"][0]["text"], "可能");
    assert_eq!(report["summary"]["families"]["hedge"]["count"], 0);

    std::fs::write(file, r#"[{"family": "hedge"}]"#).expect("a file");
    let refused = ask().write_stdin(ILL).assert().code(2);
    let complaint = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(complaint.contains("exceptions.json: missing field `text` at line 1"), "{complaint}");
}
