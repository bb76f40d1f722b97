//! Nicknames that the text itself announces (綽號「…」, 有「…」之稱): found by the announcement, and
//! without it.

use anyhow::Result;
use cifeng::{Analyzer, Report};

use super::super::analysis;
use super::super::measure::{Figure, Measure, Outcome};
use super::super::score::Mistake;
use super::{Tagged, found};

/// Words that announce a nickname, in both scripts.
const ANNOUNCEMENTS: [&str; 17] = [
    "綽號", "绰号", "外號", "外号", "花名", "諢名", "诨名", "渾名", "混名", "暱稱", "昵稱", "昵称",
    "別號", "之稱", "之称", "稱號", "称号",
];

/// Stands for a character of an announcement that is masked; no word contains it.
const MASK: char = '□';

/// Recall with the announcement as it is and with it masked. Precision would mean nothing: the
/// sentences were chosen by a pattern and hold other names, which nobody marked.
pub fn nicknames(texts: &[Tagged], reports: &[Report], analyzer: &Analyzer) -> Result<Outcome> {
    let masked: Vec<String> = texts.iter().map(|text| masked(&text.text)).collect();
    let masked: Vec<&str> = masked.iter().map(String::as_str).collect();
    let masked = analysis::analyze(analyzer, &masked)?;
    let mut outcome = Outcome::default();
    for (name, reports) in [("announced", reports), ("announcement masked", &masked)] {
        let mut wanted = 0;
        let mut hits = 0;
        for (index, (text, report)) in texts.iter().zip(reports).enumerate() {
            let ours = found(report, |finding| finding.family == "nickname");
            for span in &text.spans {
                wanted += 1;
                if ours.iter().any(|(place, _)| *place == span.place()) {
                    hits += 1;
                } else {
                    let (start, end) = span.place();
                    let label = name.to_owned();
                    outcome.mistakes.push(Mistake { text: index, start, end, label, rule: None });
                }
            }
        }
        let recall = f64::from(hits) / f64::from(wanted);
        outcome.measures.push(Measure::new(name, wanted, None, [(Figure::Recall, recall)]));
    }
    Ok(outcome)
}

/// The text with its announcements masked, at the same length.
fn masked(text: &str) -> String {
    ANNOUNCEMENTS.iter().fold(text.to_owned(), |text, word| {
        text.replace(word, &word.chars().map(|_| MASK).collect::<String>())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ANALYZER, figures, report, tagged};
    use super::*;

    #[test]
    fn masks_keep_the_length() {
        assert_eq!(masked("外號「小豆」，有「豆王」之稱"), "□□「小豆」，有「豆王」□□");
    }

    #[test]
    fn recall_with_and_without_the_announcement() {
        let texts = [tagged("他外號「[豆腐|x]」，住在鎮上。")];
        let reports = [report(&texts[0].text)];
        let outcome = nicknames(&texts, &reports, &ANALYZER).expect("a short text");
        assert_eq!(
            figures(&outcome),
            ["announced: recall 1.000", "announcement masked: recall 0.000"]
        );
    }
}
