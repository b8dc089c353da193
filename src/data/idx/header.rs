//! The start of an IDX file: two zeros, the element type, the number of sizes, the sizes.

use super::{Bytes, Role};
use crate::error::Result;

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
            return Err(role.error(format_args!(
                "are not an IDX file: expected 00 00 08 and a number of dimensions, {}",
                found(&magic[..got])
            )));
        }
        if magic[2] != 8 {
            return Err(role.error(format_args!(
                "have elements of type 0x{:02X} ({}); expected 0x08 (unsigned bytes)",
                magic[2],
                element(magic[2])
            )));
        }
        let mut sizes = Vec::new();
        for dimension in 0..magic[3] {
            let mut size = [0; 4];
            if bytes.fill(role, &mut size)? < 4 {
                return Err(role.error(format_args!(
                    "break off in their header: expected {} sizes, found {dimension}",
                    magic[3]
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

/// What stands there instead of a header, named if it is a likely mistake.
fn found(start: &[u8]) -> String {
    let kind = match start {
        [] => return "found nothing at all".to_owned(),
        [b'<', ..] => "a web page",
        [0x89, b'P', b'N', b'G'] => "a PNG image",
        [0xFF, 0xD8, ..] => "a JPEG image",
        [b'P', b'K', ..] => "a ZIP archive",
        [b'{' | b'[', ..] => "JSON",
        b"vers" => "a Git LFS pointer",
        _ if start.is_ascii() && start.iter().all(|byte| !byte.is_ascii_control()) => "text",
        _ => {
            let hex: Vec<_> = start.iter().map(|byte| format!("{byte:02X}")).collect();
            return format!("found {}", hex.join(" "));
        }
    };
    format!("found {kind}")
}

/// The name of an IDX element type.
fn element(code: u8) -> &'static str {
    match code {
        0x09 => "signed bytes",
        0x0B => "16-bit integers",
        0x0C => "32-bit integers",
        0x0D => "32-bit floats",
        0x0E => "64-bit floats",
        _ => "unknown",
    }
}
