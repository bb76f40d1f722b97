//! Rules and literals that come after compiling: a reader's own.

use std::collections::HashMap;

use crate::{Detail, Lexicon, Rule};

/// A rule that a compiled lexicon is to be extended by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedRule {
    /// The rule; its family and subtype are those of the lexicon.
    pub rule: Rule,
    /// What it looks for.
    pub entries: Vec<AddedEntry>,
}

/// One literal of an [`AddedRule`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedEntry {
    /// The literal, folded.
    pub literal: String,
    /// What it carries, but for its fields.
    pub detail: Detail,
    /// Its named values.
    pub fields: Vec<(&'static str, String)>,
}

impl Lexicon {
    /// This lexicon with further rules behind its own. The fingerprint stays: it names what was compiled.
    #[must_use]
    pub fn extended(&self, added: Vec<AddedRule>) -> Self {
        let mut extended = self.clone();
        let mut names = Numbers::of(&self.names);
        let mut strings = Numbers::of(&[]);
        let mut rows = Vec::new();
        for AddedRule { rule, entries } in added {
            let owner = extended.rules.len() as u16;
            extended.rules.push(rule);
            for AddedEntry { literal, mut detail, fields } in entries {
                detail.fields = fields
                    .into_iter()
                    .map(|(name, value)| {
                        let name = names.number(&mut extended.names, name);
                        (name, strings.number(&mut extended.strings, &value))
                    })
                    .collect();
                rows.push((literal, owner, detail));
            }
        }
        // Stable: entries of one literal stay in the order of their sources.
        rows.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        extended.insert(rows);
        extended
    }

    /// Puts rows, which come in order, between those that are there.
    fn insert(&mut self, rows: Vec<(String, u16, Detail)>) {
        let literals = std::mem::take(&mut self.literals);
        let owners = std::mem::take(&mut self.owners);
        let mut details = std::mem::take(&mut self.details).into_iter().peekable();
        let mut adaptable = 0;
        let mut rows = rows.into_iter().peekable();
        self.literals.reserve(literals.len());
        for ((literal, owner), old) in literals.split_terminator('\n').zip(owners).zip(0_u32..) {
            while let Some((literal, owner, detail)) = rows.next_if(|(new, ..)| &**new < literal) {
                self.push(&literal, owner, detail);
            }
            let row = self.owners.len() as u32;
            if let Some(each) = self.adaptable.get_mut(adaptable).filter(|each| each.row == old) {
                each.row = row;
                adaptable += 1;
            }
            if let Some((_, detail)) = details.next_if(|(at, _)| *at == old) {
                self.details.push((row, detail));
            }
            self.owners.push(owner);
            self.literals.extend([literal, "\n"]);
        }
        for (literal, owner, detail) in rows {
            self.push(&literal, owner, detail);
        }
    }

    fn push(&mut self, literal: &str, owner: u16, detail: Detail) {
        if detail != Detail::default() {
            self.details.push((self.owners.len() as u32, detail));
        }
        self.owners.push(owner);
        self.literals.extend([literal, "\n"]);
    }
}

/// The places of strings in a list, each once.
struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn of(known: &[String]) -> Self {
        Self(known.iter().cloned().zip(0..).collect())
    }

    fn number(&mut self, all: &mut Vec<String>, text: &str) -> u32 {
        if let Some(number) = self.0.get(text) {
            return *number;
        }
        let number = all.len() as u32;
        self.0.insert(text.to_owned(), number);
        all.push(text.to_owned());
        number
    }
}
