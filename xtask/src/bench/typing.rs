//! From a keystroke to its highlight, in the page.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::measurement::{parse, percentile95};
use super::prepare::Bench;
use super::say;
use super::table::{Figure, Reach, Row, Unit};

#[derive(Deserialize)]
struct Typing {
    input: String,
    count: usize,
    ms: Vec<f64>,
    blocked: f64,
}

/// Types into the built page.
pub fn measure(bench: &Bench) -> Result<Vec<Row>> {
    say("typing into the page");
    let typing: Vec<Typing> = parse(&bench.script("typing.mjs").read()?)?;
    let Typing { input, count, ms, blocked } =
        typing.into_iter().next().context("nothing was typed")?;
    bench.expected.check("cifeng", &input, count)?;
    let milliseconds = |number| Figure(number, Unit::Milliseconds);
    let place = "typing in 1,000,000 characters";
    Ok(vec![
        Row::own(
            format!("{place}: keystroke to highlight, 95 of 100"),
            milliseconds(percentile95(&ms)),
            Some(Reach::AtMost(33.0)),
        ),
        Row::own(
            format!("{place}: main thread blocked, longest"),
            milliseconds(blocked),
            Some(Reach::AtMost(50.0)),
        ),
    ])
}
