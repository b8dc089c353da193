//! What is worn on the head: ribbons, bands, clips, flowers, ears, glasses.

use super::attributes::{HairStyle, Ornament};
use super::canvas::Paint;
use super::colour::Oklch;
use super::eyes::Gaze;
use super::mask::Mask;
use super::painter::Painter;
use super::palette;
use super::pose::ellipse;
use crate::data::curve::{Point, c, p};

/// Paints what stands behind the front hair.
pub(super) fn behind(painter: &mut Painter) {
    if painter.look.ornament == Ornament::CatEars {
        for side in [-1.0, 1.0] {
            cat_ear(painter, side);
        }
    }
}

/// Paints what lies on the hair.
pub(super) fn on_hair(painter: &mut Painter) {
    match painter.look.ornament {
        Ornament::None | Ornament::CatEars => {}
        Ornament::Ribbon => bow(painter),
        Ornament::Clip => clips(painter),
        Ornament::Band => band(painter),
        Ornament::Flower => flower(painter),
    }
}

fn cat_ear(painter: &mut Painter, side: f32) {
    let (hair, skin) = (painter.hair, painter.skin);
    let tip = (0.92 + painter.jitter(0.05), -1.62 + painter.jitter(0.05));
    let shape = |grow: f32| {
        [
            c(0.28 + grow, -1.1),
            p(0.56 + grow * 0.5, -1.42 + grow * 0.4),
            c(tip.0 - grow * 0.3, tip.1 + grow * 1.3),
            p(1.05 - grow * 0.5, -1.22 + grow * 0.4),
            c(0.98 - grow, -0.72),
            c(0.28 + grow, -1.1),
        ]
        .map(|point| Point {
            x: side * point.x,
            ..point
        })
    };
    let outer = painter.head.curve(&shape(0.0), 0.0);
    painter.outlined(&outer, hair.base, hair.line);
    let inner = painter.head.curve(&shape(0.14), 0.02);
    painter
        .canvas
        .fill(&inner, skin.shine.mix(skin.light, 0.55));
}

fn bow(painter: &mut Painter) {
    let trim = painter.trim;
    let side = painter.side;
    let (x, y) = (
        side * (0.72 + painter.jitter(0.06)),
        -0.92 + painter.jitter(0.06),
    );
    let size = painter.random.between(0.85, 1.15);
    for wing in [-1.0, 1.0] {
        let at = |dx: f32, dy: f32| {
            (
                x + wing * dx * size,
                y + (dy + wing * side * dx * 0.5) * size,
            )
        };
        let shape = [
            at(0.0, 0.0),
            at(0.2, -0.2),
            at(0.44, -0.22),
            at(0.46, 0.16),
            at(0.2, 0.12),
            at(0.0, 0.0),
        ];
        let corners = [true, false, true, true, false, true];
        let shape: Vec<Point> = shape
            .iter()
            .zip(corners)
            .map(|(&(x, y), corner)| Point { x, y, corner })
            .collect();
        let outline = painter.head.curve(&shape, 0.35);
        let (inner, outer) = (
            painter.head.at(x, y, 0.35),
            painter.head.at(x + wing * 0.4, y, 0.35),
        );
        painter.outlined(
            &outline,
            Paint::Linear([(inner, trim.shade), (outer, trim.light)]),
            trim.line,
        );
    }
    let knot = painter
        .head
        .curve(&ellipse(x, y, 0.1 * size, 0.11 * size), 0.35);
    painter.outlined(&knot, trim.base, trim.line);
}

fn clips(painter: &mut Painter) {
    let trim = painter.trim;
    let side = -painter.side;
    let count = 1 + painter.random.below(2);
    let y = -0.42 + painter.jitter(0.06);
    for clip in 0..count {
        let y = y + clip as f32 * 0.17;
        let line = painter
            .head
            .curve_on(&[p(side * 0.56, y), p(side * 0.86, y - 0.08)]);
        let [outer, inner] = [0.075, 0.045].map(|radius| painter.head.pixels(radius));
        painter.canvas.line(&line, [outer; 3], trim.line);
        painter.canvas.line(&line, [inner; 3], trim.light);
    }
}

