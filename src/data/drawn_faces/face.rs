//! The face itself: outline, ears, cheeks, nose.

use super::attributes::HairStyle;
use super::body::mirrored;
use super::canvas::Paint;
use super::mask::{Mask, Place};
use super::painter::Painter;
use super::pose::{PIECES, ellipse};
use crate::data::curve::{curve, p};

/// Paints the head without eyes and mouth and gives where the face is.
pub(super) fn paint(painter: &mut Painter) -> Mask {
    let skin = painter.skin;
    if matches!(
        painter.look.hair_style,
        HairStyle::Short | HairStyle::Spiky | HairStyle::Buns
    ) {
        ears(painter);
    }
    let outline = outline(painter);
    let light = painter.down((0.0, skin.light), (1.1, skin.base));
    let mask = painter.outlined(&outline, light, skin.line);
    // The cheek away from the light.
    let turned = painter.head.at(-0.5 * painter.side, 0.2, 0.5);
    let radius = painter.head.pixels(1.6);
    let shade = Paint::Radial(
        turned,
        radius,
        [skin.shade.faint(0.0), skin.shade.faint(0.5)],
    );
    painter.canvas.paint(&mask, shade);
    if painter.look.blush {
        blush(painter, &mask);
    }
    nose(painter);
    mask
}

fn outline(painter: &mut Painter) -> Vec<Place> {
    let jaw = painter.jitter(0.05);
    let chin = 1.1 + painter.jitter(0.05);
    let round = mirrored(&[
        p(0.0, -1.0),
        p(0.62, -0.85),
        p(0.95, -0.35),
        p(0.97, 0.12),
        p(0.92, 0.48),
        p(0.7 + jaw, 0.8),
        p(0.36 + jaw, chin - 0.1),
        p(0.13, chin - 0.01),
    ]);
    let tip = [p(0.0, chin)];
    curve(&[&tip, &round[..], &tip].concat(), PIECES)
        .into_iter()
        .map(|(x, y)| {
            // The chin lies further front than the cheeks.
            let t = (y / chin).clamp(0.0, 1.0);
            painter.head.at(x, y, 0.12 + 0.4 * t * t)
        })
        .collect()
}

fn ears(painter: &mut Painter) {
    let skin = painter.skin;
    for side in [-1.0, 1.0] {
        let ear = painter
            .head
            .curve(&ellipse(side * 0.98, 0.32, 0.13, 0.22), -0.05);
        painter.outlined(&ear, skin.base, skin.line);
        let inner = painter
            .head
            .curve(&ellipse(side * 1.0, 0.32, 0.06, 0.13), -0.05);
        painter.canvas.fill(&inner, skin.shade);
    }
}

fn blush(painter: &mut Painter, face: &Mask) {
    let strength = painter.random.between(0.35, 0.8);
    let x = 0.56 + painter.jitter(0.04);
    let radius = 0.27 + painter.jitter(0.04);
    let radius = painter.head.pixels(radius);
    let red = painter.skin.shine;
    for side in [-1.0, 1.0] {
        let middle = painter.head.on(side * x, 0.7);
        let paint = Paint::Radial(middle, radius, [red.faint(strength), red.faint(0.0)]);
        painter.canvas.paint(face, paint);
    }
}

fn nose(painter: &mut Painter) {
    let y = 0.66 + painter.jitter(0.03);
    let side = painter.side * 0.02;
    let line = [
        painter.head.at(side, y - 0.06, 1.1),
        painter.head.at(side * 2.0, y, 1.14),
    ];
    let radius = painter.head.pixels(0.025);
    let colour = painter.skin.shade.mix(painter.skin.line, 0.45);
    painter.canvas.line(&line, [radius; 3], colour);
}
