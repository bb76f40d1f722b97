//! How the time grows with the text.

use anyhow::{Context, Result};

use super::measurement::{Measurement, median, parse, ratio};
use super::prepare::Bench;
use super::say;
use super::table::{Figure, Reach, Row, Unit};

/// How much more time than text is still called linear, in tenths.
const TENTHS: f64 = 11.0;

/// Measures texts and costly inputs at several sizes, natively.
pub fn measure(bench: &Bench) -> Result<Vec<Row>> {
    say("how the time grows");
    // The program itself refuses a count that differs from its untimed run.
    rows(&parse(&bench.program("cifeng-bench").args(["linear"]).read()?)?)
}

/// A row for each size but the smallest of its kind, which is the measure of the others.
fn rows(measured: &[Measurement]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let mut smallest: Option<(&str, f64, &[f64])> = None;
    for one in measured {
        let (name, size) = size(&one.input)?;
        match smallest.filter(|(known, ..)| *known == name) {
            None => smallest = Some((name, size, &one.ms)),
            Some((_, least, base)) => {
                let times = [&one.ms, base].map(|ms| Figure(median(ms), Unit::Milliseconds));
                let reach = Some(Reach::AtMost(size / least * TENTHS / 10.0));
                let what = format!("growth, {name}: {size} MB by {least} MB");
                rows.push(Row::ratio(what, times, ratio(&one.ms, base), reach));
            }
        }
    }
    Ok(rows)
}

/// The name and the megabytes of an input such as `digits only, 2 MB`.
fn size(input: &str) -> Result<(&str, f64)> {
    let parts = input.strip_suffix(" MB").and_then(|rest| rest.rsplit_once(", "));
    let (name, size) = parts.with_context(|| format!("{input} tells no size"))?;
    Ok((name, size.parse()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_is_held_against_the_smallest() {
        let one = |input: &str, ms| Measurement {
            subject: "cifeng".to_owned(),
            input: input.to_owned(),
            ms: vec![ms],
            count: 1,
        };
        let measured = [
            one("hant, 1 MB", 2.0),
            one("hant, 10 MB", 21.0),
            one("a, b, 1 MB", 1.0),
            one("a, b, 2 MB", 4.0),
        ];
        let rows = rows(&measured).expect("all have sizes");
        let seen: Vec<_> = rows
            .iter()
            .map(|row| {
                (
                    row.what.as_str(),
                    row.figure.0,
                    row.reach.expect("it has one").holds(row.figure.0),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("growth, hant: 10 MB by 1 MB", 10.5, true),
                ("growth, a, b: 2 MB by 1 MB", 4.0, false),
            ]
        );
        assert!(size("digits").is_err());
    }
}
