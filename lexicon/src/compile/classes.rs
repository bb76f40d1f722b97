//! Word classes and the character table: what all families share.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use super::error::{CompileError, Source, read};
use super::source::ClassFile;
use crate::{Fold, FoldTable, WordClass};

/// Reads `classes.toml`; a word `@other` stands for all words of that class.
pub(super) fn classes(
    root: &Path,
    fold: &Fold,
) -> Result<(Vec<WordClass>, HashMap<String, u16>), CompileError> {
    let path = root.join("classes.toml");
    let text = read(&path)?;
    let source = Source { path: &path, text: &text };
    let file: ClassFile = toml::from_str(&text).map_err(|error| source.toml_error(&error))?;
    let mut classes = Vec::new();
    let mut index = HashMap::new();
    for (name, list) in &file {
        let mut words = BTreeSet::new();
        collect(&source, &file, name, fold, &mut words, 0)?;
        if words.is_empty() {
            return Err(
                source.error_at(list.span().start, format!("the class `{name}` has no words"))
            );
        }
        if classes.len() == WordClass::MOST {
            let message = format!("there are over {} classes", WordClass::MOST);
            return Err(source.error_at(list.span().start, message));
        }
        index.insert(name.clone(), classes.len() as u16);
        classes.push(WordClass::new(name.clone(), words.into_iter().collect()));
    }
    Ok((classes, index))
}

fn collect(
    source: &Source,
    file: &ClassFile,
    name: &str,
    fold: &Fold,
    words: &mut BTreeSet<String>,
    depth: u8,
) -> Result<(), CompileError> {
    let list = &file[name];
    let at = list.span().start;
    for line in list.get_ref().lines() {
        for word in line.split('#').next().unwrap_or_default().split_whitespace() {
            match word.strip_prefix('@') {
                None => {
                    words.insert(fold.fold_text(word));
                }
                Some(other) if file.contains_key(other) && depth < 8 => {
                    collect(source, file, other, fold, words, depth + 1)?;
                }
                Some(other) => {
                    return Err(source.error_at(at, format!("`{name}` names the class `{other}`, which is not there or contains itself")));
                }
            }
        }
    }
    Ok(())
}

/// Reads `fold/characters.tsv` and `fold/simplified.txt`.
pub(super) fn fold_table(root: &Path) -> Result<FoldTable, CompileError> {
    let path = root.join("fold/characters.tsv");
    let text = read(&path)?;
    let source = Source { path: &path, text: &text };
    let mut pairs = Vec::new();
    for (line, number) in text.lines().zip(1..).skip(1) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let single = |column: &str| {
            let mut characters = column.chars();
            characters.next().filter(|_| characters.next().is_none())
        };
        match columns[..] {
            [from, to, script @ ("hant" | "both")] => match (single(from), single(to)) {
                (Some(from), Some(to)) => pairs.push((from, to, script == "hant")),
                _ => {
                    return Err(
                        source.error_on(number, "`from` and `to` must be one character each")
                    );
                }
            },
            _ => {
                return Err(source.error_on(number, "should be `from<TAB>to<TAB>hant|both`"));
            }
        }
    }
    pairs.sort_unstable();
    if let Some(twice) = pairs.windows(2).find(|two| two[0].0 == two[1].0) {
        return Err(source.error_on(1, format!("`{}` is folded twice", twice[0].0)));
    }
    if let Some(chain) =
        pairs.iter().find(|pair| pairs.binary_search_by_key(&pair.1, |each| each.0).is_ok())
    {
        return Err(source
            .error_on(1, format!("`{}` folds to `{}`, which is folded itself", chain.0, chain.1)));
    }
    let mut simplified: Vec<char> = read(&root.join("fold/simplified.txt"))?
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::chars)
        .collect();
    simplified.sort_unstable();
    simplified.dedup();
    Ok(FoldTable { pairs, simplified })
}
