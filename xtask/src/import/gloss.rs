//! CC-CEDICT's English definitions: which mark an idiom, and their short form.

/// Longest gloss in characters; longer ones end with an ellipsis.
const LONGEST: usize = 48;

/// Beginnings of what points elsewhere and explains nothing.
const REFERENCES: [&str; 7] =
    ["also ", "see ", "cf ", "same as ", "similar to ", "fig. ", "abbr. "];

/// The label under which an entry is an idiom, and its gloss; nothing for ordinary words.
pub fn of_entry(definitions: &[String]) -> Option<(&'static str, String)> {
    let (index, kind) = definitions
        .iter()
        .enumerate()
        .find_map(|(index, definition)| label(definition).map(|kind| (index, kind)))?;
    // Of a literal and a figurative sense the figurative one explains.
    let literal = definitions[index].starts_with("lit. ");
    let figurative = definitions.iter().find(|definition| definition.contains("fig. "));
    let next = definitions[index + 1..].iter().find(|_| literal);
    let gloss = figurative
        .into_iter()
        .chain(next)
        .chain(&definitions[index..])
        .chain(definitions)
        .map(|definition| shorten(definition))
        .find(|gloss| !gloss.is_empty() && gloss != "see")?;
    Some((kind, gloss))
}

/// `idiom`, `proverb` or `saying` where one of the definition's remarks is such a label:
/// (idiom), (idiom, from Mencius), (Buddhist saying).
fn label(definition: &str) -> Option<&'static str> {
    remarks(definition).into_iter().find_map(|remark| {
        let first = remark.split(',').next().unwrap_or_default().trim();
        ["idiom", "proverb", "saying"].into_iter().find(|kind| {
            first.ends_with(kind) && !first.contains(" from ")
                || first.starts_with(kind)
                || *kind == "idiom" && remark.ends_with(kind)
        })
    })
}

/// The texts in round brackets.
fn remarks(definition: &str) -> Vec<&str> {
    definition.split('(').skip(1).filter_map(|rest| rest.split(')').next()).collect()
}

/// One sense of a definition, without remarks, readings and characters: the figurative one if it
/// is called so, else what follows the label as in `a thread (idiom); a tiny bit`, else the first.
fn shorten(definition: &str) -> String {
    let plain = |text: &str| without_chinese(&without_brackets(text));
    let figurative = definition.split_once("fig. ").map(|(_, figurative)| figurative);
    let explained = definition
        .split_once("(idiom); ")
        .map(|(_, explained)| explained)
        .filter(|explained| !REFERENCES.iter().any(|word| explained.starts_with(word)));
    let gloss = plain(figurative.or(explained).unwrap_or(definition));
    let gloss = gloss.split(';').map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
    let gloss = gloss.strip_prefix("lit. ").unwrap_or(gloss);
    let words: Vec<&str> = gloss.split_whitespace().collect();
    cut(&words.join(" ").replace(" ,", ","))
}

/// Drops what stands in round and square brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for character in text.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

/// Drops Chinese characters and the bar between two scripts.
fn without_chinese(text: &str) -> String {
    text.chars().filter(|character| *character < '\u{2e80}' && *character != '|').collect()
}

/// Cuts at a word's end.
fn cut(gloss: &str) -> String {
    let gloss = gloss.trim_matches([',', ' ', ':', '"']);
    if gloss.chars().count() <= LONGEST {
        return gloss.to_owned();
    }
    let mut short = String::new();
    for word in gloss.split(' ') {
        if short.chars().count() + word.chars().count() + 2 > LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{}…", short.trim_end_matches([',', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(definitions: &[&str]) -> Option<(&'static str, String)> {
        of_entry(&definitions.iter().map(|definition| (*definition).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn labels_and_glosses() {
        for (definitions, expected) in [
            (
                &["lit. draw legs on a snake (idiom)", "fig. to overdo it"][..],
                Some(("idiom", "to overdo it")),
            ),
            (
                &["lit. to wait by a stump; fig. to trust to chance (idiom)"],
                Some(("idiom", "to trust to chance")),
            ),
            (&["lit. one thread (idiom); a tiny bit; a trace"], Some(("idiom", "a tiny bit"))),
            (
                &["lit. to add flowers to brocade (idiom)", "to crown it all"],
                Some(("idiom", "to crown it all")),
            ),
            (&["to go all out (idiom); see also 全力"], Some(("idiom", "to go all out"))),
            (
                &["(idiom, from Mencius) half-hearted; half measures"],
                Some(("idiom", "half-hearted")),
            ),
            (&["to look back (Buddhist saying)"], Some(("saying", "to look back"))),
            (&["more haste, less speed (proverb)"], Some(("proverb", "more haste, less speed"))),
            (&["see 守株待兔[shou3 zhu1], to wait (idiom)"], Some(("idiom", "see, to wait"))),
            (&["a wish (an auspicious saying for the New Year)"], None),
            (&["unable to refrain (from saying sth)"], None),
            (&["saying", "proverb"], None),
        ] {
            assert_eq!(
                entry(definitions),
                expected.map(|(kind, gloss)| (kind, gloss.to_owned())),
                "{definitions:?}"
            );
        }
    }

    #[test]
    fn long_glosses_end_at_a_word() {
        let (_, gloss) =
            entry(&["one two three four five six seven eight nine ten eleven twelve (idiom)"])
                .unwrap();
        assert_eq!(gloss, "one two three four five six seven eight nine…");
        assert!(gloss.chars().count() <= LONGEST);
    }
}
