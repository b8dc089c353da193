//! Neck, shoulders and clothes.

use super::attributes::Clothing;
use super::mask::{Mask, Place};
use super::painter::Painter;
use super::palette::{self, Tones};
use crate::data::curve::{Point, c, p};

/// Paints all below the chin.
pub(super) fn paint(painter: &mut Painter) {
    let wide = 1.25 + painter.jitter(0.12);
    let neck = 0.31 + painter.jitter(0.03);
    let skin = painter.skin;
    let shape = mirrored(&[
        c(0.0, 0.6),
        c(neck, 0.6),
        p(neck, 1.2),
        p(neck + 0.1, 1.42),
        p(wide * 0.75, 1.58),
        p(wide, 1.85),
        c(wide * 1.12, 2.6),
    ]);
    let outline = painter.body.curve(&shape, 0.0);
    painter.outlined(&outline, skin.base, skin.line);
    // The head's shadow on the neck.
    let shadow = painter.head.curve(
        &mirrored(&[c(0.0, 1.0), c(0.5, 0.9), p(0.4, 1.22), p(0.0, 1.42)]),
        0.1,
    );
    let shadow = Mask::inside(&shadow).within(&Mask::inside(&outline));
    painter.canvas.paint(&shadow, skin.shade);
    clothe(painter, wide, neck);
}

fn clothe(painter: &mut Painter, wide: f32, neck: f32) {
    let cloth = match painter.look.clothing {
        Clothing::Sailor => palette::white(),
        _ => palette::cloth(&mut painter.random),
    };
    let depth = match painter.look.clothing {
        Clothing::Sailor => 0.5,
        Clothing::Shirt => 0.34,
        Clothing::Pullover => 0.12,
        Clothing::Turtleneck => 0.0,
        Clothing::Straps => 0.42,
    } + painter.jitter(0.04);
    let middle = match painter.look.clothing {
        Clothing::Sailor | Clothing::Shirt => c(0.0, 1.4 + depth),
        _ => p(0.0, 1.4 + depth),
    };
    let shape: Vec<Point> = match painter.look.clothing {
        Clothing::Straps => mirrored(&[
            middle,
            p(0.4, 1.75),
            c(0.52, 1.46),
            c(0.68, 1.5),
            p(0.76, 1.78),
            p(0.95, 1.95),
            c(1.1, 2.6),
        ]),
        Clothing::Turtleneck => mirrored(&[
            p(0.0, 1.22),
            c(neck + 0.03, 1.14),
            c(neck + 0.08, 1.42),
            p(wide * 0.76, 1.56),
            p(wide * 1.02, 1.84),
            c(wide * 1.15, 2.6),
        ]),
        _ => mirrored(&[
            middle,
            c(neck + 0.08, 1.38),
            p(wide * 0.76, 1.55),
            p(wide * 1.02, 1.84),
            c(wide * 1.15, 2.6),
        ]),
    };
    let outline = painter.body.curve(&shape, 0.1);
    painter.outlined(&outline, cloth.base, cloth.line);
    match painter.look.clothing {
        Clothing::Sailor => sailor(painter, neck, 1.4 + depth),
        Clothing::Shirt => collar(painter, cloth, neck, 1.4 + depth),
        Clothing::Turtleneck => fold(painter, cloth, neck),
        Clothing::Pullover | Clothing::Straps => {}
    }
}

/// A dark collar that meets in a knot.
fn sailor(painter: &mut Painter, neck: f32, tip: f32) {
    let dark = palette::cloth_dark(&mut painter.random);
    for side in [-1.0, 1.0] {
        let shape = [
            c(side * (neck + 0.02), 1.3),
            p(side * (neck + 0.42), 1.45),
            c(side * (neck + 0.5), 1.62),
            p(side * 0.34, 1.8),
            c(0.0, tip + 0.12),
            c(0.0, tip - 0.04),
            p(side * 0.2, 1.66),
            c(side * (neck + 0.02), 1.3),
        ];
        let outline = painter.body.curve(&shape, 0.15);
        painter.outlined(&outline, dark.base, dark.line);
    }
    let trim = painter.trim;
    for side in [-1.0, 1.0] {
        let shape = [
            c(0.0, tip),
            p(side * 0.2, tip - 0.06),
            c(side * 0.34, tip + 0.02),
            p(side * 0.26, tip + 0.18),
            c(0.0, tip + 0.08),
        ];
        let outline = painter.body.curve(&shape, 0.25);
        painter.outlined(&outline, trim.base, trim.line);
    }
}

/// Two pointed flaps.
fn collar(painter: &mut Painter, cloth: Tones, neck: f32, tip: f32) {
    for side in [-1.0, 1.0] {
        let shape = [
            c(side * (neck + 0.0), 1.2),
            c(side * (neck + 0.16), 1.42),
            c(side * 0.36, 1.78),
            c(0.0, tip + 0.02),
            c(side * (neck + 0.0), 1.2),
        ];
        let outline = painter.body.curve(&shape, 0.15);
        painter.outlined(&outline, cloth.light, cloth.line);
    }
}

/// The lower edge of a high collar.
fn fold(painter: &mut Painter, cloth: Tones, neck: f32) {
    let line: Vec<Place> = painter.body.curve(
        &[p(-neck - 0.08, 1.42), p(0.0, 1.5), p(neck + 0.08, 1.42)],
        0.15,
    );
    let radii = painter.thin();
    painter.canvas.line(&line, radii, cloth.shade);
}

/// A closed outline from its right half, which begins and ends in the middle or below the image.
pub(super) fn mirrored(half: &[Point]) -> Vec<Point> {
    let left = half.iter().map(|point| Point {
        x: -point.x,
        ..*point
    });
    let right = half.iter().rev().copied();
    // The right half backwards, up to the middle, then the left one.
    if half[0].x == 0.0 {
        right.chain(left.skip(1)).collect()
    } else {
        right.chain(left).collect()
    }
}
