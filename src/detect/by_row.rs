//! Values that belong to literals, made when they are first needed: a text asks for few of them.

use std::sync::OnceLock;

use cifeng_lexicon::{Lexicon, Rule};

use super::literals::Row;

/// Which literals of a rule have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Have {
    /// None has one.
    None,
    /// All have the same.
    Same,
    /// Each has its own.
    Own,
}

/// A value for some of the literals of a lexicon.
#[derive(Debug)]
pub(super) struct ByRow<T> {
    /// By row: the place of its value, from one.
    places: Vec<u32>,
    values: Vec<OnceLock<T>>,
}

impl<T> ByRow<T> {
    /// Room for the values of the rules that have some.
    pub fn new(lexicon: &Lexicon, have: impl Fn(&Rule) -> Have) -> Self {
        let mut count = 0;
        let mut place = || {
            count += 1;
            count
        };
        let of_rule = |rule| match have(rule) {
            Have::None => Some(0),
            Have::Same => Some(place()),
            Have::Own => None,
        };
        let of_rules: Vec<Option<u32>> = lexicon.rules.iter().map(of_rule).collect();
        let owners = lexicon.owners.iter();
        let places = owners.map(|rule| of_rules[usize::from(*rule)].unwrap_or_else(&mut place));
        let places = places.collect();
        Self { places, values: (0..count).map(|_| OnceLock::new()).collect() }
    }

    /// The value of a literal, if its rule has one; `make` makes it.
    pub fn get(&self, row: Row, make: impl FnOnce() -> T) -> Option<&T> {
        let place = self.places[row as usize].checked_sub(1)?;
        Some(self.values[place as usize].get_or_init(make))
    }
}
