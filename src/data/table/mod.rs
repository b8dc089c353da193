//! Tables as text (CSV) with an image in each row, as Kaggle has MNIST: `label,pixel0,…,pixel783`.
//!
//! The table comes in portions and is read in one go through its bytes. Its cells are numbers, at most
//! in quotes, so that no more of CSV has to be known than where a cell ends.

mod columns;
#[cfg(test)]
mod tests;

use self::columns::{Columns, Use};
use super::DataSet;
use super::idx::LIMIT;
use crate::error::{Error, Result};
use crate::kind;
use crate::printable::printable;
use crate::sentence::{Sentence, sentence};

/// Most bytes of the first line, which is kept until its end.
const LONGEST_LINE: usize = 32 << 20;

/// Most letters of a number.
const LONGEST_CELL: usize = 32;

/// Reads a table, portion by portion.
#[derive(Debug)]
pub struct TableReader {
    name: String,
    /// Until its end is there.
    first: Vec<u8>,
    columns: Option<Columns>,
    /// The cell that is being read, without blanks and quotes.
    cell: Vec<u8>,
    /// Columns of the line that are done, and where in the images its first pixel goes.
    column: usize,
    line: usize,
    images: Vec<u8>,
    labels: Vec<u8>,
}

impl TableReader {
    /// A reader of the table of this name, which is for people.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            first: Vec::new(),
            columns: None,
            cell: Vec::new(),
            column: 0,
            line: 1,
            images: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Reads on.
    ///
    /// # Errors
    /// [`Error::Data`] for the first cell or line that is none of a table of images.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<()> {
        if self.columns.is_none() {
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(bytes.len(), |end| end + 1);
            self.first.extend_from_slice(&bytes[..taken]);
            bytes = &bytes[taken..];
            if self.first.len() > LONGEST_LINE {
                return Err(self.refused(sentence!("its first line has no end")));
            }
            if end.is_none() {
                return Ok(());
            }
            self.begin()?;
        }
        self.read(bytes)
    }

    /// The data set.
    ///
    /// # Errors
    /// [`Error::Data`] if there is no image in the table, or it breaks off.
    pub fn finish(mut self) -> Result<DataSet> {
        if self.columns.is_none() {
            self.begin()?;
        }
        self.end_line()?;
        if self.images.is_empty() {
            return Err(self.refused(sentence!("there is no image in it")));
        }
        let Some(columns) = self.columns else {
            return Err(self.refused(sentence!("it is empty")));
        };
        let images = columns.channel_first(self.images);
        let labels = columns.has_labels().then_some(self.labels);
        Ok(DataSet::numbered(&self.name, columns.shape, images, labels))
    }

    /// Looks at the first line, which may name the columns, or be an image already.
    fn begin(&mut self) -> Result<()> {
        let first = std::mem::take(&mut self.first);
        let text = String::from_utf8_lossy(&first);
        let text = text.trim_start_matches('\u{FEFF}').trim_end();
        match Columns::of(text) {
            Ok(columns) => {
                let is_heading = columns.is_heading;
                self.columns = Some(columns);
                if is_heading {
                    self.line = 2;
                    return Ok(());
                }
                self.read(text.as_bytes())?;
                self.read(b"\n")
            }
            Err(why) => {
                let what = kind::of(&first);
                let found =
                    what.filter(|kind| !matches!(kind.name, "text" | "a table as text (CSV)"));
                Err(self.refused(found.map_or(why, |_| {
                    sentence!("it is {found}", found = kind::advised(&first))
                })))
            }
        }
    }

    fn read(&mut self, bytes: &[u8]) -> Result<()> {
        let separator = self
            .columns
            .as_ref()
            .map_or(b',', |columns| columns.separator);
        for &byte in bytes {
            match byte {
                b'\n' => self.end_line()?,
                _ if byte == separator => self.end_cell()?,
                b' ' | b'"' | b'\r' | b'\t' => {}
                _ if self.cell.len() < LONGEST_CELL => self.cell.push(byte),
                _ => return Err(self.unread()),
            }
        }
        Ok(())
    }

    fn end_line(&mut self) -> Result<()> {
        if self.column == 0 && self.cell.is_empty() {
            // An empty line, as at the end.
            self.line += 1;
            return Ok(());
        }
        self.end_cell()?;
        let expected = self
            .columns
            .as_ref()
            .map_or(0, |columns| columns.uses.len());
        if self.column != expected {
            return Err(self.refused(sentence!(
                "line {line} has {found} columns; expected {expected}",
                line = self.line,
                found = self.column,
                expected
            )));
        }
        self.column = 0;
        self.line += 1;
        Ok(())
    }

    fn end_cell(&mut self) -> Result<()> {
        let wanted = self
            .columns
            .as_ref()
            .and_then(|columns| columns.uses.get(self.column));
        match wanted {
            Some(Use::Nothing) => {}
            Some(wanted) => {
                let is_label = *wanted == Use::Label;
                let number = byte_of(&self.cell).ok_or_else(|| self.unread())?;
                if is_label {
                    self.labels.push(number);
                } else if self.images.len() < LIMIT {
                    self.images.push(number);
                } else {
                    let most = LIMIT >> 20;
                    return Err(self.refused(sentence!(
                        "it is too large: the limit is {most} MiB of pixels",
                        most
                    )));
                }
            }
            None => {
                return Err(self.refused(sentence!(
                    "line {line} has more columns than the first; expected {expected}",
                    line = self.line,
                    expected = self.column
                )));
            }
        }
        self.cell.clear();
        self.column += 1;
        Ok(())
    }

    /// That a cell is no number that is wanted.
    fn unread(&self) -> Error {
        self.refused(sentence!(
            "line {line}, column {column} holds “{found}”; expected a whole number from 0 to 255",
            line = self.line,
            column = self.column + 1,
            found = printable(&String::from_utf8_lossy(&self.cell))
        ))
    }

    fn refused(&self, why: Sentence) -> Error {
        Error::Data(sentence!(
            "The table “{name}” cannot be trained on: {why}.",
            name = self.name,
            why
        ))
    }
}

/// A whole number from 0 to 255, written as one or as `254.0`.
fn byte_of(cell: &[u8]) -> Option<u8> {
    let (whole, rest) = match cell.iter().position(|byte| *byte == b'.') {
        Some(point) => (&cell[..point], &cell[point + 1..]),
        None => (cell, &[][..]),
    };
    if whole.is_empty() || rest.iter().any(|digit| *digit != b'0') {
        return None;
    }
    whole.iter().try_fold(0_u8, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
        number.checked_mul(10)?.checked_add(digit)
    })
}
