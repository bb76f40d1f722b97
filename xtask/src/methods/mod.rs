//! `cargo xtask methods`: the figures of the methods page, measured and written into it.
//!
//! What the page says in numbers stands in `docs/methods.json`, with the date and the versions it was
//! measured with, and between marks in `docs/methods*.md`. Nobody types it: the command writes both,
//! and a test finds where they differ.

mod agreement;
mod figures;
mod page;
mod weaknesses;

use std::fs;

use anyhow::{Context, Result, ensure};
use cifeng::{Analyzer, data};

use crate::command::Project;
use agreement::Agreement;
use figures::Figures;
use page::Tongue;
use weaknesses::Weaknesses;

/// Where the figures are kept.
const DATA: &str = "docs/methods.json";

/// Measures, unless only the pages are to be written anew, and writes figures and pages.
pub fn run(project: &Project, only_render: bool) -> Result<()> {
    let figures = if only_render { read(project)? } else { Figures::measure(project)? };
    if !only_render {
        let text = format!("{}\n", serde_json::to_string_pretty(&figures)?);
        fs::write(project.join(DATA), text).with_context(|| format!("cannot write {DATA}"))?;
    }
    for tongue in Tongue::ALL {
        let path = project.join(tongue.file());
        let written = rendered(project, &figures, tongue)?;
        fs::write(&path, written).with_context(|| format!("cannot write {}", path.display()))?;
        println!("methods: {}", tongue.file());
    }
    Ok(())
}

fn read(project: &Project) -> Result<Figures> {
    let text =
        fs::read_to_string(project.join(DATA)).with_context(|| format!("cannot read {DATA}"))?;
    serde_json::from_str(&text).with_context(|| format!("{DATA} is not as expected"))
}

/// A page with everything between its marks as the figures want it.
fn rendered(project: &Project, figures: &Figures, tongue: Tongue) -> Result<String> {
    let path = project.join(tongue.file());
    let page =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let analyzer = Analyzer::new(data::DICTIONARY)?;
    let weaknesses = Weaknesses::read(project)?;
    let mended = weaknesses.mended(&analyzer)?;
    ensure!(mended.is_empty(), "no weakness any more, take it out: {}", mended.join(", "));
    let agreement = Agreement::read(project)?.table(&analyzer.families(), tongue)?;
    page::fill(&page, |block| match block {
        "measured" => Some(page::measured(figures, tongue)),
        "families" => Some(page::families(&analyzer.families(), tongue)),
        "accuracy" => Some(page::accuracy(figures, &analyzer.families(), tongue)),
        "agreement" => Some(agreement.clone()),
        "weaknesses" => Some(weaknesses.table(tongue)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_say_what_the_figures_say() {
        let project = Project::locate().expect("the checkout");
        let figures = read(&project).expect("the figures are kept");
        for tongue in Tongue::ALL {
            let page = fs::read_to_string(project.join(tongue.file())).expect("the page is there");
            let expected = rendered(&project, &figures, tongue).expect("it can be written");
            assert!(page == expected, "{}: run `cargo xtask methods --render`", tongue.file());
        }
    }
}
