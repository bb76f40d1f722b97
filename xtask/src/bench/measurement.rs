//! What the measuring programs print, and what must be found.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One subject on one input, timed several times.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Measurement {
    /// What was timed.
    pub subject: String,
    /// On what.
    pub input: String,
    /// Milliseconds, one a round.
    pub ms: Vec<f64>,
    /// What it found, the same in every round.
    pub count: usize,
}

/// The lines of a program's output, each a JSON object.
pub fn parse<T: DeserializeOwned>(output: &str) -> Result<Vec<T>> {
    let line = |line| serde_json::from_str(line).with_context(|| format!("unexpected: {line}"));
    output.lines().map(line).collect()
}

/// The middle one of some numbers, the mean of the middle two if they are even.
#[must_use]
pub fn median(numbers: &[f64]) -> f64 {
    let sorted = sorted(numbers);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

/// The middle one of the ratios of two times measured in turn, the first by the second: what slows one
/// round down slows both down.
#[must_use]
pub fn ratio(times: &[f64], others: &[f64]) -> f64 {
    let ratios: Vec<f64> = times.iter().zip(others).map(|(time, other)| time / other).collect();
    median(&ratios)
}

/// The number that 95 of a hundred do not exceed.
#[must_use]
pub fn percentile95(numbers: &[f64]) -> f64 {
    let rank = (numbers.len() * 95).div_ceil(100).saturating_sub(1);
    sorted(numbers).get(rank).copied().unwrap_or(f64::NAN)
}

fn sorted(numbers: &[f64]) -> Vec<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The measurements of one place, say Node.
#[derive(Debug, Default)]
pub struct Measurements(Vec<Measurement>);

impl Measurements {
    /// The measurements that a program printed, once their counts have been found right.
    pub fn read(output: &str, expected: &Expected) -> Result<Self> {
        let all: Vec<Measurement> = parse(output)?;
        all.iter().try_for_each(|one| expected.check(&one.subject, &one.input, one.count))?;
        Ok(Self(all))
    }

    /// The times of a subject on an input, in milliseconds, one a round.
    pub fn times(&self, subject: &str, input: &str) -> Result<&[f64]> {
        let found = self.0.iter().find(|one| one.subject == subject && one.input == input);
        let found = found.with_context(|| format!("{subject} was not measured on {input}"))?;
        Ok(&found.ms)
    }

    /// Joins what was measured one after the other on the same input.
    pub fn join(&mut self, other: Self) -> Result<()> {
        for one in other.0 {
            let known = self
                .0
                .iter_mut()
                .find(|each| each.subject == one.subject && each.input == one.input);
            match known {
                None => self.0.push(one),
                Some(known) => {
                    ensure!(
                        known.count == one.count,
                        "{} found {} in {}, {} before",
                        one.subject,
                        one.count,
                        one.input,
                        known.count
                    );
                    known.ms.extend(one.ms);
                }
            }
        }
        Ok(())
    }
}

/// The inputs with what an untimed native run found in them.
#[derive(Debug, Default)]
pub struct Expected(BTreeMap<String, Input>);

#[derive(Debug, Deserialize)]
struct Input {
    bytes: usize,
    findings: usize,
    literals: Option<usize>,
}

impl Expected {
    /// Reads `expected.json` of a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("expected.json");
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_str(&text).map(Self).context("expected.json is not as expected")
    }

    /// The megabytes of an input.
    pub fn megabytes(&self, input: &str) -> Result<f64> {
        let found = self.0.get(input).with_context(|| format!("there is no input {input}"))?;
        Ok(found.bytes as f64 / 1e6)
    }

    /// An error if Cifeng or the bare pass found another number of things than it must. What others
    /// find is theirs.
    pub fn check(&self, subject: &str, input: &str, count: usize) -> Result<()> {
        let known = self.0.get(input);
        let wanted = match subject {
            "cifeng" => known.map(|input| input.findings),
            "limit" => known.and_then(|input| input.literals),
            _ => Some(count),
        };
        let wanted = wanted.with_context(|| format!("nobody knows what is in {input}"))?;
        ensure!(count == wanted, "{subject} found {count} in {input}, where {wanted} are");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected() -> Expected {
        let input = Input { bytes: 1_000_000, findings: 2, literals: Some(3) };
        Expected(BTreeMap::from([("a".to_owned(), input)]))
    }

    fn line(subject: &str, count: usize) -> String {
        format!(r#"{{"subject":"{subject}","input":"a","ms":[3,1,2],"count":{count}}}"#)
    }

    #[test]
    fn the_middle_and_the_end_are_found() {
        let table: [(&[f64], f64, f64); 3] =
            [(&[3.0, 1.0, 2.0], 2.0, 3.0), (&[4.0, 1.0, 2.0, 3.0], 2.5, 4.0), (&[1.0], 1.0, 1.0)];
        for (numbers, middle, end) in table {
            assert_eq!((median(numbers), percentile95(numbers)), (middle, end));
        }
        assert!(median(&[]).is_nan() && percentile95(&[]).is_nan());
    }

    #[test]
    fn a_slow_round_does_not_count() {
        assert!((ratio(&[10.0, 40.0, 10.0], &[2.0, 8.0, 4.0]) - 5.0).abs() < 1e-9);
    }

    #[test]
    fn a_fast_wrong_answer_fails() {
        let table = [
            (line("cifeng", 2), None),
            (line("limit", 3), None),
            (line("jieba-cut", 99), None),
            (line("cifeng", 1), Some("cifeng found 1 in a, where 2 are")),
            (line("limit", 2), Some("limit found 2 in a, where 3 are")),
        ];
        for (output, error) in table {
            let read = Measurements::read(&output, &expected());
            assert_eq!(read.err().map(|error| error.to_string()).as_deref(), error);
        }
    }

    #[test]
    fn rounds_are_joined() {
        let mut all = Measurements::default();
        for _ in 0..2 {
            let one = Measurements::read(&line("cifeng", 2), &expected()).expect("it is right");
            all.join(one).expect("the counts are the same");
        }
        assert_eq!(all.0[0].ms.len(), 6);
        assert_eq!(all.times("cifeng", "a").map(median).ok(), Some(2.0));
        assert!(all.times("cifeng", "b").is_err());
    }
}
