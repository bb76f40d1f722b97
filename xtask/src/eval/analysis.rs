//! Runs the analyser over many texts, on all processors.

use std::num::NonZero;
use std::thread;

use anyhow::{Error, Result};
use cifeng::{Analyzer, Options, Report};

/// The reports of the texts, in their order.
pub fn analyze(analyzer: &Analyzer, texts: &[&str]) -> Result<Vec<Report>> {
    let options = Options { max_chars: usize::MAX, ..Options::default() };
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let share = texts.len().div_ceil(processors).max(1);
    let analyze = |text: &&str| analyzer.analyze(text, &options).map_err(Error::from);
    thread::scope(|scope| {
        let start = |share| scope.spawn(move || part(share, analyze));
        let running: Vec<_> = texts.chunks(share).map(start).collect();
        let mut reports = Vec::with_capacity(texts.len());
        for one in running {
            reports.extend(one.join().expect("the analyser does not panic")?);
        }
        Ok(reports)
    })
}

fn part(texts: &[&str], analyze: impl Fn(&&str) -> Result<Report>) -> Result<Vec<Report>> {
    texts.iter().map(analyze).collect()
}
