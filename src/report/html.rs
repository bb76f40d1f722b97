//! The report as one HTML page that needs nothing else: no script, no font, no picture.
//!
//! The text stands there as it was read, with every finding in a `<mark>` that carries
//! `data-family` and `data-subtype` and says why on hover. Findings of different families nest; where
//! two cross, the inner one is closed and opened again, since HTML knows only trees.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Script;
use super::figures;
use super::labels::{Labels, grouped};
use super::nesting::{Branch, nest};
use super::view::{Located, View};
use crate::{FamilyInfo, Language};

/// No script runs and nothing is loaded, whatever the text holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Writes reports as articles of one page.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    articles: usize,
}

impl<W: Write> Writer<W> {
    /// Writes the head of the page.
    ///
    /// # Errors
    /// If `out` cannot be written.
    pub fn new(
        mut out: W,
        title: &str,
        families: &[FamilyInfo],
        language: Language,
    ) -> io::Result<Self> {
        let head = html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="generator" content=(concat!("cifeng ", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { (PreEscaped(include_str!("html.css"))) (PreEscaped(family_styles(families))) }
            }
        };
        let tag = Labels::of(language).tag;
        writeln!(out, "{}\n<html lang=\"{tag}\">\n{}\n<body>\n<main>", DOCTYPE.0, head.0)?;
        Ok(Self { out, articles: 0 })
    }

    /// Writes one report.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn add(&mut self, view: View) -> io::Result<()> {
        self.articles += 1;
        writeln!(self.out, "{}", article(view, self.articles).0)
    }

    /// Closes the page and gives back what was written to.
    ///
    /// # Errors
    /// If the last bytes cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        writeln!(self.out, "</main>\n</body>\n</html>")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// The families' colours and lines; anything but plain CSS values is left out.
fn family_styles(families: &[FamilyInfo]) -> String {
    let plain = |value: &str| -> String {
        value.chars().filter(|c| c.is_ascii_alphanumeric() || "#(),.% -".contains(*c)).collect()
    };
    let light = families.iter().map(|family| {
        format!(
            "[data-family=\"{}\"] {{ --family: {}; text-decoration-style: {}; }}\n",
            plain(&family.id),
            plain(&family.color.light),
            plain(&family.line)
        )
    });
    let dark = families.iter().map(|family| {
        format!(
            "  [data-family=\"{}\"] {{ --family: {}; }}\n",
            plain(&family.id),
            plain(&family.color.dark)
        )
    });
    light
        .chain(["@media screen and (prefers-color-scheme: dark) {\n".to_owned()])
        .chain(dark)
        .chain(["}\n".to_owned()])
        .collect()
}

fn article(view: View, number: usize) -> Markup {
    let labels = Labels::of(view.language);
    let document = &view.report.document;
    let located = view.located(0);
    let spans: Vec<_> = located.iter().map(|it| it.bytes.clone()).collect();
    html! {
        article {
            h1 { bdi { (document.id.as_deref().unwrap_or(labels.untitled)) } }
            p.facts { (labels.facts(document)) }
            @for note in &view.report.notes {
                p.note data-note=(note.code) { (note.text) }
            }
            (wide(labels.family, &family_table(view, labels)))
            @if !located.is_empty() { (figures::rates(view, labels, number)) }
            @if !view.voices().is_empty() { (wide(labels.voice, &voice_table(view, labels))) }
            @if !located.is_empty() { (figures::places(view, &located, labels, number)) }
            div.text lang=(tag(document.script)) { (branches(&nest(view.text, &spans), &located, number)) }
            @if !located.is_empty() {
                details {
                    summary { (labels.findings) " (" (grouped(located.len() as u64)) ")" }
                    (wide(labels.findings, &finding_table(&located, labels, tag(document.script), number)))
                }
            }
            (colophon(view))
        }
    }
}

/// A table that is scrolled, by keys too, where the page is narrower.
pub(super) fn wide(name: &str, table: &Markup) -> Markup {
    html! { div.wide role="region" aria-label=(name) tabindex="0" { (table) } }
}

/// What made the report, and of which text.
fn colophon(view: View) -> Markup {
    let analyzer = &view.report.analyzer;
    html! {
        footer.colophon {
            "Cifeng 辭鋒 " (analyzer.version) " · lexicon " code { (analyzer.lexicon) }
            @for own in &analyzer.user_lexicons {
                " · " bdi { (own.name) } " (" (grouped(own.entries.into())) ") " code { (own.fingerprint) }
            }
            @if let Some(sha256) = &view.report.document.sha256 {
                br; "SHA-256 " code { (sha256) }
            }
        }
    }
}

