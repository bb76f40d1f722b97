//! A broken entry stops the build and says where and what is wrong.

use std::fs;
use std::path::Path;

use cifeng_lexicon::compile::{CompileError, compile_dir};

const FAMILY: &str = r##"
order = 1
color = { light = "#000000", dark = "#ffffff" }
line = "solid"
name = { en = "Hedges", hant = "模糊限制語", hans = "模糊限制语" }
description = { en = "…", hant = "…", hans = "…" }

[[subtype]]
id = "modal"
rank = 1
name = { en = "Modal", hant = "情態", hans = "情态" }
description = { en = "…", hant = "…", hans = "…" }
"##;

const RULE: &str = r#"[[rule]]
id = "possibly"
subtype = "modal"
cues = """
可能
"""
not_in = """
可能性
"""
unless = "left(不)"
why = { en = "so", hant = "如此", hans = "如此" }
source = "our own"
yes = ["他[可能]來", "他[可能]来"]
no = ["這種可能性", "这种可能性"]
"#;

/// Compiles a lexicon of one family whose rule file is given.
fn compile(rules: &str) -> Result<(), CompileError> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("fold/characters.tsv", "from\tto\tscript\n這\t这\thant\n來\t来\thant\n種\t种\thant\n");
    write("fold/simplified.txt", "这来种");
    write("classes.toml", "number = \"一 二\"\n");
    write("hedge/family.toml", FAMILY);
    write("hedge/modal.toml", rules);
    write("hedge/more.tsv", "cue\tmodel\n也许\t\n");
    compile_dir(folder.path()).map(|_| ())
}

#[test]
fn a_good_rule_compiles() {
    compile(RULE).expect("a good rule");
}

#[test]
fn a_broken_rule_is_refused_with_file_line_and_reason() {
    // What is replaced, by what, the line of the complaint, a part of it.
    let cases = [
        ("modal\"\ncues", "mood\"\ncues", 3, "`mood` is no subtype of `hedge`"),
        ("cues =", "cue =", 4, "unknown field `cue`"),
        ("可能\n\"\"\"\nnot_in", "可能\tmodel\n\"\"\"\nnot_in", 5, "should be `name=value`"),
        ("可能\n\"\"\"\nnot_in", "可~能\n\"\"\"\nnot_in", 5, "needs a class `inserted`"),
        ("可能性\n\"\"\"", "也许如此\n\"\"\"", 8, "contains no cue of the rule"),
        ("left(不)", "left(@digit)", 10, "no class `digit`"),
        ("left(不)", "leftover", 10, "is no condition"),
        ("hant = \"如此\"", "hant = \"\"", 1, "no reason in `why.hant`"),
        ("source = \"our own\"", "source = \"\"", 1, "names no source"),
        ("\"他[可能]來\", ", "", 1, "no `yes` example in Traditional"),
        (", \"这种可能性\"", "", 1, "no `no` example in Simplified"),
        ("他[可能]來", "他[可能來", 13, "brackets must be closed"),
        ("他[可能]來", "他可能來", 13, "needs [brackets]"),
        ("cues =", "cues_from = [\"none.tsv\"]\ncues =", 4, "`none.tsv` cannot be read"),
        (
            "cues =",
            "variant = \"model\"\ncues_from = [\"more.tsv\"]\ncues =",
            7,
            "`可能` has no `model`",
        ),
        ("cues =", "kind = \"frame\"\npattern = '(可能'\ncues =", 5, "unclosed group"),
        ("cues =", "kind = \"frame\"\ncues =", 1, "needs `pattern`"),
        ("[[rule]]\nid = \"possibly\"", "[[rule]]\nid = ", 2, "string values must be quoted"),
    ];
    for (what, by, line, part) in cases {
        let broken = RULE.replacen(what, by, 1);
        assert_ne!(broken, RULE, "`{what}` is in the rule");
        let error = compile(&broken).expect_err(part);
        let text = error.to_string();
        assert!(text.contains(part), "{what}: {text}");
        assert!(text.contains("modal.toml"), "{text}");
        assert_eq!(error.line, line, "{text}");
    }
}

#[test]
fn a_rule_that_stands_twice_is_refused() {
    let error = compile(&format!("{RULE}\n{RULE}")).expect_err("two rules of one name");
    assert_eq!(
        (error.line, error.message.as_str()),
        (16, "there are two rules `hedge/modal/possibly`")
    );
}
