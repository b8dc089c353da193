//! From a file's bytes to an image in its final size.

use ganvas::data::images::{ImageOptions, Resized, SOURCE_PIXEL_LIMIT};
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Decodes a JPEG, PNG, WebP, GIF (its first picture) or BMP, turned as its EXIF data says.
///
/// The format is told by the contents. An error says why the file is skipped, as “it is empty”.
pub fn image(bytes: &[u8], options: &ImageOptions) -> Result<Resized, String> {
    if bytes.is_empty() {
        return Err("it is empty".to_owned());
    }
    let format = image::guess_format(bytes)
        .ok()
        .filter(ImageFormat::reading_enabled)
        .ok_or("it is no JPEG, PNG, WebP, GIF or BMP")?;
    if format == ImageFormat::Jpeg && breaks_off(bytes) {
        return Err("it breaks off before its end".to_owned());
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    // EXIF may swap the sides: only what holds either way can be said before decoding.
    let uncut = ImageOptions {
        crop: Default::default(),
        ..*options
    };
    if let Some(why) = uncut.refuses(width, height) {
        return Err(why);
    }
    let orientation = decoder.orientation().map_err(broken)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    image.apply_orientation(orientation);
    let rgba = image.into_rgba8();
    options.resize(rgba.width(), rgba.height(), &rgba)
}

/// Room for the largest image that is taken, at 16 bits a channel.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(SOURCE_PIXEL_LIMIT * 8 + (64 << 20));
    limits
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
