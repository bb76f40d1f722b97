//! The folded view's alphabet: one code point for one code point.
//!
//! Traditional and variant characters become one canonical form, full width becomes half width,
//! ASCII letters become lower case, the many quotation marks and dashes become one of each kind.
//! Because every character stays one character, an offset in the view is an offset in the text.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// What a character tells about the script of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptHint {
    /// Nothing.
    None,
    /// It belongs to Traditional text.
    Traditional,
    /// It belongs to Simplified text.
    Simplified,
}

/// The character table as it is stored in a compiled lexicon.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoldTable {
    /// `(from, to, from tells Traditional script)`, sorted by `from`.
    pub pairs: Vec<(char, char, bool)>,
    /// Characters that tell Simplified script, sorted.
    pub simplified: Vec<char>,
}

/// The table unfolded for constant-time look-up.
#[derive(Debug, Clone)]
pub struct Fold {
    basic_plane: Box<[u16]>,
    hints: Box<[u8]>,
    beyond: Vec<(char, char)>,
    /// From a folded character to its only Traditional one; made when first asked.
    back: OnceLock<HashMap<char, Option<char>>>,
}

const BASIC_PLANE: usize = 0x1_0000;
/// Stands in the table where a pair leaves the basic plane: half of a surrogate pair is no character.
const BEYOND: u16 = 0xD800;
const TRADITIONAL: u8 = 1;
const SIMPLIFIED: u8 = 2;

impl Fold {
    /// Unfolds a stored table.
    #[must_use]
    pub fn new(table: &FoldTable) -> Self {
        let mut basic_plane: Box<[u16]> =
            (0..=u16::MAX).map(|unit| fold_width(u32::from(unit))).collect();
        let mut hints = vec![0; BASIC_PLANE].into_boxed_slice();
        let mut beyond = Vec::new();
        for &(from, to, traditional) in &table.pairs {
            match (u16::try_from(u32::from(from)), u16::try_from(u32::from(to))) {
                (Ok(from), Ok(to)) => {
                    basic_plane[usize::from(from)] = to;
                    if traditional {
                        hints[usize::from(from)] = TRADITIONAL;
                    }
                }
                (unit, _) => {
                    if let Ok(unit) = unit {
                        basic_plane[usize::from(unit)] = BEYOND;
                    }
                    beyond.push((from, to));
                }
            }
        }
        for &character in &table.simplified {
            if let Some(hint) = hints.get_mut(character as usize) {
                *hint = SIMPLIFIED;
            }
        }
        beyond.sort_unstable();
        Self { basic_plane, hints, beyond, back: OnceLock::new() }
    }

    /// The folded form of one character, and what the character tells about the script.
    #[inline]
    #[must_use]
    pub fn folded(&self, character: char) -> (char, ScriptHint) {
        (self.fold(character), self.script_hint(character))
    }

    /// The folded form of one character.
    #[inline]
    #[must_use]
    pub fn fold(&self, character: char) -> char {
        match self.basic_plane.get(character as usize) {
            Some(&unit) if unit != BEYOND => char::from_u32(u32::from(unit)).unwrap_or(character),
            _ => {
                let found = self.beyond.binary_search_by_key(&character, |&(from, _)| from);
                found.map_or(character, |at| self.beyond[at].1)
            }
        }
    }

    /// The Traditional character that folds to this one; the character itself where there is none or
    /// more than one.
    #[must_use]
    pub fn unfold(&self, folded: char) -> char {
        let back = self.back.get_or_init(|| {
            let mut back: HashMap<char, Option<char>> = HashMap::new();
            for (from, (to, hint)) in (0..=u16::MAX).zip(self.basic_plane.iter().zip(&self.hints)) {
                let [from, to] = [from, *to].map(|unit| char::from_u32(u32::from(unit)));
                if let (Some(from), Some(to), TRADITIONAL) = (from, to, *hint)
                    && from != to
                {
                    back.entry(to).and_modify(|only| *only = None).or_insert(Some(from));
                }
            }
            back
        });
        back.get(&folded).copied().flatten().unwrap_or(folded)
    }

    /// The folded form of a text, character by character.
    #[must_use]
    pub fn fold_text(&self, text: &str) -> String {
        text.chars().map(|character| self.fold(character)).collect()
    }

    /// What a character tells about the script.
    #[inline]
    #[must_use]
    pub fn script_hint(&self, character: char) -> ScriptHint {
        match self.hints.get(character as usize) {
            Some(&TRADITIONAL) => ScriptHint::Traditional,
            Some(&SIMPLIFIED) => ScriptHint::Simplified,
            _ => ScriptHint::None,
        }
    }
}

/// Width, case and punctuation, which no table of characters needs to list.
fn fold_width(unit: u32) -> u16 {
    let folded = match unit {
        0x41..=0x5A => unit + 0x20,
        0x3000 | 0xA0 => 0x20,
        0xFF21..=0xFF3A => unit - 0xFEE0 + 0x20,
        0xFF01..=0xFF5E => unit - 0xFEE0,
        0xFE50 => 0x2C,                                       // ﹐
        0xFE51 => 0x3001,                                     // ﹑
        0xFE52 => 0x2E,                                       // ﹒
        0xFE54 => 0x3B,                                       // ﹔
        0xFE55 | 0xFE30 => 0x3A,                              // ﹕ ︰
        0xFE56 => 0x3F,                                       // ﹖
        0xFE57 => 0x21,                                       // ﹗
        0xFF61 => 0x3002,                                     // ｡
        0x300C | 0xFF62 | 0x301D | 0xFE41 => 0x201C,          // 「 ｢ 〝 ﹁
        0x300D | 0xFF63 | 0x301E | 0x301F | 0xFE42 => 0x201D, // 」 ｣ 〞 〟 ﹂
        0x300E | 0xFE43 => 0x2018,                            // 『 ﹃
        0x300F | 0xFE44 => 0x2019,                            // 』 ﹄
        0x2012..=0x2015 | 0x2500 => 0x2014,                   // dashes
        0x22EF => 0x2026,                                     // ⋯
        0x301C => 0x7E,                                       // 〜
        0x30FB | 0x2027 | 0x2022 => 0xB7,                     // middle dots
        _ => unit,
    };
    folded as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_script_width_case_and_quotes_one_to_one() {
        let fold = Fold::new(&FoldTable {
            pairs: vec![('說', '说', true), ('説', '说', true), ('𠮟', '叱', false)],
            simplified: vec!['说'],
        });
        for (from, to) in [
            ("說説说", "说说说"),
            ("ＡbC！？", "abc!?"),
            ("「『』」", "“‘’”"),
            ("𠮟𠮷😀", "叱𠮷😀"),
            ("⋯──", "…——"),
        ] {
            assert_eq!(fold.fold_text(from), to);
        }
        // Two Traditional characters fold to 说, so there is no way back; 人 was never folded.
        assert_eq!(['说', '人'].map(|each| fold.unfold(each)), ['说', '人']);
        let pairs = vec![('們', '们', true)];
        let only = Fold::new(&FoldTable { pairs, simplified: Vec::new() });
        assert_eq!(only.unfold('们'), '們');
        assert_eq!(fold.script_hint('說'), ScriptHint::Traditional);
        assert_eq!(fold.script_hint('说'), ScriptHint::Simplified);
        assert_eq!(fold.script_hint('人'), ScriptHint::None);
    }
}
