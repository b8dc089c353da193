//! IDX, the format of MNIST and its kin: a type, the sizes, then the elements as bytes.
//!
//! Files come from strangers, so a header is believed only within [`LIMIT`] and [`SIDE_LIMIT`],
//! and only if the file then holds exactly what it claims.

mod bytes;
mod header;
#[cfg(test)]
mod hostile_tests;

use self::bytes::Bytes;
use self::header::Header;
use super::ImageShape;
use crate::error::{Error, Result};
use crate::sentence::{Sentence, sentence, term};

/// The most bytes that the elements of one file may take: 256 MiB.
pub const LIMIT: usize = 256 << 20;

/// The most pixels that an image may measure from side to side.
pub const SIDE_LIMIT: usize = 1024;

/// The contents of an image file.
pub(super) struct Images {
    pub count: usize,
    pub shape: ImageShape,
    /// `count` images one after the other, each channel-first.
    pub bytes: Vec<u8>,
}

/// Reads an image file of count × height × width, or count × channels × height × width.
pub(super) fn images(name: &str, file: &[u8]) -> Result<Images> {
    let role = Role {
        name,
        part: "images",
    };
    let (header, bytes) = Header::read(&role, file)?;
    let (count, channels, height, width) = match header.sizes[..] {
        [count, height, width] => (count, 1, height, width),
        [count, channels, height, width] => (count, channels, height, width),
        [_] => {
            return Err(role.error(sentence!(
                "hold labels, not images: the two files may be swapped"
            )));
        }
        _ => {
            return Err(role.error(sentence!(
                "have {count} dimensions ({sizes}); expected 3 (count × height × width) or 4 \
                 (count × channels × height × width)",
                count = header.sizes.len(),
                sizes = header.to_string()
            )));
        }
    };
    if !matches!(channels, 1 | 3 | 4) {
        return Err(role.error(sentence!(
            "have {channels} channels (sizes {sizes}); expected 1, 3 or 4, in the order count × \
             channels × height × width",
            channels,
            sizes = header.to_string()
        )));
    }
    if count == 0 || height == 0 || width == 0 {
        return Err(role.error(sentence!(
            "are empty: the header gives the sizes {sizes}",
            sizes = header.to_string()
        )));
    }
    if height > SIDE_LIMIT || width > SIDE_LIMIT {
        return Err(role.error(sentence!(
            "measure {width} × {height} pixels each; the limit is {most} × {limit}",
            width,
            height,
            most = SIDE_LIMIT,
            limit = SIDE_LIMIT
        )));
    }
    let shape = ImageShape {
        channels,
        height,
        width,
    };
    let bytes = bytes.exactly(&role, &header)?;
    Ok(Images {
        count,
        shape,
        bytes,
    })
}

/// Reads a label file that belongs to `images` images.
pub(super) fn labels(name: &str, file: &[u8], images: usize) -> Result<Vec<u8>> {
    let role = Role {
        name,
        part: "labels",
    };
    let (header, bytes) = Header::read(&role, file)?;
    match header.sizes[..] {
        [count] if count == images => bytes.exactly(&role, &header),
        [count] => Err(role.error(sentence!(
            "do not match the images: there are {count} labels for {images} images",
            count,
            images
        ))),
        [_, _, _] | [_, _, _, _] => Err(role.error(sentence!(
            "hold images, not labels: the two files may be swapped"
        ))),
        _ => Err(role.error(sentence!(
            "have {count} dimensions ({sizes}); expected 1 (count)",
            count = header.sizes.len(),
            sizes = header.to_string()
        ))),
    }
}

/// Which file of which data set: every error starts with it.
struct Role<'a> {
    name: &'a str,
    part: &'static str,
}

impl Role<'_> {
    /// "The images of mnist", `problem`, and a full stop.
    fn error(&self, problem: Sentence) -> Error {
        Error::Data(sentence!(
            "The {part} of “{name}” {problem}.",
            part = term(self.part),
            name = self.name,
            problem
        ))
    }
}
