//! Writes figures into the pages, in three languages.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use cifeng::{FamilyInfo, Localized};

use super::figures::{Figures, wilson};
use crate::eval::{FamilyFigures, SetFigures};

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    English,
    Traditional,
    Simplified,
}

impl Tongue {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::Traditional, Self::Simplified];

    /// The page in this language.
    pub fn file(self) -> &'static str {
        self.of(["docs/methods.md", "docs/methods.zh-Hant.md", "docs/methods.zh-Hans.md"])
    }

    /// The one of three, in the order of [`Tongue::ALL`].
    pub fn of<T: Copy>(self, [english, traditional, simplified]: [T; 3]) -> T {
        match self {
            Self::English => english,
            Self::Traditional => traditional,
            Self::Simplified => simplified,
        }
    }

    /// The lexicon's words in this language.
    pub fn words(self, words: &Localized) -> &str {
        self.of([&words.en, &words.hant, &words.hans])
    }
}

const START: &str = "<!-- figures: ";
const END: &str = "<!-- end of figures -->";

/// A page with new contents between each pair of marks; `None` for a block that is not known.
pub fn fill(page: &str, block: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut filled = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(START) {
        let (name, after) = after.split_once(" -->").context("a mark is not closed")?;
        let (_, after) = after.split_once(END).with_context(|| format!("`{name}` has no end"))?;
        let Some(content) = block(name) else { bail!("there are no figures called `{name}`") };
        let _ = write!(filled, "{before}{START}{name} -->\n\n{}\n\n{END}", content.trim_end());
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// When and with what the figures were measured.
pub fn measured(figures: &Figures, tongue: Tongue) -> String {
    let Figures { date, commit, analyzer, lexicon, .. } = figures;
    match tongue {
        Tongue::English => {
            format!(
                "Measured on {date} with Cifeng {analyzer}, lexicon `{lexicon}`, commit `{commit}`."
            )
        }
        Tongue::Traditional => {
            format!("{date} 量測，辭鋒 {analyzer}，詞庫 `{lexicon}`，提交 `{commit}`。")
        }
        Tongue::Simplified => {
            format!("{date} 测量，辞锋 {analyzer}，词库 `{lexicon}`，提交 `{commit}`。")
        }
    }
}

/// What each family counts, in the lexicon's own words.
pub fn families(families: &[FamilyInfo], tongue: Tongue) -> String {
    let mut text = String::new();
    let colon = tongue.of([": ", "：", "："]);
    for family in families {
        let name = tongue.words(&family.name);
        let _ = writeln!(text, "- **{name}**{colon}{}", tongue.words(&family.description));
        for subtype in &family.subtypes {
            let name = tongue.words(&subtype.name);
            let _ = writeln!(text, "  - {name}{colon}{}", tongue.words(&subtype.description));
        }
    }
    text
}

/// One table a set: counts, precision, recall and F1 by family, with their intervals.
pub fn accuracy(figures: &Figures, families: &[FamilyInfo], tongue: Tongue) -> String {
    let mut text = String::new();
    for set in &figures.sets {
        let _ = writeln!(text, "{}\n", heading(set, tongue));
        let _ = writeln!(
            text,
            "{}",
            tongue.of([
                "| family | annotated | found | right | precision | recall | F1 |",
                "| 類別 | 標注 | 找到 | 正確 | 精確率 | 召回率 | F1 |",
                "| 类别 | 标注 | 找到 | 正确 | 精确率 | 召回率 | F1 |",
            ])
        );
        let _ = writeln!(text, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for row in &set.rows {
            let _ = writeln!(text, "{}", line(row, families, tongue));
        }
        text.push('\n');
    }
    text
}

fn heading(set: &SetFigures, tongue: Tongue) -> String {
    let SetFigures { name, texts, han, .. } = set;
    let what = match name.as_str() {
        "own" => tongue.of([
            "The project’s own texts, part of the project",
            "本專案自己寫的文章，收在專案裡",
            "本项目自己写的文章，收在项目里",
        ]),
        "seed" => tongue.of([
            "The op-ed that the project began with",
            "本專案起頭的那篇評論",
            "本项目起头的那篇评论",
        ]),
        "dev" => tongue.of([
            "Texts by other hands, used during development",
            "他人文章，開發時用過",
            "他人文章，开发时用过",
        ]),
        other => other,
    };
    let size = match tongue {
        Tongue::English => {
            let noun = if *texts == 1 { "text" } else { "texts" };
            format!("`{name}`, {texts} {noun}, {han} Han characters")
        }
        Tongue::Traditional => format!("`{name}`，{texts} 篇，{han} 個漢字"),
        Tongue::Simplified => format!("`{name}`，{texts} 篇，{han} 个汉字"),
    };
    match tongue {
        Tongue::English => format!("### {what} ({size})"),
        Tongue::Traditional | Tongue::Simplified => format!("### {what}（{size}）"),
    }
}

fn line(row: &FamilyFigures, families: &[FamilyInfo], tongue: Tongue) -> String {
    let name = match families.iter().find(|family| family.id == row.family) {
        Some(family) => tongue.words(&family.name).to_owned(),
        None => tongue.of(["**all**", "**全部**", "**全部**"]).to_owned(),
    };
    let FamilyFigures { gold, found, hits, f1, f1_interval, .. } = row;
    let share = |of: u32| match wilson(*hits, of) {
        Some(interval) => with_interval(f64::from(*hits) / f64::from(of), Some(interval)),
        None => tongue.of(["none", "無", "无"]).to_owned(),
    };
    let f1 = with_interval(*f1, *f1_interval);
    format!("| {name} | {gold} | {found} | {hits} | {} | {} | {f1} |", share(*found), share(*gold))
}

fn with_interval(value: f64, interval: Option<[f64; 2]>) -> String {
    match interval {
        Some([low, high]) => format!("{value:.3} ({low:.3}–{high:.3})"),
        None => format!("{value:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_marks_is_written() {
        let page = "a\n<!-- figures: x -->old<!-- end of figures -->\nb\n";
        let block = |name: &str| (name == "x").then(|| "new\n".to_owned());
        let filled = fill(page, block).expect("x is known");
        assert_eq!(filled, "a\n<!-- figures: x -->\n\nnew\n\n<!-- end of figures -->\nb\n");
        assert_eq!(fill(&filled, block).expect("again"), filled);
        for broken in
            ["<!-- figures: y --><!-- end of figures -->", "<!-- figures: x -->", "<!-- figures: x"]
        {
            assert!(fill(broken, block).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_line_of_the_table() {
        let row = FamilyFigures {
            family: "ALL".to_owned(),
            gold: 10,
            found: 0,
            hits: 0,
            f1: 0.0,
            f1_interval: None,
        };
        let expected = "| **all** | 10 | 0 | 0 | none | 0.000 (0.000–0.278) | 0.000 |";
        assert_eq!(line(&row, &[], Tongue::English), expected);
    }
}
