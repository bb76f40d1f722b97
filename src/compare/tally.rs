//! Counts of one side: of families, subtypes and entries, over all its texts.

use std::collections::{BTreeMap, HashMap};

use super::profile::Profile;

/// What was counted of one thing in all texts of a side.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Findings.
    pub count: u64,
    /// Texts with at least one.
    pub texts: u32,
    /// The sum over the texts of count² / Han characters: what dispersion needs of the single texts.
    pub squares: f64,
}

impl Tally {
    fn add(&mut self, count: u64, han: u64) {
        if count == 0 {
            return;
        }
        self.count += count;
        self.texts += 1;
        // A text without Han characters has no rate; its findings, if any, are punctuation.
        if han > 0 {
            self.squares += (count as f64).powi(2) / han as f64;
        }
    }
}

/// An entry's place among families, and its folded form: the same in both scripts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Key {
    family: String,
    subtype: String,
    folded: String,
}

/// How an entry is shown.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub family: String,
    pub subtype: String,
    /// As it is written most often.
    pub form: String,
}

#[derive(Debug, Default)]
struct Forms {
    tally: Tally,
    written: BTreeMap<String, u64>,
}

/// All texts of one side.
#[derive(Debug, Default)]
pub(super) struct Collection {
    pub texts: u32,
    pub han: u64,
    families: HashMap<String, Tally>,
    subtypes: HashMap<(String, String), Tally>,
    entries: HashMap<Key, Forms>,
}

impl Collection {
    pub fn of(profiles: &[Profile]) -> Self {
        let mut side = Self::default();
        for profile in profiles {
            side.add(profile);
        }
        side
    }

    pub fn family(&self, family: &str) -> Tally {
        self.families.get(family).copied().unwrap_or_default()
    }

    pub fn subtype(&self, family: &str, subtype: &str) -> Tally {
        let key = (family.to_owned(), subtype.to_owned());
        self.subtypes.get(&key).copied().unwrap_or_default()
    }

    fn add(&mut self, profile: &Profile) {
        let han = u64::from(profile.han);
        self.texts += 1;
        self.han += han;
        let mut families: HashMap<&str, u64> = HashMap::new();
        let mut subtypes: HashMap<(&str, &str), u64> = HashMap::new();
        let mut entries: HashMap<Key, u64> = HashMap::new();
        for entry in &profile.entries {
            let count = u64::from(entry.count);
            *families.entry(&entry.family).or_default() += count;
            *subtypes.entry((&entry.family, &entry.subtype)).or_default() += count;
            let key = Key {
                family: entry.family.clone(),
                subtype: entry.subtype.clone(),
                folded: entry.folded.clone(),
            };
            let forms = self.entries.entry(key.clone()).or_default();
            *forms.written.entry(entry.form.clone()).or_default() += count;
            *entries.entry(key).or_default() += count;
        }
        for (family, count) in families {
            self.families.entry(family.to_owned()).or_default().add(count, han);
        }
        for ((family, subtype), count) in subtypes {
            let key = (family.to_owned(), subtype.to_owned());
            self.subtypes.entry(key).or_default().add(count, han);
        }
        for (key, count) in entries {
            self.entries.entry(key).or_default().tally.add(count, han);
        }
    }
}

/// Every entry that occurs on either side, with its counts on both.
pub(super) fn shared(sides: &[Collection; 2]) -> impl Iterator<Item = (Shown, [Tally; 2])> {
    let only_in_b = sides[1].entries.keys().filter(|key| !sides[0].entries.contains_key(*key));
    sides[0].entries.keys().chain(only_in_b).map(|key| {
        let forms = sides.each_ref().map(|side| side.entries.get(key));
        let tallies = forms.map(|forms| forms.map_or_else(Tally::default, |forms| forms.tally));
        let mut written: BTreeMap<&str, u64> = BTreeMap::new();
        for (form, count) in forms.iter().flatten().flat_map(|forms| &forms.written) {
            *written.entry(form).or_default() += count;
        }
        // Of several that are as frequent, the first in the order of their characters.
        let form = written.iter().rev().max_by_key(|(_, count)| **count);
        let form = form.map_or(key.folded.as_str(), |(form, _)| form).to_owned();
        let shown = Shown { family: key.family.clone(), subtype: key.subtype.clone(), form };
        (shown, tallies)
    })
}
