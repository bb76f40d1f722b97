//! `--lexicon`: the user's own lexicons, read before any text.

use std::fs;
use std::path::{Path, PathBuf};

use cifeng::{Analyzer, LexiconReading, Severity, UserLexicon};

use crate::encoding::decode;
use crate::failure::{Failure, Place, complain};

/// Has the analyser find the entries of all these tables; every problem is told with file and line.
///
/// # Errors
/// If a table cannot be read or a line of it is wrong: no report is made by half a lexicon.
pub fn take(analyzer: &mut Analyzer, files: &[PathBuf]) -> Result<(), Failure> {
    let mut lexicons = Vec::new();
    let mut broken = None;
    for file in files {
        let (lexicon, errors) = read(analyzer, file)?;
        if errors > 0 {
            broken.get_or_insert((file, errors));
        }
        lexicons.push(lexicon);
    }
    if let Some((file, errors)) = broken {
        return Err(Failure::Lexicon { name: file.to_string_lossy().into_owned(), errors });
    }
    analyzer.use_lexicons(lexicons).map_err(Failure::Lexicons)
}

fn read(analyzer: &Analyzer, file: &Path) -> Result<(UserLexicon, u32), Failure> {
    let name = file.to_string_lossy();
    let failed = |reason| Failure::UnreadableLexicon { name: name.clone().into_owned(), reason };
    let bytes = fs::read(file).map_err(|error| failed(error.to_string()))?;
    let table = decode(bytes, None).map_err(|_| {
        failed("not UTF-8; save it as UTF-8 with tabs between the columns".to_owned())
    })?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let LexiconReading { lexicon, problems, errors, .. } = analyzer.read_lexicon(&stem, &table);
    for problem in &problems {
        let place = Place { name: name.as_ref().into(), line: Some(problem.line.into()) };
        let warning = match problem.kind.severity() {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        complain(&format!("{place}: {warning}{problem}"));
    }
    Ok((lexicon, errors))
}
