//! The floors in `tests/gold/floors.toml`, below which no figure may fall.
//!
//! A floor belongs to a set, a measure and a figure. Figures of false alarms have a ceiling instead,
//! written in the same way. Floors only rise and ceilings only fall.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::measure::{Figure, Measure};

/// What stands above the floors in their file.
const HEADER: &str = "\
# What `cargo xtask eval --check` holds: no figure may fall below its floor, no rate of false alarms
# (per-1000-han) rise above its ceiling. Sets that are not at hand are passed over.
# `cargo xtask eval --raise` writes them anew from the present figures, up only (ceilings: down only).
";

/// Figures are compared and written with this many steps between zero and one.
const STEPS: f64 = 1000.0;
/// What a sum of binary fractions may be off.
const ROUNDING: f64 = 1e-9;

/// Floors by set, measure and figure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Floors(BTreeMap<String, BTreeMap<String, BTreeMap<Figure, f64>>>);

impl Floors {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display();
        let text = fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        toml::from_str(&text).with_context(|| format!("{name} does not hold floors"))
    }

    /// Writes the file.
    pub fn write(&self, path: &Path) -> Result<()> {
        fs::write(path, self.text())
            .with_context(|| format!("{} cannot be written", path.display()))
    }

    fn text(&self) -> String {
        let mut lines = vec![HEADER.to_owned()];
        for (set, measures) in &self.0 {
            lines.push(format!("[{}]", key(set)));
            for (measure, figures) in measures {
                let line = |(figure, floor): (&Figure, &f64)| {
                    format!("{}.{figure} = {floor:.3}", key(measure))
                };
                lines.extend(figures.iter().map(line));
            }
            lines.push(String::new());
        }
        lines.join("\n")
    }

    /// The sets that have floors.
    pub fn sets(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// What of a set has fallen below its floor, a line each.
    pub fn breaches(&self, set: &str, measures: &[Measure]) -> Vec<String> {
        let mut breaches = Vec::new();
        for (name, floors) in self.0.get(set).into_iter().flatten() {
            let figures = measures.iter().find(|measure| measure.name == *name);
            for (&figure, &floor) in floors {
                let value = figures.and_then(|measure| measure.figures.get(&figure));
                breaches.extend(
                    breach(figure, value.copied(), floor)
                        .map(|breach| format!("{set}, {name}: {breach}")),
                );
            }
        }
        breaches
    }

    /// Lifts the floors of a set to its figures less a margin, where that is higher; what had no floor
    /// gets one.
    pub fn raise(&mut self, set: &str, measures: &[Measure], margin: f64) {
        let floors = self.0.entry(set.to_owned()).or_default();
        for measure in measures {
            for (figure, value) in measure.guarded() {
                let new = bound(figure, value, margin);
                let floor = floors.entry(measure.name.clone()).or_default().entry(figure);
                let better = if figure.is_cost() { f64::min } else { f64::max };
                floor.and_modify(|old| *old = better(*old, new)).or_insert(new);
            }
        }
    }
}

/// What is wrong with a figure, if anything is.
fn breach(figure: Figure, value: Option<f64>, floor: f64) -> Option<String> {
    let Some(value) = value else {
        return Some(format!("no {figure} was measured, but it has the floor {floor:.3}"));
    };
    if figure.is_cost() {
        let over = value > floor + ROUNDING;
        over.then(|| format!("{figure} {value:.4} is above the ceiling {floor:.3}"))
    } else {
        let under = value < floor - ROUNDING;
        under.then(|| format!("{figure} {value:.4} is below the floor {floor:.3}"))
    }
}

/// The floor or ceiling at some distance from a figure.
fn bound(figure: Figure, value: f64, margin: f64) -> f64 {
    if figure.is_cost() {
        ((value + margin) * STEPS - ROUNDING).ceil() / STEPS
    } else {
        ((value - margin).max(0.0) * STEPS + ROUNDING).floor() / STEPS
    }
}

/// A TOML key, in quotation marks where it needs them.
fn key(name: &str) -> String {
    let bare = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { format!("{name:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measures(hedge: f64, alarms: f64) -> Vec<Measure> {
        vec![
            Measure::new("hedge", 50, 50, [(Figure::F1, hedge), (Figure::Recall, 0.1)]),
            Measure::new("false 約", None, 2, [(Figure::Per1000Han, alarms)]),
            Measure::new("rare", 3, 3, [(Figure::F1, 0.5)]),
        ]
    }

    #[test]
    fn floors_rise_and_ceilings_fall() {
        let mut floors = Floors::default();
        let mut steps = Vec::new();
        for (hedge, alarms) in [(0.9, 0.25), (0.95, 0.125), (0.8, 1.0)] {
            floors.raise("tiny", &measures(hedge, alarms), 0.005);
            let tiny = &floors.0["tiny"];
            steps.push((tiny["hedge"][&Figure::F1], tiny["false 約"][&Figure::Per1000Han]));
            assert_eq!(tiny.len(), 2, "three cases are too few for a floor");
        }
        assert_eq!(steps, [(0.895, 0.255), (0.945, 0.13), (0.945, 0.13)]);
    }

    #[test]
    fn a_breach_names_set_measure_figure_and_floor() {
        let mut floors = Floors::default();
        floors.raise("tiny", &measures(0.9, 0.25), 0.0);
        let breaches = |hedge, alarms| floors.breaches("tiny", &measures(hedge, alarms));
        assert_eq!(breaches(0.9, 0.25), [""; 0]);
        assert_eq!(breaches(0.95, 0.0), [""; 0]);
        assert_eq!(
            breaches(0.8996, 0.2504),
            [
                "tiny, false 約: per-1000-han 0.2504 is above the ceiling 0.250",
                "tiny, hedge: f1 0.8996 is below the floor 0.900",
            ]
        );
        assert_eq!(
            floors.breaches("tiny", &measures(0.9, 0.25)[..1]),
            ["tiny, false 約: no per-1000-han was measured, but it has the floor 0.250"]
        );
        assert_eq!(floors.breaches("other", &[]), [""; 0]);
    }

    #[test]
    fn the_file_is_read_as_written() {
        let mut floors = Floors::default();
        floors.raise("tiny", &measures(0.9, 0.25), 0.0);
        let text = floors.text();
        let end = "\n[tiny]\n\"false 約\".per-1000-han = 0.250\nhedge.f1 = 0.900\n";
        assert!(text.ends_with(end), "{text}");
        assert_eq!(toml::from_str::<Floors>(&text).expect("good TOML"), floors);
    }
}
