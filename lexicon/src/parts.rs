//! Cues in several parts, with punctuation or inserted words between: `智者千慮,必有一失`, `打~臉`.

use crate::{Gap, Parts};

/// Splits a folded cue into the part that is looked for and the others around it; none where it holds
/// nothing but what separates parts.
#[must_use]
pub fn split(cue: &str) -> Option<(String, Option<Parts>)> {
    let mut parts: Vec<(Gap, String)> = vec![(Gap::Punctuation, String::new())];
    for character in cue.chars() {
        let gap = match character {
            '~' => Some(Gap::Inserted),
            ',' | '、' | ';' | ':' | '—' | '。' | '!' | '?' | '…' | ' '
                if cue.chars().count() > 1 =>
            {
                Some(Gap::Punctuation)
            }
            _ => None,
        };
        match (gap, parts.last_mut()) {
            (Some(gap), Some((before, part))) if part.is_empty() => *before = gap,
            (Some(gap), _) => parts.push((gap, String::new())),
            (None, Some((_, part))) => part.push(character),
            (None, None) => {}
        }
    }
    parts.retain(|(_, part)| !part.is_empty());
    let longest = (0..parts.len()).max_by_key(|&at| parts[at].1.len())?;
    let anchor = parts[longest].1.clone();
    if parts.len() == 1 {
        return Some((anchor, None));
    }
    let before = (0..longest).rev().map(|at| (parts[at + 1].0, parts[at].1.clone())).collect();
    let after = parts.drain(longest + 1..).collect();
    Some((anchor, Some(Parts { before, after })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_split_at_their_longest_part() {
        let part = |gap, text: &str| (gap, text.to_owned());
        for (cue, anchor, before, after) in [
            ("打~脸", "脸", vec![part(Gap::Inserted, "打")], vec![]),
            ("智者千虑,必有一失", "必有一失", vec![part(Gap::Punctuation, "智者千虑")], vec![]),
            ("且用且珍惜——啊", "且用且珍惜", vec![], vec![part(Gap::Punctuation, "啊")]),
        ] {
            let expected = (anchor.to_owned(), Some(Parts { before, after }));
            assert_eq!(split(cue), Some(expected), "{cue}");
        }
        assert_eq!(split("也许"), Some(("也许".to_owned(), None)));
        assert_eq!(split("!"), Some(("!".to_owned(), None)));
        assert_eq!(split(""), None);
    }
}
