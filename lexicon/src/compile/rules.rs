//! Rules: from their TOML to conditions, patterns and reasons.

use std::collections::BTreeSet;
use std::path::Path;

use super::conditions::{Names, parse, parse_phrases};
use super::error::{CompileError, Source, read};
use super::examples::{self, Example};
use super::families::FamilySource;
use super::lines::{Line, of_string, of_table};
use super::literals::Literals;
use super::needs;
use super::order;
use super::patterns;
use super::rarity::Rarity;
use super::source::{KindName, RuleFile, RuleSource};
use crate::parts::split;
use crate::{
    Condition, Detail, Fold, Gap, Kind, Localized, Parts, Phrases, Rule, Value, WordClass,
};

/// Compiles the rules of one family.
pub(super) struct Compiler<'a> {
    pub root: &'a Path,
    pub names: &'a Names<'a>,
    pub classes: &'a [WordClass],
    pub family: &'a FamilySource,
    pub index: u16,
}

type Spanned = toml::Spanned<String>;

impl Compiler<'_> {
    /// Compiles one rule file.
    pub fn compile_file(
        &self,
        path: &Path,
        rules: &mut Vec<(Rule, Localized)>,
        literals: &mut Literals,
        examples: &mut Vec<Example>,
    ) -> Result<(), CompileError> {
        let text = read(path)?;
        let source = Source { path, text: &text };
        let file: RuleFile = toml::from_str(&text).map_err(|error| source.toml_error(&error))?;
        for spanned in &file.rule {
            let at = spanned.span().start;
            let rule = self.rule(&source, at, spanned.get_ref())?;
            if rules.iter().any(|(other, _)| other.id == rule.id) {
                return Err(source.error_at(at, format!("there are two rules `{}`", rule.id)));
            }
            let number = u16::try_from(rules.len())
                .map_err(|_| source.error_at(at, "there are over 65,535 rules"))?;
            self.enter(&source, at, spanned.get_ref(), &rule, number, literals)?;
            let family = &self.family.family.id;
            examples.extend(examples::of_rule(
                &source,
                at,
                spanned.get_ref(),
                &rule.id,
                family,
                self.names.fold,
            )?);
            rules.push((rule, spanned.get_ref().why.clone()));
        }
        Ok(())
    }

    fn rule(&self, source: &Source, at: usize, rule: &RuleSource) -> Result<Rule, CompileError> {
        let family = &self.family.family;
        let subtype =
            family.subtypes.iter().position(|each| &each.id == rule.subtype.get_ref()).ok_or_else(
                || {
                    source.error_at(
                        rule.subtype.span().start,
                        format!("`{}` is no subtype of `{}`", rule.subtype.get_ref(), family.id),
                    )
                },
            )?;
        if rule.source.trim().is_empty() {
            return Err(source.error_at(at, format!("the rule `{}` names no source", rule.id)));
        }
        for (language, why) in
            [("en", &rule.why.en), ("hant", &rule.why.hant), ("hans", &rule.why.hans)]
        {
            if why.trim().is_empty() {
                return Err(source.error_at(
                    at,
                    format!("the rule `{}` gives no reason in `why.{language}`", rule.id),
                ));
            }
        }
        let mut conditions = Vec::new();
        if let Some(when) = &rule.when {
            conditions.push(self.condition(source, when)?);
        }
        if let Some(unless) = &rule.unless {
            conditions.push(Condition::Not(Box::new(self.condition(source, unless)?)));
        }
        if let Some(unless) = &self.family.unless {
            conditions.push(Condition::Not(Box::new(unless.clone())));
        }
        let mut when = Condition::All(conditions);
        order::cheapest_first(&mut when);
        let kind = self.kind(source, at, rule)?;
        let by_literal = match &kind {
            Kind::Cue | Kind::Particle { .. } => when.asks_text(),
            Kind::Frame { pattern, .. } => pattern.is_choice(),
            Kind::Punctuation { .. } | Kind::Adapted => false,
        };
        Ok(Rule {
            id: format!("{}/{}/{}", family.id, rule.subtype.get_ref(), rule.id),
            family: self.index,
            subtype: subtype as u16,
            kind,
            by_literal,
            when: (when != Condition::All(Vec::new())).then_some(when).into(),
            role: rule.role,
            variant: rule.variant.clone(),
            double: rule.double,
            operator: rule.operator,
            nests: rule.nests,
            wins: rule.wins,
            echo: rule.echo,
        })
    }

    fn condition(&self, source: &Source, text: &Spanned) -> Result<Condition, CompileError> {
        parse(self.names, text.get_ref())
            .map_err(|message| source.error_at(text.span().start, message))
    }

    fn kind(&self, source: &Source, at: usize, rule: &RuleSource) -> Result<Kind, CompileError> {
        let missing =
            |key: &str| source.error_at(at, format!("the rule `{}` needs `{key}`", rule.id));
        match rule.kind {
            KindName::Cue => Ok(Kind::Cue),
            KindName::Adapted => {
                rule.rarity.ok_or_else(|| missing("rarity"))?;
                Ok(Kind::Adapted)
            }
            KindName::Frame => {
                let pattern = rule.pattern.as_ref().ok_or_else(|| missing("pattern"))?;
                let Names { fold, classes, .. } = *self.names;
                let written = patterns::read(pattern.get_ref(), fold, self.classes, classes)
                    .map_err(|message| source.error_at(pattern.span().start, message))?;
                let triggers = match &rule.triggers {
                    None => BTreeSet::new(),
                    Some(list) => of_string(source, list)?
                        .iter()
                        .flat_map(|line| line.word.chars().map(|each| self.names.fold.fold(each)))
                        .collect(),
                };
                let needs = needs::of(&written.regex, &triggers);
                let (anchor, scope) = (rule.anchor, rule.scope);
                Ok(Kind::Frame { pattern: written.pattern.into(), anchor, scope, needs })
            }
            KindName::Punctuation => {
                let characters = rule.characters.as_ref().ok_or_else(|| missing("characters"))?;
                let mut characters: Vec<char> =
                    self.names.fold.fold_text(characters).chars().collect();
                characters.sort_unstable();
                characters.dedup();
                Ok(Kind::Punctuation { characters })
            }
            KindName::Particle => {
                let vocative = match &rule.vocative {
                    None => Phrases::default(),
                    Some(text) => parse_phrases(self.names, text.get_ref())
                        .map_err(|message| source.error_at(text.span().start, message))?,
                };
                Ok(Kind::Particle { vocative })
            }
        }
    }

    /// Enters the rule's literals.
    fn enter(
        &self,
        source: &Source,
        at: usize,
        rule: &RuleSource,
        compiled: &Rule,
        number: u16,
        literals: &mut Literals,
    ) -> Result<(), CompileError> {
        let fold = self.names.fold;
        let mut lines = Vec::new();
        for list in rule.cues.iter().chain(&rule.triggers) {
            lines.extend(of_string(source, list)?);
        }
        if let Some(required) = &rule.required {
            let line = source.line_of(required.span().start);
            for character in required.get_ref().chars() {
                lines.push(Line { number: line, word: character.into(), fields: Vec::new() });
            }
        }
        let guards = match &rule.not_in {
            None => Vec::new(),
            Some(list) => of_string(source, list)?
                .into_iter()
                .map(|line| (line.number, fold.fold_text(&line.word)))
                .collect(),
        };
        let adaptable = match rule.rarity {
            Some(threshold) => {
                let within = rule.rarity_within.unwrap_or(f64::INFINITY);
                Some((Rarity::read(self.root)?, threshold, within))
            }
            None => None,
        };
        let mut writer = LiteralWriter {
            values: &self.family.family.values,
            adaptable: adaptable.as_ref().map(|(rarity, least, within)| (rarity, *least, *within)),
            fold,
            rule: compiled,
            why: &rule.why,
            number,
            guards: &guards,
            used: vec![false; guards.len()],
            inserted_known: self.names.classes.contains_key("inserted"),
            literals,
        };
        for line in &lines {
            writer.add(source, line)?;
        }
        for table in &rule.cues_from {
            let path = self.family.folder.join(table.get_ref());
            let text = std::fs::read_to_string(&path).map_err(|error| {
                source.error_at(
                    table.span().start,
                    format!("`{}` cannot be read: {error}", table.get_ref()),
                )
            })?;
            let table = Source { path: &path, text: &text };
            for line in of_table(&table)? {
                writer.add(&table, &line)?;
            }
        }
        if let Some(unused) = writer.used.iter().position(|used| !used) {
            let (line, word) = &guards[unused];
            return Err(source.error_on(
                *line,
                format!("`{word}` in `not_in` contains no cue of the rule `{}`", rule.id),
            ));
        }
        if lines.is_empty() && rule.cues_from.is_empty() {
            return Err(source.error_at(
                at,
                format!("the rule `{}` has no cues, triggers or required characters", rule.id),
            ));
        }
        Ok(())
    }
}

