//! From a file's bytes to an image in its final size.

use super::gate::Gate;
use super::webp;
use ganvas::data::images::{ImageOptions, Resized};
use ganvas::kind::{self, Family};
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Room for what stands beside the pixels, as a colour profile.
const BESIDE: u64 = 16 << 20;

/// An image of which the header was read, and no pixel yet.
pub struct Looked {
    bytes: Vec<u8>,
    format: ImageFormat,
    /// Bytes of the pixels as they are decoded, and as they are when that is done.
    pub unpacked: u64,
}

impl Looked {
    /// Reads the header of a JPEG, PNG, WebP, GIF (its first picture) or BMP. The format is told by
    /// the contents. An error says why the file is skipped, as “it is empty”.
    pub fn at(bytes: Vec<u8>, options: &ImageOptions) -> Result<Self, String> {
        if bytes.is_empty() {
            return Err("it is empty".to_owned());
        }
        let format = image::guess_format(&bytes)
            .ok()
            .filter(ImageFormat::reading_enabled)
            .ok_or_else(|| no_image(&bytes))?;
        if format == ImageFormat::Jpeg && breaks_off(&bytes) {
            return Err("it breaks off before its end".to_owned());
        }
        if format == ImageFormat::WebP && webp::claims_more(&bytes) {
            return Err("it is broken (a part claims more bytes than there are)".to_owned());
        }
        let decoder = decoder(&bytes, format)?;
        let (width, height) = decoder.dimensions();
        // EXIF may swap the sides: only what holds either way can be said before decoding.
        let uncut = ImageOptions {
            crop: Default::default(),
            ..*options
        };
        if let Some(why) = uncut.refuses(width, height) {
            return Err(why.into());
        }
        let pixels = u64::from(width) * u64::from(height);
        // A progressive JPEG is held as coefficients, 16 bits each, until it is complete.
        let work = if format == ImageFormat::Jpeg && is_progressive(&bytes) {
            6
        } else {
            0
        };
        let unpacked = decoder.total_bytes() + (4 + work) * pixels;
        drop(decoder);
        Ok(Self {
            bytes,
            format,
            unpacked,
        })
    }

    /// Decodes the image, turned as its EXIF data says, once there is room.
    pub fn decode(self, options: &ImageOptions, gate: &Gate) -> Result<Resized, String> {
        let _room = gate.enter(self.unpacked);
        let mut decoder = decoder(&self.bytes, self.format)?;
        decoder.set_limits(limits(self.unpacked)).map_err(broken)?;
        let orientation = decoder.orientation().map_err(broken)?;
        let image = DynamicImage::from_decoder(decoder).map_err(broken)?;
        // Four bytes a pixel first: what is turned is there twice.
        let mut image = DynamicImage::ImageRgba8(image.into_rgba8());
        image.apply_orientation(orientation);
        let rgba = image.into_rgba8();
        Ok(options.resize(rgba.width(), rgba.height(), &rgba)?)
    }
}

fn decoder(bytes: &[u8], format: ImageFormat) -> Result<impl ImageDecoder + '_, String> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits(0));
    reader.into_decoder().map_err(broken)
}

fn limits(unpacked: u64) -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(unpacked + BESIDE);
    limits
}

/// That a file is no image, and what it is instead.
fn no_image(bytes: &[u8]) -> String {
    const TAKEN: &str = "it is no JPEG, PNG, WebP, GIF or BMP";
    match kind::of(bytes) {
        // Only looks like one.
        Some(kind) if kind.family == Family::Image => TAKEN.to_owned(),
        Some(_) => format!("{TAKEN}, but {}", kind::advised(bytes)),
        None => TAKEN.to_owned(),
    }
}

/// Whether a JPEG comes in several passes over the whole picture.
fn is_progressive(jpeg: &[u8]) -> bool {
    let mut rest = &jpeg[2..];
    loop {
        rest = match *rest {
            [0xFF, 0xFF, ..] => &rest[1..],
            [0xFF, 0xC2, ..] => return true,
            [0xFF, 0xDA, ..] => return false,
            [0xFF, _, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([high, low]));
                rest.get(2 + length..).unwrap_or_default()
            }
            _ => return false,
        };
    }
}

fn broken(error: ImageError) -> String {
    match error {
        ImageError::Unsupported(_) => format!("it is of an unusual kind ({error})"),
        ImageError::Limits(_) => format!("it is too large ({error})"),
        _ => format!("it is broken ({error})"),
    }
}
/// Whether a JPEG ends before its end mark: the decoder would make up the rest in grey.
fn breaks_off(jpeg: &[u8]) -> bool {
    let mut rest = &jpeg[2..];
    loop {
        // The next mark: in the pixels a byte 0xFF is followed by a zero, or restarts them.
        let Some(start) = rest
            .windows(2)
            .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF))
        else {
            return true;
        };
        if rest[start + 1] == 0xD9 {
            return false;
        }
        // Every other mark begins a segment, which says its length.
        let segment = &rest[start + 2..];
        let length = match segment {
            [high, low, ..] => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return true,
        };
        match segment.get(length..) {
            Some(behind) => rest = behind,
            None => return true,
        }
    }
}

#[cfg(test)]
mod tests;
