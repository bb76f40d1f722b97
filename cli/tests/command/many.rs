//! Many texts: several at a time, reported in their order.

use std::fmt::Write;

use predicates::str::contains;

use crate::{cifeng, output_of, reports};

/// Texts of very different length, every tenth of them broken.
fn corpus() -> String {
    let mut lines = String::new();
    for number in 0..600 {
        let text = "他也許病了!".repeat(1 + (number * 7919) % 97 * usize::from(number % 5 == 0));
        let text = if number % 10 == 9 { "{}".to_owned() } else { format!("\"{text}\"") };
        writeln!(lines, "{{\"id\":{number},\"text\":{text}}}").expect("written");
    }
    lines
}

#[test]
fn the_order_stays() {
    let corpus = corpus();
    let run = |jobs: &str| {
        let arguments = ["analyze", "--input", "jsonl", "--jobs", jobs];
        let done = cifeng(&arguments).write_stdin(corpus.as_str()).assert().code(2);
        let output = done.get_output();
        [&output.stdout, &output.stderr].map(|it| String::from_utf8(it.clone()).expect("UTF-8"))
    };
    let [one, complaints] = run("1");
    let ids: Vec<String> = reports(&one)
        .iter()
        .map(|report| report["document"]["id"].as_str().expect("an id").to_owned())
        .collect();
    let good = (0..600).filter(|number| number % 10 != 9);
    assert_eq!(ids, good.map(|number| number.to_string()).collect::<Vec<_>>());
    let lines = complaints.lines().map(|line| line.split(':').nth(2).expect("a line number"));
    let bad = (1..=60).map(|number| (number * 10).to_string());
    assert_eq!(lines.collect::<Vec<_>>(), bad.collect::<Vec<_>>());
    for jobs in ["2", "7"] {
        assert_eq!(run(jobs), [&one, &complaints].map(String::clone), "{jobs} jobs");
    }
}

#[test]
fn every_format_is_the_same_with_any_number_of_jobs() {
    let corpus: String = corpus().lines().filter(|line| !line.contains("{}")).take(40).fold(
        String::new(),
        |mut lines, line| {
            writeln!(lines, "{line}").expect("written");
            lines
        },
    );
    for format in ["table", "json", "jsonl", "csv", "html"] {
        let run = |jobs| {
            let arguments = ["analyze", "--input", "jsonl", "--format", format, "--jobs", jobs];
            output_of(&arguments, &corpus)
        };
        assert_eq!(run("1"), run("3"), "{format}");
    }
}

#[test]
fn timings_are_shown_when_all_is_done() {
    let arguments = ["analyze", "--input", "jsonl", "--timings", "--jobs", "2"];
    let input = "{\"text\":\"他也許病了!\"}\n{\"text\":\"千真萬確\"}\n";
    let run = cifeng(&arguments).write_stdin(input).assert().success();
    let without = output_of(&["analyze", "--input", "jsonl"], input);
    let rows = ["document ", "detect ", "  booster ", "  hedge ", "resolve ", "voices ", "report "];
    let run = run.stdout(without).stderr(contains(" ms").count(rows.len() + 4));
    let timings = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    for row in rows {
        assert!(timings.lines().any(|line| line.starts_with(row)), "{row} is not in\n{timings}");
    }
    assert!(timings.lines().last().expect("a row").ends_with("100.0 %"), "{timings}");
}
