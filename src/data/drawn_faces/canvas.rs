//! Layers of paint.

use super::SIDE;
use super::colour::Colour;
use super::mask::{Mask, Place};

/// What a covered pixel is painted with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Paint {
    /// One colour.
    Flat(Colour),
    /// From a colour at a place to another at another, constant across.
    Linear([(Place, Colour); 2]),
    /// From a colour in the middle to another at the distance of the radius.
    Radial(Place, f32, [Colour; 2]),
}

impl From<Colour> for Paint {
    fn from(colour: Colour) -> Self {
        Self::Flat(colour)
    }
}

/// The image while it is painted, row by row.
pub(super) struct Canvas {
    pixels: [[f32; 3]; SIDE * SIDE],
}

impl Canvas {
    /// A canvas painted all over.
    pub fn new(paint: Paint) -> Self {
        let mut canvas = Self {
            pixels: [[0.0; 3]; SIDE * SIDE],
        };
        canvas.paint(&Mask::everything(), paint);
        canvas
    }

    /// Paints what the mask covers.
    pub fn paint(&mut self, mask: &Mask, paint: impl Into<Paint>) {
        match paint.into() {
            Paint::Flat(colour) => self.cover(mask, |_, _| colour),
            Paint::Linear([(from, start), (to, end)]) => {
                let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
                let length = along_x * along_x + along_y * along_y;
                self.cover(mask, |x, y| {
                    let t = ((x - from.0) * along_x + (y - from.1) * along_y) / length;
                    start.mix(end, t.clamp(0.0, 1.0))
                });
            }
            Paint::Radial((middle_x, middle_y), radius, [inside, outside]) => {
                self.cover(mask, |x, y| {
                    let (x, y) = (x - middle_x, y - middle_y);
                    let t = (x * x + y * y).sqrt() / radius;
                    inside.mix(outside, t.min(1.0))
                });
            }
        }
    }

    /// Paints what the mask covers, with a colour for each place.
    fn cover(&mut self, mask: &Mask, colour_at: impl Fn(f32, f32) -> Colour) {
        for row in mask.rows.clone() {
            let pixels = &mut self.pixels[row * SIDE..][mask.columns.clone()];
            let covered = pixels
                .iter_mut()
                .zip(mask.row(row))
                .zip(mask.columns.clone());
            for ((pixel, &coverage), column) in covered {
                if coverage > 0.0 {
                    let colour = colour_at(column as f32 + 0.5, row as f32 + 0.5);
                    let part = coverage * colour.opacity;
                    for (old, new) in pixel.iter_mut().zip(colour.rgb) {
                        *old += (new - *old) * part;
                    }
                }
            }
        }
    }

    /// Paints the inside of an outline and gives its mask.
    pub fn fill(&mut self, outline: &[Place], paint: impl Into<Paint>) -> Mask {
        let mask = Mask::inside(outline);
        self.paint(&mask, paint);
        mask
    }

    /// Paints a line, its radius given at the start, in the middle and at the end.
    pub fn line(&mut self, places: &[Place], radii: [f32; 3], paint: impl Into<Paint>) {
        self.paint(&Mask::line(places, radii), paint);
    }

    /// Writes the image into `out`, channel by channel.
    pub fn write(&self, out: &mut [u8]) {
        assert_eq!(out.len(), 3 * SIDE * SIDE, "the buffer must hold one image");
        for (channel, plane) in out.chunks_exact_mut(SIDE * SIDE).enumerate() {
            for (byte, pixel) in plane.iter_mut().zip(&self.pixels) {
                *byte = (pixel[channel] * 255.0 + 0.5) as u8;
            }
        }
    }
}
