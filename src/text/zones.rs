//! Zones in which nothing counts: addresses, code, markup, 《titles》, user names.
//!
//! A zone is looked for only where its first telling character stands, and every pattern is bounded,
//! so the cost is linear in the text.

use std::sync::LazyLock;

use regex::Regex;

use super::offset::Span;

/// A kind of zone: the character that tells, what follows it, and whether an address begins before it.
struct Kind {
    trigger: char,
    pattern: Regex,
    expands_left: bool,
}

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    [
        ('《', r"^《[^《》\n]{0,80}》", false),
        ('〈', r"^〈[^〈〉\n]{0,80}〉", false),
        ('`', r"^(?:```(?s:.{0,4000}?)```|`[^`\n]{1,200}`)", false),
        ('<', r"^</?[a-z!][^<>\n]{0,300}>", false),
        ('!', r"^!\[[^\]\n]{0,200}\](?:\([^)\n]{0,500}\))?", false),
        (']', r"^\]\([^)\n]{1,500}\)", false),
        ('w', r"^www\.[!-~]{1,2000}", false),
        (':', r"^://[!-~]{1,2000}", true),
        ('@', r"^@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}", true),
        ('@', r"^@[\w·-]{1,20}", false),
    ]
    .into_iter()
    .filter_map(|(trigger, pattern, expands_left)| {
        Some(Kind { trigger, pattern: Regex::new(pattern).ok()?, expands_left })
    })
    .collect()
});

/// Finds the zones of a folded text, sorted and without overlaps.
pub(super) fn find(folded: &str, characters: &[char], bytes: &[u32]) -> Vec<Span> {
    let mut zones: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let found = is_trigger(characters[at])
            .then(|| KINDS.iter().filter(|kind| kind.trigger == characters[at]))
            .into_iter()
            .flatten()
            .find_map(|kind| {
                let rest = &folded[bytes[at] as usize..];
                let length = kind.pattern.find(rest)?.as_str().chars().count();
                let before = &characters[zones.last().map_or(0, |zone| zone.end.index())..at];
                let left = if kind.expands_left {
                    before.iter().rev().take(64).take_while(|each| is_address(**each)).count()
                } else {
                    0
                };
                (!kind.expands_left || left > 0).then(|| Span::new(at - left, at + length))
            });
        match found {
            Some(zone) => {
                at = zone.end.index();
                zones.push(zone);
            }
            None => at += 1,
        }
    }
    zones
}

fn is_trigger(character: char) -> bool {
    matches!(character, '《' | '〈' | '`' | '<' | '!' | ']' | 'w' | ':' | '@')
}

fn is_address(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '+' | '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_and_ordinary_text_is_none() {
        for (text, expected) in [
            ("看https://a.b/c?d=可能!也许", vec!["https://a.b/c?d="]),
            ("写信给a.b@c.org吧", vec!["a.b@c.org"]),
            ("《你好!李焕英》和〈也许〉", vec!["《你好!李焕英》", "〈也许〉"]),
            ("用`a != b`和![图](x.png)", vec!["`a != b`", "![图](x.png)"]),
            ("<b>也许</b> 3<5!", vec!["<b>", "</b>"]),
            ("@小明同学 好!", vec!["@小明同学"]),
            ("他说:好!也许。", vec![]),
            ("《没有完", vec![]),
        ] {
            let characters: Vec<char> = text.chars().collect();
            let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
            bytes.push(text.len() as u32);
            let zones: Vec<String> = find(text, &characters, &bytes)
                .into_iter()
                .map(|zone| characters[zone.range()].iter().collect())
                .collect();
            assert_eq!(zones, expected, "{text}");
        }
    }
}
