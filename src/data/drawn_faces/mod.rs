//! Anime-style heads drawn by code: a coloured data set without a file, as large as one likes,
//! free of anyone's rights.
//!
//! A face begins with its [`Attributes`]; then the parts are painted from back to front, each a
//! few smooth outlines that vary continuously. The pixels are the same on every machine: each
//! image has its own stream of random numbers, and all mathematics is IEEE arithmetic or `libm`.

mod attributes;
mod back_hair;
mod background;
mod body;
mod canvas;
mod colour;
mod eyes;
mod face;
mod fringe;
mod front_hair;
mod mask;
mod mouth;
mod ornaments;
mod painter;
mod palette;
mod pose;
#[cfg(test)]
mod tests;

pub use attributes::{
    Attributes, Background, Clothing, EyeColour, Eyes, Fringe, HairColour, HairStyle, Mouth,
    Ornament, Skin,
};

use super::ImageShape;
use crate::random::{Purpose, Random};

/// Pixels from side to side.
const SIDE: usize = 64;

/// The shape of a drawn face: 64×64, RGB.
pub const SHAPE: ImageShape = ImageShape {
    channels: 3,
    height: SIDE,
    width: SIDE,
};

/// The colours that hair has.
pub const CLASSES: usize = HairColour::ALL.len();

/// What the classes are called, by label.
pub const CLASS_NAMES: [&str; CLASSES] = [
    "black", "brown", "blonde", "red", "pink", "blue", "green", "silver",
];

/// Images that count as one epoch.
pub const EPOCH: usize = 50_000;

/// Images with streams of their own; the index starts over behind them.
const IMAGES: u64 = 1 << 48;

/// Draws image number `index` of the set that `seed` stands for into `out`, channel by channel,
/// and gives what it shows; [`Attributes::label`] is its class.
///
/// # Panics
/// If `out` does not hold 3 × 64 × 64 bytes.
pub fn draw(seed: u64, index: u64, out: &mut [u8]) -> Attributes {
    let mut random = Random::new(seed, Purpose::DrawnFace, index % IMAGES);
    let look = Attributes::new(&mut random);
    let mut painter = painter::Painter::new(look, random);
    back_hair::paint(&mut painter);
    body::paint(&mut painter);
    let face = face::paint(&mut painter);
    let hair = front_hair::Front::new(&mut painter);
    hair.shadow(&mut painter, &face);
    let gaze = eyes::Gaze::new(&mut painter);
    gaze.paint(&mut painter);
    mouth::paint(&mut painter);
    if look.glasses {
        ornaments::glasses(&mut painter, &gaze);
    }
    gaze.brows(&mut painter, 0.9);
    ornaments::behind(&mut painter);
    hair.paint(&mut painter);
    gaze.brows(&mut painter, 0.25);
    ornaments::bands(&mut painter);
    ornaments::on_hair(&mut painter);
    painter.canvas.write(out);
    look
}
