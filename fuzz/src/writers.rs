//! What leaves the analyser: CSV, HTML, tables and JSON of any text under any name.

use cifeng::report::{View, csv, html, table};
use cifeng::{Language, Options, Report};

use crate::{ANALYZER, analyze, text};

/// Writes the report of the text that the bytes stand for; its name is what stands before the first
/// line end.
///
/// # Panics
/// As [`write()`].
pub fn check(bytes: &[u8]) {
    let text = text::from_bytes(bytes);
    let id = text.lines().next().map(str::to_owned);
    write(&text, id);
}

/// Writes the report of a text in all forms and languages.
///
/// # Panics
/// If a writer does, or if what it wrote does not read as what it was given.
pub fn write(text: &str, id: Option<String>) {
    let report = analyze(text, &Options { id, ..Options::default() });
    let families = ANALYZER.families();
    for language in [Language::En, Language::ZhHant, Language::ZhHans] {
        let view = View { report: &report, text, families: &families, language };
        comma_separated(view);
        page(view);
        let mut writer = table::Writer::new(Vec::new(), Some(80));
        writer.add(view).expect("memory takes everything");
    }
    json(&report);
}

/// One record for each finding, all of the header's width, and no cell that a spreadsheet takes for a
/// formula.
fn comma_separated(view: View) {
    let mut writer = csv::Writer::new(Vec::new()).expect("memory takes everything");
    writer.add(view).expect("memory takes everything");
    let written = writer.finish().expect("memory takes everything");
    let mut reader = ::csv::Reader::from_reader(written.as_slice());
    let records: Vec<::csv::StringRecord> =
        reader.records().collect::<Result<_, _>>().expect("well-formed CSV");
    assert_eq!(records.len(), view.report.findings.len());
    for cell in records.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
}

/// The text's own mark-up stays text.
fn page(view: View) {
    let title = view.report.document.id.as_deref().unwrap_or_default();
    let mut writer = html::Writer::new(Vec::new(), title, view.families, view.language)
        .expect("memory takes everything");
    writer.add(view).expect("memory takes everything");
    let written = writer.finish().expect("memory takes everything");
    let page = String::from_utf8(written).expect("UTF-8");
    for tag in ["<script", "<img", "<iframe", "<object", "<base", "<form"] {
        assert!(!page.contains(tag), "{tag} in the page");
    }
    // Two charts of the page's own, or none.
    let own = page.matches("<svg role=\"img\" aria-labelledby=\"figure-1-").count();
    assert_eq!(page.matches("<svg").count(), own);
    assert_eq!(page.matches("<figure").count(), own);
    assert_eq!(page.matches("<article").count(), 1);
    assert_eq!(page.matches("</article>").count(), 1);
}

/// JSON says what the report says.
fn json(report: &Report) {
    let written = serde_json::to_string(report).expect("strings and numbers");
    let read: serde_json::Value = serde_json::from_str(&written).expect("well-formed JSON");
    let texts = read["findings"].as_array().expect("a list");
    let texts = texts.iter().map(|each| each["text"].as_str());
    assert!(texts.eq(report.findings.iter().map(|each| Some(each.text.as_str()))));
}
