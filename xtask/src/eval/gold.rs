//! Reads annotated texts and refuses what the annotation format does not allow.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

/// An annotated text.
#[derive(Debug, Deserialize)]
pub struct Gold {
    /// Its name, once in all files.
    pub id: String,
    /// The text.
    pub text: String,
    /// What is to be found.
    pub spans: Vec<Span>,
}

/// An annotated marker.
#[derive(Debug, Deserialize)]
pub struct Span {
    /// Code points before it.
    pub start: u32,
    /// Code points before its end.
    pub end: u32,
    /// Its family.
    pub family: String,
    /// Its class inside the family.
    pub subtype: String,
    /// Whether the annotators were in doubt: found or missed, it costs nothing.
    #[serde(default)]
    pub unsure: bool,
    /// The marked text, if it is repeated here.
    pub text: Option<String>,
}

/// All annotated texts of some files, in their order.
pub fn load(paths: &[PathBuf]) -> Result<Vec<Gold>> {
    let mut texts = Vec::new();
    let mut places = HashMap::new();
    for path in paths {
        for (number, text) in lines(path, parse)? {
            let place = format!("{}:{number}", path.display());
            if let Some(first) = places.insert(text.id.clone(), place.clone()) {
                bail!("{place}: the id `{}` is already that of {first}", text.id);
            }
            texts.push(text);
        }
    }
    ensure!(!texts.is_empty(), "there is no annotated text in the files");
    Ok(texts)
}

/// What the lines of a file hold, with their numbers; empty lines hold nothing.
pub fn lines<T>(path: &Path, parse: impl Fn(&str) -> Result<T>) -> Result<Vec<(usize, T)>> {
    let name = path.display();
    let content = fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
    let lines = (1..).zip(content.lines()).filter(|(_, line)| !line.trim().is_empty());
    let parse = |(number, line)| {
        let value = parse(line).with_context(|| format!("{name}:{number}"))?;
        Ok((number, value))
    };
    lines.map(parse).collect()
}

/// The characters from one offset to another, if there are any.
pub fn marked(characters: &[char], start: u32, end: u32) -> Option<String> {
    let marked = characters.get(start as usize..end as usize)?;
    (!marked.is_empty()).then(|| marked.iter().collect())
}

fn parse(line: &str) -> Result<Gold> {
    let gold: Gold = serde_json::from_str(line)?;
    let characters: Vec<char> = gold.text.chars().collect();
    for (number, span) in gold.spans.iter().enumerate() {
        let Span { start, end, .. } = *span;
        let Some(marked) = marked(&characters, start, end) else {
            bail!(
                "spans[{number}] is {start}..{end}, but the text has {} characters",
                characters.len()
            );
        };
        if let Some(text) = span.text.as_ref().filter(|text| **text != marked) {
            bail!("spans[{number}] says `{text}`, but {start}..{end} is `{marked}`");
        }
    }
    Ok(gold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_annotation_is_refused() {
        for (line, reason) in [
            ("{", "EOF while parsing"),
            (r#"{"id":"a","text":"也許"}"#, "missing field `spans`"),
            (r#"{"id":"a","text":"也許","spans":[{"start":0,"end":2}]}"#, "missing field `family`"),
            (
                r#"{"id":"a","text":"也許","spans":[{"start":1,"end":3,"family":"h","subtype":"m"}]}"#,
                "spans[0] is 1..3, but the text has 2 characters",
            ),
            (
                r#"{"id":"a","text":"也許","spans":[{"start":1,"end":1,"family":"h","subtype":"m"}]}"#,
                "spans[0] is 1..1",
            ),
            (
                r#"{"id":"a","text":"😀也許","spans":[{"start":0,"end":2,"text":"也許","family":"h","subtype":"m"}]}"#,
                "spans[0] says `也許`, but 0..2 is `😀也`",
            ),
        ] {
            let error = parse(line).expect_err(reason).to_string();
            assert!(error.contains(reason), "{error:?} lacks {reason:?}");
        }
    }

    #[test]
    fn offsets_are_code_points() {
        let line = r#"{"id":"a","text":"😀也許","spans":[{"start":1,"end":3,"text":"也許","family":"hedge","subtype":"modal","unsure":true}]}"#;
        assert!(parse(line).expect("good annotation").spans[0].unsure);
    }
}
