//! All literals of all rules, in the order in which the core looks for them.

use std::collections::{BTreeMap, HashMap};

use crate::{Adaptable, Detail, Lexicon};

/// Literals and what their occurrence may be.
#[derive(Debug, Default)]
pub(super) struct Literals {
    /// By literal, then in the order of the sources.
    rows: BTreeMap<String, Vec<(u16, Detail)>>,
    names: Strings,
    strings: Strings,
    /// Literals that may be adapted, each with the rule of the adapted forms and its holes.
    adaptable: BTreeMap<String, (u16, u8)>,
}

/// Strings, each with its number, each once.
#[derive(Debug, Default)]
struct Strings {
    numbers: HashMap<String, u32>,
    all: Vec<String>,
}

impl Strings {
    fn number(&mut self, text: &str) -> u32 {
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
    pub fn add(
        &mut self,
        literal: &str,
        rule: u16,
        mut detail: Detail,
        fields: &[(String, String)],
    ) {
        // Numbered in the order of the sources, where like stands beside like.
        detail.fields = fields
            .iter()
            .map(|(name, value)| (self.names.number(name), self.strings.number(value)))
            .collect();
        self.rows.entry(literal.to_owned()).or_default().push((rule, detail));
    }

    /// Adds a literal (folded) of which the characters in `holes`, a bit for each, may be exchanged.
    pub fn add_adaptable(&mut self, literal: &str, rule: u16, holes: u8) {
        self.adaptable.entry(literal.to_owned()).or_insert((rule, holes));
    }

    /// Stores all in the lexicon.
    ///
    /// # Errors
    /// If a literal that may be adapted is no cue.
    pub fn finish(mut self, lexicon: &mut Lexicon) -> Result<(), String> {
        for (literal, entries) in self.rows {
            if let Some((rule, holes)) = self.adaptable.remove(&literal) {
                lexicon.adaptable.push(Adaptable { row: lexicon.owners.len() as u32, rule, holes });
            }
            for (rule, detail) in entries {
                if detail != Detail::default() {
                    lexicon.details.push((lexicon.owners.len() as u32, detail));
                }
                lexicon.owners.push(rule);
                lexicon.literals.push_str(&literal);
                lexicon.literals.push('\n');
            }
        }
        lexicon.names = self.names.all;
        lexicon.strings = self.strings.all;
        match self.adaptable.keys().next() {
            None => Ok(()),
            Some(literal) => Err(format!("`{literal}` may be adapted, but is no cue of any rule")),
        }
    }
}
