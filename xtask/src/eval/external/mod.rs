//! Comparison with annotation that others made for purposes of their own.
//!
//! Such annotation shares some decisions with ours and not others, so each set is compared only where
//! both mean the same. Its files hold one JSON object a line:
//! `{"id", "text", "spans": [{"start", "end", "text", "tag"}]}`, offsets in code points.

mod alarms;
mod coverage;
mod exclamations;
mod hedges;
mod idioms;
mod nicknames;

pub use alarms::false_alarms;
pub use exclamations::exclamations;
pub use hedges::hedges;
pub use idioms::idioms;
pub use nicknames::nicknames;

use std::path::Path;

use anyhow::{Context, Result, bail};
use cifeng::{Finding, Report};
use serde::Deserialize;

use super::gold;
use super::score::Place;

/// A text with the annotation of others.
#[derive(Debug, Deserialize)]
pub struct Tagged {
    /// Its name.
    pub id: String,
    /// The text.
    pub text: String,
    /// What they marked.
    pub spans: Vec<Tag>,
}

/// A stretch of text that others marked.
#[derive(Debug, Deserialize)]
pub struct Tag {
    start: u32,
    end: u32,
    text: String,
    #[serde(rename = "tag")]
    name: String,
}

impl Tag {
    fn place(&self) -> Place {
        (self.start, self.end)
    }
}

impl Tagged {
    /// The stretches with one of some tags, in order.
    fn tagged<'a>(&'a self, tags: &'a [&str]) -> impl Iterator<Item = &'a Tag> {
        self.spans.iter().filter(|span| tags.contains(&span.name.as_str()))
    }

    /// Where stretches with one of some tags are.
    fn places(&self, tags: &[&str]) -> Vec<Place> {
        self.tagged(tags).map(Tag::place).collect()
    }
}

/// Reads a file of such texts.
pub fn load(path: &Path) -> Result<Vec<Tagged>> {
    let texts = gold::lines(path, parse)?;
    Ok(texts.into_iter().map(|(_, text)| text).collect())
}

fn parse(line: &str) -> Result<Tagged> {
    let text: Tagged = serde_json::from_str(line)?;
    let characters: Vec<char> = text.text.chars().collect();
    for (number, Tag { start, end, text, .. }) in text.spans.iter().enumerate() {
        let marked = gold::marked(&characters, *start, *end)
            .with_context(|| format!("spans[{number}] is out of the text"))?;
        if marked != *text {
            bail!("spans[{number}] says `{text}`, but {start}..{end} is `{marked}`");
        }
    }
    Ok(text)
}

/// The findings of a report that fit, with their rules.
fn found(report: &Report, fits: impl Fn(&Finding) -> bool) -> Vec<(Place, &str)> {
    let findings = report.findings.iter().filter(|finding| fits(finding));
    findings.map(|finding| ((finding.start, finding.end), finding.rule.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use cifeng::Analyzer;

    use super::super::analysis;
    use super::super::measure::{Measure, Outcome};
    use super::*;

    /// The built-in lexicon.
    pub static ANALYZER: LazyLock<Analyzer> =
        LazyLock::new(|| super::super::analyzer(None).expect("the built-in lexicon is good"));

    /// Texts and their annotation, for the tests of this folder: `[` and `]` around what is marked,
    /// `|` before its tag.
    pub fn tagged(marked: &str) -> Tagged {
        let mut text = Tagged { id: "made up".to_owned(), text: String::new(), spans: Vec::new() };
        for (number, part) in marked.split(['[', ']']).enumerate() {
            let (plain, tag) = part.split_once('|').unwrap_or((part, ""));
            let start = text.text.chars().count() as u32;
            let end = start + plain.chars().count() as u32;
            text.text.push_str(plain);
            if number % 2 == 1 {
                let (name, text_of) = (tag.to_owned(), plain.to_owned());
                text.spans.push(Tag { start, end, text: text_of, name });
            }
        }
        text
    }

    /// The report of a short text, for the tests of this folder.
    pub fn report(text: &str) -> Report {
        analysis::analyze(&ANALYZER, &[text]).expect("a short text").remove(0)
    }

    /// The measures by name, each figure with three decimals.
    pub fn figures(outcome: &Outcome) -> Vec<String> {
        let of = |measure: &Measure| {
            let figures = measure.figures.iter().map(|(name, value)| format!(" {name} {value:.3}"));
            format!("{}:{}", measure.name, figures.collect::<String>())
        };
        outcome.measures.iter().map(of).collect()
    }

    #[test]
    fn annotation_out_of_place_is_refused() {
        let good =
            r#"{"id":"a","text":"😀啊","spans":[{"start":1,"end":2,"text":"啊","tag":"SP"}]}"#;
        assert_eq!(parse(good).expect("good annotation").places(&["SP"]), [(1, 2)]);
        for (line, reason) in [
            (good.replace("2,", "3,"), "spans[0] is out of the text"),
            (good.replace("\"啊\"", "\"呀\""), "spans[0] says `呀`, but 1..2 is `啊`"),
        ] {
            assert_eq!(parse(&line).expect_err(reason).to_string(), reason);
        }
    }

    #[test]
    fn brackets_mark() {
        let text = tagged("走[啊|SP][！|EXCL]");
        assert_eq!((text.text.as_str(), text.places(&["EXCL"])), ("走啊！", vec![(2, 3)]));
    }
}
