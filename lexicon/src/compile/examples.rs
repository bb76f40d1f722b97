//! What a rule must find and must not find, in both scripts.

use std::ops::Range;
use std::path::PathBuf;

use super::error::{CompileError, Source};
use super::source::RuleSource;
use crate::{Fold, ScriptHint};

/// One example sentence of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The rule, `family/subtype/rule`.
    pub rule: String,
    /// The family in which exactly the expected spans must be found.
    pub family: String,
    /// Whether one of the findings must be this rule's, or none.
    pub positive: bool,
    /// The sentence, without the brackets.
    pub text: String,
    /// The spans that stood in brackets, in code points.
    pub expected: Vec<Range<usize>>,
    /// Where the example is written.
    pub file: PathBuf,
    /// Its line, from one.
    pub line: usize,
}

impl Example {
    /// Checks what was found in the example's text: start and end in code points and the rule of
    /// every finding, in order. Findings of other families do not matter.
    ///
    /// # Errors
    /// Where the example is written, what it promises and what was found instead.
    pub fn check<'r>(
        &self,
        findings: impl IntoIterator<Item = (u32, u32, &'r str)>,
    ) -> Result<(), String> {
        let found: Vec<(Range<usize>, &str)> = findings
            .into_iter()
            .filter(|(_, _, rule)| rule.split('/').next() == Some(self.family.as_str()))
            .map(|(start, end, rule)| (start as usize..end as usize, rule))
            .collect();
        let spans = found.iter().map(|(span, _)| span);
        let ours = found.iter().any(|(_, rule)| *rule == self.rule);
        if spans.eq(&self.expected) && ours == self.positive {
            return Ok(());
        }
        let characters: Vec<char> = self.text.chars().collect();
        let quote = |span: &Range<usize>| characters[span.clone()].iter().collect::<String>();
        let found: Vec<String> =
            found.iter().map(|(span, rule)| format!("{} by {rule}", quote(span))).collect();
        let expected: Vec<String> = self.expected.iter().map(quote).collect();
        let kind = if self.positive { "yes" } else { "no" };
        Err(format!(
            "{}:{}: `{kind}` of {}: {}: expected [{}], found [{}]",
            self.file.display(),
            self.line,
            self.rule,
            self.text,
            expected.join(" "),
            found.join(", ")
        ))
    }
}

/// Collects a rule's examples and checks that both kinds exist in both scripts.
pub(super) fn of_rule(
    source: &Source,
    at: usize,
    rule: &RuleSource,
    id: &str,
    family: &str,
    fold: &Fold,
) -> Result<Vec<Example>, CompileError> {
    let mut examples = Vec::new();
    for (positive, texts) in [(true, &rule.yes), (false, &rule.no)] {
        let mut scripts = (false, false);
        for text in texts {
            let (plain, expected) = unbracket(text.get_ref()).ok_or_else(|| {
                source.error_at(text.span().start, "brackets must be closed and not nested")
            })?;
            if positive && expected.is_empty() {
                return Err(source.error_at(
                    text.span().start,
                    "a `yes` example needs [brackets] around what is found",
                ));
            }
            let hints: Vec<ScriptHint> = plain.chars().map(|each| fold.script_hint(each)).collect();
            let traditional = hints.contains(&ScriptHint::Traditional);
            let simplified = hints.contains(&ScriptHint::Simplified);
            scripts.0 |= traditional || !simplified;
            scripts.1 |= simplified || !traditional;
            let line = source.line_of(text.span().start);
            examples.push(Example {
                rule: id.to_owned(),
                family: family.to_owned(),
                positive,
                text: plain,
                expected,
                file: source.path.to_owned(),
                line,
            });
        }
        let kind = if positive { "yes" } else { "no" };
        for (present, script) in [(scripts.0, "Traditional"), (scripts.1, "Simplified")] {
            if !present {
                return Err(source.error_at(
                    at,
                    format!("the rule `{id}` has no `{kind}` example in {script} characters"),
                ));
            }
        }
    }
    Ok(examples)
}

/// Takes `[` and `]` out and gives the ranges between them, in code points.
fn unbracket(text: &str) -> Option<(String, Vec<Range<usize>>)> {
    let mut plain = String::new();
    let mut expected = Vec::new();
    let (mut open, mut length) = (None, 0);
    for character in text.chars() {
        match character {
            '[' if open.is_none() => open = Some(length),
            ']' => expected.push(open.take()?..length),
            '[' => return None,
            other => {
                plain.push(other);
                length += 1;
            }
        }
    }
    open.is_none().then_some((plain, expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_become_ranges() {
        assert_eq!(
            unbracket("他[也許][可能]來"),
            Some(("他也許可能來".to_owned(), vec![1..3, 3..5]))
        );
        assert_eq!(unbracket("他[也許"), None);
        assert_eq!(unbracket("他也許]"), None);
        assert_eq!(unbracket("[[也]許]"), None);
    }
}
