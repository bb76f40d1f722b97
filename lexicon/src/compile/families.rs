//! Families: `family.toml`, their order and which of them never overlap.

use std::path::{Path, PathBuf};

use super::conditions::{Names, parse};
use super::error::{CompileError, Source, read as read_file};
use super::source::FamilyFile;
use super::whole;
use crate::{Condition, Family, Subtype};

/// A family and what its rules need to know.
pub(super) struct FamilySource {
    pub folder: PathBuf,
    pub family: Family,
    /// Holds where no rule of the family counts.
    pub unless: Option<Condition>,
    order: u8,
    rivals: Vec<String>,
}

const LINES: [&str; 5] = ["solid", "dashed", "dotted", "double", "wavy"];

/// Reads all families below `root`, or those named, in their order.
pub(super) fn read(
    root: &Path,
    only: &[String],
    names: &Names,
) -> Result<Vec<FamilySource>, CompileError> {
    let failed = |error: std::io::Error| whole(root, format!("cannot be read: {error}"));
    let mut families = Vec::new();
    for entry in std::fs::read_dir(root).map_err(failed)? {
        let folder = entry.map_err(failed)?.path();
        let Some(id) = folder.file_name().and_then(|name| name.to_str()).map(str::to_owned) else {
            continue;
        };
        if folder.join("family.toml").is_file() && (only.is_empty() || only.contains(&id)) {
            families.push(read_family(folder, id, names)?);
        }
    }
    if let Some(absent) =
        only.iter().find(|name| families.iter().all(|each| &each.family.id != *name))
    {
        return Err(whole(root, format!("there is no family `{absent}`")));
    }
    families.sort_by(|a, b| (a.order, &a.family.id).cmp(&(b.order, &b.family.id)));
    group(&mut families);
    Ok(families)
}

fn read_family(folder: PathBuf, id: String, names: &Names) -> Result<FamilySource, CompileError> {
    let path = folder.join("family.toml");
    let text = read_file(&path)?;
    let source = Source { path: &path, text: &text };
    let file: FamilyFile = toml::from_str(&text).map_err(|error| source.toml_error(&error))?;
    if !LINES.contains(&file.line.get_ref().as_str()) {
        return Err(source.error_at(
            file.line.span().start,
            format!("`line` must be one of {}", LINES.join(", ")),
        ));
    }
    let unless = file
        .unless
        .map(|text| {
            parse(names, text.get_ref())
                .map_err(|message| source.error_at(text.span().start, message))
        })
        .transpose()?;
    let subtypes = file
        .subtype
        .into_iter()
        .map(|each| Subtype {
            id: each.id,
            rank: each.rank,
            name: each.name,
            description: each.description,
        })
        .collect();
    let family = Family {
        id,
        name: file.name,
        description: file.description,
        color: file.color,
        line: file.line.into_inner(),
        opaque: file.opaque,
        meanings: file.meanings,
        group: 0,
        subtypes,
        values: file.value,
    };
    let rivals = file.rivals.into_iter().map(toml::Spanned::into_inner).collect();
    Ok(FamilySource { folder, family, unless, order: file.order, rivals })
}

/// Rivals share a group, and so do opaque families, inside which nothing else is marked.
fn group(families: &mut [FamilySource]) {
    for index in 0..families.len() {
        families[index].family.group = index as u16;
        for earlier in 0..index {
            let (a, b) = (&families[earlier], &families[index]);
            let together = (a.family.opaque && b.family.opaque)
                || a.rivals.contains(&b.family.id)
                || b.rivals.contains(&a.family.id);
            if together {
                let (from, to) = (families[index].family.group, families[earlier].family.group);
                for each in &mut families[..=index] {
                    if each.family.group == from {
                        each.family.group = to;
                    }
                }
            }
        }
    }
}
