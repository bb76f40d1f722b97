//! `cargo xtask lexicon check`: compiles `lexicon/` as it lies on disk and runs its examples.
//!
//! The same checks run in `tests/lexicon.rs`; here no crate has to be built anew after a change of
//! data, and a family can be tried alone.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use cifeng::{Analyzer, Options};
use cifeng_lexicon::compile::compile_families;

/// Checks the named families, all if none is named.
pub fn run(root: &Path, families: &[String]) -> anyhow::Result<()> {
    let folder = root.join("lexicon");
    let compiled = compile_families(&folder, families)?;
    let mut entries: BTreeMap<&str, usize> = BTreeMap::new();
    for owner in &compiled.lexicon.owners {
        let rule = &compiled.lexicon.rules[usize::from(*owner)].id;
        *entries.entry(rule.rsplit_once('/').map_or(rule, |(subtype, _)| subtype)).or_default() +=
            1;
    }
    for (subtype, count) in &entries {
        println!("{subtype:32}{count:>7} entries");
    }
    let path = folder.join("segmentation/dictionary.txt");
    let dictionary = std::fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read", path.display()))?;
    let analyzer = Analyzer::with_lexicon(compiled.lexicon.clone(), &dictionary)?;
    let mut broken = 0;
    for example in &compiled.examples {
        let report = analyzer.analyze(&example.text, &Options::default())?;
        let findings =
            report.findings.iter().map(|each| (each.start, each.end, each.rule.as_str()));
        if let Err(complaint) = example.check(findings) {
            println!("{complaint}");
            broken += 1;
        }
    }
    if broken > 0 {
        bail!("{broken} of {} examples are broken", compiled.examples.len());
    }
    println!("{} examples kept", compiled.examples.len());
    Ok(())
}
