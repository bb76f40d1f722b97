//! How far a long run is: a bar on standard error, for whoever sits before it.

use std::fmt::Display;
use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

use crate::failure::complain;
use crate::input::{Source, Sources};

const BAR: &str = "{wide_bar} {percent:>3} % · {binary_bytes} of {binary_total_bytes} · {eta} left";
const COUNT: &str = "{spinner} {binary_bytes} · {binary_bytes_per_sec} · {elapsed}";

/// A bar, or nothing at all; it leaves no trace.
#[derive(Debug)]
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar over the bytes of all sources; without an end where that is not known, and invisible
    /// where nobody would look or where it would disturb.
    pub fn over(sources: &Sources, output_is_terminal: bool) -> Self {
        let sources = || sources.iter().filter_map(|source| source.as_ref().ok());
        let disturbs = output_is_terminal || sources().any(Source::is_typed);
        if disturbs || !io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let total: Option<u64> = sources().map(Source::size).sum();
        let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
        let style = ProgressStyle::with_template(if total.is_some() { BAR } else { COUNT });
        Self(style.map_or(ProgressBar::hidden(), |style| {
            bar.with_style(style).with_finish(ProgressFinish::AndClear)
        }))
    }

    /// Goes on.
    pub fn advance(&self, bytes: u64) {
        self.0.inc(bytes);
    }

    /// Says in a line of its own what went wrong.
    pub fn complain(&self, what: &dyn Display) {
        self.0.suspend(|| complain(what));
    }
}
