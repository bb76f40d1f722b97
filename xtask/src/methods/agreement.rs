//! How far annotators agree on the project's own texts: read from where the annotation is described.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result, ensure};
use cifeng::FamilyInfo;

use super::page::Tongue;
use crate::command::Project;

/// Where the passes are compared, family by family.
const FILE: &str = "tests/gold/README.md";
const HEADER: &str =
    "| family | first | second | exact-span F1 | same subtype | κ on characters |\n";

/// The rows of the comparison: family, markers of both passes, F1, the same subtype, κ.
pub struct Agreement {
    rows: Vec<[String; 6]>,
}

impl Agreement {
    pub fn read(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.join(FILE))
            .with_context(|| format!("cannot read {FILE}"))?;
        Self::of(&text)
    }

    fn of(text: &str) -> Result<Self> {
        let (_, table) =
            text.split_once(HEADER).with_context(|| format!("{FILE} has no such table"))?;
        let lines = table.lines().skip(1).take_while(|line| line.starts_with('|'));
        let cells = |line: &str| -> Vec<String> {
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
        };
        let rows = lines.map(|line| {
            <[String; 6]>::try_from(cells(line))
                .ok()
                .with_context(|| format!("{FILE}: not six cells: {line}"))
        });
        let rows = rows.collect::<Result<Vec<_>>>()?;
        ensure!(!rows.is_empty(), "{FILE}: the table is empty");
        Ok(Self { rows })
    }

    /// As a table of the page.
    pub fn table(&self, families: &[FamilyInfo], tongue: Tongue) -> Result<String> {
        let mut text = tongue
            .of([
                "| family | first pass | second pass | exact-span F1 | same subtype | κ on characters |\n",
                "| 類別 | 第一遍 | 第二遍 | 精確範圍 F1 | 小類相同 | 逐字 κ |\n",
                "| 类别 | 第一遍 | 第二遍 | 精确范围 F1 | 小类相同 | 逐字 κ |\n",
            ])
            .to_owned();
        text.push_str("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        for [family, first, second, f1, subtype, kappa] in &self.rows {
            let name = if family == "all" {
                tongue.of(["**all**", "**全部**", "**全部**"])
            } else {
                let known = families.iter().find(|each| each.id == *family);
                tongue.words(&known.with_context(|| format!("{FILE}: no family {family}"))?.name)
            };
            let _ = writeln!(text, "| {name} | {first} | {second} | {f1} | {subtype} | {kappa} |");
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_found_and_written() {
        let text = format!("x\n\n{HEADER}| --- |\n| all | 2 | 3 | .800 | .5 | |\n\n| other |\n");
        let table = Agreement::of(&text).and_then(|read| read.table(&[], Tongue::English));
        let table = table.expect("a table of one row");
        assert!(table.ends_with("| ---: |\n| **all** | 2 | 3 | .800 | .5 |  |\n"), "{table}");
        for broken in ["", HEADER, &format!("{HEADER}|---|\n| all | 2 |\n")] {
            assert!(Agreement::of(broken).is_err(), "{broken}");
        }
        let unknown = Agreement::of(&text.replace("all", "verb")).expect("six cells");
        assert!(unknown.table(&[], Tongue::English).is_err());
    }
}
