//! Texts that are being written: whatever is done to a draft, it ends in the report of a fresh analysis,
//! and an editor that draws anew what it says has changed shows what that report shows.

use std::ops::Range;

use cifeng::text::Utf16;
use cifeng::{Draft, Highlight, OffsetUnit, Options, Report, Stretch};

use crate::{ANALYZER, analyze, text};

/// What is replaced by what: a place, how many UTF-16 code units from there on, and the new text. A place
/// behind the end goes round; [`END`] is the end.
pub type Edit<'a> = (usize, usize, &'a str);

/// The end of a text, wherever that is.
pub const END: usize = usize::MAX;

/// Blocks of a line each, and longer ones, up to those of the page.
const BLOCKS: [usize; 4] = [1, 64, 256, 4_096];
/// Ends the text and each edit: UTF-8 never has this byte.
const BORDER: u8 = 0xFF;
/// Each edit is followed by an analysis of the whole text.
const MOST_EDITS: usize = 12;

/// Takes the bytes for a length of blocks, a text and edits.
///
/// # Panics
/// As [`follow`].
pub fn check(bytes: &[u8]) {
    let (&first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let mut parts = rest.split(|&byte| byte == BORDER);
    let original = text::from_bytes(parts.next().unwrap_or_default());
    let edits: Vec<(usize, usize, String)> = parts.take(MOST_EDITS).map(edit).collect();
    let edits: Vec<Edit> = edits.iter().map(|(at, length, new)| (*at, *length, &**new)).collect();
    follow(BLOCKS[usize::from(first) % BLOCKS.len()], &original, &edits);
}

/// Two bytes of place, one of length, and the new text. Short stretches are as likely as long ones.
fn edit(bytes: &[u8]) -> (usize, usize, String) {
    let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or(0));
    let length = if byte(2) < 128 { byte(2) % 8 } else { (byte(2) - 128) * 8 };
    (byte(0) + byte(1) * 256, length, text::from_bytes(bytes.get(3..).unwrap_or_default()))
}

/// Applies edits to a draft and to a text, and compares after each. Every second edit the editor's
/// highlights are brought up to date by what the draft says has changed.
///
/// # Panics
/// If something differs.
pub fn follow(block: usize, text: &str, edits: &[Edit]) {
    let mut model = Model(text.encode_utf16().collect());
    let mut draft = Draft::in_blocks_of(block, &ANALYZER, text);
    assert_eq!(reported(&mut draft), fresh(text));
    let mut drawn = shown(&mut draft, &(Utf16(0)..Utf16(u32::MAX)));
    let mut untold: Option<Stretch> = None;
    for (number, &(start, length, replacement)) in edits.iter().enumerate() {
        let start = if start == END { model.0.len() } else { start % (model.0.len() + 1) };
        let end = (start + length).min(model.0.len());
        model.edit(start, end, replacement);
        let range = Utf16(start as u32)..Utf16(end as u32);
        let stretches = draft.edit(&ANALYZER, range, replacement);
        let whole = fresh(&model.text());
        assert_eq!(draft.text(), model.text());
        assert_eq!(draft.length(), Utf16(model.0.len() as u32));
        assert_eq!(reported(&mut draft), whole);

        let stretch =
            stretches.iter().skip(1).fold(stretches[0].clone(), |all, each| all.covering(each));
        let stretch = untold.take().map_or(stretch.clone(), |before| before.then(&stretch));
        if number % 2 == 0 && number + 1 < edits.len() {
            untold = Some(stretch);
            continue;
        }
        let Stretch { before, after } = stretch;
        let later = drawn.iter().filter(|each| each.0 >= before.end.0);
        let moved = |at: u32| at - before.end.0 + after.end.0;
        let later = later.map(|each| (moved(each.0), moved(each.1), each.2.clone()));
        let earlier = drawn.iter().filter(|each| each.0 < before.start.0).cloned();
        drawn = earlier.chain(shown(&mut draft, &after)).chain(later).collect();
        assert_eq!(drawn, highlights(&whole));
    }
}

/// A text in JavaScript, edited as JavaScript does it.
struct Model(Vec<u16>);

impl Model {
    fn edit(&mut self, start: usize, end: usize, replacement: &str) {
        self.0.splice(start..end, replacement.encode_utf16());
        // Nothing that is no text stays in it.
        self.0 = self.text().encode_utf16().collect();
    }

    fn text(&self) -> String {
        String::from_utf16_lossy(&self.0)
    }
}

fn options() -> Options {
    Options { offsets: OffsetUnit::Utf16, ..Options::default() }
}

fn fresh(text: &str) -> Report {
    analyze(text, &options())
}

fn reported(draft: &mut Draft) -> Report {
    draft.report(&ANALYZER, &options()).expect("a text below the limit")
}

/// What an editor shows of a report.
fn highlights(report: &Report) -> Vec<(u32, u32, String)> {
    let findings = report.findings.iter();
    findings
        .map(|each| (each.start, each.end, format!("{}/{}", each.family, each.subtype)))
        .collect()
}

/// What an editor shows of a stretch.
fn shown(draft: &mut Draft, within: &Range<Utf16>) -> Vec<(u32, u32, String)> {
    let families = ANALYZER.families();
    let highlights = draft.highlights(&ANALYZER, within, &options()).into_iter();
    let named = highlights.map(|Highlight { start, end, family, subtype }| {
        let family = &families[usize::from(family)];
        let subtype = &family.subtypes[usize::from(subtype)];
        (start.0, end.0, format!("{}/{}", family.id, subtype.id))
    });
    named.collect()
}
