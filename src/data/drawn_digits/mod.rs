//! Handwritten-looking digits drawn by code: a data set without a file, as large as one likes.
//!
//! A digit is a glyph whose control points a hand moves about, traced by a pen of varying
//! pressure. The pixels are the same on every machine: each image has its own stream of random
//! numbers, and all mathematics is IEEE arithmetic or `libm`.

mod glyphs;
mod hand;
mod pen;
#[cfg(test)]
mod tests;

use super::ImageShape;
use crate::random::{Purpose, Random};

/// Pixels from side to side.
const SIDE: usize = 28;

/// The shape of a drawn digit: that of MNIST.
pub const SHAPE: ImageShape = ImageShape {
    channels: 1,
    height: SIDE,
    width: SIDE,
};

/// The digits 0 to 9.
pub const CLASSES: usize = 10;

/// Images that count as one epoch, as many as MNIST trains with.
pub const EPOCH: usize = 60_000;

/// Images with streams of their own; the index starts over behind them.
const IMAGES: u64 = 1 << 48;

/// Draws image number `index` of the set that `seed` stands for into `out`, white (255) on black,
/// and gives the digit that it shows.
///
/// # Panics
/// If `out` does not hold 28 × 28 bytes.
pub fn draw(seed: u64, index: u64, out: &mut [u8]) -> u8 {
    let mut random = Random::new(seed, Purpose::DrawnDigit, index % IMAGES);
    let digit = random.below(CLASSES as u32) as u8;
    let strokes = glyphs::pick(digit, &mut random);
    let traces = hand::write(strokes, &mut random);
    let sharpness = random.between(0.6, 0.95);
    pen::ink(&traces, sharpness, out);
    digit
}
