//! Everything the parts of a face have in common while they are painted.

use super::attributes::Attributes;
use super::background;
use super::canvas::{Canvas, Paint};
use super::colour::{Colour, Oklch};
use super::mask::{Mask, Place};
use super::palette::{self, Tones};
use super::pose::Pose;
use crate::random::Random;

/// The canvas, the pose and the colours of one face.
pub(super) struct Painter {
    pub canvas: Canvas,
    pub random: Random,
    pub look: Attributes,
    pub head: Pose,
    pub body: Pose,
    pub hair: Tones,
    pub skin: Tones,
    /// Of ribbons and the like.
    pub trim: Tones,
    /// Of eyelids, glasses and other dark lines.
    pub ink: Colour,
    /// The direction that hair falls to, and a ponytail hangs at: -1 or 1.
    pub side: f32,
}

impl Painter {
    /// Chooses pose and colours, and paints the background.
    pub fn new(look: Attributes, mut random: Random) -> Self {
        let (head, body) = Pose::pair(&mut random);
        let hair = palette::hair(look.hair_colour, &mut random);
        let skin = palette::skin(look.skin, &mut random);
        let trim = palette::vivid(&mut random);
        let canvas = background::canvas(look.background, &mut random);
        let side = if random.uniform() < 0.5 { -1.0 } else { 1.0 };
        let ink = hair.line.mix(Oklch(0.2, 0.03, 330.0).colour(), 0.65);
        Self {
            canvas,
            random,
            look,
            head,
            body,
            hair,
            skin,
            trim,
            ink,
            side,
        }
    }

    /// Uniform around 0, up to `most` on either side.
    pub fn jitter(&mut self, most: f32) -> f32 {
        self.random.between(-most, most)
    }

    /// The radii of an outline: thin at its ends.
    pub fn thin(&self) -> [f32; 3] {
        [0.012, 0.026, 0.012].map(|radius| self.head.pixels(radius))
    }

    /// Fills an outline and draws it.
    pub fn outlined(&mut self, outline: &[Place], paint: impl Into<Paint>, line: Colour) -> Mask {
        let mask = self.canvas.fill(outline, paint);
        let radius = self.head.pixels(0.024);
        self.canvas.line(outline, [radius; 3], line.faint(0.85));
        mask
    }

    /// A gradient down the head, between two heights at its middle.
    pub fn down(&self, from: (f32, Colour), to: (f32, Colour)) -> Paint {
        let place = |y| self.head.at(0.0, y, 0.0);
        Paint::Linear([(place(from.0), from.1), (place(to.0), to.1)])
    }
}
