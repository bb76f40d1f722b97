//! Two texts, or two collections of texts, side by side: where they differ in their markers, by how
//! much, and whether chance alone would make such a difference.
//!
//! A [`Profile`] holds what a comparison needs of one text; [`compare`] sets the profiles of two sides
//! against each other. `statistics` has the formulas with their sources, `words` says in plain words
//! what may be concluded and what may not. Nothing is drawn from fewer than [`LEAST_HAN`] Han
//! characters: counts are shown then, and no more.

mod conclusion;
#[cfg(feature = "writers")]
pub mod csv;
mod profile;
pub mod statistics;
#[cfg(feature = "writers")]
pub mod table;
mod tally;
mod words;

pub use conclusion::Conclusion;
pub use profile::{EntryCount, Profile, ProfileError};

use serde::{Deserialize, Serialize};

use crate::analyzer::FamilyInfo;
use crate::options::Language;
use crate::report::{AnalyzerInfo, Note, Rate};
use statistics::{Sample, Test};
use tally::{Collection, Tally};

#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// The version of a comparison's JSON form.
pub const SCHEMA: &str = "cifeng.comparison/1";
/// With fewer Han characters on a side, no comparison is drawn.
pub const LEAST_HAN: u64 = 200;
/// With fewer Han characters on a side, the reader is warned.
pub const SHORT_HAN: u64 = 500;
/// Entries that occur less often, on both sides together, are not compared: whatever their places,
/// they could hardly tell.
pub const LEAST_ENTRY: u64 = 5;
/// The entries that are listed for each side.
pub const LISTED_ENTRIES: usize = 100;

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its texts.
    pub profiles: &'a [Profile],
}

/// Everything that is said about two sides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(missing_as_null))]
pub struct Comparison {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Which analyser and which lexicon counted.
    pub analyzer: AnalyzerInfo,
    /// The two sides, A and B.
    pub sides: [SideInfo; 2],
    /// What a reader should know before reading the numbers.
    pub notes: Vec<Note>,
    /// One row a family, in the lexicon's order.
    pub families: Vec<Contrast>,
    /// One row a subtype that occurs on either side, in the lexicon's order.
    pub subtypes: Vec<Contrast>,
    /// The entries that set the sides apart most, of each side the first hundred, by G² from the
    /// largest down.
    pub entries: Vec<Contrast>,
    /// How many entries were compared.
    pub compared_entries: u32,
}

/// One side in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct SideInfo {
    /// What it is called.
    pub name: String,
    /// Texts.
    pub texts: u32,
    /// Han characters in all texts: the denominator of every rate.
    pub han: u64,
}

/// One family, subtype or entry on both sides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(missing_as_null))]
pub struct Contrast {
    /// The family.
    pub family: String,
    /// The subtype; none in a row that is about the whole family.
    pub subtype: Option<String>,
    /// The entry, as it is written most often; none in a row about a family or subtype.
    pub entry: Option<String>,
    /// Findings in A and B.
    pub counts: [u64; 2],
    /// Texts of A and B with at least one.
    pub texts: [u32; 2],
    /// The rates in A and B.
    pub rates: [Rate; 2],
    /// What the counts say about a difference; none where a side is too short.
    pub evidence: Option<Evidence>,
}

/// What counts say about a difference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(missing_as_null))]
pub struct Evidence {
    /// The rate of A less that of B, per 1,000 Han characters, two decimals.
    pub difference: f64,
    /// Its 95 % interval, two decimals; not corrected for the number of comparisons.
    pub ci95: [f64; 2],
    /// Log-likelihood, two decimals.
    pub g2: f64,
    /// Binary logarithm of the ratio of the rates, two decimals: 1 is twice as often in A.
    pub log_ratio: f64,
    /// The probability that chance makes such a difference or a larger one; four significant digits.
    pub p: f64,
    /// The same, after Holm's correction for all rows of its table.
    pub p_holm: f64,
    /// How much more the texts of a side differ than chance would make them, two decimals; intervals
    /// and probabilities allow for it. None where there are too few texts to tell.
    pub dispersion: Option<f64>,
    /// What may be concluded.
    pub conclusion: Conclusion,
    /// The same as a sentence, in the language asked for.
    pub says: String,
}

