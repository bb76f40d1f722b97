//! Parquet holds the rows of the CSV, with types.

use std::fs::File;
use std::path::Path;

use ::parquet::basic::Type;
use ::parquet::file::metadata::RowGroupMetaData;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;
use predicates::str::contains;

use crate::{ILL, cifeng, output_of};

const NUMBERS: [&str; 5] = ["start", "end", "paragraph", "line", "column"];

/// All rows of a file: names and cells.
pub fn rows(file: &Path) -> Vec<Vec<(String, Field)>> {
    let reader = SerializedFileReader::new(File::open(file).expect("there")).expect("Parquet");
    let rows = reader.get_row_iter(None).expect("rows");
    rows.map(|row| row.expect("a row").into_columns()).collect()
}

fn shown(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Long(number) => number.to_string(),
        other => panic!("{other:?} is no cell"),
    }
}

#[test]
fn rows_are_those_of_the_csv() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("markers.parquet");
    let name = file.to_str().expect("UTF-8");
    let corpus = [
        r#"{"id":"a","text":"他可能病了!"}"#,
        r#"{"id":"=b","text":"\"也許\",\t據說\n-千真萬確"}"#,
        r#"{"text":"王先生說:「太好了!搬起石頭砸自己的腳呢。」"}"#,
        r#"{"id":"none","text":"沒有"}"#,
    ];
    let corpus = corpus.join("\n");
    for unit in ["codepoint", "utf8"] {
        let arguments = ["analyze", "--input", "jsonl", "--offsets", unit];
        let parquet = ["--format", "parquet", "--output", name];
        cifeng(&arguments).args(parquet).write_stdin(corpus.as_str()).assert().success().stdout("");
        let rows = rows(&file);

        let csv = output_of(&[&arguments[..], &["--format", "csv"]].concat(), &corpus);
        let mut csv = csv::Reader::from_reader(csv.as_bytes());
        let names: Vec<String> = csv.headers().expect("a header").iter().map(Into::into).collect();
        let expected: Vec<_> = csv.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), expected.len());
        assert!(rows.len() >= 7, "{rows:?}");
        for (row, expected) in rows.iter().zip(&expected) {
            assert!(row.iter().map(|(name, _)| name).eq(&names));
            for ((name, field), cell) in row.iter().zip(expected) {
                // The CSV disarms what looks like a formula.
                let cell = cell.strip_prefix('\'').unwrap_or(cell);
                assert_eq!(shown(field), cell, "{name}");
            }
        }
        assert!(rows.iter().any(|row| row[0].1 == Field::Str("=b".to_owned())));
        assert!(rows.iter().any(|row| row[0].1 == Field::Null));
    }
}

#[test]
fn columns_have_types() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("markers.parquet");
    // Nothing found, and still a table.
    for (text, groups) in [("", 0), (ILL, 1)] {
        let arguments = ["analyze", "--format", "parquet", "--output"];
        cifeng(&arguments).arg(&file).write_stdin(text).assert().success();
        let reader = SerializedFileReader::new(File::open(&file).expect("there")).expect("Parquet");
        let metadata = reader.metadata();
        assert_eq!(metadata.num_row_groups(), groups);
        for column in metadata.file_metadata().schema_descr().columns() {
            let number = NUMBERS.contains(&column.name());
            let expected = if number { Type::INT64 } else { Type::BYTE_ARRAY };
            assert_eq!(column.physical_type(), expected, "{}", column.name());
        }
        for column in metadata.row_groups().iter().flat_map(RowGroupMetaData::columns) {
            assert!(column.dictionary_page_offset().is_some(), "{}", column.column_path());
        }
    }
}

#[test]
fn a_pipe_takes_it() {
    let run = cifeng(&["analyze", "--format", "parquet"]).write_stdin(ILL).assert().success();
    let written = &run.get_output().stdout;
    assert!(written.starts_with(b"PAR1") && written.ends_with(b"PAR1"));
    cifeng(&["analyze", "--help"]).assert().stdout(contains("parquet"));
}
