//! What an analysis spends its time on, by stage and by family.

use std::collections::BTreeMap;

/// A clock that an analysis reads as it goes; the plain one does nothing and costs nothing.
pub trait Clock {
    /// Milliseconds since any fixed moment.
    fn now(&self) -> f64;

    /// Whether it is worth being read.
    const TELLS: bool;
}

/// No clock at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoClock;

impl Clock for NoClock {
    fn now(&self) -> f64 {
        0.0
    }

    const TELLS: bool = false;
}

impl<F: Fn() -> f64> Clock for F {
    fn now(&self) -> f64 {
        self()
    }

    const TELLS: bool = true;
}

/// Milliseconds spent in one analysis.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
pub struct Timings {
    /// In reading the text: folding, sentences, clauses, zones.
    pub document: f64,
    /// In finding literals and judging them.
    pub detect: f64,
    /// Of that, by family id: in the conditions and spans of its rules, the clock itself included.
    pub families: BTreeMap<String, f64>,
    /// In choosing among findings that overlap.
    pub resolve: f64,
    /// In telling voices apart.
    pub voices: f64,
    /// In making the report.
    pub report: f64,
}