fn band(painter: &mut Painter) {
    let trim = painter.trim;
    let y = -0.82 + painter.jitter(0.06);
    let line = [
        p(-1.02, y + 0.42),
        p(-0.72, y + 0.06),
        p(0.0, y - 0.12),
        p(0.72, y + 0.06),
        p(1.02, y + 0.42),
    ];
    let line = painter.head.curve(&line, 0.25);
    let [outer, inner] = [0.085, 0.06].map(|radius| painter.head.pixels(radius));
    painter.canvas.line(&line, [outer; 3], trim.line.faint(0.8));
    painter.canvas.line(&line, [inner; 3], trim.base);
    let upper: Vec<_> = line.iter().map(|at| (at.0, at.1 - inner * 0.5)).collect();
    painter.canvas.line(
        &upper,
        [inner * 0.1, inner * 0.4, inner * 0.1],
        trim.shine.faint(0.7),
    );
}

fn flower(painter: &mut Painter) {
    let trim = painter.trim;
    let side = painter.side;
    let (x, y) = (
        side * (0.8 + painter.jitter(0.06)),
        -0.62 + painter.jitter(0.08),
    );
    let size = painter.random.between(0.12, 0.15);
    let turn = painter.jitter(0.6);
    for petal in 0..5 {
        let (sine, cosine) = libm::sincosf(turn + petal as f32 * std::f32::consts::TAU / 5.0);
        let outline = ellipse(x + cosine * size, y + sine * size, size * 0.82, size * 0.82);
        let outline = painter.head.curve(&outline, 0.4);
        painter.outlined(&outline, trim.light, trim.line);
    }
    for petal in 0..5 {
        let (sine, cosine) = libm::sincosf(turn + petal as f32 * std::f32::consts::TAU / 5.0);
        let outline = ellipse(x + cosine * size, y + sine * size, size * 0.72, size * 0.72);
        painter
            .canvas
            .fill(&painter.head.curve(&outline, 0.4), trim.light);
    }
    let heart = painter
        .head
        .curve(&ellipse(x, y, size * 0.55, size * 0.55), 0.4);
    painter.canvas.fill(&heart, Oklch(0.9, 0.13, 92.0).colour());
}

/// Paints glasses around the eyes.
pub(super) fn glasses(painter: &mut Painter, gaze: &Gaze) {
    let (x, y, wide, high) = gaze.frame();
    let frame = palette::cloth_dark(&mut painter.random).line;
    let radius = painter.head.pixels(0.032);
    let white = Oklch(0.98, 0.01, 230.0).colour();
    let y = y + 0.06;
    for side in [-1.0, 1.0] {
        let rim = painter
            .head
            .curve_on(&ellipse(side * (x + 0.01), y, wide * 1.32, high * 1.15));
        painter.canvas.fill(&rim, white.faint(0.16));
        painter.canvas.line(&rim, [radius; 3], frame.faint(0.9));
    }
    let inner = x - wide * 1.3;
    let bridge =
        painter
            .head
            .curve_on(&[p(-inner, y - 0.02), p(0.0, y - 0.06), p(inner, y - 0.02)]);
    let mask = Mask::line(&bridge, [radius * 0.8; 3]);
    painter.canvas.paint(&mask, frame.faint(0.9));
}

/// Paints what binds a tail.
pub(super) fn bands(painter: &mut Painter) {
    let trim = painter.trim;
    let places = match painter.look.hair_style {
        HairStyle::TwinTails => vec![(-1.02, -0.56), (1.02, -0.56)],
        HairStyle::Ponytail => vec![(painter.side * 0.66, -0.99)],
        _ => vec![],
    };
    for (x, y) in places {
        let outline = painter.head.curve(&ellipse(x, y, 0.11, 0.14), 0.0);
        painter.outlined(&outline, trim.base, trim.line);
    }
}