fn family_table(view: View, labels: &Labels) -> Markup {
    html! {
        table.families {
            thead { tr {
                th scope="col" { (labels.family) }
                th.number scope="col" { (labels.count) }
                th.number scope="col" { (labels.per_1000_han) }
                th.number scope="col" { (labels.interval) }
                th scope="col" { (labels.subtypes) }
            } }
            tbody {
                @for (family, numbers) in view.counted() {
                    tr {
                        th scope="row" {
                            span.key data-family=(family.id)
                                title=(view.language.pick(&family.description)) {
                                (view.language.pick(&family.name))
                            }
                        }
                        td.number data-family=(family.id) { (numbers.count) }
                        td.number { (format!("{:.2}", numbers.per_1000_han)) }
                        td.number { (format!("{:.2}–{:.2}", numbers.ci95[0], numbers.ci95[1])) }
                        td.subtypes {
                            @for subtype in &family.subtypes {
                                @if let Some(count) = numbers.subtypes.get(&subtype.id).filter(|&&it| it > 0) {
                                    span { (view.language.pick(&subtype.name)) " " (count) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One row a voice: count and rate of each family in its words.
fn voice_table(view: View, labels: &Labels) -> Markup {
    html! {
        table.voices {
            thead { tr {
                th scope="col" { (labels.voice) }
                th.number scope="col" { (labels.han_count) }
                @for (family, _) in view.counted() {
                    th.number scope="col" { (view.language.pick(&family.name)) }
                }
            } }
            tbody {
                @for voice in view.voices() {
                    tr {
                        th scope="row" {
                            @match &voice.voice {
                                Some(name) => (shown(name)),
                                None => (labels.writer),
                            }
                        }
                        td.number { (voice.han) }
                        @for (family, _) in view.counted() {
                            @let of = &voice.families[&family.id];
                            td.number { (of.count) " (" (format!("{:.2}", of.per_1000_han)) ")" }
                        }
                    }
                }
            }
        }
    }
}

fn finding_table(located: &[Located], labels: &Labels, language: &str, article: usize) -> Markup {
    html! {
        table.findings {
            thead { tr {
                th.number scope="col" { (labels.place) }
                th scope="col" { (labels.marker) }
                th scope="col" { (labels.rule) }
                th scope="col" { (labels.why) }
            } }
            tbody {
                @for (index, it) in located.iter().enumerate() {
                    tr {
                        td.number { (it.line) ":" (it.column) }
                        td lang=(language) {
                            a href=(format!("#{}", anchor(article, index))) { (shown(&it.finding.text)) }
                        }
                        td { (it.finding.rule) }
                        td {
                            (it.finding.why)
                            @if let Some(meaning) = &it.finding.meaning { " " em { (meaning) } }
                        }
                    }
                }
            }
        }
    }
}

/// The language tag by which a browser picks the shapes of characters.
fn tag(script: Script) -> &'static str {
    match script {
        Script::Hant => "zh-Hant",
        Script::Hans => "zh-Hans",
        Script::Mixed | Script::Neutral => "zh",
    }
}

fn anchor(article: usize, finding: usize) -> String {
    format!("text-{article}-finding-{}", finding + 1)
}

fn branches(tree: &[Branch], located: &[Located], article: usize) -> Markup {
    html! {
        @for branch in tree {
            @match branch {
                Branch::Text(text) => (shown(text)),
                Branch::Marked { span, begins, inside } => {
                    @let it = located[*span].finding;
                    mark id=[begins.then(|| anchor(article, *span))]
                        data-family=(it.family) data-subtype=(it.subtype)
                        data-voice=[it.voice.as_deref()] data-continued[!begins] title=(it.why) {
                        (branches(inside, located, article))
                    }
                },
            }
        }
    }
}

/// Text with the controls that HTML would drop or change shown as their pictures (␀).
fn shown(text: &str) -> Markup {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    html! {
        @for part in text.split_inclusive(is_control) {
            @match part.chars().next_back().filter(|&last| is_control(last)) {
                None => (part),
                Some(control) => {
                    (&part[..part.len() - control.len_utf8()])
                    span.control title=(format!("U+{:04X}", control as u32)) { (picture(control)) }
                },
            }
        }
    }
}

fn picture(control: char) -> char {
    match control {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + control as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    }
}
