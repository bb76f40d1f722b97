//! What the native tests share: one analyser and a short way to write findings.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::sync::LazyLock;

use cifeng::{Analyzer, Finding, Options, Report};

/// The built-in lexicon with the project's own segmentation dictionary.
pub static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    Analyzer::new(include_str!("../../lexicon/segmentation/dictionary.txt"))
        .expect("the project's dictionary is good")
});

/// The report of a text with default options.
pub fn report(text: &str) -> Report {
    ANALYZER.analyze(text, &Options::default()).expect("a short text")
}

/// `text/family/subtype`, with `:role` where there is one.
pub fn in_short(finding: &Finding) -> String {
    let role = finding.role.map(|role| format!(":{role:?}").to_lowercase()).unwrap_or_default();
    format!("{}/{}/{}{role}", finding.text, finding.family, finding.subtype)
}

/// All findings of a text in short.
pub fn found(text: &str) -> Vec<String> {
    report(text).findings.iter().map(in_short).collect()
}
