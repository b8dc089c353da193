//! The hair over the forehead and beside the face.

use super::attributes::HairStyle;
use super::canvas::Paint;
use super::fringe::{Edge, TEMPLE};
use super::mask::{Mask, Place};
use super::painter::Painter;
use super::pose::PIECES;
use crate::data::curve::{Point, c, p};

/// A fringe that has been laid out but not painted.
pub(super) struct Front {
    cap: Vec<Place>,
    lower: Vec<Place>,
    edge: Edge,
    sides: Vec<Vec<Place>>,
}

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
        let (down, across) = (
            painter.head.pixels(0.1),
            painter.head.pixels(-0.03) * painter.side,
        );
        let shade = painter.skin.shade.faint(0.8);
        for outline in self.sides.iter().chain([&self.cap]) {
            let moved: Vec<Place> = outline
                .iter()
                .map(|at| (at.0 + across, at.1 + down))
                .collect();
            painter
                .canvas
                .paint(&Mask::inside(&moved).within(face), shade);
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
        // The light comes from one side.
        let side = painter.side;
        let ends = [
            painter.head.at(side * 0.1, -0.6, 0.0),
            painter.head.at(-side * 1.1, -0.2, 0.0),
        ];
        let turned = Paint::Linear([
            (ends[0], hair.shade.faint(0.0)),
            (ends[1], hair.shade.faint(0.75)),
        ]);
        painter.canvas.paint(&cap, turned);
        self.strands(painter, &cap);
        shine(painter, &cap);
        // The outer locks go over into those beside the face.
        let open = 2 * PIECES;
        let lower = &self.lower[open..self.lower.len() - open];
        let radius = painter.head.pixels(0.024);
        painter
            .canvas
            .line(lower, [radius; 3], hair.line.faint(0.9));
        if painter.look.stray_lock {
            stray_lock(painter);
        }
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
            painter
                .canvas
                .line(&line, [thin * 1.5, thin, 0.05], hair.line.faint(0.8));
        }
    }
}

/// A lock that stands up from the crown.
fn stray_lock(painter: &mut Painter) {
    let hair = painter.hair;
    let side = painter.side;
    let high = painter.random.between(0.18, 0.34);
    let reach = painter.random.between(0.2, 0.42);
    let shape = [
        c(-0.06, -1.14),
        p(-0.04, -1.2 - high * 0.8),
        p(reach * 0.5, -1.22 - high),
        c(reach, -1.2 - high * 0.5),
        p(reach * 0.45, -1.2 - high * 0.62),
        p(0.07, -1.22),
        c(0.1, -1.12),
    ]
    .map(|point| Point {
        x: side * point.x,
        ..point
    });
    let outline = painter.head.curve(&shape, 0.0);
    painter.canvas.fill(&outline, hair.light);
    let radius = painter.head.pixels(0.024);
    painter
        .canvas
        .line(&outline, [radius; 3], hair.line.faint(0.85));
}

/// The ring of light around the head, broken into pieces.
fn shine(painter: &mut Painter, cap: &Mask) {
    const TEETH: usize = 7;
    let height = -0.74 + painter.jitter(0.06);
    let wide = painter.random.between(0.62, 0.82);
    let strength = painter.random.between(0.55, 0.9);
    let arc = |x: f32| height + 0.3 * x * x;
    let mut points = vec![c(wide, arc(wide))];
    for tooth in 0..=TEETH {
        let x = wide - 2.0 * wide * tooth as f32 / TEETH as f32;
        let fade = 1.0 - 0.6 * (x / wide) * (x / wide);
        let depth = if tooth % 2 == 0 {
            0.03
        } else {
            painter.random.between(0.12, 0.24)
        };
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
    .map(|point| Point {
        x: side * point.x,
        ..point
    });
    painter.head.curve(&shape, 0.22)
}
