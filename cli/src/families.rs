//! `cifeng families`: what can be found.

use std::io::{self, Write};

use cifeng::{Analyzer, Language};

use crate::arguments::Families;
use crate::failure::Failure;

/// Lists the families and their subtypes.
pub fn run(analyzer: &Analyzer, arguments: &Families) -> Result<(), Failure> {
    let families = analyzer.families();
    let language = Language::from(arguments.lang);
    let mut out = io::stdout().lock();
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &families).map_err(io::Error::from)?;
        writeln!(out)?;
        return Ok(());
    }
    for (index, family) in families.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let (name, description) = (&family.name, &family.description);
        writeln!(out, "{}  {}", family.id, language.pick(name))?;
        writeln!(out, "  {}", language.pick(description))?;
        let widest = family.subtypes.iter().map(|each| each.id.len()).max().unwrap_or_default();
        for subtype in &family.subtypes {
            let (name, description) = (&subtype.name, &subtype.description);
            let (name, description) = (language.pick(name), language.pick(description));
            writeln!(out, "    {:widest$}  {name}: {description}", subtype.id)?;
        }
    }
    Ok(())
}
