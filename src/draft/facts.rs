//! What holds over a whole draft: which sought words it holds, and which names echo in it.

use std::collections::{BTreeMap, BTreeSet};

use cifeng_lexicon::SoughtId;

use crate::detect::{Candidate, MOST_NAMES};

/// Facts of the whole text.
#[derive(Debug)]
pub(super) struct Facts {
    /// By sought word: the blocks that hold it.
    holders: Vec<u32>,
    /// The names that echo, each as the marker that introduces it, wherever that stands.
    names: BTreeMap<Box<str>, Candidate>,
}

/// A name that a block introduces, and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Introduced {
    pub name: Box<str>,
    pub model: Candidate,
}

impl Facts {
    /// The facts of an empty text, of which so many words may be asked.
    pub fn new(sought: usize) -> Self {
        Self { holders: vec![0; sought], names: BTreeMap::new() }
    }

    /// Whether the text holds a sought word.
    pub fn holds(&self, word: SoughtId) -> bool {
        self.holders[usize::from(word)] > 0
    }

    /// Takes blocks out and others in, by the words that they hold, and tells the words that came into the
    /// text or went out of it.
    pub fn exchange<'w>(
        &mut self,
        gone: impl Iterator<Item = &'w [SoughtId]>,
        new: impl Iterator<Item = &'w [SoughtId]>,
    ) -> BTreeSet<SoughtId> {
        let held = |holders: &[u32], id: usize| holders[id] > 0;
        let before: Vec<bool> = (0..self.holders.len()).map(|id| held(&self.holders, id)).collect();
        gone.flatten().for_each(|id| self.holders[usize::from(*id)] -= 1);
        new.flatten().for_each(|id| self.holders[usize::from(*id)] += 1);
        let ids = 0..self.holders.len();
        let flipped = ids.filter(|id| before[*id] != held(&self.holders, *id));
        flipped.map(|id| id as SoughtId).collect()
    }

    /// Sets the names that echo, from those that the blocks introduce in order, and tells the names that
    /// are new, gone or another marker.
    pub fn introduce<'i>(
        &mut self,
        introduced: impl Iterator<Item = &'i Introduced>,
    ) -> BTreeSet<Box<str>> {
        let mut names: BTreeMap<Box<str>, Candidate> = BTreeMap::new();
        for Introduced { name, model } in introduced {
            if names.len() == MOST_NAMES {
                break;
            }
            names.entry(name.clone()).or_insert(*model);
        }
        let before = std::mem::replace(&mut self.names, names);
        let either = before.keys().chain(self.names.keys());
        let changed = either.filter(|name| before.get(*name) != self.names.get(*name));
        changed.cloned().collect()
    }

    /// The names that echo.
    pub fn names(&self) -> impl ExactSizeIterator<Item = (&str, Candidate)> {
        self.names.iter().map(|(name, model)| (&**name, *model))
    }
}
