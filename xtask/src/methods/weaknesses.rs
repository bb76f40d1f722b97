//! What the analyser is known to get wrong, by examples that are tried each time.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use cifeng::{Analyzer, Options};
use serde::Deserialize;

use super::page::Tongue;
use crate::command::Project;

/// Where they stand.
const FILE: &str = "docs/weaknesses.toml";

/// All known weaknesses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weaknesses {
    weakness: Vec<Weakness>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Weakness {
    /// A sentence.
    text: String,
    /// What a reader would mark in it.
    right: Vec<String>,
    /// What is found in it.
    found: Vec<String>,
    /// Why, in three languages.
    en: String,
    hant: String,
    hans: String,
}

impl Weaknesses {
    /// Reads them.
    pub fn read(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.join(FILE))
            .with_context(|| format!("cannot read {FILE}"))?;
        toml::from_str(&text).with_context(|| format!("{FILE} is not as expected"))
    }

    /// The sentences in which something else is found by now than is written down.
    pub fn mended(&self, analyzer: &Analyzer) -> Result<Vec<String>> {
        let mut mended = Vec::new();
        for Weakness { text, right, found, .. } in &self.weakness {
            let report = analyzer.analyze(text, &Options::default())?;
            let now: Vec<&str> = report.findings.iter().map(|each| each.text.as_str()).collect();
            if now != *found || found == right {
                mended.push(format!("{text} ({})", now.join(" ")));
            }
        }
        Ok(mended)
    }

    /// The table of all, in one language.
    pub fn table(&self, tongue: Tongue) -> String {
        let mut text = String::from(tongue.of([
            "| sentence | a reader marks | Cifeng marks | why |",
            "| 句子 | 讀者會標 | 辭鋒標了 | 原因 |",
            "| 句子 | 读者会标 | 辞锋标了 | 原因 |",
        ]));
        text.push_str("\n| --- | --- | --- | --- |\n");
        let nothing = tongue.of(["nothing", "無", "无"]);
        let list = |words: &[String]| {
            if words.is_empty() {
                nothing.to_owned()
            } else {
                words.join(tongue.of([", ", "、", "、"]))
            }
        };
        for each in &self.weakness {
            let why = tongue.of([&each.en, &each.hant, &each.hans]);
            let _ = writeln!(
                text,
                "| {} | {} | {} | {why} |",
                each.text,
                list(&each.right),
                list(&each.found)
            );
        }
        text
    }
}
