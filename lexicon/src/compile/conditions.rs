//! The parser of conditions: `whole and not (left(不|@negator) or clause_end)`.

use std::cell::RefCell;
use std::collections::HashMap;

use super::literals::Strings;
use crate::{Condition, Direction, Element, Fold, Phrase, Phrases, Reach, SoughtId};

/// What a condition may refer to.
pub(super) struct Names<'a> {
    pub fold: &'a Fold,
    pub classes: &'a HashMap<String, u16>,
    /// The words that conditions ask for anywhere in a document, as far as they are read.
    pub sought: RefCell<Strings>,
}

/// Parses a condition; the error says what was read and what would be right.
pub(super) fn parse(names: &Names, text: &str) -> Result<Condition, String> {
    let mut parser = Parser { names, rest: text.trim_start() };
    let condition = parser.any()?;
    if parser.rest.is_empty() {
        Ok(condition)
    } else {
        Err(format!("expected `and`, `or` or the end before `{}`", shorten(parser.rest)))
    }
}

/// Parses alternatives of phrases: `不|沒|@negator`.
pub(super) fn parse_phrases(names: &Names, text: &str) -> Result<Phrases, String> {
    text.split('|').map(|phrase| parse_phrase(names, phrase.trim())).collect()
}

fn parse_phrase(names: &Names, text: &str) -> Result<Phrase, String> {
    let mut elements = Vec::new();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        elements.push(match character {
            '@' => {
                let length = rest
                    .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
                    .unwrap_or(rest.len());
                let (name, after) = rest.split_at(length);
                rest = after;
                let class = names
                    .classes
                    .get(name)
                    .ok_or_else(|| format!("classes.toml has no class `{name}`"))?;
                Element::Class(*class)
            }
            '.' => Element::AnyHan,
            '^' => Element::Start,
            '$' => Element::End,
            other => Element::Literal(names.fold.fold(other)),
        });
    }
    if elements.is_empty() {
        return Err(format!("an empty phrase in `{text}`"));
    }
    Ok(elements)
}

struct Parser<'a, 'n> {
    names: &'a Names<'n>,
    rest: &'a str,
}

