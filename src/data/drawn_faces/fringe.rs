//! The lower edge of the hair over the forehead.

use super::attributes::Fringe;
use super::painter::Painter;
use crate::data::curve::{Point, c, p};

/// How far down the hair at the temples reaches before the side locks.
pub(super) const TEMPLE: (f32, f32) = (1.04, 0.16);

/// The lower edge of a fringe: locks from the right temple to the left one.
pub(super) struct Edge {
    /// Between two locks, and at both temples.
    pub notches: Vec<(f32, f32)>,
    /// The ends of the locks, one less than notches.
    tips: Vec<(f32, f32)>,
    /// Where the locks come from.
    pub crown: (f32, f32),
}

impl Edge {
    /// An edge as the face's attributes ask for.
    pub fn new(painter: &mut Painter) -> Self {
        match painter.look.fringe {
            Fringe::Straight => Self::straight(painter),
            Fringe::Jagged => Self::jagged(painter),
            Fringe::Swept => Self::swept(painter),
            Fringe::Parted => Self::parted(painter),
            Fringe::Between => Self::between(painter),
        }
    }

    /// The edge from the right temple to the left one.
    pub fn points(&self) -> Vec<Point> {
        let mut points = vec![];
        for (at, tip) in self.tips.iter().enumerate() {
            let (from, to) = (self.notches[at], self.notches[at + 1]);
            points.push(c(from.0, from.1));
            points.push(bulged(from, *tip, self.crown, 0.02));
            points.push(c(tip.0, tip.1));
            points.push(bulged(*tip, to, self.crown, -0.03));
        }
        points.extend(self.notches.last().map(|last| c(last.0, last.1)));
        points
    }

    /// The same, notches and tips moved about a little.
    fn loose(mut self, notch: f32, tip: f32, painter: &mut Painter) -> Self {
        let last = self.notches.len() - 1;
        for place in &mut self.notches[1..last] {
            place.0 += painter.jitter(notch);
            place.1 += painter.jitter(notch);
        }
        for place in &mut self.tips {
            place.0 += painter.jitter(tip * 0.6);
            place.1 += painter.jitter(tip);
        }
        self
    }

    fn straight(painter: &mut Painter) -> Self {
        let locks = 5 + painter.random.below(3) as usize;
        let height = 0.06 + painter.jitter(0.07);
        let wide = 0.86;
        let step = 2.0 * wide / locks as f32;
        let across = |place: f32| wide - step * place;
        let side = painter.side * 0.25;
        let mut notches = vec![TEMPLE];
        notches.extend((1..locks).map(|at| (across(at as f32), height - 0.17)));
        notches.push((-TEMPLE.0, TEMPLE.1));
        let tips = (0..locks)
            .map(|at| (across(at as f32 + 0.5 + side), height + 0.03))
            .collect();
        let crown = (0.0, -1.2);
        Self {
            notches,
            tips,
            crown,
        }
        .loose(0.04, 0.05, painter)
    }

    fn jagged(painter: &mut Painter) -> Self {
        let locks = 4 + painter.random.below(3) as usize;
        let wide = 0.86;
        let step = 2.0 * wide / locks as f32;
        let lean = painter.jitter(0.45);
        let across = |place: f32| wide - step * place;
        let mut notches = vec![TEMPLE];
        notches.extend((1..locks).map(|at| (across(at as f32), -0.34)));
        notches.push((-TEMPLE.0, TEMPLE.1));
        let tips = (0..locks)
            .map(|at| (across(at as f32 + 0.5 + lean), 0.08))
            .collect();
        let crown = (painter.jitter(0.2), -1.2);
        Self {
            notches,
            tips,
            crown,
        }
        .loose(0.08, 0.15, painter)
    }

    fn swept(painter: &mut Painter) -> Self {
        let side = painter.side;
        let part = 0.48 + painter.jitter(0.1);
        // From the side of the parting across the forehead.
        let mut notches = vec![
            TEMPLE,
            (part, -0.66),
            (0.08, -0.2),
            (-0.42, -0.12),
            (-TEMPLE.0, TEMPLE.1),
        ];
        let mut tips = vec![(0.84, 0.05), (0.02, 0.05), (-0.5, 0.18), (-0.84, 0.34)];
        let mut crown = (part, -1.15);
        if side < 0.0 {
            for place in notches.iter_mut().chain(&mut tips) {
                place.0 = -place.0;
            }
            notches.reverse();
            tips.reverse();
            crown.0 = -crown.0;
        }
        Self {
            notches,
            tips,
            crown,
        }
        .loose(0.05, 0.07, painter)
    }

    fn parted(painter: &mut Painter) -> Self {
        let part = painter.jitter(0.12);
        let notches = vec![
            TEMPLE,
            (0.62, -0.14),
            (part, -0.72),
            (-0.62, -0.14),
            (-TEMPLE.0, TEMPLE.1),
        ];
        let tips = vec![(0.84, 0.32), (0.6, 0.06), (-0.6, 0.06), (-0.84, 0.32)];
        let crown = (part, -1.2);
        Self {
            notches,
            tips,
            crown,
        }
        .loose(0.04, 0.07, painter)
    }

    fn between(painter: &mut Painter) -> Self {
        let notches = vec![
            TEMPLE,
            (0.62, -0.2),
            (0.2, -0.36),
            (-0.2, -0.36),
            (-0.62, -0.2),
            (-TEMPLE.0, TEMPLE.1),
        ];
        let lean = painter.jitter(0.12);
        let tips = vec![
            (0.82, 0.2),
            (0.42, 0.02),
            (lean, 0.36),
            (-0.42, 0.02),
            (-0.82, 0.2),
        ];
        let crown = (painter.jitter(0.1), -1.2);
        Self {
            notches,
            tips,
            crown,
        }
        .loose(0.06, 0.08, painter)
    }
}

/// The middle between two places, moved away from the crown (or towards it).
fn bulged(from: (f32, f32), to: (f32, f32), crown: (f32, f32), by: f32) -> Point {
    let (x, y) = ((from.0 + to.0) * 0.5, (from.1 + to.1) * 0.5);
    let (out_x, out_y) = (x - crown.0, y - crown.1);
    let length = libm::sqrtf(out_x * out_x + out_y * out_y).max(0.1);
    p(x + by * out_x / length, y + by * out_y / length)
}
