//! The packages in Node and in Chromium.

use anyhow::Result;
use serde::Deserialize;

use super::measurement::{Measurements, median, parse, ratio};
use super::prepare::Bench;
use super::table::{Figure, Reach, Row, Unit};
use super::{Part, say};

/// Fresh processes of each subject.
const COLD_ROUNDS: usize = 9;

/// The text of a cold start.
const OPED: &str = "hant-oped";

/// Inputs of warm measurements.
const WARM: [(&str, &str); 4] = [
    ("hant-1mb", "1 MB Traditional"),
    ("hans-1mb", "1 MB Simplified"),
    ("hant-10mb", "10 MB Traditional"),
    ("hans-10mb", "10 MB Simplified"),
];

/// What Cifeng is compared with, whether its time is to be the longer one, and how much so.
const PEERS: [(Part, &str, &str, Reach); 3] = [
    (Part::Node, "jieba-tag", "jieba-wasm `tag`", Reach::AtLeast(12.0)),
    (Part::Node, "jieba-cut", "jieba-wasm `cut`", Reach::AtLeast(6.0)),
    (Part::Limit, "limit", "the bare pass", Reach::AtMost(8.0)),
];

/// Node: warm, cold, and memory.
pub fn node(bench: &Bench, parts: &[Part]) -> Result<Vec<Row>> {
    say("in Node");
    let with_jieba = parts.contains(&Part::Node);
    let subjects = subjects(with_jieba, parts);
    let output = bench.script("node.mjs").args(&subjects).read()?;
    let mut rows = warm(bench, "Node", with_jieba, &output)?;
    if with_jieba {
        rows.extend(cold(bench)?);
        rows.extend(memory(bench)?);
    }
    Ok(rows)
}

/// Chromium: warm and cold.
pub fn chromium(bench: &Bench, parts: &[Part]) -> Result<Vec<Row>> {
    say("in Chromium");
    let output = bench.script("chromium.mjs").args(subjects(true, parts)).read()?;
    let mut rows = warm(bench, "Chromium", true, &output)?;
    let measured = Measurements::read(&output, &bench.expected)?;
    let times = [measured.times("cifeng", OPED)?, measured.times("jieba-cut", OPED)?];
    rows.push(start("Chromium, cold, files cached: first report on the op-ed", times));
    Ok(rows)
}

fn subjects(with_jieba: bool, parts: &[Part]) -> Vec<&'static str> {
    let optional = [("jieba", with_jieba), ("limit", parts.contains(&Part::Limit))];
    let wanted = optional.into_iter().filter(|&(_, wanted)| wanted).map(|(name, _)| name);
    ["cifeng"].into_iter().chain(wanted).collect()
}

fn warm(bench: &Bench, place: &str, with_jieba: bool, output: &str) -> Result<Vec<Row>> {
    let measured = Measurements::read(output, &bench.expected)?;
    let mut rows = Vec::new();
    for (part, subject, peer, reach) in PEERS {
        for (input, title) in WARM {
            let Ok(theirs) = measured.times(subject, input) else { continue };
            if part == Part::Node && !with_jieba {
                continue;
            }
            let ours = measured.times("cifeng", input)?;
            let ratio = match reach {
                Reach::AtLeast(_) => ratio(theirs, ours),
                Reach::AtMost(_) => ratio(ours, theirs),
            };
            let what = format!("{place}, {title}: {peer}");
            rows.push(Row::ratio(what, milliseconds([ours, theirs]), ratio, Some(reach)));
        }
    }
    Ok(rows)
}

fn milliseconds(times: [&[f64]; 2]) -> [Figure; 2] {
    times.map(|times| Figure(median(times), Unit::Milliseconds))
}

fn start(what: &str, times: [&[f64]; 2]) -> Row {
    let what = format!("{what}: jieba-wasm `cut`");
    Row::ratio(what, milliseconds(times), ratio(times[0], times[1]), Some(Reach::AtMost(0.25)))
}

/// Fresh processes in turn.
fn cold(bench: &Bench) -> Result<Vec<Row>> {
    #[derive(Deserialize)]
    struct Whole {
        process: f64,
    }
    let mut measured = Measurements::default();
    let mut whole = [Vec::new(), Vec::new()];
    for _ in 0..COLD_ROUNDS {
        for (subject, whole) in ["cifeng", "jieba"].iter().zip(&mut whole) {
            let output = bench.script("cold.mjs").args([subject]).read()?;
            whole.extend(parse::<Whole>(&output)?.iter().map(|one| one.process));
            measured.join(Measurements::read(&output, &bench.expected)?)?;
        }
    }
    let loading = [measured.times("cifeng", OPED)?, measured.times("jieba-cut", OPED)?];
    let whole = [whole[0].as_slice(), &whole[1]];
    let what = "Node, cold, with Node's own start: jieba-wasm `cut`";
    Ok(vec![
        start("Node, cold: first report on the op-ed", loading),
        Row::ratio(what, milliseconds(whole), ratio(whole[0], whole[1]), None),
    ])
}

fn memory(bench: &Bench) -> Result<Vec<Row>> {
    #[derive(Deserialize)]
    struct Memory {
        input: String,
        count: usize,
        bytes: f64,
    }
    let output = bench.script("memory.mjs").read()?;
    let reaches = [
        ("hant-oped", "the op-ed", 24.0),
        ("hant-million", "1,000,000 characters, meanings loaded", 80.0),
    ];
    let mut rows = Vec::new();
    for (Memory { input, count, bytes }, (_, title, bound)) in
        parse::<Memory>(&output)?.into_iter().zip(reaches)
    {
        bench.expected.check("cifeng", &input, count)?;
        let figure = Figure(bytes / 1e6, Unit::Megabytes);
        let what = format!("memory of the WebAssembly instance after {title}");
        rows.push(Row::own(what, figure, Some(Reach::AtMost(bound))));
    }
    Ok(rows)
}
