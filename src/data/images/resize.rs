//! One image: cut, resized, and brought to the channels wanted.

use super::{Crop, ImageOptions, SOURCE_PIXEL_LIMIT, SOURCE_SIDE_LIMIT};
use crate::sentence::{Sentence, sentence};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use std::borrow::Cow;

/// How far red, green and blue may lie apart in an image that counts as grey: JPEG and colour
/// profiles round.
const GREY: u8 = 4;

/// An image in its final size, four bytes a pixel.
#[derive(Debug, Clone)]
pub struct Resized {
    rgba: Vec<u8>,
    /// The width and height that it had.
    pub(super) source: [u32; 2],
}

impl ImageOptions {
    /// Why an image of this size is not even decoded, if it is too large or empty.
    pub fn refuses(&self, width: u32, height: u32) -> Option<Sentence> {
        if width == 0 || height == 0 {
            return Some(sentence!(
                "it has no pixels ({width}×{height})",
                width,
                height
            ));
        }
        if width.max(height) > SOURCE_SIDE_LIMIT
            || u64::from(width) * u64::from(height) > SOURCE_PIXEL_LIMIT
        {
            return Some(sentence!(
                "it measures {width}×{height} pixels; the limit is {most} million",
                width,
                height,
                most = SOURCE_PIXEL_LIMIT / 1_000_000
            ));
        }
        match self.crop {
            Crop::Centre {
                height: down,
                width: across,
            } if (height as usize) < down || (width as usize) < across => Some(sentence!(
                "it measures {width}×{height} pixels, less than the {across}×{down} to be cut out",
                width,
                height,
                across,
                down
            )),
            _ => None,
        }
    }

    /// Cuts and resizes an image of `width` × `height` RGBA pixels, with the antialiased bilinear
    /// filter of Pillow, in whole numbers: the same bytes on every machine.
    ///
    /// # Errors
    /// Why the image is to be skipped, as “it has no pixels”.
    pub fn resize(&self, width: u32, height: u32, rgba: &[u8]) -> Result<Resized, Sentence> {
        if let Some(why) = self.refuses(width, height) {
            return Err(why);
        }
        if rgba.len() as u64 != u64::from(width) * u64::from(height) * 4 {
            return Err(sentence!(
                "its {bytes} bytes are not the pixels of {width}×{height}",
                bytes = rgba.len(),
                width,
                height
            ));
        }
        let size = [width, height];
        let transparent = self.channels == Some(4);
        let source = if transparent {
            Cow::Borrowed(rgba)
        } else {
            over_white(rgba)
        };
        // Cut first: the filter reaches beyond a box, into what is not to be there.
        let (width, height, source) = match self.crop {
            Crop::Centre {
                height: down,
                width: across,
            } => {
                let cut = centre(&source, [width as usize, height as usize], [across, down]);
                (across as u32, down as u32, Cow::Owned(cut))
            }
            _ => (width, height, source),
        };
        let failed = |error: &dyn std::fmt::Display| {
            let error = error.to_string();
            sentence!("it could not be resized ({error})", error)
        };
        let source = ImageRef::new(width, height, &source, PixelType::U8x4)
            .map_err(|error| failed(&error))?;
        let mut target = Image::new(self.width as u32, self.height as u32, PixelType::U8x4);
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(FilterType::Bilinear))
            .use_alpha(transparent);
        let options = match self.crop {
            Crop::None | Crop::Centre { .. } => options,
            Crop::Fill => options.fit_into_destination(None),
        };
        Resizer::new()
            .resize(&source, &mut target, &options)
            .map_err(|error| failed(&error))?;
        Ok(Resized {
            rgba: target.into_vec(),
            source: size,
        })
    }
}

impl Resized {
    pub(super) fn pixels(&self) -> usize {
        self.rgba.len() / 4
    }

    /// Whether red, green and blue are about the same everywhere.
    pub(super) fn is_grey(&self) -> bool {
        pixels(&self.rgba).all(|&[red, green, blue, _]| {
            red.max(green).max(blue) - red.min(green).min(blue) <= GREY
        })
    }

    /// Writes the pixels behind `out`, channel by channel.
    pub(super) fn append(&self, channels: usize, out: &mut Vec<u8>) {
        if channels == 1 {
            out.extend(pixels(&self.rgba).map(|&pixel| luma(pixel)));
        } else {
            for channel in 0..channels {
                out.extend(pixels(&self.rgba).map(|pixel| pixel[channel]));
            }
        }
    }
}

/// The middle of an image of `has` pixels across and down, `wants` large, which is no larger.
fn centre(rgba: &[u8], has: [usize; 2], wants: [usize; 2]) -> Vec<u8> {
    let [left, top] = [0, 1].map(|side| (has[side] - wants[side]) / 2);
    let rows = rgba.chunks_exact(has[0] * 4).skip(top).take(wants[1]);
    rows.flat_map(|row| &row[left * 4..(left + wants[0]) * 4])
        .copied()
        .collect()
}

fn pixels(rgba: &[u8]) -> impl Iterator<Item = &[u8; 4]> {
    rgba.as_chunks().0.iter()
}

/// How light a colour is, by the weights of ITU-R BT.601, rounded as Pillow rounds.
fn luma([red, green, blue, _]: [u8; 4]) -> u8 {
    let sum = 19_595 * u32::from(red) + 38_470 * u32::from(green) + 7_471 * u32::from(blue);
    ((sum + 0x8000) >> 16) as u8
}

/// The image laid on white paper.
fn over_white(rgba: &[u8]) -> Cow<'_, [u8]> {
    if pixels(rgba).all(|pixel| pixel[3] == 255) {
        return Cow::Borrowed(rgba);
    }
    let laid = pixels(rgba).flat_map(|&[red, green, blue, alpha]| {
        let over = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
        };
        [over(red), over(green), over(blue), 255]
    });
    Cow::Owned(laid.collect())
}
