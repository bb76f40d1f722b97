//! Alphabets: characters in classes of about equal frequency, the frequent ones first, each class in the
//! order of code points. So a character's place is a small number where it counts, and the alphabet itself
//! takes half of what its characters would take to transfer: it is stored as what each code point adds to
//! the one before it, zero where it begins again from nothing.

#[cfg(feature = "compile")]
use std::{cmp::Reverse, collections::HashMap};

/// The alphabet of these characters.
#[cfg(feature = "compile")]
pub(crate) fn of(characters: impl Iterator<Item = char>) -> Vec<char> {
    let mut counts: HashMap<char, u32> = HashMap::new();
    for character in characters {
        *counts.entry(character).or_default() += 1;
    }
    let mut alphabet: Vec<char> = counts.keys().copied().collect();
    alphabet.sort_unstable_by_key(|each| (Reverse(counts[each].ilog2()), *each));
    alphabet
}

/// An alphabet as it is stored.
pub(crate) fn steps(alphabet: impl Iterator<Item = char>) -> impl Iterator<Item = u32> {
    let mut last = u32::MAX;
    alphabet.map(u32::from).flat_map(move |character| {
        let again = (character < last).then_some(0);
        let step = character - if again.is_some() { 0 } else { last };
        last = character;
        again.into_iter().chain([step])
    })
}

/// The alphabet of such steps; none if one leads to no character.
pub(crate) fn of_steps(steps: impl Iterator<Item = u32>) -> Option<Vec<char>> {
    let mut last = 0_u32;
    let mut alphabet = Vec::new();
    for step in steps {
        last = if step == 0 { 0 } else { last.checked_add(step)? };
        if step > 0 {
            alphabet.push(char::from_u32(last)?);
        }
    }
    Some(alphabet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alphabets_come_back() {
        for alphabet in ["", "的一,了不啊𠮷"] {
            let steps: Vec<u32> = steps(alphabet.chars()).collect();
            assert_eq!(of_steps(steps.into_iter()), Some(alphabet.chars().collect()));
        }
        assert_eq!(of_steps([0, 0xD800].into_iter()), None);
        assert_eq!(of_steps([1, u32::MAX].into_iter()), None);
    }

    #[cfg(feature = "compile")]
    #[test]
    fn the_frequent_come_first() {
        let alphabet = of("啊的一的一的一的了不".chars());
        assert_eq!(alphabet, ['的', '一', '不', '了', '啊']);
    }
}
