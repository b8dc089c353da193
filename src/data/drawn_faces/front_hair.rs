//! The hair over the forehead and beside the face.

use super::attributes::{Fringe, HairStyle};
use super::mask::{Mask, Place};
use super::painter::Painter;
use crate::data::curve::{Point, c, p};

/// The lower edge of a fringe: locks from the right temple to the left one.
struct Edge {
    /// Between two locks, and at both temples.
    notches: Vec<(f32, f32)>,
    /// The ends of the locks, one less than notches.
    tips: Vec<(f32, f32)>,
    /// Where the locks come from.
    crown: (f32, f32),
}

/// A fringe that has been laid out but not painted.
pub(super) struct Front {
    cap: Vec<Place>,
    lower: Vec<Place>,
    edge: Edge,
    sides: Vec<Vec<Place>>,
}

/// How far down the hair at the temples reaches before the side locks.
const TEMPLE: (f32, f32) = (1.04, 0.16);

impl Front {
    /// Lays out the hair in front of the face.
    pub fn new(painter: &mut Painter) -> Self {
        let edge = Edge::new(painter);
        let points = edge.points();
        let mut cap = painter.head.curve(
            &[
                c(-TEMPLE.0, TEMPLE.1),
                p(-1.08, -0.12),
                p(-0.98, -0.66),
                p(-0.58, -1.07),
                p(0.0, -1.2),
                p(0.58, -1.07),
                p(0.98, -0.66),
                p(1.08, -0.12),
                c(TEMPLE.0, TEMPLE.1),
            ],
            0.0,
        );
        let lower = painter.head.curve_on(&points);
        cap.extend(&lower);
        let sides = [-1.0, 1.0].map(|side| side_lock(painter, side)).to_vec();
        Self {
            cap,
            lower,
            edge,
            sides,
        }
    }

    /// Paints the shadow that the hair casts on the face.
    pub fn shadow(&self, painter: &mut Painter, face: &Mask) {
        let (down, across) = (painter.head.pixels(0.1), painter.head.pixels(-0.03) * painter.side);
        let shade = painter.skin.shade.faint(0.8);
        for outline in self.sides.iter().chain([&self.cap]) {
            let moved: Vec<Place> = outline.iter().map(|at| (at.0 + across, at.1 + down)).collect();
            painter.canvas.paint(&Mask::inside(&moved).within(face), shade);
        }
    }

    /// Paints the hair.
    pub fn paint(&self, painter: &mut Painter) {
        let hair = painter.hair;
        for side in &self.sides {
            let paint = painter.down((-0.4, hair.base), (1.3, hair.shade));
            painter.outlined(side, paint, hair.line);
        }
        let paint = painter.down((-1.1, hair.light), (0.3, hair.base));
        let cap = painter.canvas.fill(&self.cap, paint);
        self.strands(painter, &cap);
        shine(painter, &cap);
        let radius = painter.head.pixels(0.024);
        painter.canvas.line(&self.lower, [radius; 3], hair.line.faint(0.9));
    }

    /// Lines that run from between the locks towards the crown, and the shade beside them.
    fn strands(&self, painter: &mut Painter, cap: &Mask) {
        let hair = painter.hair;
        let crown = self.edge.crown;
        let inner = &self.edge.notches[1..self.edge.notches.len() - 1];
        for &(x, y) in inner {
            let reach = painter.random.between(0.45, 0.75);
            let (to_x, to_y) = (x + (crown.0 - x) * reach * 0.7, y + (crown.1 - y) * reach);
            let bend = x * 0.12;
            let line = [
                p(x, y),
                p((x + to_x) * 0.5 + bend, (y + to_y) * 0.5),
                p(to_x, to_y),
            ];
            let line = painter.head.curve_on(&line);
            let [thin, wide] = [0.018, 0.05].map(|radius| painter.head.pixels(radius));
            let soft = Mask::line(&line, [wide, wide, 0.1]).within(cap);
            painter.canvas.paint(&soft, hair.shade.faint(0.7));
            painter.canvas.line(&line, [thin * 1.5, thin, 0.05], hair.line.faint(0.8));
        }
    }
}

