//! The mouth.

use super::attributes::Mouth;
use super::canvas::Paint;
use super::colour::Oklch;
use super::mask::Mask;
use super::painter::Painter;
use super::pose::ellipse;
use crate::data::curve::{Point, c, p};

/// Paints the mouth.
pub(super) fn paint(painter: &mut Painter) {
    let y = 0.87 + painter.jitter(0.025);
    let wide = painter.random.between(0.85, 1.15);
    let lean = painter.jitter(0.02);
    let point = |x: f32, dy: f32| p(x * wide, y + dy + lean * x);
    let line = match painter.look.mouth {
        Mouth::Smile => vec![
            point(-0.19, -0.04),
            point(-0.1, 0.025),
            point(0.1, 0.025),
            point(0.19, -0.04),
        ],
        Mouth::Small => vec![point(-0.08, 0.0), point(0.0, -0.005), point(0.08, 0.0)],
        Mouth::Pout => vec![point(-0.12, 0.035), point(0.0, -0.025), point(0.12, 0.035)],
        Mouth::Cat => {
            let middle = point(0.0, -0.03);
            let middle = c(middle.x, middle.y);
            vec![
                point(-0.21, -0.045),
                point(-0.12, 0.045),
                middle,
                point(0.12, 0.045),
                point(0.21, -0.045),
            ]
        }
        Mouth::Open => return open(painter, y, wide),
        Mouth::Surprised => {
            let shape = ellipse(0.0, y + 0.02, 0.075 * wide, 0.095);
            return hollow(painter, &shape);
        }
    };
    let radii = [0.018, 0.032, 0.018].map(|radius| painter.head.pixels(radius));
    let colour = painter.skin.line.mix(painter.skin.shine, 0.25);
    let line = painter.head.curve_on(&line);
    painter.canvas.line(&line, radii, colour);
}

/// Open in a laugh.
fn open(painter: &mut Painter, y: f32, wide: f32) {
    let high = painter.random.between(0.1, 0.19);
    let x = 0.19 * wide;
    let shape = [
        c(-x, y - 0.06),
        p(0.0, y - 0.035),
        c(x, y - 0.06),
        p(x * 0.62, y + high * 0.7),
        p(0.0, y + high),
        p(-x * 0.62, y + high * 0.7),
        c(-x, y - 0.06),
    ];
    hollow(painter, &shape);
}

/// The inside of an open mouth, with the tongue.
fn hollow(painter: &mut Painter, shape: &[Point]) {
    let outline = painter.head.curve_on(shape);
    let (high, low) = shape
        .iter()
        .fold((f32::MAX, f32::MIN), |(high, low), point| {
            (high.min(point.y), low.max(point.y))
        });
    let dark = Oklch(0.4, 0.12, 20.0).colour();
    let tongue = Oklch(0.7, 0.14, 18.0).colour();
    let ends = [painter.head.on(0.0, high), painter.head.on(0.0, low)];
    let paint = Paint::Linear([(ends[0], dark), (ends[1], tongue)]);
    painter.canvas.fill(&outline, paint);
    let radius = painter.head.pixels(0.02);
    let edge = Mask::line(&outline, [radius; 3]);
    let line = painter.skin.line;
    painter.canvas.paint(&edge, line.faint(0.9));
}
