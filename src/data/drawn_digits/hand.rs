//! What makes two people's digits differ: slant, proportions, a hand that trembles, a pen that
//! presses.

use super::SIDE;
use super::glyphs::Glyph;
use crate::data::curve::{Point, curve};
use crate::random::Random;

/// The inner box that a digit fills, in pixels; MNIST fits its digits to the same.
const BOX: f32 = 20.0;

/// Pixels that stay between a line and the edge of the image, its softness included.
const MARGIN: f32 = 1.9;

/// Line segments that stand for the curve from one control point to the next.
const PIECES: usize = 6;

/// A place that the pen passes, in pixels from the upper left corner of the image.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trace {
    pub x: f32,
    pub y: f32,
    /// Half the width of the line.
    pub radius: f32,
}

/// The pen's way through each stroke of `glyph`, as one hand might write it this time.
pub(super) fn write(glyph: Glyph, random: &mut Random) -> Vec<Vec<Trace>> {
    let manner = Manner::new(random);
    let mut strokes: Vec<Vec<Trace>> = glyph
        .iter()
        .map(|stroke| {
            let start = random.between(0.9, 1.1);
            let end = start * random.between(0.7, 1.1);
            let moved: Vec<Point> = stroke.iter().map(|&at| manner.moved(at, random)).collect();
            let last = ((stroke.len() - 1) * PIECES) as f32;
            curve(&moved, PIECES)
                .into_iter()
                .enumerate()
                .map(|(place, (x, y))| {
                    let pressure = start + (end - start) * place as f32 / last;
                    let radius = manner.radius * pressure;
                    Trace { x, y, radius }
                })
                .collect()
        })
        .collect();
    fit(&mut strokes, random);
    strokes
}

/// What is the same in all strokes of a digit.
struct Manner {
    radius: f32,
    tremble: f32,
    slant: f32,
    wide: f32,
    sine: f32,
    cosine: f32,
    /// Bends the whole digit, so that its strokes go on meeting each other.
    bend: [f32; 6],
}

impl Manner {
    fn new(random: &mut Random) -> Self {
        let radius = 1.33 * libm::expf(0.22 * random.truncated_normal());
        let tremble = random.between(0.01, 0.036);
        // Most people lean to the right.
        let slant = 0.16 + 0.19 * random.truncated_normal();
        let wide = libm::expf(0.05 + 0.2 * random.truncated_normal());
        let (sine, cosine) = libm::sincosf(0.09 * random.truncated_normal());
        let bend = std::array::from_fn(|_| 0.16 * random.truncated_normal());
        Self {
            radius,
            tremble,
            slant,
            wide,
            sine,
            cosine,
            bend,
        }
    }

    fn moved(&self, point: Point, random: &mut Random) -> Point {
        let (x, y) = (point.x - 0.33, point.y - 0.5);
        let bend = &self.bend;
        let x = x + bend[0] * x * x + bend[1] * x * y + bend[2] * y * y;
        let y = y + bend[3] * x * x + bend[4] * x * y + bend[5] * y * y;
        let x = self.wide * (x + self.tremble * random.normal()) - self.slant * y;
        let y = y + self.tremble * random.normal();
        Point {
            x: x * self.cosine - y * self.sine,
            y: x * self.sine + y * self.cosine,
            corner: point.corner,
        }
    }
}

/// Scales the strokes to fill the inner box and puts their centre of mass into the middle, nearly.
fn fit(strokes: &mut [Vec<Trace>], random: &mut Random) {
    let (mut low_x, mut low_y, mut high_x, mut high_y) = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    let (mut mass, mut mass_x, mut mass_y) = (0.0, 0.0, 0.0);
    let mut radius = 0.0f32;
    for stroke in strokes.iter() {
        for (from, to) in stroke.iter().zip(&stroke[1..]) {
            let (x, y) = (to.x - from.x, to.y - from.y);
            let ink = libm::sqrtf(x * x + y * y) * (from.radius + to.radius);
            mass += ink;
            mass_x += ink * (from.x + to.x) * 0.5;
            mass_y += ink * (from.y + to.y) * 0.5;
        }
        for trace in stroke {
            (low_x, high_x) = (low_x.min(trace.x), high_x.max(trace.x));
            (low_y, high_y) = (low_y.min(trace.y), high_y.max(trace.y));
            radius = radius.max(trace.radius);
        }
    }
    let (centre_x, centre_y) = (mass_x / mass, mass_y / mass);
    let extent = (high_x - low_x).max(high_y - low_y);
    let scale = (BOX - 2.0 * radius) / extent * random.between(0.92, 1.02);
    // A digit may weigh more on one side, as 7 does: it keeps off the edge all the same.
    let margin = MARGIN + radius;
    let put = |centre: f32, low: f32, high: f32, random: &mut Random| {
        let middle = SIDE as f32 * 0.5 + random.between(-0.7, 0.7);
        let least = margin - (low - centre) * scale;
        let most = SIDE as f32 - margin - (high - centre) * scale;
        middle.clamp(least, most)
    };
    let middle_x = put(centre_x, low_x, high_x, random);
    let middle_y = put(centre_y, low_y, high_y, random);
    for trace in strokes.iter_mut().flatten() {
        trace.x = middle_x + (trace.x - centre_x) * scale;
        trace.y = middle_y + (trace.y - centre_y) * scale;
    }
}
