//! The bytes of a file, plain or gzip, read only as far as they are wanted.

use super::{Header, LIMIT, Role};
use crate::error::Result;
use crate::sentence::sentence;
use flate2::bufread::MultiGzDecoder;
use std::io::{ErrorKind, Read};

/// Deflate turns one byte into at most 1032.
const DEFLATE_RATIO: usize = 1032;

/// A file being read from its start.
pub(super) enum Bytes<'a> {
    Plain(&'a [u8]),
    Gzip {
        decoder: Box<MultiGzDecoder<&'a [u8]>>,
        compressed: usize,
    },
}

impl<'a> Bytes<'a> {
    /// The start of `file`; gzip is told by its first two bytes.
    pub fn new(role: &Role, file: &'a [u8]) -> Result<Self> {
        match file {
            [] => Err(role.error(sentence!("are an empty file: expected an IDX file"))),
            [0x1F, 0x8B, ..] => Ok(Self::Gzip {
                decoder: Box::new(MultiGzDecoder::new(file)),
                compressed: file.len(),
            }),
            _ => Ok(Self::Plain(file)),
        }
    }

    /// Reads into the whole of `out`, or as much as there is; gives how many bytes it wrote.
    pub fn fill(&mut self, role: &Role, out: &mut [u8]) -> Result<usize> {
        let mut filled = 0;
        while filled < out.len() {
            let read = match self {
                Self::Plain(rest) => rest.read(&mut out[filled..]),
                Self::Gzip { decoder, .. } => decoder.read(&mut out[filled..]),
            };
            match read {
                Ok(0) => break,
                Ok(more) => filled += more,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
                    return Err(role.error(sentence!(
                        "are a gzip file that breaks off: expected its end, found none"
                    )));
                }
                Err(error) => {
                    return Err(role.error(sentence!(
                        "are a damaged gzip file: expected compressed data, found an error \
                         ({error})",
                        error = error.to_string()
                    )));
                }
            }
        }
        Ok(filled)
    }

    /// The rest of the file, which must be exactly the elements that its header claims.
    pub fn exactly(mut self, role: &Role, header: &Header) -> Result<Vec<u8>> {
        let Some(claimed) = header.elements().filter(|&claimed| claimed <= LIMIT) else {
            return Err(role.error(sentence!(
                "are too large: the header claims {sizes} bytes; the limit is {limit} MiB",
                sizes = header.to_string(),
                limit = LIMIT >> 20
            )));
        };
        // What the file can hold bounds what is allocated: a few bytes cannot claim the limit.
        let most = match &self {
            Self::Plain(rest) => rest.len(),
            Self::Gzip { compressed, .. } => compressed.saturating_mul(DEFLATE_RATIO),
        };
        let mut elements = vec![0; claimed.min(most)];
        let got = self.fill(role, &mut elements)?;
        if got < claimed {
            return Err(role.error(sentence!(
                "break off: the header claims {sizes} = {claimed} bytes, found {got}",
                sizes = header.to_string(),
                claimed,
                got
            )));
        }
        // Reading on to the end also makes gzip check its sum.
        if self.fill(role, &mut [0])? > 0 {
            return Err(role.error(sentence!(
                "go on after their end: the header claims {sizes} = {claimed} bytes, found more",
                sizes = header.to_string(),
                claimed
            )));
        }
        Ok(elements)
    }
}
