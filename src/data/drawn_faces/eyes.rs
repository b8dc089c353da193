//! Eyes and brows.

use super::attributes::Eyes;
use super::canvas::Paint;
use super::colour::Oklch;
use super::mask::{Mask, Place};
use super::painter::Painter;
use super::palette::{self, Tones};
use super::pose::ellipse;
use crate::data::curve::{Point, c, p};

/// The same for both eyes of a face.
pub(super) struct Gaze {
    tones: Tones,
    x: f32,
    y: f32,
    wide: f32,
    high: f32,
    /// How much higher the outer corner lies than the inner one.
    slant: f32,
    /// How far the upper lid is shut, from 0 to 1.
    lid: f32,
    iris: f32,
    look: (f32, f32),
    brow: (f32, f32),
}

impl Gaze {
    /// Eyes as the face's attributes ask for.
    pub fn new(painter: &mut Painter) -> Self {
        let tones = palette::eyes(painter.look.eye_colour, &mut painter.random);
        let (wide, high, slant, lid) = match painter.look.eyes {
            Eyes::Round | Eyes::Closed | Eyes::Wink => (0.275, 0.32, 0.02, 0.0),
            Eyes::Sharp => (0.29, 0.27, 0.11, 0.04),
            Eyes::Gentle => (0.285, 0.29, -0.06, 0.05),
            Eyes::Sleepy => (0.285, 0.28, -0.01, 0.34),
        };
        Self {
            tones,
            x: 0.455 + painter.jitter(0.025),
            y: 0.34 + painter.jitter(0.03),
            wide: wide * painter.random.between(0.94, 1.07),
            high: high * painter.random.between(0.92, 1.08),
            slant: slant + painter.jitter(0.025),
            lid: lid + painter.random.between(0.0, 0.05),
            iris: painter.random.between(0.66, 0.76),
            look: (painter.jitter(0.03), painter.jitter(0.02)),
            brow: (painter.jitter(0.04), slant * 0.3 + painter.jitter(0.08)),
        }
    }

    /// Paints both eyes.
    pub fn paint(&self, painter: &mut Painter) {
        for side in [-1.0, 1.0] {
            let shut = match painter.look.eyes {
                Eyes::Closed => true,
                Eyes::Wink => side == painter.side,
                _ => false,
            };
            if shut {
                self.shut(painter, side);
            } else {
                self.open(painter, side);
            }
        }
    }

    /// A point of an eye from its own coordinates: u from -1 (inner) to 1 (outer), v from -1
    /// (upper) to 1 (lower).
    fn point(&self, side: f32, u: f32, v: f32) -> (f32, f32) {
        let v = if v < 0.0 { v * (1.0 - self.lid) } else { v };
        (
            side * (self.x + u * self.wide),
            self.y + v * self.high - u * self.slant,
        )
    }

    fn curve(&self, painter: &Painter, side: f32, points: &[Point]) -> Vec<Place> {
        let points: Vec<Point> = points
            .iter()
            .map(|point| {
                let (x, y) = self.point(side, point.x, point.y);
                Point { x, y, ..*point }
            })
            .collect();
        painter.head.curve_on(&points)
    }

    fn open(&self, painter: &mut Painter, side: f32) {
        let opening = self.curve(
            painter,
            side,
            &[
                c(-1.0, 0.22),
                p(-0.72, -0.58),
                p(0.0, -0.98),
                p(0.7, -0.7),
                c(1.02, 0.0),
                p(0.82, 0.66),
                p(0.1, 0.98),
                p(-0.66, 0.84),
                c(-1.0, 0.22),
            ],
        );
        let white = Oklch(0.985, 0.006, 260.0).colour();
        let mask = painter.canvas.fill(&opening, white);
        self.iris(painter, side, &mask);
        // The lid's shadow.
        let (upper, lower) = (
            self.on(painter, side, 0.0, -1.0),
            self.on(painter, side, 0.0, -0.2),
        );
        let dark = painter.ink;
        let shadow = Paint::Linear([(upper, dark.faint(0.55)), (lower, dark.faint(0.0))]);
        painter.canvas.paint(&mask, shadow);
        self.highlights(painter, side, &mask);
        self.lashes(painter, side);
    }

    fn on(&self, painter: &Painter, side: f32, u: f32, v: f32) -> Place {
        let (x, y) = self.point(side, u, v);
        painter.head.on(x, y)
    }

