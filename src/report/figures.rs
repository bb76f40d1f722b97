//! The charts of the HTML report: drawn once, as SVG without a script, each beside a table that says the same.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::html::wide;
use super::labels::Labels;
use super::view::{Located, View};
use super::{FamilySummary, OffsetUnit};
use crate::FamilyInfo;

/// The width of a chart in its own units; it grows and shrinks with the page.
const WIDTH: f64 = 720.0;
/// Where names end and what is drawn begins.
const LEFT: f64 = 170.0;
/// The width of what is drawn; on its right the last number of the axis needs some room.
const ACROSS: f64 = WIDTH - LEFT - 30.0;
const ROW: f64 = 28.0;
/// Parts of the text in the table beside the places.
const PARTS: usize = 10;

/// Rates with their intervals, family by family. The table of families has the numbers.
pub(super) fn rates(view: View, labels: &Labels, article: usize) -> Markup {
    let rows: Vec<_> = view.counted().collect();
    let furthest = rows.iter().map(|(_, numbers)| numbers.ci95[1]).fold(0.0, f64::max);
    let step = step(furthest);
    let end = (furthest / step).ceil().max(1.0) * step;
    let x = |value: f64| LEFT + value / end * ACROSS;
    let ticks = (0..=20).map(|tick| f64::from(tick) * step).filter(|&at| at <= end * 1.001);
    let title = format!("figure-{article}-rates");
    html! {
        figure.chart {
            figcaption id=(title) { (labels.rates_chart) }
            (drawing(rows.len(), &title, &html! {
                @for tick in ticks {
                    (axis(x(tick), &number(tick, step), rows.len()))
                }
                @for (index, (family, numbers)) in rows.iter().enumerate() {
                    (name(view, family, index))
                    (interval(family, numbers, middle(index), x))
                }
            }))
        }
    }
}

fn interval(
    family: &FamilyInfo,
    numbers: &FamilySummary,
    y: f64,
    x: impl Fn(f64) -> f64,
) -> Markup {
    let [low, high] = numbers.ci95;
    html! {
        g data-family=(family.id) {
            line.of-family x1=(place(x(low))) x2=(place(x(high))) y1=(place(y)) y2=(place(y)) {}
            circle.of-family cx=(place(x(numbers.per_1000_han))) cy=(place(y)) r="5" {}
        }
    }
}

/// Every finding at its place in the text, and how many there are in each tenth of it.
pub(super) fn places(view: View, located: &[Located], labels: &Labels, article: usize) -> Markup {
    let length = length(view).max(1);
    let rows: Vec<_> = view.counted().map(|(family, _)| family).collect();
    let of = |family: &FamilyInfo| {
        let own = located.iter().filter(move |it| it.finding.family == family.id);
        own.map(|it| it.finding.start as usize).collect::<Vec<_>>()
    };
    let x = |part: f64| LEFT + part * ACROSS;
    let at = |start: usize| x(start as f64 / length as f64);
    let title = format!("figure-{article}-places");
    html! {
        figure.chart {
            figcaption id=(title) { (labels.places_chart) }
            (drawing(rows.len(), &title, &html! {
                @for quarter in 0..=4 {
                    (axis(x(f64::from(quarter) / 4.0), &format!("{} %", quarter * 25), rows.len()))
                }
                @for (index, family) in rows.iter().enumerate() {
                    (name(view, family, index))
                    path.of-family data-family=(family.id) d=(strokes(&of(family), index, at)) {}
                }
            }))
            details {
                summary { (labels.as_table) }
                (wide(labels.places_chart, &table(view, &rows, &of, length, labels)))
            }
        }
    }
}

fn table(
    view: View,
    rows: &[&FamilyInfo],
    of: &impl Fn(&FamilyInfo) -> Vec<usize>,
    length: usize,
    labels: &Labels,
) -> Markup {
    let counts: Vec<[usize; PARTS]> = rows
        .iter()
        .map(|family| {
            let mut counts = [0; PARTS];
            for start in of(family) {
                counts[(start * PARTS / length).min(PARTS - 1)] += 1;
            }
            counts
        })
        .collect();
    html! {
        table.places {
            thead { tr {
                th scope="col" { (labels.part_of_text) }
                @for family in rows {
                    th.number scope="col" { (view.language.pick(&family.name)) }
                }
            } }
            tbody {
                @for part in 0..PARTS {
                    tr {
                        th scope="row" { (part * 100 / PARTS) "–" ((part + 1) * 100 / PARTS) " %" }
                        @for of_family in &counts { td.number { (of_family[part]) } }
                    }
                }
            }
        }
    }
}

/// The text's length in the unit of the report's offsets.
fn length(view: View) -> usize {
    match view.report.offsets {
        OffsetUnit::Codepoint => view.text.chars().count(),
        OffsetUnit::Utf16 => view.text.encode_utf16().count(),
        OffsetUnit::Utf8 => view.text.len(),
    }
}

/// A short line at each place; many at one place are one line.
fn strokes(starts: &[usize], row: usize, x: impl Fn(usize) -> f64) -> String {
    let halves = starts.iter().map(|&start| place((x(start) * 2.0).round() / 2.0));
    let top = place(middle(row) - ROW * 0.36);
    let height = place(ROW * 0.72);
    let strokes: Vec<String> =
        halves.collect::<BTreeSet<_>>().iter().map(|at| format!("M{at} {top}v{height}")).collect();
    strokes.concat()
}

fn drawing(rows: usize, title: &str, inside: &Markup) -> Markup {
    let height = rows as f64 * ROW + 24.0;
    html! {
        svg role="img" aria-labelledby=(title) viewBox=(format!("0 0 {WIDTH} {height}")) { (inside) }
    }
}

/// The family's name, with its line under it.
fn name(view: View, family: &FamilyInfo, row: usize) -> Markup {
    html! {
        text x=(place(LEFT - 12.0)) y=(place(middle(row) + 5.0)) text-anchor="end" {
            (view.language.pick(&family.name))
        }
    }
}

fn axis(x: f64, label: &str, rows: usize) -> Markup {
    let bottom = rows as f64 * ROW;
    html! {
        line.grid x1=(place(x)) x2=(place(x)) y1="0" y2=(place(bottom)) {}
        text.tick x=(place(x)) y=(place(bottom + 17.0)) text-anchor="middle" { (label) }
    }
}

fn middle(row: usize) -> f64 {
    (row as f64 + 0.5) * ROW
}

/// The distance of the axis' numbers: 1, 2 or 5 times a power of ten, at most six of them.
fn step(furthest: f64) -> f64 {
    let mut power = 0.1;
    loop {
        for times in [1.0, 2.0, 5.0] {
            if times * power * 5.0 >= furthest {
                return times * power;
            }
        }
        power *= 10.0;
    }
}

fn number(value: f64, step: f64) -> String {
    if step < 1.0 { format!("{value:.1}") } else { format!("{value:.0}") }
}

fn place(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn axes_have_few_round_numbers() {
        for (furthest, expected) in [
            (0.0, 0.1),
            (0.4, 0.1),
            (0.6, 0.2),
            (2.4, 0.5),
            (4.0, 1.0),
            (52.0, 20.0),
            (990.0, 200.0),
        ] {
            assert!((step(furthest) - expected).abs() < 1e-9, "{furthest}: {}", step(furthest));
        }
    }
}
