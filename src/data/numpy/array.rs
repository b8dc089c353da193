//! The `.npy` format: a header that says what the numbers are, and the numbers.

use crate::error::{Error, Result};
use crate::kind;
use crate::sentence::{Sentence, sentence};

/// Longest header: a dictionary of three entries.
const LONGEST_HEADER: usize = 1 << 16;

/// An array, of which the header has been checked against the bytes that are there.
#[derive(Debug)]
pub struct Array<'a> {
    /// From the slowest axis to the fastest; none for a single number.
    pub shape: Vec<usize>,
    /// What the numbers are, as NumPy writes it: `u1`, `f4`, ….
    pub kind: String,
    is_big_endian: bool,
    bytes: &'a [u8],
}

/// What a header says.
#[derive(Debug, PartialEq)]
pub struct Header {
    /// From the slowest axis to the fastest.
    pub shape: Vec<usize>,
    /// What the numbers are, without their order of bytes.
    pub kind: String,
    is_big_endian: bool,
    /// Bytes of a number.
    size: usize,
    /// Where the numbers begin.
    end: usize,
}

impl Header {
    /// Reads the header of a file, of which the beginning is enough. `name` is for errors.
    ///
    /// # Errors
    /// [`Error::Data`] if it is no array of plain numbers in C order.
    pub fn read(name: &str, file: &[u8]) -> Result<Self> {
        let refused = |why: Sentence| Error::Data(sentence!("“{name}” {why}.", name, why));
        let Some(rest) = file.strip_prefix(b"\x93NUMPY") else {
            return Err(refused(sentence!(
                "is no NumPy array (.npy), but {kind}",
                kind = kind::advised(file)
            )));
        };
        let cut = || refused(sentence!("breaks off in its header"));
        let (length, start) = match *rest {
            [1, _, low, high, ..] => (usize::from(u16::from_le_bytes([low, high])), 10),
            [2 | 3, _, a, b, c, d, ..] => (u32::from_le_bytes([a, b, c, d]) as usize, 12),
            [version, _, _, _, ..] => {
                return Err(refused(sentence!(
                    "is a NumPy array of version {version}; versions 1 to 3 are read",
                    version
                )));
            }
            _ => return Err(cut()),
        };
        if length > LONGEST_HEADER {
            return Err(refused(sentence!(
                "claims a header of {length} bytes; the limit is {most}",
                length,
                most = LONGEST_HEADER
            )));
        }
        let end = start + length;
        let text = file.get(start..end).ok_or_else(cut)?;
        let text = String::from_utf8_lossy(text);
        let strange = || refused(sentence!("has a header that is not NumPy's"));
        let descr = value(&text, "descr").ok_or_else(strange)?;
        if descr.starts_with('[') {
            return Err(refused(sentence!("holds records; expected plain numbers")));
        }
        let code = quoted(descr).ok_or_else(strange)?;
        let kind = code.trim_start_matches(['<', '>', '|', '=']);
        let size = kind.get(1..).and_then(|size| size.parse().ok());
        let is_number = kind.starts_with(['b', 'i', 'u', 'f']);
        let Some(size @ (1 | 2 | 4 | 8)) = size.filter(|_| is_number) else {
            let kind: String = kind.chars().take(20).collect();
            return Err(refused(sentence!(
                "holds “{kind}”; expected plain numbers of 1 to 8 bytes",
                kind
            )));
        };
        if !value(&text, "fortran_order")
            .ok_or_else(strange)?
            .starts_with("False")
        {
            return Err(refused(sentence!(
                "has its numbers in Fortran order; save numpy.ascontiguousarray(a)"
            )));
        }
        let shape = tuple(value(&text, "shape").ok_or_else(strange)?).ok_or_else(strange)?;
        Ok(Self {
            shape,
            kind: kind.to_owned(),
            is_big_endian: code.starts_with('>'),
            size,
            end,
        })
    }

    /// How many numbers the shape makes; none if there are too many to say.
    pub fn count(&self) -> Option<usize> {
        let mut sides = self.shape.iter();
        sides.try_fold(1usize, |product, &side| product.checked_mul(side))
    }
}

impl<'a> Array<'a> {
    /// Reads a file, whose numbers stay where they are. `name` is for errors.
    ///
    /// # Errors
    /// As [`Header::read`], and if the file does not hold what its header claims.
    pub fn read(name: &str, file: &'a [u8]) -> Result<Self> {
        let header = Header::read(name, file)?;
        let bytes = &file[header.end..];
        let claimed = header
            .count()
            .and_then(|count| count.checked_mul(header.size));
        if claimed != Some(bytes.len()) {
            return Err(Error::Data(sentence!(
                "“{name}” is damaged: its header claims {shape} numbers of {size} bytes, found {bytes} bytes.",
                name,
                shape = in_words(&header.shape),
                size = header.size,
                bytes = bytes.len()
            )));
        }
        Ok(Self {
            shape: header.shape,
            kind: header.kind,
            is_big_endian: header.is_big_endian,
            bytes,
        })
    }

    /// The bytes of the numbers.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The numbers in C order; none if they are of a kind that has no numbers, as half precision.
    pub fn into_numbers(self) -> Option<Box<dyn Iterator<Item = f64> + 'a>> {
        macro_rules! read {
            ($number:ty) => {{
                const SIZE: usize = size_of::<$number>();
                let chunks = self.bytes.as_chunks::<SIZE>().0.iter();
                let big = self.is_big_endian;
                Some(Box::new(chunks.map(move |&bytes| {
                    let number = if big {
                        <$number>::from_be_bytes(bytes)
                    } else {
                        <$number>::from_le_bytes(bytes)
                    };
                    number as f64
                })))
            }};
        }
        match self.kind.as_str() {
            "f4" => read!(f32),
            "f8" => read!(f64),
            "b1" | "u1" => read!(u8),
            "i1" => read!(i8),
            "u2" => read!(u16),
            "i2" => read!(i16),
            "u4" => read!(u32),
            "i4" => read!(i32),
            "u8" => read!(u64),
            "i8" => read!(i64),
            _ => None,
        }
    }
}

/// A shape as “60000 × 28 × 28”.
pub fn in_words(shape: &[usize]) -> String {
    const NAMED: usize = 8;
    let mut sides: Vec<String> = shape.iter().take(NAMED).map(usize::to_string).collect();
    if shape.len() > NAMED {
        sides.push("…".to_owned());
    }
    sides.join(" × ")
}

/// What stands behind a key of the header's dictionary.
fn value<'a>(header: &'a str, key: &str) -> Option<&'a str> {
    let quotes = [format!("'{key}'"), format!("\"{key}\"")];
    let behind = quotes
        .iter()
        .find_map(|quoted| header.split_once(quoted.as_str()))?
        .1;
    Some(behind.trim_start().strip_prefix(':')?.trim_start())
}

fn quoted(text: &str) -> Option<&str> {
    let quote = text
        .chars()
        .next()
        .filter(|first| matches!(first, '\'' | '"'))?;
    text[1..].split(quote).next()
}

fn tuple(text: &str) -> Option<Vec<usize>> {
    let inside = text.strip_prefix('(')?.split(')').next()?;
    let sides = inside
        .split(',')
        .map(|side| side.trim().trim_end_matches('L'));
    sides
        .filter(|side| !side.is_empty())
        .map(|side| side.parse().ok())
        .collect()
}
