//! The hair around and behind the head.

use super::attributes::HairStyle;
use super::body::mirrored;
use super::canvas::Paint;
use super::mask::Place;
use super::painter::Painter;
use crate::data::curve::{Point, c, p};

/// Paints the hair that lies behind the face.
pub(super) fn paint(painter: &mut Painter) {
    match painter.look.hair_style {
        HairStyle::TwinTails => {
            let length = painter.random.between(0.9, 1.9);
            for side in [-1.0, 1.0] {
                tail(painter, side, (1.0, -0.62), length, 0.36);
            }
        }
        HairStyle::Ponytail => {
            let length = painter.random.between(1.2, 2.0);
            let side = painter.side;
            tail(painter, side, (0.62, -1.02), length, 0.42);
        }
        HairStyle::Buns => {
            for side in [-1.0, 1.0] {
                bun(painter, side);
            }
        }
        _ => {}
    }
    let shape = match painter.look.hair_style {
        HairStyle::Long => long(painter),
        HairStyle::Bob => bob(painter),
        HairStyle::Spiky => spiky(painter),
        _ => short(painter),
    };
    let outline = painter.head.curve(&shape, -0.1);
    let hair = painter.hair;
    let paint = painter.down((-0.3, hair.base), (1.0, hair.shade));
    painter.outlined(&outline, paint, hair.line);
    if painter.look.hair_style == HairStyle::Long {
        strands(painter);
    }
}

/// The right half of the hair on the skull, from the top to the height of the eyes.
fn skull() -> Vec<Point> {
    vec![p(0.0, -1.24), p(0.6, -1.11), p(1.02, -0.68), p(1.14, -0.1)]
}

fn short(painter: &mut Painter) -> Vec<Point> {
    let end = 0.62 + painter.jitter(0.12);
    let mut half = skull();
    half.extend([
        p(1.1, 0.3),
        c(1.02 + painter.jitter(0.05), end),
        p(0.92, end - 0.12),
        c(0.8, end + 0.16),
        p(0.7, end),
        c(0.55, end + 0.22),
        c(0.0, end + 0.2),
    ]);
    mirrored(&half)
}

fn bob(painter: &mut Painter) -> Vec<Point> {
    let end = 1.02 + painter.jitter(0.16);
    let wide = 1.22 + painter.jitter(0.06);
    let inward = painter.random.between(0.1, 0.3);
    let mut half = skull();
    half.extend([
        p(wide, 0.35),
        p(wide + 0.02, end * 0.75),
        c(wide - inward, end + 0.06),
        p(wide - inward - 0.14, end - 0.04),
        c(wide - inward - 0.3, end + 0.1),
        p(wide - inward - 0.42, end - 0.02),
        c(0.4, end + 0.06),
        c(0.0, end),
    ]);
    mirrored(&half)
}

fn long(painter: &mut Painter) -> Vec<Point> {
    let end = painter.random.between(1.55, 2.3);
    let wide = painter.random.between(1.15, 1.4);
    let wave = painter.jitter(0.09);
    let mut half = skull();
    half.extend([
        p(1.17 + wave, 0.4),
        p((1.17 + wide) * 0.5 - wave, 0.9),
        p(wide + wave, end - 0.5),
        c(wide - 0.05, end),
        p(wide - 0.2, end - 0.16),
        c(wide - 0.38, end + 0.08),
        p(wide - 0.5, end - 0.1),
        c(wide - 0.7, end + 0.02),
        c(0.0, end),
    ]);
    mirrored(&half)
}

fn spiky(painter: &mut Painter) -> Vec<Point> {
    const SPIKES: usize = 9;
    let lean = painter.jitter(0.16);
    let mut points = Vec::with_capacity(2 * SPIKES + 4);
    let around = |turn: f32, radius: f32| {
        let (sine, cosine) = libm::sincosf(turn);
        (-radius * cosine, -0.12 - radius * 1.02 * sine)
    };
    // From below the left ear over the top to below the right one.
    let step = (std::f32::consts::PI + 1.1) / SPIKES as f32;
    for spike in 0..SPIKES {
        let turn = spike as f32 * step - 0.55;
        let (x, y) = around(turn, 1.06);
        points.push(c(x, y));
        let reach = 1.47 + painter.jitter(0.12);
        let (x, y) = around(turn + step * 0.5 + lean, reach);
        let (bulge_x, bulge_y) = around(turn + step * 0.2 + lean * 0.4, 1.28);
        points.push(p(bulge_x, bulge_y));
        points.push(c(x, y));
    }
    points.push(c(0.9, 0.5));
    points.push(c(0.55, 0.85));
    points.push(c(-0.55, 0.85));
    points.push(points[0]);
    points
}

