//! The fold table: one code point to one code point, all variants of a character to one form.
//!
//! Folding serves matching only and is applied to lexicon and text alike, so merging two characters
//! costs nothing as long as it does not make two common words collide. The canonical form is normally
//! the Simplified one. Every row maps three UTF-8 bytes to three, so that folding keeps byte offsets.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use cifeng_lexicon::{Fold, FoldTable};

use super::package::{OPENCC, Store};

/// `OpenCC`'s character tables: a character and the characters it may become, first choice first.
type Mapping = Vec<(char, Vec<char>)>;

/// What the table is built from.
#[derive(Debug)]
pub struct Sources {
    traditional: Mapping,
    simplified: Mapping,
    variants: Mapping,
    compatibility: Mapping,
}

impl Sources {
    /// Reads the tables out of `OpenCC`'s package.
    pub fn read(store: &mut Store) -> Result<Self> {
        let mut table = |name: &str| {
            store.text(OPENCC, &format!("package/data/{name}.txt")).map(|text| parse(&text))
        };
        let mut variants = table("HKVariants")?;
        variants.extend(table("TWVariants")?);
        Ok(Self {
            traditional: table("TSCharacters")?,
            simplified: table("STCharacters")?,
            variants,
            compatibility: table("CJK_Compatibility_Ideographs")?,
        })
    }
}

/// One line a character, choices separated by spaces; lines of phrases and comments are passed over.
fn parse(text: &str) -> Mapping {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (from, choices) = line.split_once('\t')?;
            let choices: Vec<char> = choices.split([' ', '\t']).filter_map(only_char).collect();
            Some((only_char(from)?, choices)).filter(|(_, choices)| !choices.is_empty())
        })
        .collect()
}

fn only_char(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// A character of three UTF-8 bytes: the basic plane without its first 2,048 code points.
fn three_bytes(character: char) -> bool {
    character.len_utf8() == 3
}

/// What a character tells about the script of the text it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// Never used in ordinary Simplified text.
    Hant,
    /// Used in both scripts.
    Both,
}

/// The finished table.
#[derive(Debug)]
pub struct Table {
    rows: BTreeMap<char, (char, Script)>,
    simplified: BTreeSet<char>,
}

impl Table {
    /// Merges the sources; `overrides` (the text of `overrides.tsv`) decides where they are silent or wrong.
    pub fn build(sources: &Sources, overrides: &str) -> Result<Self> {
        let overrides = parse_overrides(overrides)?;
        let mut targets = BTreeMap::new();
        let mut hant = BTreeSet::new();
        for (from, choices) in &sources.traditional {
            if !choices.contains(from) {
                hant.insert(*from);
            }
            if let Some(to) = choices.iter().find(|to| three_bytes(**to)) {
                targets.insert(*from, *to);
            }
        }
        for (standard, variants) in &sources.variants {
            let to = *targets.get(standard).unwrap_or(standard);
            for variant in variants.iter().filter(|variant| **variant != to) {
                if !targets.contains_key(variant) {
                    targets.insert(*variant, to);
                    hant.insert(*variant);
                }
            }
        }
        for (from, choices) in &sources.compatibility {
            targets.insert(*from, choices[0]);
        }
        for (from, (to, script)) in &overrides {
            targets.insert(*from, *to);
            match script {
                Script::Hant => hant.insert(*from),
                Script::Both => hant.remove(from),
            };
        }

        let mut rows = BTreeMap::new();
        for &from in targets.keys() {
            let to = resolve(&targets, from)?;
            if from != to && three_bytes(from) && three_bytes(to) {
                let script = if hant.contains(&from) { Script::Hant } else { Script::Both };
                rows.insert(from, (to, script));
            }
        }
        let shared: BTreeSet<char> = sources
            .variants
            .iter()
            .flat_map(|(_, variants)| variants)
            .chain(overrides.keys())
            .copied()
            .collect();
        let simplified = sources
            .simplified
            .iter()
            .filter(|(from, choices)| three_bytes(*from) && !choices.contains(from))
            .map(|(from, _)| *from)
            .filter(|from| !rows.contains_key(from) && !shared.contains(from))
            .collect();
        Ok(Self { rows, simplified })
    }