    fn iris(&self, painter: &mut Painter, side: f32, opening: &Mask) {
        let (x, y) = (side * (self.x - 0.015) + self.look.0, self.y + self.look.1);
        let (wide, high) = (self.wide * self.iris, self.high * 0.97);
        let tones = self.tones;
        let part = |painter: &Painter, dy: f32, size: f32| {
            let outline = ellipse(x, y + dy * high, wide * size, high * size);
            Mask::inside(&painter.head.curve_on(&outline)).within(opening)
        };
        let place = |painter: &Painter, v: f32| painter.head.on(x, y + v * high);
        let rim = part(painter, 0.0, 1.0);
        painter.canvas.paint(&rim, tones.line);
        let inner = part(painter, 0.02, 0.86);
        let (top, bottom) = (place(painter, -0.7), place(painter, 0.6));
        painter.canvas.paint(
            &inner,
            Paint::Linear([(top, tones.shade), (bottom, tones.base)]),
        );
        // Light that falls through gathers below.
        let glow = Paint::Radial(
            place(painter, 0.75),
            painter.head.pixels(high * 0.8),
            [tones.light, tones.light.faint(0.0)],
        );
        painter.canvas.paint(&inner, glow);
        let pupil = part(painter, -0.06, 0.4);
        painter.canvas.paint(&pupil, tones.line.faint(0.9));
    }

    fn highlights(&self, painter: &mut Painter, side: f32, opening: &Mask) {
        let (x, y) = (side * (self.x - 0.015) + self.look.0, self.y + self.look.1);
        let spots = [(-0.3, -0.4, 0.34, 0.3, 1.0), (0.3, 0.42, 0.18, 0.15, 0.85)];
        for (dx, dy, wide, high, opacity) in spots {
            // The light comes from one side for both eyes.
            let dx = -dx * painter.side;
            let spot = ellipse(
                x + dx * self.wide,
                y + dy * self.high * (1.0 - 0.5 * self.lid),
                self.wide * wide,
                self.high * high,
            );
            let mask = Mask::inside(&painter.head.curve_on(&spot)).within(opening);
            painter.canvas.paint(&mask, self.tones.shine.faint(opacity));
        }
    }

    fn lashes(&self, painter: &mut Painter, side: f32) {
        let ink = painter.ink;
        let pixels = |radius: f32| painter.head.pixels(radius);
        let (thin, middle, thick) = (pixels(0.025), pixels(0.062), pixels(0.055));
        let upper = self.curve(
            painter,
            side,
            &[
                p(-1.04, 0.12),
                p(-0.74, -0.62),
                p(0.0, -1.0),
                p(0.72, -0.72),
                p(1.14, -0.02),
            ],
        );
        painter.canvas.line(&upper, [thin, middle, thick], ink);
        let wing = self.curve(painter, side, &[p(0.7, -0.6), p(1.22, -0.42)]);
        painter.canvas.line(&wing, [thick, thin, thin * 0.6], ink);
        let lower = self.curve(
            painter,
            side,
            &[p(0.95, 0.3), p(0.76, 0.74), p(0.1, 1.0), p(-0.5, 0.92)],
        );
        painter
            .canvas
            .line(&lower, [thin, thin * 0.9, thin * 0.4], ink.faint(0.7));
        let crease = self.curve(
            painter,
            side,
            &[p(-0.5, -1.16), p(0.1, -1.34), p(0.8, -1.08)],
        );
        let line = painter.skin.line;
        painter.canvas.line(
            &crease,
            [thin * 0.5, thin * 0.8, thin * 0.5],
            line.faint(0.55),
        );
    }

    /// A lid shut with joy: an arch.
    fn shut(&self, painter: &mut Painter, side: f32) {
        let arch = self.curve(
            painter,
            side,
            &[
                p(-1.05, 0.5),
                p(-0.55, -0.02),
                p(0.05, -0.16),
                p(0.6, 0.04),
                p(1.1, 0.56),
            ],
        );
        let radii = [0.03, 0.06, 0.045].map(|radius| painter.head.pixels(radius));
        let ink = painter.ink;
        painter.canvas.line(&arch, radii, ink);
    }

    /// Paints the brows; they are seen through the hair.
    pub fn brows(&self, painter: &mut Painter, opacity: f32) {
        let colour = painter.hair.line;
        let radii = [0.022, 0.038, 0.018].map(|radius| painter.head.pixels(radius));
        let y = self.y - self.high - 0.16 + self.brow.0;
        for side in [-1.0, 1.0] {
            let brow = [
                p(side * (self.x - 0.24), y + self.brow.1 + 0.02),
                p(side * (self.x + 0.02), y - 0.05),
                p(side * (self.x + 0.26), y - self.brow.1 * 0.5 + 0.05),
            ];
            let brow = painter.head.curve_on(&brow);
            painter.canvas.line(&brow, radii, colour.faint(opacity));
        }
    }

    /// The middle and the half sizes of the right eye, for glasses.
    pub fn frame(&self) -> (f32, f32, f32, f32) {
        (self.x, self.y, self.wide, self.high)
    }
}
