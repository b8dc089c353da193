//! The start of an IDX file: two zeros, the element type, the number of sizes, the sizes.

use super::{Bytes, Role};
use crate::error::Result;
use crate::kind;
use crate::sentence::{Sentence, sentence};

/// The sizes that a file of bytes claims to have.
#[derive(Debug)]
pub(super) struct Header {
    /// From the slowest to the fastest; never empty.
    pub sizes: Vec<usize>,
}

impl Header {
    /// Reads the header; the bytes it gives back stand right behind it.
    pub fn read<'a>(role: &Role, file: &'a [u8]) -> Result<(Self, Bytes<'a>)> {
        let mut bytes = Bytes::new(role, file)?;
        let mut magic = [0; 4];
        let got = bytes.fill(role, &mut magic)?;
        if got < 4 || magic[..2] != [0, 0] || magic[3] == 0 {
            let mut start = magic[..got].to_vec();
            start.resize(kind::START, 0);
            // What comes behind only says what the file is instead.
            let more = bytes.fill(role, &mut start[got..]).unwrap_or(0);
            return Err(role.error(sentence!(
                "are not an IDX file: expected 00 00 08 and a number of dimensions, found {found}",
                found = kind::advised(&start[..got + more])
            )));
        }
        if magic[2] != 8 {
            return Err(role.error(sentence!(
                "have elements of type 0x{code} ({kind}); expected 0x08 (unsigned bytes)",
                code = format!("{:02X}", magic[2]),
                kind = element(magic[2])
            )));
        }
        let mut sizes = Vec::new();
        for dimension in 0..magic[3] {
            let mut size = [0; 4];
            if bytes.fill(role, &mut size)? < 4 {
                return Err(role.error(sentence!(
                    "break off in their header: expected {count} sizes, found {dimension}",
                    count = magic[3],
                    dimension
                )));
            }
            sizes.push(u32::from_be_bytes(size) as usize);
        }
        Ok((Self { sizes }, bytes))
    }

    /// How many elements the sizes make; none if the number is too large to say.
    pub fn elements(&self) -> Option<usize> {
        self.sizes
            .iter()
            .try_fold(1usize, |product, &size| product.checked_mul(size))
    }
}

/// The sizes as "60000 × 28 × 28".
impl std::fmt::Display for Header {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        for (position, size) in self.sizes.iter().enumerate() {
            let sign = if position == 0 { "" } else { " × " };
            write!(out, "{sign}{size}")?;
        }
        Ok(())
    }
}

/// The name of an IDX element type.
fn element(code: u8) -> Sentence {
    match code {
        0x09 => sentence!("signed bytes"),
        0x0B => sentence!("16-bit integers"),
        0x0C => sentence!("32-bit integers"),
        0x0D => sentence!("32-bit floats"),
        0x0E => sentence!("64-bit floats"),
        _ => sentence!("unknown"),
    }
}
