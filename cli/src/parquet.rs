//! The rows of the CSV as Apache Parquet: numbers as numbers, absent cells as null, and each string that
//! comes often once in a dictionary.
//!
//! The cells are those that the CSV writer makes, so the two forms agree, but for the apostrophe that
//! disarms formulas in the CSV: no spreadsheet mistakes these cells for commands.

use std::io::{self, Write};
use std::mem;
use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::parser::parse_message_type;
use bytes::Bytes;
use cifeng::report::csv::HEADER;

/// Bytes of cells that are held until they are written as a row group, some 100,000 rows.
const GROUP: usize = 32 << 20;

/// Writes rows as groups of columns.
pub struct Writer<W: Write + Send> {
    out: SerializedFileWriter<W>,
    columns: Vec<Column>,
    /// Bytes in all columns.
    held: usize,
}

/// The cells of one column that are not yet written.
enum Column {
    Number(Vec<i64>),
    Text(Strings),
    /// Text where there is any.
    Option(Strings),
}

/// Strings one behind the other.
#[derive(Default)]
struct Strings {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl<W: Write + Send> Writer<W> {
    /// Begins a file.
    pub fn new(out: W) -> io::Result<Self> {
        let columns: Vec<_> = HEADER.iter().map(|name| Column::named(name)).collect();
        let fields = HEADER.iter().zip(&columns).map(|(name, column)| match column {
            Column::Number(_) => format!("REQUIRED INT64 {name};"),
            Column::Text(_) => format!("REQUIRED BYTE_ARRAY {name} (STRING);"),
            Column::Option(_) => format!("OPTIONAL BYTE_ARRAY {name} (STRING);"),
        });
        let schema = format!("message finding {{ {} }}", fields.collect::<String>());
        let schema = Arc::new(parse_message_type(&schema).map_err(cause)?);
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("cifeng ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let out = SerializedFileWriter::new(out, schema, Arc::new(properties)).map_err(cause)?;
        Ok(Self { out, columns, held: 0 })
    }

    /// Writes rows of CSV without their header.
    pub fn add(&mut self, rows: &[u8]) -> io::Result<()> {
        let mut rows = ::csv::ReaderBuilder::new().has_headers(false).from_reader(rows);
        let mut row = ::csv::ByteRecord::new();
        while rows.read_byte_record(&mut row)? {
            for (column, cell) in self.columns.iter_mut().zip(&row) {
                self.held += column.push(cell)?;
            }
            if self.held >= GROUP {
                self.write()?;
            }
        }
        Ok(())
    }

    /// Ends the file.
    pub fn finish(mut self) -> io::Result<()> {
        self.write()?;
        self.out.finish().map(drop).map_err(cause)
    }

    fn write(&mut self) -> io::Result<()> {
        if mem::take(&mut self.held) == 0 {
            return Ok(());
        }
        let mut group = self.out.next_row_group().map_err(cause)?;
        for column in &mut self.columns {
            if let Some(mut out) = group.next_column().map_err(cause)? {
                column.write(&mut out).and_then(|_| out.close()).map_err(cause)?;
            }
        }
        group.close().map(drop).map_err(cause)
    }
}

impl Column {
    fn named(name: &str) -> Self {
        match name {
            "start" | "end" | "paragraph" | "line" | "column" => Self::Number(Vec::new()),
            "id" | "role" | "voice" | "variant_of" | "meaning" | "user_lexicons" => {
                Self::Option(Strings::default())
            }
            _ => Self::Text(Strings::default()),
        }
    }

    /// Takes a cell and says how many bytes it holds.
    fn push(&mut self, cell: &[u8]) -> io::Result<usize> {
        match self {
            Self::Number(numbers) => {
                let number = str::from_utf8(cell).ok().and_then(|cell| cell.parse().ok());
                numbers.push(number.ok_or(io::ErrorKind::InvalidData)?);
                Ok(size_of::<i64>())
            }
            Self::Text(strings) | Self::Option(strings) => Ok(strings.push(cell)),
        }
    }

    /// Writes all cells and forgets them.
    fn write(&mut self, out: &mut SerializedColumnWriter) -> Result<usize, ParquetError> {
        match self {
            Self::Number(numbers) => {
                out.typed::<Int64Type>().write_batch(&mem::take(numbers), None, None)
            }
            Self::Text(strings) => {
                out.typed::<ByteArrayType>().write_batch(&mem::take(strings).cells(), None, None)
            }
            Self::Option(strings) => {
                let mut cells = mem::take(strings).cells();
                let there: Vec<_> = cells.iter().map(|cell| i16::from(!cell.is_empty())).collect();
                cells.retain(|cell| !cell.is_empty());
                out.typed::<ByteArrayType>().write_batch(&cells, Some(&there), None)
            }
        }
    }
}

impl Strings {
    fn push(&mut self, string: &[u8]) -> usize {
        self.bytes.extend_from_slice(string);
        self.ends.push(self.bytes.len());
        string.len() + size_of::<usize>()
    }

    fn cells(self) -> Vec<ByteArray> {
        let bytes = Bytes::from(self.bytes);
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| bytes.slice(start..end).into()).collect()
    }
}

/// What the system said, if it was the system.
fn cause(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => {
            error.downcast::<io::Error>().map_or_else(io::Error::other, |error| *error)
        }
        other => io::Error::other(other),
    }
}
