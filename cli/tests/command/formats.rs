//! Every form of the report, of one text and of several.

use serde_json::Value;

use crate::{ILL, cifeng, marked, output_of, reports};

const TWO: &str = "{\"id\":\"a\",\"text\":\"他可能病了!\"}\n{\"id\":\"=b\",\"text\":\"<b>也許</b>&\\u001b[2J!\"}\n";

#[test]
fn json_of_one_text_is_one_report() {
    let report: Value =
        serde_json::from_str(&output_of(&["analyze", "--format", "json"], ILL)).expect("JSON");
    assert_eq!(report["schema"], "cifeng.report/1");
    assert_eq!(marked(&report), ["可能", "!"]);
}

#[test]
fn json_of_several_texts_is_an_array() {
    for (input, ids) in
        [(TWO, &["a", "=b"][..]), ("{\"id\":\"a\",\"text\":\"\"}", &["a"]), ("", &[])]
    {
        let arguments = ["analyze", "--input", "jsonl", "--format", "json"];
        let array: Value = serde_json::from_str(&output_of(&arguments, input)).expect("JSON");
        let reports = array.as_array().expect("an array");
        let found: Vec<_> = reports.iter().map(|report| report["document"]["id"].clone()).collect();
        assert_eq!(found, ids);
    }
}

#[test]
fn jsonl_is_the_default_for_jsonl() {
    let output = output_of(&["analyze", "--input", "jsonl"], TWO);
    assert_eq!(reports(&output).len(), 2);
    assert_eq!(output_of(&["analyze", "--input", "jsonl", "--format", "jsonl"], TWO), output);
}

#[test]
fn csv_has_one_row_a_finding() {
    let output = output_of(&["analyze", "--input", "jsonl", "--format", "csv"], TWO);
    let rows: Vec<&str> = output.lines().collect();
    assert_eq!(
        rows[0],
        "id,start,end,offsets,text,family,subtype,role,voice,variant_of,meaning,rule,why,paragraph,line,column,before,after,analyzer,lexicon,user_lexicons,sha256"
    );
    assert_eq!(rows.len(), 5, "{output}");
    assert!(
        rows[1].starts_with("a,1,3,codepoint,可能,hedge,modal,,,,,hedge/modal/"),
        "{}",
        rows[1]
    );
    assert!(rows[1].contains(",1,1,2,他,病了!,"), "{}", rows[1]);
    assert!(rows[3].starts_with("'=b,3,5,codepoint,也許,"), "{}", rows[3]);
}

#[test]
fn tables_show_and_do_not_obey() {
    let output = output_of(&["analyze", "--input", "jsonl", "--format", "table"], TWO);
    assert!(!output.contains('\u{1b}'), "{output}");
    for shown in [
        "a\n6 characters · 5 Han characters",
        "=b\n",
        "per 1,000 Han",
        "1:2",
        "</b>&␛[2J!",
        "hedge/modal/",
    ] {
        assert!(output.contains(shown), "{shown:?} is not in\n{output}");
    }
    let chinese = output_of(&["analyze", "--lang", "zh-Hant"], ILL);
    assert!(chinese.contains("每千漢字"), "{chinese}");
}

#[test]
fn pages_are_whole_and_inert() {
    let output = output_of(&["analyze", "--input", "jsonl", "--format", "html"], TWO);
    assert!(
        output.starts_with("<!DOCTYPE html>\n<html lang=\"en\">") && output.ends_with("</html>\n")
    );
    assert!(!output.contains("<script") && !output.contains("<b>") && !output.contains('\u{1b}'));
    assert!(output.contains("&lt;b&gt;<mark "), "{output}");
    assert_eq!(output.matches("<article>").count(), 2);
    assert_eq!(output.matches("<mark ").count(), 4);
    for marked in [
        "data-family=\"hedge\" data-subtype=\"modal\"",
        "data-family=\"exclamation\" data-subtype=\"mark\"",
        "<td class=\"number\" data-family=\"hedge\">1</td>",
    ] {
        assert!(output.contains(marked), "{marked} is not in\n{output}");
    }
    assert!(
        output_of(&["analyze", "--format", "html", "--lang", "zh-Hans"], ILL)
            .contains("lang=\"zh-Hans\"")
    );
}

#[test]
fn output_goes_to_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for format in ["table", "json", "jsonl", "csv", "html"] {
        let file = folder.path().join(format);
        let name = file.to_str().expect("UTF-8");
        let arguments = ["analyze", "--format", format];
        cifeng(&arguments).args(["--output", name]).write_stdin(ILL).assert().success().stdout("");
        let written = std::fs::read_to_string(&file).expect("written");
        assert_eq!(written, output_of(&arguments, ILL), "{format}");
    }
}