/// Enters words with their guards, parts and fields.
struct LiteralWriter<'a> {
    /// What fields with a closed list of values may hold.
    values: &'a [Value],
    /// For rules of adapted forms: how rare what stays must be, and how rare where the new character
    /// makes a word with its neighbour.
    adaptable: Option<(&'a Rarity, f64, f64)>,
    fold: &'a Fold,
    rule: &'a Rule,
    why: &'a Localized,
    number: u16,
    guards: &'a [(usize, String)],
    used: Vec<bool>,
    /// Whether there is a class of words that `~` stands for.
    inserted_known: bool,
    literals: &'a mut Literals,
}

impl LiteralWriter<'_> {
    fn add(&mut self, source: &Source, line: &Line) -> Result<(), CompileError> {
        if let Some((rarity, threshold, within)) = self.adaptable {
            let literal = self.fold.fold_text(&line.word);
            let characters: Vec<char> = literal.chars().collect();
            if let [_, _, _, _] = characters[..] {
                let rare = (0..4).map(|hole| rarity.of(&characters, hole));
                let holes = rare.enumerate().fold(0, |holes, (hole, rare)| {
                    let anywhere = u8::from(rare >= within) << (hole + 4);
                    holes | anywhere | u8::from(rare >= threshold) << hole
                });
                if holes != 0 {
                    self.literals.add_adaptable(&literal, self.number, holes);
                }
            }
            return Ok(());
        }
        let word = self.fold.fold_text(&line.word);
        let (anchor, parts) = split(&word)
            .ok_or_else(|| source.error_on(line.number, format!("`{}` is no word", line.word)))?;
        if parts.is_some() && self.rule.kind != Kind::Cue {
            return Err(source.error_on(
                line.number,
                format!("`{}`: only plain cues may have parts", line.word),
            ));
        }
        // The punctuation at the edge of a trigger is there, or the frame is not.
        let anchor = if matches!(self.rule.kind, Kind::Frame { .. }) { word } else { anchor };
        if !self.inserted_known && parts.as_ref().is_some_and(has_insertion) {
            let message = "`~` needs a class `inserted` in classes.toml";
            return Err(source.error_on(line.number, message));
        }
        let fields = self.fields(source, line)?;
        let mut not_in = Vec::new();
        for ((_, guard), used) in self.guards.iter().zip(&mut self.used) {
            if guard.len() > anchor.len() {
                for (at, _) in guard.match_indices(&anchor) {
                    *used = true;
                    not_in.push((guard[..at].chars().count() as u8, guard.clone()));
                }
            }
        }
        self.literals.add(&anchor, self.number, Detail { not_in, parts }, &fields);
        Ok(())
    }

    /// The fields that the reason or the model needs; each must be there.
    fn fields(&self, source: &Source, line: &Line) -> Result<Vec<(String, String)>, CompileError> {
        let why = self.why;
        let mut needed: Vec<&str> = [&why.en, &why.hant, &why.hans]
            .into_iter()
            .flat_map(|text| text.split('{').skip(1).filter_map(|rest| rest.split('}').next()))
            .chain(self.rule.variant.as_deref())
            .filter(|name| *name != "cue")
            .collect();
        needed.sort_unstable();
        needed.dedup();
        needed
            .into_iter()
            .map(|name| {
                let field = line.fields.iter().find(|(each, _)| each == name).cloned();
                let field = field.ok_or_else(|| {
                    source.error_on(
                        line.number,
                        format!(
                            "`{}` has no `{name}`, which its rule `{}` names",
                            line.word, self.rule.id
                        ),
                    )
                })?;
                let mut allowed = self.values.iter().filter(|value| value.field == name).peekable();
                if allowed.peek().is_some() && !allowed.any(|value| value.name.en == field.1) {
                    let message = format!("`{}` is no `{name}` of family.toml", field.1);
                    return Err(source.error_on(line.number, message));
                }
                Ok(field)
            })
            .collect()
    }
}

fn has_insertion(parts: &Parts) -> bool {
    parts.before.iter().chain(&parts.after).any(|(gap, _)| *gap == Gap::Inserted)
}
