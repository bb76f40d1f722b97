//! The lexicon keeps what its examples promise.

use std::path::Path;

use cifeng::{Analyzer, Options};
use cifeng_lexicon::compile::compile_dir;

const DICTIONARY: &str = include_str!("../lexicon/segmentation/dictionary.txt");

#[test]
fn every_example_of_every_rule_is_kept() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    let compiled = compile_dir(&root).expect("build.rs compiled the same lexicon");
    let analyzer = Analyzer::with_lexicon(compiled.lexicon, DICTIONARY).expect("a good dictionary");
    let mut broken = Vec::new();
    for example in &compiled.examples {
        let report = analyzer.analyze(&example.text, &Options::default()).expect("a short text");
        let findings =
            report.findings.iter().map(|each| (each.start, each.end, each.rule.as_str()));
        broken.extend(example.check(findings).err());
    }
    assert!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
}
