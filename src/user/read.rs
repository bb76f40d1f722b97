//! The reader of tables: lines of cells between tabs, under a header that names the columns.

use std::collections::HashMap;

use cifeng_lexicon::parts::split;
use cifeng_lexicon::{Family, Fold, Localized};

use super::{
    LexiconProblem, LexiconReading, MAX_ENTRIES, MAX_ENTRY, MAX_NOTE, ProblemKind, Severity,
    UserEntry, UserLexicon, clean, is_invisible,
};

/// Names of families and subtypes are compared folded, and so are those of columns.
pub(crate) struct Guide<'a> {
    pub families: &'a [Family],
    pub fold: &'a Fold,
}

/// The columns, and what else a header may call them (folded).
const COLUMNS: [(&str, &[&str]); 6] = [
    ("entry", &["cue", "词条", "词"]),
    ("family", &["类别", "类"]),
    ("subtype", &["小类"]),
    ("note", &["reason", "说明", "理由"]),
    ("model", &["原形", "原式"]),
    ("not_in", &["除外"]),
];
const REQUIRED: usize = 3;
/// How much of a wrong value a message repeats, in characters.
const REPEATED: usize = 40;

impl Guide<'_> {
    /// Reads a table.
    pub fn read(&self, name: &str, text: &str) -> LexiconReading {
        let mut reading = Reading {
            guide: self,
            families: self.names(),
            seen: HashMap::new(),
            done: LexiconReading {
                lexicon: UserLexicon { name: clean(name), entries: Vec::new() },
                problems: Vec::new(),
                errors: 0,
                warnings: 0,
            },
        };
        reading.table(text.strip_prefix('\u{feff}').unwrap_or(text));
        reading.done
    }

    /// Families and subtypes by each of their names, folded.
    fn names(&self) -> HashMap<String, (u16, HashMap<String, u16>)> {
        let of = |id: &str, name: &Localized| {
            [id, &name.en, &name.hant, &name.hans].map(|each| self.fold.fold_text(each))
        };
        let mut families = HashMap::new();
        for (index, family) in (0..).zip(self.families) {
            let subtypes = (0..).zip(&family.subtypes);
            let subtypes: HashMap<String, u16> = subtypes
                .flat_map(|(index, each)| of(&each.id, &each.name).map(|name| (name, index)))
                .collect();
            let names = of(&family.id, &family.name);
            families.extend(names.map(|name| (name, (index, subtypes.clone()))));
        }
        families
    }
}

/// A table being read.
struct Reading<'a> {
    guide: &'a Guide<'a>,
    /// By folded name: its index, and its subtypes by theirs.
    families: HashMap<String, (u16, HashMap<String, u16>)>,
    /// Entries by folded text and family, with their lines.
    seen: HashMap<(String, u16), u32>,
    done: LexiconReading,
}

