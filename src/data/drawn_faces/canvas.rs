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

impl Paint {
    fn at(&self, column: usize, row: usize) -> Colour {
        let (x, y) = (column as f32 + 0.5, row as f32 + 0.5);
        match *self {
            Self::Flat(colour) => colour,
            Self::Linear([(from, start), (to, end)]) => {
                let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
                let length = along_x * along_x + along_y * along_y;
                let t = ((x - from.0) * along_x + (y - from.1) * along_y) / length;
                start.mix(end, t.clamp(0.0, 1.0))
            }
            Self::Radial((middle_x, middle_y), radius, [inside, outside]) => {
                let (x, y) = (x - middle_x, y - middle_y);
                let t = libm::sqrtf(x * x + y * y) / radius;
                inside.mix(outside, t.min(1.0))
            }
        }
    }
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
        Self {
            pixels: std::array::from_fn(|at| paint.at(at % SIDE, at / SIDE).rgb),
        }
    }

    /// Paints what the mask covers.
    pub fn paint(&mut self, mask: &Mask, paint: impl Into<Paint>) {
        let paint = paint.into();
        for row in mask.rows.clone() {
            for column in mask.columns.clone() {
                let at = row * SIDE + column;
                let coverage = mask.coverage[at];
                if coverage > 0.0 {
                    let colour = match paint {
                        Paint::Flat(colour) => colour,
                        _ => paint.at(column, row),
                    };
                    let part = coverage * colour.opacity;
                    for (old, new) in self.pixels[at].iter_mut().zip(colour.rgb) {
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
