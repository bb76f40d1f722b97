//! All literals of all rules, and the automaton that finds them in one pass.

use std::collections::BTreeMap;

use crate::{Detail, Entry, Kind, Lexicon};

/// Literals and what their occurrence may be.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    entries: BTreeMap<String, Vec<Entry>>,
    details: Vec<Detail>,
}

impl Patterns {
    /// Adds what an occurrence of `literal` (folded) may be.
    pub fn add(&mut self, literal: String, rule: u16, detail: Detail) {
        let detail = if detail == Detail::default() {
            0
        } else {
            self.details.push(detail);
            self.details.len() as u32
        };
        self.entries.entry(literal).or_default().push(Entry { rule, detail });
    }

    /// Builds the automaton and stores all in the lexicon.
    pub fn finish(self, lexicon: &mut Lexicon) -> Result<(), String> {
        let literals: Vec<(&str, u32)> = self.entries.keys().map(String::as_str).zip(0..).collect();
        lexicon.automaton = daachorse::CharwiseDoubleArrayAhoCorasick::<u32>::with_values(literals)
            .map_err(|error| format!("the automaton cannot be built: {error}"))?
            .serialize();
        lexicon.patterns = vec![0];
        for (literal, entries) in self.entries {
            let is_particle = |entry: &Entry| {
                matches!(lexicon.rules[usize::from(entry.rule)].kind, Kind::Particle { .. })
            };
            if let (true, Some(character)) = (entries.iter().any(is_particle), single(&literal)) {
                lexicon.particles.push((character, lexicon.patterns.len() as u32 - 1));
            }
            lexicon.entries.extend(entries);
            lexicon.patterns.push(lexicon.entries.len() as u32);
        }
        lexicon.details = self.details;
        Ok(())
    }
}

/// The character of a text that has only one.
fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}