impl<'a> Parser<'a, '_> {
    fn any(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.all()?];
        while self.keyword("or") {
            parts.push(self.all()?);
        }
        Ok(single_or(parts, Condition::Any))
    }

    fn all(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.factor()?];
        while self.keyword("and") {
            parts.push(self.factor()?);
        }
        Ok(single_or(parts, Condition::All))
    }

    fn factor(&mut self) -> Result<Condition, String> {
        if self.keyword("not") {
            return Ok(Condition::Not(Box::new(self.factor()?)));
        }
        if let Some(rest) = self.rest.strip_prefix('(') {
            self.rest = rest.trim_start();
            let inner = self.any()?;
            self.rest = self
                .rest
                .strip_prefix(')')
                .ok_or_else(|| format!("`)` is missing before `{}`", shorten(self.rest)))?
                .trim_start();
            return Ok(inner);
        }
        self.atom()
    }

    fn atom(&mut self) -> Result<Condition, String> {
        let name = self.word();
        if name.is_empty() {
            return Err(format!("expected a condition at `{}`", shorten(self.rest)));
        }
        self.rest = &self.rest[name.len()..];
        let argument = self.argument()?;
        self.rest = self.rest.trim_start();
        let phrases = || match argument {
            Some(text) => parse_phrases(self.names, text),
            None => Err(format!("`{name}` needs phrases in parentheses")),
        };
        let tags = || match argument {
            Some(text) => Ok(text.split('|').map(|tag| tag.trim().to_owned()).collect()),
            None => Err(format!("`{name}` needs tags in parentheses")),
        };
        let words = || match argument {
            Some(text) => {
                let words = text.split('|').map(|word| self.names.fold.fold_text(word.trim()));
                Ok(words.collect::<Vec<String>>())
            }
            None => Err(format!("`{name}` needs words in parentheses")),
        };
        let sought = |word: &String| self.names.sought.borrow_mut().number(word) as SoughtId;
        let (clause, sentence) = (Reach::Clause, Reach::Sentence);
        let (before, after) = (Direction::Before, Direction::After);
        let condition = match name {
            "left" => Condition::Left(phrases()?),
            "right" => Condition::Right(phrases()?),
            "clause_before" => Condition::Near(clause, before, phrases()?),
            "clause_after" => Condition::Near(clause, after, phrases()?),
            "sentence_before" => Condition::Near(sentence, before, phrases()?),
            "sentence_after" => Condition::Near(sentence, after, phrases()?),
            "contains" => Condition::Contains(phrases()?),
            "text" => Condition::Text(words()?),
            "document" => Condition::Document(words()?.iter().map(sought).collect()),
            "tag_left" => Condition::Tag(before, tags()?),
            "tag_right" => Condition::Tag(after, tags()?),
            _ if argument.is_some() => return Err(unknown(name)),
            "clause_start" => Condition::Starts(clause),
            "clause_end" => Condition::Ends(clause),
            "sentence_start" => Condition::Starts(sentence),
            "sentence_end" => Condition::Ends(sentence),
            "question" => Condition::Question,
            "exclaimed" => Condition::Exclaimed,
            "quoted" => Condition::Quoted,
            "quoted_alone" => Condition::QuotedAlone,
            "whole" => Condition::All(vec![Condition::WholeLeft, Condition::WholeRight]),
            "whole_left" => Condition::WholeLeft,
            "whole_right" => Condition::WholeRight,
            _ => return Err(unknown(name)),
        };
        Ok(condition)
    }

    /// The text between parentheses, if there are any here.
    fn argument(&mut self) -> Result<Option<&'a str>, String> {
        let Some(rest) = self.rest.strip_prefix('(') else { return Ok(None) };
        let end =
            rest.find(')').ok_or_else(|| format!("`)` is missing after `{}`", shorten(rest)))?;
        self.rest = &rest[end + 1..];
        Ok(Some(&rest[..end]))
    }

    fn word(&self) -> &'a str {
        let end = self
            .rest
            .find(|c: char| !(c.is_ascii_lowercase() || c == '_'))
            .unwrap_or(self.rest.len());
        &self.rest[..end]
    }

    fn keyword(&mut self, keyword: &str) -> bool {
        let found = self.word() == keyword;
        if found {
            self.rest = self.rest[keyword.len()..].trim_start();
        }
        found
    }
}

fn single_or(mut parts: Vec<Condition>, many: fn(Vec<Condition>) -> Condition) -> Condition {
    if parts.len() == 1 { parts.remove(0) } else { many(parts) }
}

fn unknown(name: &str) -> String {
    format!("`{name}` is no condition; lexicon/README.md lists them")
}

fn shorten(text: &str) -> String {
    text.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FoldTable;

    fn parsed(text: &str) -> Result<Condition, String> {
        let fold = Fold::new(&FoldTable { pairs: vec![('沒', '没', true)], simplified: vec![] });
        let classes = HashMap::from([("number".to_owned(), 3)]);
        parse(&Names { fold: &fold, classes: &classes, sought: RefCell::default() }, text)
    }

    #[test]
    fn reads_atoms_and_their_combination() {
        let literal = |c| vec![Element::Literal(c)];
        assert_eq!(
            parsed("left(不|沒) and not (question or right(@number.$))"),
            Ok(Condition::All(vec![
                Condition::Left(Phrases::from_iter([literal('不'), literal('没')])),
                Condition::Not(Box::new(Condition::Any(vec![
                    Condition::Question,
                    Condition::Right(Phrases::from_iter([vec![
                        Element::Class(3),
                        Element::AnyHan,
                        Element::End
                    ]])),
                ]))),
            ]))
        );
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, part) in [
            ("lefty(不)", "no condition"),
            ("left(@digit)", "no class `digit`"),
            ("left(不", "`)` is missing"),
            ("question question", "expected `and`"),
            ("left", "needs phrases"),
            ("left(不||没)", "empty phrase"),
            ("", "expected a condition"),
        ] {
            let error = parsed(text).expect_err(text);
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
