//! The command as it is called: arguments, files and pipes in; reports, complaints and exit codes out.

mod bad_input;
mod compare;
mod formats;
mod interruption;
mod lexicon;
mod many;
mod offsets;
mod parquet;
mod sources;

use assert_cmd::Command;
use serde_json::Value;

/// A text with one hedge and one exclamation mark.
const ILL: &str = "他可能病了!";

fn cifeng(arguments: &[&str]) -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("cifeng");
    command.args(arguments);
    command
}

/// What `cifeng` writes for an input; it has to succeed.
fn output_of(arguments: &[&str], input: &str) -> String {
    let done = cifeng(arguments).write_stdin(input).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
}

/// The reports in the lines of an output.
fn reports(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).expect("a report")).collect()
}

/// The marked texts of a report.
fn marked(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().expect("findings");
    findings.iter().filter_map(|finding| finding["text"].as_str()).collect()
}
