//! Zones in which nothing counts: addresses, code, markup, 《titles》, user names.
//!
//! A zone is looked for only where its first telling character stands, and each kind is bounded, so the
//! cost is linear in the text.

use std::ops::RangeInclusive;

use super::marks::Marks;
use super::offset::Span;

/// How far a fence of code reaches at most, in characters, with its marks: the only zone that goes over
/// line feeds.
pub(crate) const LONGEST_FENCE: usize = 6 + LONGEST_CODE;

/// The longest code in a fence.
const LONGEST_CODE: usize = 4_000;

/// Finds the zones of a folded text, sorted and without overlaps.
pub(super) fn find(characters: &[char], marks: &Marks) -> Vec<Span> {
    let mut zones: Vec<Span> = Vec::new();
    let mut free = 0;
    for at in marks.all.iter().map(|mark| mark.at as usize) {
        if at >= free
            && let Some(zone) = zone_at(characters, at, free)
        {
            free = zone.end.index();
            zones.push(zone);
        }
    }
    zones
}

/// The zone that a character tells; an address may have begun before it, but not before `earliest`.
fn zone_at(characters: &[char], at: usize, earliest: usize) -> Option<Span> {
    let rest = Rest(&characters[at..]);
    let length = match characters[at] {
        '《' => rest.closed(1, '》', 0..=80, |each| !matches!(each, '《' | '\n')),
        '〈' => rest.closed(1, '〉', 0..=80, |each| !matches!(each, '〈' | '\n')),
        '`' => rest.fenced().or_else(|| rest.closed(1, '`', 1..=200, |each| each != '\n')),
        '<' => rest.tag(),
        '!' if rest.starts_with("![") => rest.picture(),
        ']' if rest.starts_with("](") => rest.closed(2, ')', 1..=500, |each| each != '\n'),
        'w' if rest.starts_with("www.") => rest.run(4, 1..=2000, |each| each.is_ascii_graphic()),
        ':' | '@' => {
            let before = characters[earliest..at].iter().rev().take(64);
            let left = before.take_while(|each| is_address(**each)).count();
            let address = (left > 0).then(|| rest.page().or_else(|| rest.host())).flatten();
            return match address {
                Some(length) => Some(Span::new(at - left, at + length)),
                None => rest.user_name().map(|length| Span::new(at, at + length)),
            };
        }
        _ => None,
    };
    length.map(|length| Span::new(at, at + length))
}

/// A text from the character on that tells a zone; what is found is told by its length.
#[derive(Clone, Copy)]
struct Rest<'a>(&'a [char]);

impl Rest<'_> {
    fn starts_with(self, text: &str) -> bool {
        let mut characters = self.0.iter();
        text.chars().all(|each| characters.next() == Some(&each))
    }

    /// Up to the end of a run of characters after the first `from`.
    fn run(
        self,
        from: usize,
        counts: RangeInclusive<usize>,
        belongs: impl Fn(char) -> bool,
    ) -> Option<usize> {
        let run = self.0.iter().skip(from).take(*counts.end());
        let count = run.take_while(|each| belongs(**each)).count();
        counts.contains(&count).then_some(from + count)
    }

    /// The same with what closes it.
    fn closed(
        self,
        from: usize,
        close: char,
        counts: RangeInclusive<usize>,
        belongs: impl Fn(char) -> bool,
    ) -> Option<usize> {
        let end = self.run(from, counts, |each| each != close && belongs(each))?;
        (self.0.get(end) == Some(&close)).then_some(end + 1)
    }

    /// Code between lines of three backticks.
    fn fenced(self) -> Option<usize> {
        const FENCE: [char; 3] = ['`'; 3];
        let code = self.0.strip_prefix(&FENCE)?;
        let length =
            code.windows(FENCE.len()).take(LONGEST_CODE + 1).position(|three| three == FENCE)?;
        Some(length + 2 * FENCE.len())
    }

    /// A tag of markup.
    fn tag(self) -> Option<usize> {
        let name = 1 + usize::from(self.starts_with("</"));
        self.0.get(name).filter(|each| each.is_ascii_lowercase() || **each == '!')?;
        self.closed(name + 1, '>', 0..=300, |each| !matches!(each, '<' | '\n'))
    }

    /// A picture of Markdown, with its address if it has one.
    fn picture(self) -> Option<usize> {
        let end = self.closed(2, ']', 0..=200, |each| each != '\n')?;
        let address = Rest(&self.0[end..]);
        let closed = || address.closed(1, ')', 0..=500, |each| each != '\n');
        Some(end + address.starts_with("(").then(closed).flatten().unwrap_or(0))
    }

    /// What follows the name of a protocol.
    fn page(self) -> Option<usize> {
        if self.starts_with("://") {
            self.run(3, 1..=2000, |each| each.is_ascii_graphic())
        } else {
            None
        }
    }

    /// What follows the name of a mailbox.
    fn host(self) -> Option<usize> {
        let belongs =
            |each: char| each.is_ascii_lowercase() || each.is_ascii_digit() || each == '-';
        let label = |from| self.run(from, 1..=63, belongs);
        let next =
            |end: &usize| (self.0.get(*end) == Some(&'.')).then(|| label(*end + 1)).flatten();
        let first = if self.starts_with("@") { label(1) } else { None };
        std::iter::successors(first, next).take(7).skip(1).last()
    }

    fn user_name(self) -> Option<usize> {
        let belongs = |each: char| each.is_alphanumeric() || matches!(each, '_' | '·' | '-');
        if self.starts_with("@") { self.run(1, 1..=20, belongs) } else { None }
    }
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
            ("```\n可能!\n```和`a", vec!["```\n可能!\n```"]),
            ("見[鏈接](/a)和www.a.b!", vec!["](/a)", "www.a.b!"]),
            ("![圖]和! [圖] a@b @ :// w.", vec!["![圖]", "@b"]),
            ("他说:好!也许。", vec![]),
            ("《没有完", vec![]),
        ] {
            let characters: Vec<char> = text.chars().collect();
            let zones: Vec<String> = find(&characters, &characters.iter().copied().collect())
                .into_iter()
                .map(|zone| characters[zone.range()].iter().collect())
                .collect();
            assert_eq!(zones, expected, "{text}");
        }
    }
}
