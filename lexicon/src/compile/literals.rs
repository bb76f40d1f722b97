//! All literals of all rules, in the order in which the core looks for them.

use std::collections::{BTreeMap, HashMap};

use crate::alphabet;
use crate::{Adaptable, Detail, Explanations, Lexicon};

/// Literals and what their occurrence may be.
#[derive(Debug, Default)]
pub(super) struct Literals {
    /// By literal, then in the order of the sources.
    rows: BTreeMap<String, Vec<Entry>>,
    names: Strings,
    strings: Strings,
    /// Literals that may be adapted, each with the rule of the adapted forms and its holes.
    adaptable: BTreeMap<String, (u16, u8)>,
}

/// What an occurrence of a literal may be.
#[derive(Debug)]
struct Entry {
    rule: u16,
    detail: Detail,
    /// The numbers of its fields' names and values.
    fields: Vec<(u32, u32)>,
}

/// Strings, each with its number, each once.
#[derive(Debug, Default)]
pub(super) struct Strings {
    numbers: HashMap<String, u32>,
    pub all: Vec<String>,
}

impl Strings {
    pub fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.all.len() as u32;
        self.numbers.insert(text.to_owned(), number);
        self.all.push(text.to_owned());
        number
    }
}

impl Literals {
    /// Adds what an occurrence of `literal` (folded) may be.
    pub fn add(&mut self, literal: &str, rule: u16, detail: Detail, fields: &[(String, String)]) {
        // Numbered in the order of the sources, where like stands beside like.
        let fields = fields
            .iter()
            .map(|(name, value)| (self.names.number(name), self.strings.number(value)))
            .collect();
        self.rows.entry(literal.to_owned()).or_default().push(Entry { rule, detail, fields });
    }

    /// Adds a literal (folded) of which the characters in `holes`, a bit for each, may be exchanged.
    pub fn add_adaptable(&mut self, literal: &str, rule: u16, holes: u8) {
        self.adaptable.entry(literal.to_owned()).or_insert((rule, holes));
    }

    /// Stores all in the lexicon, and what only explains in explanations without reasons.
    ///
    /// # Errors
    /// If a literal that may be adapted is no cue.
    pub fn finish(mut self, lexicon: &mut Lexicon) -> Result<Explanations, String> {
        lexicon.alphabet = self.alphabet();
        let numbers = lexicon.numbers();
        let mut rows: Vec<(String, Vec<Entry>)> = self.rows.into_iter().collect();
        rows.sort_by_cached_key(|(literal, _)| -> Vec<u32> {
            literal.chars().map(|each| numbers[&each]).collect()
        });
        let (mut details, mut all_fields) = (Vec::new(), Vec::new());
        for (literal, entries) in rows {
            let row = lexicon.owners.len() as u32;
            if let Some((rule, holes)) = self.adaptable.remove(&literal) {
                lexicon.adaptable.push(Adaptable { row, rule, holes });
            }
            for (Entry { rule, detail, fields }, row) in entries.into_iter().zip(row..) {
                if detail != Detail::default() {
                    details.push((row, detail));
                }
                if !fields.is_empty() {
                    all_fields.push((row, fields));
                }
                lexicon.owners.push(rule);
                lexicon.literals.push_str(&literal);
                lexicon.literals.push('\n');
            }
        }
        lexicon.details = details.into_iter().collect();
        match self.adaptable.keys().next() {
            None => Ok(Explanations {
                names: self.names.all,
                strings: self.strings.all,
                fields: all_fields,
                ..Explanations::default()
            }),
            Some(literal) => Err(format!("`{literal}` may be adapted, but is no cue of any rule")),
        }
    }

    /// The alphabet of all literals and of what they carry.
    fn alphabet(&self) -> String {
        let texts = self.rows.iter().flat_map(|(literal, entries)| {
            let carried = entries.iter().flat_map(|entry| entry.detail.texts());
            carried.chain([literal.as_str()])
        });
        alphabet::of(texts.flat_map(str::chars)).into_iter().collect()
    }
}
