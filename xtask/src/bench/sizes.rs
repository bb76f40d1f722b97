//! What the page transfers before its first report.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::measurement::parse;
use super::prepare::Bench;
use super::say;
use super::table::{Figure, Reach, Row, Unit};
use crate::manifest::Size;

#[derive(Deserialize)]
struct File {
    name: String,
    page: bool,
    raw: u64,
    brotli: u64,
}

/// Weighs the files, compressed and as they are.
pub fn measure(bench: &Bench) -> Result<Vec<Row>> {
    say("sizes");
    let files: Vec<File> = parse(&bench.script("sizes.mjs").read()?)?;
    let named = |name: &str| {
        let file = files.iter().find(|file| file.name == name && !file.page);
        file.with_context(|| format!("nothing is called {name}"))
    };
    let (jieba, code) = (size(named("jieba")?), size(named("code")?));
    let mut whole = Size::default();
    let mut parts = Vec::new();
    for file in files.iter().filter(|file| file.page) {
        whole += size(file);
        let name = format!("of that, {}", without_hash(&file.name));
        parts.push(row(name, size(file), Unit::Kilobytes, None));
    }
    let megabytes = [whole, jieba].map(|size| Figure(megabytes(size), Unit::Megabytes));
    let ratio = megabytes[0].0 / megabytes[1].0;
    let before = "transferred before the first report, brotli";
    let mut rows = vec![
        row(format!("{before} (raw)"), whole, Unit::Megabytes, Some(Reach::AtMost(0.9))),
        Row::ratio(format!("{before}: jieba-wasm's wasm"), megabytes, ratio, None),
        row("code of the wasm module".to_owned(), code, Unit::Megabytes, Some(Reach::AtMost(0.35))),
    ];
    rows.extend(parts);
    Ok(rows)
}

fn size(file: &File) -> Size {
    Size { raw: file.raw, brotli: file.brotli }
}

fn megabytes(size: Size) -> f64 {
    size.brotli as f64 / 1e6
}

fn row(what: String, size: Size, unit: Unit, reach: Option<Reach>) -> Row {
    let bytes = if unit == Unit::Kilobytes { 1e3 } else { 1e6 };
    let [raw, figure] = [size.raw, size.brotli].map(|size| Figure(size as f64 / bytes, unit));
    Row { ours: format!("{figure} ({raw})"), ..Row::own(what, figure, reach) }
}

/// The name of a built file without the part that changes with its content.
fn without_hash(name: &str) -> String {
    const HASH: usize = 8;
    let parts = name.split_once('.').and_then(|(stem, ending)| {
        let place = stem.len().checked_sub(HASH + 1)?;
        let (head, hash) = stem.split_at_checked(place)?;
        hash.starts_with('-').then(|| format!("{head}.{ending}"))
    });
    parts.unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_left_out_of_names() {
        let table = [
            ("worker--z6QLVeL.js", "worker.js"),
            ("cifeng_bg-Bw3LBFfD.wasm", "cifeng_bg.wasm"),
            ("index.html", "index.html"),
            ("before-paint.js", "before-paint.js"),
        ];
        for (name, expected) in table {
            assert_eq!(without_hash(name), expected);
        }
    }
}
