//! The figures as a table, as JSON, and the mistakes in their context.

use anyhow::Result;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::ser::PrettyFormatter;

use super::score::{Mistake, Row, Scores};

/// Characters of the text on each side of a mistake.
const CONTEXT: usize = 12;

/// The table, column by column that of `score.py`.
pub fn table(scores: &Scores) -> String {
    let header = format!(
        "{:34}{:>6}{:>7}{:>7}{:>7}{:>7}  {:13}{:>10}\n",
        "", "gold", "found", "P", "R", "F1", "95 %", "relaxed F1"
    );
    let rows = scores.rows.iter().map(|(label, row)| {
        let [precision, recall, f1, relaxed] =
            [row.precision, row.recall, row.f1, row.relaxed_f1].map(figure);
        let [low, high] = row.interval.map(figure);
        format!(
            "{label:34}{:6}{:7}{precision:>7}{recall:>7}{f1:>7}  {low}-{high}  {relaxed:>10}\n",
            row.gold, row.found
        )
    });
    [header].into_iter().chain(rows).collect()
}

fn figure(figure: f64) -> String {
    if figure.is_nan() { "nan".to_owned() } else { format!("{figure:.3}") }
}

/// The figures as JSON, in the order of the table.
pub fn json(scores: &Scores) -> Result<String> {
    let mut json = Vec::new();
    let formatter = PrettyFormatter::with_indent(b" ");
    scores.serialize(&mut serde_json::Serializer::with_formatter(&mut json, formatter))?;
    Ok(String::from_utf8(json)?)
}

impl Serialize for Scores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.rows.len()))?;
        for (label, row) in &self.rows {
            map.serialize_entry(label, &Figures::from(row))?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct Figures {
    gold: u32,
    found: u32,
    p: f64,
    r: f64,
    f1: f64,
    f1_low: f64,
    f1_high: f64,
    relaxed_f1: f64,
}

impl From<&Row> for Figures {
    fn from(row: &Row) -> Self {
        Self {
            gold: row.gold,
            found: row.found,
            p: row.precision,
            r: row.recall,
            f1: row.f1,
            f1_low: row.interval[0],
            f1_high: row.interval[1],
            relaxed_f1: row.relaxed_f1,
        }
    }
}

/// A text whose mistakes are shown.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// Its name.
    pub id: &'a str,
    /// The text.
    pub text: &'a str,
}

/// The first mistakes, one a line.
pub fn mistakes(mistakes: &[Mistake], passages: &[Passage], limit: usize) -> String {
    let shown = mistakes.iter().take(limit);
    shown.map(|mistake| line(mistake, passages[mistake.text])).collect()
}

fn line(mistake: &Mistake, passage: Passage) -> String {
    let Mistake { start, end, label, rule, .. } = mistake;
    let kind = if rule.is_some() { "spurious" } else { "missed" };
    let characters: Vec<char> = passage.text.chars().collect();
    let (from, to) = (*start as usize, *end as usize);
    let part = |range: std::ops::Range<usize>| -> String { characters[range].iter().collect() };
    let before = part(from.saturating_sub(CONTEXT)..from);
    let after = part(to..(to + CONTEXT).min(characters.len()));
    let context = format!("{before}[{}]{after}", part(from..to)).replace('\n', "⏎");
    let rule = rule.as_ref().map(|rule| format!("  {rule}")).unwrap_or_default();
    format!("{kind:9}{label:34}{}:{start}  {context}{rule}\n", passage.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores() -> Scores {
        let row = Row {
            gold: 5,
            found: 4,
            hits: 0,
            precision: 0.75,
            recall: 0.6,
            f1: 0.0625,
            interval: [0.5, 1.0],
            relaxed_f1: f64::NAN,
        };
        let mistakes = vec![
            Mistake { text: 0, start: 3, end: 5, label: "hedge".into(), rule: None },
            Mistake {
                text: 0,
                start: 0,
                end: 1,
                label: "booster".into(),
                rule: Some("b/a/r".into()),
            },
        ];
        Scores { rows: vec![("hedge".to_owned(), row)], mistakes }
    }

    #[test]
    fn tables_look_like_the_scorer_s() {
        let expected = "                                    gold  found      P      R     F1  95 %         relaxed F1\n\
                        hedge                                  5      4  0.750  0.600  0.062  0.500-1.000         nan\n";
        assert_eq!(table(&scores()), expected);
    }

    #[test]
    fn json_has_null_for_what_cannot_be_computed() {
        let value: serde_json::Value =
            serde_json::from_str(&json(&scores()).expect("written")).expect("JSON");
        assert_eq!(value["hedge"]["p"], 0.75);
        assert_eq!(value["hedge"]["relaxed_f1"], serde_json::Value::Null);
    }

    #[test]
    fn mistakes_stand_in_context() {
        let passages = [Passage { id: "a", text: "全好\n也許吧" }];
        let expected = "missed   hedge                             a:3  全好⏎[也許]吧\n\
                        spurious booster                           a:0  [全]好⏎也許吧  b/a/r\n";
        assert_eq!(mistakes(&scores().mistakes, &passages, 9), expected);
        assert_eq!(mistakes(&scores().mistakes, &passages, 0), "");
    }
}
