//! The figures that the methods page shows: agreement with texts annotated by the guideline, by family.

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

use super::gold::{self, Gold};
use super::score::Scores;
use super::sets::{Places, SETS};
use super::{analysis, analyzer};
use crate::command::Project;

/// One set of annotated texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetFigures {
    /// Its name, as in `cargo xtask eval`.
    pub name: String,
    /// How many texts.
    pub texts: u32,
    /// Their Han characters.
    pub han: u32,
    /// By family, then one row `ALL`.
    pub rows: Vec<FamilyFigures>,
}

/// The figures of one family in one set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyFigures {
    /// The family's id, or `ALL`.
    pub family: String,
    /// Annotated markers that have to be found.
    pub gold: u32,
    /// Findings that are judged.
    pub found: u32,
    /// Findings that are annotated just so.
    pub hits: u32,
    /// Harmonic mean of precision and recall.
    pub f1: f64,
    /// Its 95 % interval over resampled texts; none with too few texts.
    pub f1_interval: Option<[f64; 2]>,
}

/// With fewer texts than this, resampling them says nothing.
const FEWEST_TEXTS: usize = 5;

/// The figures of all sets annotated by the guideline; all of them have to be at hand.
pub fn figures() -> Result<Vec<SetFigures>> {
    let project = Project::locate()?;
    let places = Places::of(project.root());
    let sets: Vec<_> = SETS.iter().filter(|set| set.is_by_guideline()).collect();
    let (present, absent) = places.divide(&sets);
    ensure!(absent.is_empty(), "{}", places.skipped(&absent).unwrap_or_default());
    let analyzer = analyzer(None)?;
    let mut figures = Vec::new();
    for set in present {
        let texts = gold::load(&[places.file(set)])?;
        let bodies: Vec<&str> = texts.iter().map(|Gold { text, .. }| text.as_str()).collect();
        let reports = analysis::analyze(&analyzer, &bodies)?;
        let han = reports.iter().map(|report| report.document.han).sum();
        let findings: Vec<_> = reports.into_iter().map(|report| report.findings).collect();
        let rows = Scores::of(&texts, &findings, false).rows.into_iter();
        let rows = rows.map(|(family, row)| FamilyFigures {
            family,
            gold: row.gold,
            found: row.found,
            hits: row.hits,
            f1: row.f1,
            f1_interval: (texts.len() >= FEWEST_TEXTS).then_some(row.interval),
        });
        figures.push(SetFigures {
            name: set.name.to_owned(),
            texts: texts.len() as u32,
            han,
            rows: rows.collect(),
        });
    }
    Ok(figures)
}