impl Reading<'_> {
    fn table(&mut self, text: &str) {
        // Old spreadsheets end lines by a carriage return alone.
        let end = if text.contains('\n') { '\n' } else { '\r' };
        let lines = text.split(end).map(|line| line.trim_end_matches('\r')).zip(1_u32..);
        let mut lines = lines.filter(|(line, _)| !line.trim().is_empty() && !line.starts_with('#'));
        let Some((header, at)) = lines.next() else {
            return self.complain(1, ProblemKind::Empty);
        };
        let columns = match self.header(header) {
            Ok(columns) => columns,
            Err(kind) => return self.complain(at, kind),
        };
        for (line, number) in lines {
            if self.done.lexicon.entries.len() == MAX_ENTRIES {
                return self.complain(number, ProblemKind::TooManyLines);
            }
            match self.line(&columns, line, number) {
                Ok(entry) => self.done.lexicon.entries.push(entry),
                Err(kind) => self.complain(number, kind),
            }
        }
    }

    fn complain(&mut self, line: u32, kind: ProblemKind) {
        match kind.severity() {
            Severity::Error => self.done.errors += 1,
            Severity::Warning => self.done.warnings += 1,
        }
        if self.done.problems.len() < LexiconReading::MAX_PROBLEMS {
            self.done.problems.push(LexiconProblem { line, kind });
        }
    }

    /// The columns, each by its place in [`COLUMNS`].
    fn header(&self, line: &str) -> Result<Vec<usize>, ProblemKind> {
        let mut columns = Vec::new();
        let names: Vec<String> = line.split('\t').map(cell).collect();
        if names.len() == 1 && names[0] != COLUMNS[0].0 {
            return Err(ProblemKind::NoTabs { read: shortened(&names[0]) });
        }
        for name in &names {
            let folded = self.guide.fold.fold_text(name);
            let found = COLUMNS
                .iter()
                .position(|(column, others)| *column == folded || others.contains(&&*folded))
                .ok_or_else(|| ProblemKind::UnknownColumn { read: shortened(name) })?;
            if columns.contains(&found) {
                return Err(ProblemKind::RepeatedColumn { read: shortened(name) });
            }
            columns.push(found);
        }
        match (0..REQUIRED).find(|column| !columns.contains(column)) {
            Some(missing) => Err(ProblemKind::MissingColumn { name: COLUMNS[missing].0 }),
            None => Ok(columns),
        }
    }

    fn line(&mut self, columns: &[usize], line: &str, at: u32) -> Result<UserEntry, ProblemKind> {
        let mut cells: Vec<String> = line.split('\t').map(cell).collect();
        while cells.len() > columns.len() && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.len() > columns.len() {
            return Err(ProblemKind::TooManyCells { read: cells.len(), named: columns.len() });
        }
        let mut values: [Option<String>; COLUMNS.len()] = Default::default();
        for (column, value) in columns.iter().zip(cells) {
            values[*column] = (!value.is_empty()).then_some(value);
        }
        for (value, (column, _)) in values.iter().zip(COLUMNS) {
            let longest = if column == "note" { MAX_NOTE } else { MAX_ENTRY };
            let characters = value.as_ref().map_or(0, |value| value.chars().count());
            if characters > longest && column != "not_in" {
                return Err(ProblemKind::TooLong { column, characters });
            }
        }
        let [entry, family, subtype, note, model, not_in] = values;
        let missing = |column: usize| ProblemKind::MissingValue { column: COLUMNS[column].0 };
        let entry = entry.ok_or_else(|| missing(0))?;
        let family = family.ok_or_else(|| missing(1))?;
        let (index, family, subtype) = self.place(&family, subtype.as_deref())?;
        let subtype = subtype.ok_or_else(|| missing(2))?;
        if let Some(character) = entry.chars().find(|each| is_invisible(*each)) {
            return Err(ProblemKind::Invisible { character });
        }
        let folded = self.guide.fold.fold_text(&entry);
        let too_short = || ProblemKind::TooShort { read: shortened(&entry) };
        let (anchor, parts) = split(&folded).ok_or_else(too_short)?;
        if !anchor.chars().any(char::is_alphanumeric) {
            return Err(too_short());
        }
        let not_in = self.longer_words(&anchor, not_in.as_deref().unwrap_or_default())?;
        if parts.is_none() && anchor.chars().count() == 1 && not_in.is_empty() {
            self.complain(at, ProblemKind::OneCharacter { read: entry.clone() });
        }
        if let Some(first) = self.seen.get(&(folded.clone(), index)) {
            return Err(ProblemKind::Repeated { read: shortened(&entry), first: *first });
        }
        self.seen.insert((folded, index), at);
        Ok(UserEntry { line: at, entry, family, subtype, note, model, not_in })
    }

    /// The family's index and id, and the subtype's id.
    fn place(
        &self,
        family: &str,
        subtype: Option<&str>,
    ) -> Result<(u16, String, Option<String>), ProblemKind> {
        let fold = self.guide.fold;
        let Some((index, subtypes)) = self.families.get(&fold.fold_text(family)) else {
            let known = self.guide.families.iter().map(|each| &*each.id).collect::<Vec<_>>();
            let (read, known) = (shortened(family), known.join(", "));
            return Err(ProblemKind::UnknownFamily { read, known });
        };
        let of = &self.guide.families[usize::from(*index)];
        let Some(read) = subtype else { return Ok((*index, of.id.clone(), None)) };
        let Some(subtype) = subtypes.get(&fold.fold_text(read)) else {
            let known = of.subtypes.iter().map(|each| &*each.id).collect::<Vec<_>>().join(", ");
            let (read, family) = (shortened(read), of.id.clone());
            return Err(ProblemKind::UnknownSubtype { read, family, known });
        };
        Ok((*index, of.id.clone(), Some(of.subtypes[usize::from(*subtype)].id.clone())))
    }

    fn longer_words(&self, anchor: &str, cell: &str) -> Result<Vec<String>, ProblemKind> {
        let words = cell.split('|').map(str::trim).filter(|word| !word.is_empty());
        words
            .map(|word| {
                let folded = self.guide.fold.fold_text(word);
                let characters = word.chars().count();
                if characters > MAX_ENTRY {
                    Err(ProblemKind::TooLong { column: "not_in", characters })
                } else if folded.len() > anchor.len() && folded.contains(anchor) {
                    Ok(word.to_owned())
                } else {
                    Err(ProblemKind::NotContained { read: shortened(word) })
                }
            })
            .collect()
    }
}

/// A cell's value; spreadsheets quote cells that hold commas or quotation marks.
fn cell(written: &str) -> String {
    let written = written.trim();
    let quoted = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    quoted.map_or_else(|| written.to_owned(), |inner| inner.replace("\"\"", "\"").trim().to_owned())
}

/// What a message repeats of a value, with what shows nothing replaced.
fn shortened(read: &str) -> String {
    let mut characters = read.chars().map(|it| if is_invisible(it) { '\u{fffd}' } else { it });
    let mut short: String = characters.by_ref().take(REPEATED).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
