//! From a reader's entries to rules and literals beside the built-in ones.

use std::collections::{BTreeMap, HashSet};

use cifeng_lexicon::parts::split;
use cifeng_lexicon::{
    AddedEntry, AddedRule, Deferred, Detail, Fold, Kind, Lexicon, Localized, Rule, USER,
};

use super::{MAX_ENTRIES, UserEntry, UserLexicon, UserLexiconError};

/// What may be told apart, with room for the built-in lexicon's characters.
const MAX_CHARACTERS: usize = 40_000;

/// The rules of some lexicons: one for each lexicon, subtype and form of reason.
///
/// # Errors
/// If they are too many together.
pub(crate) fn rules(
    lexicon: &Lexicon,
    fold: &Fold,
    own: &[UserLexicon],
) -> Result<Vec<AddedRule>, UserLexiconError> {
    let entries = own.iter().map(|each| each.entries.len()).sum();
    if entries > MAX_ENTRIES {
        return Err(UserLexiconError::TooMany { entries });
    }
    let all = own.iter().flat_map(|each| &each.entries);
    let characters: HashSet<char> = all.flat_map(|each| each.entry.chars()).collect();
    if characters.len() > MAX_CHARACTERS {
        let (characters, limit) = (characters.len(), MAX_CHARACTERS);
        return Err(UserLexiconError::TooManyCharacters { characters, limit });
    }
    let mut added = Vec::new();
    for each in own {
        let mut rules: BTreeMap<(u16, u16, bool, bool), Vec<AddedEntry>> = BTreeMap::new();
        for entry in &each.entries {
            let Some((family, subtype)) = place(lexicon, entry) else { continue };
            let key = (family, subtype, entry.note.is_some(), entry.model.is_some());
            rules.entry(key).or_default().extend(literal(fold, &each.name, entry));
        }
        added.extend(rules.into_iter().map(|((family, subtype, noted, formed), entries)| {
            let rule = rule(&each.name, family, subtype, formed);
            AddedRule { rule, reason: reason(noted), entries }
        }));
    }
    Ok(added)
}

fn place(lexicon: &Lexicon, entry: &UserEntry) -> Option<(u16, u16)> {
    let (family, of) = (0..).zip(&lexicon.families).find(|(_, each)| each.id == entry.family)?;
    let (subtype, _) = (0..).zip(&of.subtypes).find(|(_, each)| each.id == entry.subtype)?;
    Some((family, subtype))
}

fn rule(name: &str, family: u16, subtype: u16, formed: bool) -> Rule {
    Rule {
        id: format!("{USER}/{name}"),
        family,
        subtype,
        kind: Kind::Cue,
        when: Deferred::default(),
        by_literal: false,
        role: None,
        variant: formed.then(|| "model".to_owned()),
        // The reader's word is the last one.
        double: true,
        operator: false,
        wins: true,
        nests: false,
        echo: false,
    }
}

fn reason(noted: bool) -> Localized {
    let why = if noted {
        ["{note}"; 3]
    } else {
        [
            "‘{cue}’ is an entry of your lexicon ‘{lexicon}’.",
            "「{cue}」是你的詞表「{lexicon}」裡的詞條。",
            "“{cue}”是你的词表“{lexicon}”里的词条。",
        ]
    };
    let [en, traditional, simplified] = why.map(str::to_owned);
    Localized { en, hant: traditional, hans: simplified }
}

fn literal(fold: &Fold, name: &str, entry: &UserEntry) -> Option<AddedEntry> {
    let (literal, parts) = split(&fold.fold_text(&entry.entry))?;
    let words = entry.not_in.iter().map(|word| fold.fold_text(word));
    let not_in = words
        .flat_map(|word| {
            let starts = word.match_indices(&literal).map(|(at, _)| word[..at].chars().count());
            starts.map(|at| (at as u8, word.clone())).collect::<Vec<_>>()
        })
        .collect();
    let note = entry.note.clone().map_or(("lexicon", name.to_owned()), |note| ("note", note));
    let model = entry.model.clone().map(|model| ("model", model));
    let fields = std::iter::once(note).chain(model).collect();
    Some(AddedEntry { literal, detail: Detail { not_in, parts }, fields })
}
