//! Which blocks an edit replaces, and how their text is cut into new ones.

use std::ops::Range;

use cifeng_lexicon::Fold;

use super::block::Block;
use crate::text::{CodePoint, Document, LONGEST_FENCE, Span, Utf16};

/// What opens and closes a fence of code, the only zone that goes over lines.
const FENCE: &str = "```";

/// Blocks that an edit replaces, and the texts of the new ones.
pub(super) struct Region {
    pub blocks: Range<usize>,
    pub pieces: Vec<String>,
}

/// The region of an edit. From `length` bytes on, a block's next line end is its end.
pub(super) fn of(
    blocks: &[Block],
    fold: &Fold,
    length: usize,
    range: Range<Utf16>,
    replacement: &str,
) -> Region {
    let mut region = Growing::around(blocks, range, replacement);
    region.close_line();
    region.widen_to_fences(fold);
    region.fill(length);
    let zones = region.zones_over_lines(fold);
    let pieces = cut(&region.text, length, &zones);
    Region { blocks: region.first..region.last, pieces }
}

struct Growing<'b> {
    blocks: &'b [Block],
    first: usize,
    last: usize,
    text: String,
}

impl<'b> Growing<'b> {
    /// The blocks that an edit touches, edited.
    fn around(blocks: &'b [Block], range: Range<Utf16>, replacement: &str) -> Self {
        let (start, end) = (range.start.0, range.end.0);
        let (mut first, mut before) = (0, 0);
        while first < blocks.len() && before + blocks[first].units <= start {
            before += blocks[first].units;
            first += 1;
        }
        // What comes after the last line end of a text begins a block, without one it goes on.
        if first == blocks.len()
            && let Some(last) = blocks.last().filter(|last| !last.original.ends_with('\n'))
        {
            first -= 1;
            before -= last.units;
        }
        let (mut last, mut after) = (first, before);
        while last < blocks.len() && (last == first || after < end) {
            after += blocks[last].units;
            last += 1;
        }
        let old: String = blocks[first..last].iter().map(|block| block.original.as_str()).collect();
        let text = replaced(&old, start - before, end - before, replacement);
        Self { blocks, first, last, text }
    }

    /// The last line may have lost its end.
    fn close_line(&mut self) {
        while !self.text.ends_with('\n') && self.take_next() {}
    }

    fn take_next(&mut self) -> bool {
        let next = self.blocks.get(self.last);
        if let Some(next) = next {
            self.text.push_str(&next.original);
            self.last += 1;
        }
        next.is_some()
    }

    fn take_before(&mut self) -> bool {
        let before = self.first.checked_sub(1);
        if let Some(before) = before {
            self.text.insert_str(0, &self.blocks[before].original);
            self.first = before;
        }
        before.is_some()
    }

    /// A fence of code before the edit may reach into it now or no longer, and one in it beyond it.
    fn widen_to_fences(&mut self, fold: &Fold) {
        let (mut between, mut fenced) = (0, self.first);
        for at in (0..self.first).rev() {
            if between > LONGEST_FENCE {
                break;
            }
            if self.blocks[at].folded.contains(FENCE) {
                fenced = at;
            }
            between += self.blocks[at].chars as usize;
        }
        while self.first > fenced && self.take_before() {}
        while self.is_left_open(fold) && self.take_next() {}
    }

    /// Whether a fence goes over the end of the region.
    fn is_left_open(&self, fold: &Fold) -> bool {
        if !has_fence(&self.text, fold) {
            return false;
        }
        let mut text = self.text.clone();
        let (mut at, mut ahead) = (self.last, 0);
        while ahead <= LONGEST_FENCE
            && let Some(block) = self.blocks.get(at)
        {
            text.push_str(&block.original);
            ahead += block.chars as usize;
            at += 1;
        }
        let end = CodePoint::from(self.text.chars().count());
        let document = Document::new(&text, fold);
        document.zones().iter().any(|zone| zone.start < end && end < zone.end)
    }

    /// Takes a neighbour in where hardly anything is left, or blocks would wear away.
    fn fill(&mut self, length: usize) {
        if self.text.len() < length / 4 && !self.take_before() {
            self.take_next();
        }
    }

    fn zones_over_lines(&self, fold: &Fold) -> Vec<Span> {
        if has_fence(&self.text, fold) {
            Document::new(&self.text, fold).zones().to_vec()
        } else {
            Vec::new()
        }
    }
}

fn has_fence(text: &str, fold: &Fold) -> bool {
    fold.fold_text(text).contains(FENCE)
}

/// A text with a range of UTF-16 code units replaced.
pub(super) fn replaced(text: &str, start: u32, end: u32, replacement: &str) -> String {
    let end = end.max(start);
    let (before, left) = split(text, start);
    let (until, right) = split(text, end);
    let after = until + right.map_or(0, |_| '𠮷'.len_utf8());
    let (head, tail) = (&text[..before], &text[after..]);
    if left.is_none() && right.is_none() {
        return [head, replacement, tail].concat();
    }
    let units = left.map(|pair| pair[0]).into_iter().chain(replacement.encode_utf16());
    let units: Vec<u16> = units.chain(right.map(|pair| pair[1])).collect();
    [head, &String::from_utf16_lossy(&units), tail].concat()
}

/// The byte at which a UTF-16 offset lies, and the surrogate pair that it splits: that begins there.
fn split(text: &str, offset: u32) -> (usize, Option<[u16; 2]>) {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        if units >= offset {
            return (byte, None);
        }
        units += character.len_utf16() as u32;
        if units > offset {
            let mut pair = [0; 2];
            character.encode_utf16(&mut pair);
            return (byte, Some(pair));
        }
    }
    (text.len(), None)
}

/// Cuts a text into blocks, at line ends that stand in no zone.
fn cut(text: &str, length: usize, zones: &[Span]) -> Vec<String> {
    let mut pieces = Vec::new();
    let (mut start, mut counted, mut points) = (0, 0, 0);
    let mut zones = zones.iter().peekable();
    while start < text.len() {
        let mut end = start;
        loop {
            let from = (start + length).max(end).min(text.len());
            let line = text.as_bytes()[from..].iter().position(|byte| *byte == b'\n');
            end = line.map_or(text.len(), |line| from + line + 1);
            if end == text.len() || zones.peek().is_none() {
                break;
            }
            points += text[counted..end].chars().count();
            counted = end;
            let at = CodePoint::from(points);
            while zones.next_if(|zone| zone.end <= at).is_some() {}
            if zones.peek().is_none_or(|zone| at <= zone.start) {
                break;
            }
        }
        // A short rest goes with what stands before it.
        if text.len() - end < length / 4 && zones.peek().is_none() {
            end = text.len();
        }
        pieces.push(text[start..end].to_owned());
        start = end;
    }
    pieces
}
