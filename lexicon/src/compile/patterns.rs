//! From the regular expression of a frame to a [`Pattern`].

use std::collections::HashMap;

use regex_syntax::hir::{Class, Hir, HirKind, Look};

use crate::{Fold, Pattern, Repetition, WordClass};

/// A pattern in two forms.
#[derive(Debug)]
pub(super) struct Written {
    /// With its classes written out.
    pub regex: String,
    /// As the core follows it.
    pub pattern: Pattern,
}

/// Stands twice for the class 0, the characters after it for the others: they are for private use.
const FIRST_CLASS: u32 = 0xF_0000;

/// Reads a pattern as it stands in a rule: `{@class}` stands for any word of a class, and Chinese
/// characters may be in either script.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(
    text: &str,
    fold: &Fold,
    classes: &[WordClass],
    numbers: &HashMap<String, u16>,
) -> Result<Written, String> {
    let (mut regex, mut marked) = (String::new(), String::new());
    let mut rest = text;
    while let Some(start) = rest.find("{@") {
        let end = rest[start..].find('}').ok_or("`{@` is not closed")? + start;
        let name = &rest[start + 2..end];
        let class =
            *numbers.get(name).ok_or_else(|| format!("classes.toml has no class `{name}`"))?;
        let mut words: Vec<String> =
            classes[usize::from(class)].words().iter().map(|word| regex::escape(word)).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mark = char::from_u32(FIRST_CLASS + u32::from(class)).ok_or("too many classes")?;
        for (written, words) in
            [(&mut regex, words.join("|")), (&mut marked, String::from_iter([mark, mark]))]
        {
            fold_pattern(fold, &rest[..start], written);
            written.extend(["(?:", &words, ")"]);
        }
        rest = &rest[end + 1..];
    }
    for written in [&mut regex, &mut marked] {
        fold_pattern(fold, rest, written);
    }
    if regex::Regex::new(&regex).map_err(|error| error.to_string())?.is_match("") {
        return Err("the pattern matches the empty text".to_owned());
    }
    let hir = regex_syntax::parse(&marked).map_err(|error| error.to_string())?;
    Ok(Written { regex, pattern: pattern(&hir)? })
}

/// Folds the Chinese characters of a pattern; what would become syntax is escaped, the ends of
/// ranges stay.
fn fold_pattern(fold: &Fold, text: &str, written: &mut String) {
    let characters: Vec<char> = text.chars().collect();
    for (at, &character) in characters.iter().enumerate() {
        let in_range =
            (at > 0 && characters[at - 1] == '-') || characters.get(at + 1) == Some(&'-');
        let folded = fold.fold(character);
        if character.is_ascii() || in_range {
            written.push(character);
        } else if folded.is_ascii() {
            written.push_str(&regex::escape(folded.encode_utf8(&mut [0; 4])));
        } else {
            written.push(folded);
        }
    }
}

fn pattern(hir: &Hir) -> Result<Pattern, String> {
    Ok(match hir.kind() {
        HirKind::Empty => Pattern::Row(Vec::new()),
        HirKind::Literal(literal) => text(&literal.0)?,
        HirKind::Class(Class::Unicode(class)) => {
            Pattern::Set(class.iter().map(|range| (range.start(), range.end())).collect())
        }
        HirKind::Look(Look::Start) => Pattern::Start,
        HirKind::Look(Look::End) => Pattern::End,
        HirKind::Repetition(repetition) => {
            let count = |count: u32| u16::try_from(count).map_err(|error| error.to_string());
            let times = Repetition {
                least: count(repetition.min)?,
                most: repetition.max.map(count).transpose()?,
                greedy: repetition.greedy,
            };
            Pattern::Repeat(times, Box::new(pattern(&repetition.sub)?))
        }
        HirKind::Capture(capture) if capture.name.as_deref() == Some("span") => {
            Pattern::Span(Box::new(pattern(&capture.sub)?))
        }
        HirKind::Capture(capture) => pattern(&capture.sub)?,
        HirKind::Concat(parts) => {
            Pattern::Row(parts.iter().map(pattern).collect::<Result<_, _>>()?)
        }
        HirKind::Alternation(branches) => {
            choice(branches.iter().map(pattern).collect::<Result<_, _>>()?)
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => {
            return Err(
                "the pattern asks for what patterns here cannot: bytes, word boundaries or lines"
                    .to_owned(),
            );
        }
    })
}

/// Characters, and the classes among them.
fn text(bytes: &[u8]) -> Result<Pattern, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut row: Vec<Pattern> = Vec::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let class = u32::from(character).checked_sub(FIRST_CLASS);
        match (class.and_then(|class| u16::try_from(class).ok()), row.last_mut()) {
            (Some(class), _) => {
                characters.next();
                row.push(Pattern::Class(class));
            }
            (None, Some(Pattern::Text(text))) => text.push(character),
            (None, _) => row.push(Pattern::Text(character.into())),
        }
    }
    Ok(if row.len() == 1 { row.remove(0) } else { Pattern::Row(row) })
}

/// Alternatives, of which words that follow one another become one list.
fn choice(branches: Vec<Pattern>) -> Pattern {
    let mut joined: Vec<Pattern> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let close = |words: &mut Vec<String>, joined: &mut Vec<Pattern>| {
        // Among words that begin with different characters there is nothing to prefer.
        words.sort_by_key(|word| word.chars().next());
        match words.len() {
            0 => {}
            1 => joined.push(Pattern::Text(words.remove(0))),
            _ => joined.push(Pattern::Words(words.join("|"))),
        }
        words.clear();
    };
    for branch in branches {
        match branch {
            Pattern::Text(word) if !word.contains('|') => words.push(word),
            other => {
                close(&mut words, &mut joined);
                joined.push(other);
            }
        }
    }
    close(&mut words, &mut joined);
    if joined.len() == 1 { joined.remove(0) } else { Pattern::Choice(joined) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FoldTable;

    fn reading(text: &str) -> Result<Written, String> {
        let fold = Fold::new(&FoldTable { pairs: vec![('號', '号', true)], simplified: vec![] });
        let words = ["老师", "师"].map(str::to_owned).to_vec();
        let classes = [WordClass::new("title".to_owned(), words)];
        read(text, &fold, &classes, &HashMap::from([("title".to_owned(), 0)]))
    }

    #[test]
    fn classes_are_named_and_words_are_gathered() {
        let written = reading("號(?:外|甲乙|外甲)(?<span>{@title}?)").expect("a good pattern");
        assert_eq!(written.regex, "号(?:外|甲乙|外甲)(?<span>(?:老师|师)?)");
        let once = Repetition { least: 0, most: Some(1), greedy: true };
        let title = Pattern::Repeat(once, Box::new(Pattern::Class(0)));
        assert_eq!(
            written.pattern,
            Pattern::Row(vec![
                Pattern::Text("号".to_owned()),
                Pattern::Words("外|外甲|甲乙".to_owned()),
                Pattern::Span(Box::new(title)),
            ])
        );
    }

    #[test]
    fn what_no_pattern_can_be_is_refused() {
        for (text, part) in [
            ("{@nobody}", "no class `nobody`"),
            ("{@title", "not closed"),
            ("号?", "the empty text"),
            ("号(", "unclosed group"),
            (r"\b号", "word boundaries"),
        ] {
            let error = reading(text).expect_err(text);
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