    /// The table in use, with width, case and punctuation as in the core's folded view.
    pub fn to_fold(&self) -> Fold {
        let pairs =
            self.rows.iter().map(|(from, (to, script))| (*from, *to, *script == Script::Hant));
        let simplified = self.simplified.iter().copied();
        Fold::new(&FoldTable { pairs: pairs.collect(), simplified: simplified.collect() })
    }

    /// The committed form: a header, then one row a character in code-point order.
    pub fn to_tsv(&self) -> String {
        let mut text = String::from("from\tto\tscript\n");
        for (from, (to, script)) in &self.rows {
            let script = match script {
                Script::Hant => "hant",
                Script::Both => "both",
            };
            text.extend([*from, '\t', *to, '\t']);
            text.push_str(script);
            text.push('\n');
        }
        text
    }

    /// The characters that tell Simplified script, one a line in code-point order.
    pub fn simplified_lines(&self) -> String {
        self.simplified.iter().flat_map(|character| [*character, '\n']).collect()
    }
}

/// Follows the rows until a character that stays as it is.
fn resolve(targets: &BTreeMap<char, char>, from: char) -> Result<char> {
    let mut to = from;
    for _ in 0..8 {
        match targets.get(&to) {
            Some(next) if *next != to => to = *next,
            _ => return Ok(to),
        }
    }
    bail!("the fold of {from} runs in a circle through {to}")
}

/// Lines `from<TAB>to<TAB>script<TAB>reason` under a header; `to` equal to `from` keeps a character as it is.
fn parse_overrides(text: &str) -> Result<BTreeMap<char, (char, Script)>> {
    let mut overrides = BTreeMap::new();
    for (index, line) in text.lines().enumerate().skip(1) {
        let place = || {
            format!("overrides.tsv, line {}: expected from, to, script, reason: {line}", index + 1)
        };
        let columns: Vec<&str> = line.split('\t').collect();
        let [from, to, script, reason] = columns[..] else { bail!(place()) };
        let from = only_char(from).with_context(place)?;
        let to = only_char(to).with_context(place)?;
        let script = match script {
            "hant" => Script::Hant,
            "both" => Script::Both,
            _ => bail!(place()),
        };
        ensure!(!reason.is_empty(), place());
        ensure!(overrides.insert(from, (to, script)).is_none(), "overrides.tsv names {from} twice");
    }
    Ok(overrides)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> Sources {
        Sources {
            traditional: parse(
                "# comment\n\n說\t说\n裏\t里\n衛\t卫\n牀\t床\n乾\t干 乾\n勣\t\u{2a7dd} 绩\n\u{20b9f}\t叱\n",
            ),
            simplified: parse("说\t說\n卫\t衛\n干\t干 乾 幹\n里\t里 裏\n台\t台 臺\n床\t牀\n"),
            variants: parse("裏\t裡\n衛\t衞\n牀\t床\n"),
            compatibility: parse("\u{f96f}\t說\n"),
        }
    }

    #[test]
    fn variants_meet_in_one_form() {
        let overrides = "from\tto\tscript\treason\n著\t着\tboth\tvariant\n";
        let table = Table::build(&sources(), overrides).expect("good overrides");
        let fold = table.to_fold();
        for (from, to) in [
            ("說\u{f96f}说", "说说说"),
            ("裏裡里", "里里里"),
            ("衛衞卫", "卫卫卫"),
            ("乾著牀勣", "干着床绩"),
        ] {
            assert_eq!(fold.fold_text(from), to);
            assert_eq!(fold.fold_text(to), to, "folding twice changes nothing");
        }
        let tsv = table.to_tsv();
        assert!(tsv.starts_with("from\tto\tscript\n"));
        assert!(tsv.contains("乾\t干\tboth\n"), "乾 is also Simplified");
        assert!(tsv.contains("說\t说\thant\n"));
        assert!(table.rows.keys().all(|from| three_bytes(*from)), "byte offsets stay");
        assert_eq!(table.simplified_lines(), "卫\n说\n", "床 is a Traditional variant as well");
    }

    #[test]
    fn bad_overrides_are_named() {
        for (line, word) in
            [("说\t说", "line 2"), ("说\t說\thant\t", "line 2"), ("说\t說\thant\tx", "circle")]
        {
            let overrides = format!("header\n{line}\n");
            let error = Table::build(&sources(), &overrides).expect_err(line);
            assert!(error.to_string().contains(word), "{error}");
        }
    }
}