/// The ring of light around the head, broken into pieces.
fn shine(painter: &mut Painter, cap: &Mask) {
    const TEETH: usize = 9;
    let height = -0.74 + painter.jitter(0.06);
    let wide = painter.random.between(0.62, 0.82);
    let strength = painter.random.between(0.55, 0.9);
    let arc = |x: f32| height + 0.3 * x * x;
    let mut points = vec![c(wide, arc(wide))];
    for tooth in 0..=TEETH {
        let x = wide - 2.0 * wide * tooth as f32 / TEETH as f32;
        let fade = 1.0 - 0.6 * (x / wide) * (x / wide);
        let depth = if tooth % 2 == 0 { 0.03 } else { painter.random.between(0.1, 0.2) };
        points.push(c(x, arc(x) + depth * fade));
    }
    for tooth in 0..=TEETH {
        let x = 2.0 * wide * tooth as f32 / TEETH as f32 - wide;
        let fade = 1.0 - 0.8 * (x / wide) * (x / wide);
        points.push(c(x, arc(x) - 0.06 * fade));
    }
    let outline = painter.head.curve_on(&points);
    let mask = Mask::inside(&outline).within(cap);
    let colour = painter.hair.shine.faint(strength);
    painter.canvas.paint(&mask, colour);
}

/// A lock in front of the ear.
fn side_lock(painter: &mut Painter, side: f32) -> Vec<Place> {
    let (length, wide) = match painter.look.hair_style {
        HairStyle::Short | HairStyle::Spiky => (0.42, 0.2),
        HairStyle::Bob => (0.85, 0.3),
        HairStyle::Long => (1.35, 0.27),
        HairStyle::TwinTails | HairStyle::Buns => (0.9, 0.2),
        HairStyle::Ponytail => (0.8, 0.22),
    };
    let tip = length + painter.jitter(0.14);
    let sway = painter.jitter(0.06);
    let bulge = 1.06 + painter.jitter(0.02);
    let shape = [
        c(1.0, -0.5),
        p(bulge + 0.02, -0.1),
        p(bulge + 0.02, tip * 0.5),
        p(bulge - 0.04 + sway * 0.5, tip * 0.8),
        c(0.92 + sway, tip),
        p(0.9 + sway * 0.5 - wide * 0.3, tip * 0.6),
        p(bulge - wide, 0.05),
        c(0.86, -0.5),
    ]
    .map(|point| Point { x: side * point.x, ..point });
    painter.head.curve(&shape, 0.22)
}

impl Edge {
    fn new(painter: &mut Painter) -> Self {
        match painter.look.fringe {
            Fringe::Straight => Self::straight(painter),
            Fringe::Jagged => Self::jagged(painter),
            Fringe::Swept => Self::swept(painter),
            Fringe::Parted => Self::parted(painter),
            Fringe::Between => Self::between(painter),
        }
    }

    /// The edge from the right temple to the left one.
    fn points(&self) -> Vec<Point> {
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

    fn jittered(painter: &mut Painter, mut self_: Self, notch: f32, tip: f32) -> Self {
        let last = self_.notches.len() - 1;
        for place in &mut self_.notches[1..last] {
            place.0 += painter.jitter(notch);
            place.1 += painter.jitter(notch);
        }
        for place in &mut self_.tips {
            place.0 += painter.jitter(tip * 0.6);
            place.1 += painter.jitter(tip);
        }
        self_
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
        Self::jittered(painter, Self { notches, tips, crown }, 0.04, 0.05)
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
        Self::jittered(painter, Self { notches, tips, crown }, 0.08, 0.15)
    }

    fn swept(painter: &mut Painter) -> Self {
        let side = painter.side;
        let part = 0.48 + painter.jitter(0.1);
        // From the side of the parting across the forehead.
        let mut notches = vec![TEMPLE, (part, -0.66), (0.08, -0.2), (-0.42, -0.12), (-TEMPLE.0, TEMPLE.1)];
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
        Self::jittered(painter, Self { notches, tips, crown }, 0.05, 0.07)
    }

    fn parted(painter: &mut Painter) -> Self {
        let part = painter.jitter(0.12);
        let notches = vec![TEMPLE, (0.62, -0.14), (part, -0.72), (-0.62, -0.14), (-TEMPLE.0, TEMPLE.1)];
        let tips = vec![(0.84, 0.32), (0.6, 0.06), (-0.6, 0.06), (-0.84, 0.32)];
        let crown = (part, -1.2);
        Self::jittered(painter, Self { notches, tips, crown }, 0.04, 0.07)
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
        let tips = vec![(0.82, 0.2), (0.42, 0.02), (lean, 0.36), (-0.42, 0.02), (-0.82, 0.2)];
        let crown = (painter.jitter(0.1), -1.2);
        Self::jittered(painter, Self { notches, tips, crown }, 0.06, 0.08)
    }
}

/// The middle between two places, moved away from the crown (or towards it).
fn bulged(from: (f32, f32), to: (f32, f32), crown: (f32, f32), by: f32) -> Point {
    let (x, y) = ((from.0 + to.0) * 0.5, (from.1 + to.1) * 0.5);
    let (out_x, out_y) = (x - crown.0, y - crown.1);
    let length = libm::sqrtf(out_x * out_x + out_y * out_y).max(0.1);
    p(x + by * out_x / length, y + by * out_y / length)
}
