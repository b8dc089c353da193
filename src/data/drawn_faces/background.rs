//! What lies behind the head.

use super::SIDE;
use super::attributes::Background;
use super::canvas::{Canvas, Paint};
use super::colour::{Colour, Oklch};
use super::mask::{Mask, Place};
use crate::random::Random;

/// A canvas with a background.
pub(super) fn canvas(kind: Background, random: &mut Random) -> Canvas {
    let side = SIDE as f32;
    let hue = random.between(0.0, 360.0);
    let (one, other) = pastels(hue, random);
    let lean = random.between(-0.35, 0.35) * side;
    let ends: [Place; 2] = [(side * 0.5 - lean, 0.0), (side * 0.5 + lean, side)];
    let mut canvas = Canvas::new(Paint::Linear([(ends[0], one), (ends[1], other)]));
    let white = Oklch(0.985, 0.01, hue).colour();
    match kind {
        Background::Gradient => {}
        Background::Glow => {
            let middle = (
                side * random.between(0.3, 0.7),
                side * random.between(0.25, 0.5),
            );
            let radius = side * random.between(0.5, 0.75);
            let glow = Paint::Radial(middle, radius, [white.faint(0.85), white.faint(0.0)]);
            canvas.paint(&Mask::everything(), glow);
        }
        Background::Bubbles => {
            for _ in 0..6 {
                let place = (random.between(0.0, side), random.between(0.0, side * 0.8));
                let radius = random.between(2.5, 7.0);
                let disc = Mask::line(&[place, place], [radius; 3]);
                canvas.paint(&disc, white.faint(random.between(0.2, 0.5)));
            }
        }
        Background::Stripes => stripes(&mut canvas, white.faint(0.4), random),
    }
    canvas
}

fn pastels(hue: f32, random: &mut Random) -> (Colour, Colour) {
    let one = Oklch(random.between(0.72, 0.9), random.between(0.03, 0.1), hue);
    let turned = hue + random.between(-60.0, 60.0);
    let other = Oklch(
        random.between(0.82, 0.96),
        random.between(0.02, 0.08),
        turned,
    );
    if random.uniform() < 0.5 {
        (one.colour(), other.colour())
    } else {
        (other.colour(), one.colour())
    }
}

fn stripes(canvas: &mut Canvas, colour: Colour, random: &mut Random) {
    let side = SIDE as f32;
    let wide = random.between(4.0, 8.0);
    let lean = random.between(-24.0, 24.0);
    let mut x = -random.between(24.0, 32.0);
    while x < side + 24.0 {
        let outline = [
            (x, 0.0),
            (x + wide, 0.0),
            (x + wide + lean, side),
            (x + lean, side),
        ];
        canvas.fill(&outline, colour);
        x += 2.0 * wide;
    }
}
