//! All literals of all rules, and the automaton that finds them in one pass.

use std::collections::{BTreeMap, HashMap};

use crate::{Detail, Entry, Kind, Lexicon, PATTERN_LENGTH};

/// Literals and what their occurrence may be.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    entries: BTreeMap<String, Vec<Entry>>,
    strings: Strings,
    details: Vec<Detail>,
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

impl Patterns {
    /// Adds what an occurrence of `literal` (folded) may be.
    pub fn add(
        &mut self,
        literal: &str,
        rule: u16,
        mut detail: Detail,
        fields: &[(String, String)],
    ) {
        let end = literal.char_indices().nth(PATTERN_LENGTH).map_or(literal.len(), |(at, _)| at);
        let (pattern, rest) = literal.split_at(end);
        rest.clone_into(&mut detail.rest);
        detail.fields = fields
            .iter()
            .map(|(name, value)| (self.strings.number(name), self.strings.number(value)))
            .collect();
        let detail = if detail == Detail::default() {
            0
        } else {
            self.details.push(detail);
            self.details.len() as u32
        };
        self.entries.entry(pattern.to_owned()).or_default().push(Entry { rule, detail });
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
        lexicon.strings = self.strings.all;
        lexicon.details = self.details;
        Ok(())
    }
}

/// The character of a text that has only one.
fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}
