//! Rules and literals that come after compiling: a reader's own.

use std::collections::HashMap;

use crate::{Detail, Lexicon, Localized, Rule};

/// A rule that a compiled lexicon is to be extended by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedRule {
    /// The rule; its family and subtype are those of the lexicon.
    pub rule: Rule,
    /// Why it marks.
    pub reason: Localized,
    /// What it looks for.
    pub entries: Vec<AddedEntry>,
}

/// One literal of an [`AddedRule`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedEntry {
    /// The literal, folded.
    pub literal: String,
    /// What it carries.
    pub detail: Detail,
    /// Its named values.
    pub fields: Vec<(&'static str, String)>,
}

/// A row that is to be put between others.
struct Row {
    /// The literal as the alphabet orders it.
    key: Vec<(u32, char)>,
    owner: u16,
    entry: AddedEntry,
}

impl Lexicon {
    /// This lexicon with further rules behind its own. The fingerprint stays: it names what was compiled.
    #[must_use]
    pub fn extended(&self, added: Vec<AddedRule>) -> Self {
        let mut extended = self.clone();
        let numbers = self.numbers();
        let mut rows = Vec::new();
        for AddedRule { rule, reason, entries } in added {
            let owner = extended.rules.len() as u16;
            extended.rules.push(rule);
            extended.added.reasons.push(reason);
            let keyed = entries.into_iter();
            rows.extend(keyed.map(|entry| Row {
                key: key(&numbers, &entry.literal),
                owner,
                entry,
            }));
        }
        // Stable: entries of one literal stay in the order of their sources.
        rows.sort_by(|a, b| a.key.cmp(&b.key));
        // In the order in which rows with such characters come.
        let characters = rows.iter().flat_map(|row| &row.key);
        let mut unknown: Vec<char> =
            characters.filter(|(number, _)| *number == UNKNOWN).map(|(_, each)| *each).collect();
        unknown.sort_unstable();
        unknown.dedup();
        extended.alphabet.extend(unknown);
        extended.insert(&numbers, rows);
        extended
    }

    /// Puts rows, which come in order, between those that are there.
    fn insert(&mut self, numbers: &HashMap<char, u32>, rows: Vec<Row>) {
        let literals = std::mem::take(&mut self.literals);
        let owners = std::mem::take(&mut self.owners);
        let known = std::mem::take(&mut self.details);
        let mut known = known.iter().peekable();
        let mut details = Vec::new();
        let mut adaptable = 0;
        let mut rows = rows.into_iter().peekable();
        self.literals.reserve(literals.len());
        for ((literal, owner), old) in literals.split_terminator('\n').zip(owners).zip(0_u32..) {
            if rows.peek().is_some() {
                let here = key(numbers, literal);
                while let Some(row) = rows.next_if(|row| row.key < here) {
                    self.push(row, &mut details);
                }
            }
            let row = self.owners.len() as u32;
            if let Some(each) = self.adaptable.get_mut(adaptable).filter(|each| each.row == old) {
                each.row = row;
                adaptable += 1;
            }
            if let Some((_, detail)) = known.next_if(|(at, _)| *at == old) {
                details.push((row, detail.clone()));
            }
            self.owners.push(owner);
            self.literals.extend([literal, "\n"]);
        }
        for row in rows {
            self.push(row, &mut details);
        }
        self.details = details.into_iter().collect();
    }

    fn push(&mut self, row: Row, details: &mut Vec<(u32, Detail)>) {
        let AddedEntry { literal, detail, fields } = row.entry;
        let place = self.owners.len() as u32;
        if detail != Detail::default() {
            details.push((place, detail));
        }
        self.added.rows.push((place, fields));
        self.owners.push(row.owner);
        self.literals.extend([&literal, "\n"]);
    }
}

/// Stands for the number of a character that is not in the alphabet.
const UNKNOWN: u32 = u32::MAX;

/// A literal as an alphabet orders it; characters that are not in the alphabet come last.
fn key(numbers: &HashMap<char, u32>, literal: &str) -> Vec<(u32, char)> {
    literal.chars().map(|each| (numbers.get(&each).copied().unwrap_or(UNKNOWN), each)).collect()
}
