//! From the head's own coordinates to the image: size, turn, nod and tilt.
//!
//! The head's unit is half the width of the face. x grows to the right, y downwards, z towards the
//! viewer; the origin is the middle of the skull, the eyes lie at y = 0.32, the chin at 1.1.

use super::SIDE;
use super::mask::Place;
use crate::data::curve::{Point, curve, p};
use crate::random::Random;

/// Straight pieces from one point of a curve to the next.
pub(super) const PIECES: usize = 3;

/// How the head, or the body, stands in the image.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pose {
    middle: Place,
    /// Pixels in a unit.
    scale: f32,
    tilt: (f32, f32),
    turn: (f32, f32),
    nod: f32,
}

impl Pose {
    /// A head, and the body that follows it half-way.
    pub fn pair(random: &mut Random) -> (Self, Self) {
        let scale = 18.6 + 1.0 * random.truncated_normal();
        let middle = SIDE as f32 * 0.5;
        let middle = (
            middle + 1.1 * random.truncated_normal(),
            middle + 0.2 + 0.8 * random.truncated_normal(),
        );
        let tilt = 0.09 * random.truncated_normal();
        let turn = 0.14 * random.truncated_normal();
        let nod = 0.035 * random.truncated_normal();
        let pose = |middle, tilt, turn, nod| Self {
            middle,
            scale,
            tilt: libm::sincosf(tilt),
            turn: libm::sincosf(turn),
            nod,
        };
        // A tilted head moves sideways over the neck.
        let neck = (middle.0 - scale * tilt * 0.4, middle.1 - scale * 0.1);
        (
            pose(middle, tilt, turn, nod),
            pose(neck, tilt * 0.25, turn * 0.6, 0.0),
        )
    }

    /// Pixels in `length` units.
    pub fn pixels(&self, length: f32) -> f32 {
        self.scale * length
    }

    /// Where a place at a depth of `z` is seen.
    pub fn at(&self, x: f32, y: f32, z: f32) -> Place {
        let x = x * self.turn.1 + z * self.turn.0;
        let y = y + z * self.nod;
        (
            self.middle.0 + self.scale * (x * self.tilt.1 - y * self.tilt.0),
            self.middle.1 + self.scale * (x * self.tilt.0 + y * self.tilt.1),
        )
    }

    /// Where a place on the front of the head is seen.
    pub fn on(&self, x: f32, y: f32) -> Place {
        let square = 1.25 - x * x - 0.8 * y * y;
        // The lower face is flatter than a ball.
        let least = if y > 0.0 { 0.55 - 0.4 * x.abs() } else { 0.0 };
        self.at(x, y, libm::sqrtf(square.max(0.0)).max(least))
    }

    /// The curve through points at a depth of `z`.
    pub fn curve(&self, points: &[Point], z: f32) -> Vec<Place> {
        self.through(points, |x, y| self.at(x, y, z))
    }

    /// The curve through points on the front of the head.
    pub fn curve_on(&self, points: &[Point]) -> Vec<Place> {
        self.through(points, |x, y| self.on(x, y))
    }

    fn through(&self, points: &[Point], place: impl Fn(f32, f32) -> Place) -> Vec<Place> {
        curve(points, PIECES)
            .into_iter()
            .map(|(x, y)| place(x, y))
            .collect()
    }
}

/// The points of an ellipse, a closed outline in the head's coordinates.
pub(super) fn ellipse(x: f32, y: f32, wide: f32, high: f32) -> Vec<Point> {
    const CORNERS: usize = 10;
    (0..=CORNERS)
        .map(|corner| {
            let angle = std::f32::consts::TAU * corner as f32 / CORNERS as f32;
            let (sine, cosine) = libm::sincosf(angle);
            p(x + wide * cosine, y + high * sine)
        })
        .collect()
}