/// A bound tail, hanging down from its root.
fn tail(painter: &mut Painter, side: f32, root: (f32, f32), length: f32, wide: f32) {
    let (x, y) = root;
    let out = painter.random.between(0.45, 0.72);
    let curl = painter.jitter(0.14);
    let end = y + length + 0.25;
    let middle = y + length * 0.45;
    let half = wide * painter.random.between(0.85, 1.15);
    let shape: Vec<Point> = [
        c(x - 0.02, y + 0.04),
        p(x + 0.3, y - 0.2),
        p(x + out * 0.8 + half * 0.4, y + 0.08),
        p(x + out + half * 0.62, middle),
        p(x + out + half * 0.35 + curl * 0.5, y + length * 0.8),
        c(x + out * 0.86 + curl, end),
        p(x + out * 0.8, end - 0.18),
        c(x + out * 0.55 + curl, end - 0.06),
        p(x + out - half * 0.6, middle + 0.1),
        p(x + out * 0.45, y + 0.3),
        c(x - 0.02, y + 0.16),
    ]
    .iter()
    .map(|point| Point {
        x: side * point.x,
        ..*point
    })
    .collect();
    let outline = painter.head.curve(&shape, -0.15);
    let hair = painter.hair;
    let ends: [Place; 2] = [
        painter.head.at(side * x, y, 0.0),
        painter.head.at(side * (x + out), end, 0.0),
    ];
    painter.outlined(
        &outline,
        Paint::Linear([(ends[0], hair.light), (ends[1], hair.shade)]),
        hair.line,
    );
    let strand: Vec<Point> = [
        p(x + 0.1, y + 0.04),
        p(x + out * 0.8, y + 0.22),
        p(x + out + curl * 0.2, middle + 0.1),
        p(x + out * 0.86 + curl * 0.8, end - 0.3),
    ]
    .iter()
    .map(|point| Point {
        x: side * point.x,
        ..*point
    })
    .collect();
    let strand = painter.head.curve(&strand, -0.15);
    let radii = painter.thin();
    painter
        .canvas
        .line(&strand, radii, hair.shade.mix(hair.line, 0.4));
}

fn bun(painter: &mut Painter, side: f32) {
    let hair = painter.hair;
    let radius = 0.34 + painter.jitter(0.05);
    let (x, y) = (side * 0.82, -1.08 + painter.jitter(0.06));
    let outline = painter
        .head
        .curve(&super::pose::ellipse(x, y, radius, radius * 0.95), -0.05);
    let middle = painter.head.at(x - painter.side * 0.1, y - 0.12, 0.0);
    let reach = painter.head.pixels(radius * 1.3);
    painter.outlined(
        &outline,
        Paint::Radial(middle, reach, [hair.light, hair.shade]),
        hair.line,
    );
    let swirl = [
        p(x - 0.16, y + 0.1),
        p(x - 0.08, y - 0.14),
        p(x + 0.14, y - 0.08),
        p(x + 0.1, y + 0.1),
    ];
    let swirl = painter.head.curve(&swirl, -0.05);
    let radii = painter.thin();
    painter.canvas.line(&swirl, radii, hair.line.faint(0.7));
}

/// Lines in hair that falls beside the neck.
fn strands(painter: &mut Painter) {
    let colour = painter.hair.line.faint(0.45);
    let radii = painter.thin();
    for side in [-1.0, 1.0] {
        for x in [0.72, 1.02] {
            let bend = painter.jitter(0.06);
            let line = [
                p(side * x, 0.7),
                p(side * (x + bend), 1.2),
                p(side * (x - bend), 1.9),
            ];
            let line = painter.head.curve(&line, -0.1);
            painter.canvas.line(&line, radii, colour);
        }
    }
}