/// Compares two sides. `families` are the analyser's: they give the rows and their order.
#[must_use]
pub fn compare(
    sides: [Side; 2],
    families: &[FamilyInfo],
    analyzer: AnalyzerInfo,
    language: Language,
) -> Comparison {
    let collections = sides.map(|side| Collection::of(side.profiles));
    let drawn = collections.iter().all(|side| side.han >= LEAST_HAN);
    let table = Table { collections: &collections, drawn, language };

    let of_families = families.iter().map(|family| {
        let tallies = collections.each_ref().map(|side| side.family(&family.id));
        table.row(&family.id, None, None, tallies)
    });
    let of_subtypes = families.iter().flat_map(|family| {
        family.subtypes.iter().filter_map(|subtype| {
            let tallies = collections.each_ref().map(|side| side.subtype(&family.id, &subtype.id));
            tallies
                .iter()
                .any(|tally| tally.count > 0)
                .then(|| table.row(&family.id, Some(&subtype.id), None, tallies))
        })
    });
    let families = table.corrected(of_families.collect());
    let subtypes = table.corrected(of_subtypes.collect());
    let (entries, compared_entries) = table.entries();
    let texts = collections.each_ref().map(|side| side.texts);
    let clustered =
        families.iter().filter_map(|row| row.evidence.as_ref()?.dispersion).fold(1.0, f64::max);
    let han = collections.each_ref().map(|side| side.han);
    let [a, b] = [0, 1].map(|side| SideInfo {
        name: sides[side].name.to_owned(),
        texts: texts[side],
        han: han[side],
    });
    Comparison {
        schema: SCHEMA.to_owned(),
        analyzer,
        sides: [a, b],
        notes: words::notes(han, texts, clustered, language),
        families,
        subtypes,
        entries,
        compared_entries,
    }
}

struct Table<'a> {
    collections: &'a [Collection; 2],
    /// Whether both sides are long enough.
    drawn: bool,
    language: Language,
}

/// A row whose probability is not corrected yet.
struct Row {
    contrast: Contrast,
    test: Option<Test>,
}

impl Table<'_> {
    fn row(
        &self,
        family: &str,
        subtype: Option<&str>,
        entry: Option<&str>,
        tallies: [Tally; 2],
    ) -> Row {
        let samples = [0, 1].map(|side| {
            let Tally { count, squares, .. } = tallies[side];
            let Collection { han, texts, .. } = self.collections[side];
            Sample { count, han, texts, squares }
        });
        let contrast = Contrast {
            family: family.to_owned(),
            subtype: subtype.map(str::to_owned),
            entry: entry.map(str::to_owned),
            counts: samples.map(|sample| sample.count),
            texts: tallies.map(|tally| tally.texts),
            rates: samples.map(|sample| Rate::over(sample.count, sample.han)),
            evidence: None,
        };
        Row { contrast, test: self.drawn.then(|| Test::of(samples)) }
    }

    /// The rows of one table, with probabilities that allow for their number.
    fn corrected(&self, rows: Vec<Row>) -> Vec<Contrast> {
        // Either all rows are tested or none is.
        let p: Vec<f64> = rows.iter().filter_map(|row| Some(row.test.as_ref()?.p)).collect();
        let mut corrected = statistics::holm(&p).into_iter();
        rows.into_iter()
            .map(|Row { contrast, test }| {
                let evidence = test
                    .zip(corrected.next())
                    .map(|(test, p_holm)| evidence(&test, p_holm, self.language));
                Contrast { evidence, ..contrast }
            })
            .collect()
    }

    /// The most distinctive entries of both sides, and how many were compared.
    fn entries(&self) -> (Vec<Contrast>, u32) {
        let mut rows: Vec<Row> = tally::shared(self.collections)
            .filter(|(_, tallies)| tallies[0].count + tallies[1].count >= LEAST_ENTRY)
            .map(|(entry, tallies)| {
                self.row(&entry.family, Some(&entry.subtype), Some(&entry.form), tallies)
            })
            .collect();
        let strength = |row: &Row| row.test.as_ref().map_or(0.0, |test| test.g2);
        // Ties are broken by what the rows say, so that the order is the same everywhere.
        rows.sort_by(|a, b| {
            strength(b)
                .total_cmp(&strength(a))
                .then_with(|| b.contrast.counts.cmp(&a.contrast.counts))
                .then_with(|| a.contrast.entry.cmp(&b.contrast.entry))
        });
        let compared = rows.len() as u32;
        let mut listed = [0; 2];
        let mut entries = self.corrected(rows);
        entries.retain(|row| {
            let side = usize::from(row.rates[0].per_1000_han < row.rates[1].per_1000_han);
            listed[side] += 1;
            listed[side] <= LISTED_ENTRIES
        });
        (entries, compared)
    }
}

/// A test in the report's words and decimals.
fn evidence(test: &Test, p_holm: f64, language: Language) -> Evidence {
    let conclusion = Conclusion::of(test, p_holm);
    let ci95 = test.ci95.map(two_decimals);
    Evidence {
        difference: two_decimals(test.difference),
        ci95,
        g2: two_decimals(test.g2),
        log_ratio: two_decimals(test.log_ratio),
        p: significant(test.p),
        p_holm: significant(p_holm),
        dispersion: test.dispersion.map(two_decimals),
        conclusion,
        says: conclusion.says(ci95, p_holm, language),
    }
}

fn two_decimals(value: f64) -> f64 {
    // Adding zero turns -0 into 0.
    (value * 100.0).round() / 100.0 + 0.0
}

/// Four significant digits: more would differ between machines and mean nothing.
fn significant(p: f64) -> f64 {
    format!("{p:.3e}").parse().unwrap_or(p)
}
