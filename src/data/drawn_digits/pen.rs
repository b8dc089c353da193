//! From the pen's way to pixels, with soft edges.

use super::SIDE;
use super::hand::Trace;

/// Clears `out` and inks every stroke: full strength inside the line, falling off linearly over
/// 1 / `sharpness` pixels across its edge.
pub(super) fn ink(strokes: &[Vec<Trace>], sharpness: f32, out: &mut [u8]) {
    let soft = 0.5 / sharpness;
    let mut depth = [-soft; SIDE * SIDE];
    for stroke in strokes {
        for (from, to) in stroke.iter().zip(&stroke[1..]) {
            deepen(&mut depth, from, to, soft);
        }
    }
    assert_eq!(out.len(), depth.len(), "the buffer must hold one image");
    for (pixel, depth) in out.iter_mut().zip(depth) {
        let strength = (depth * sharpness + 0.5).min(1.0);
        *pixel = (strength * 255.0 + 0.5) as u8;
    }
}

/// Raises each pixel's depth (how far its middle lies inside the line, in pixels; outside it is
/// negative) by one straight piece of the line.
fn deepen(depth: &mut [f32; SIDE * SIDE], from: &Trace, to: &Trace, soft: f32) {
    let reach = from.radius.max(to.radius) + soft;
    let columns = span(from.x.min(to.x) - reach, from.x.max(to.x) + reach);
    let rows = span(from.y.min(to.y) - reach, from.y.max(to.y) + reach);
    let (along_x, along_y) = (to.x - from.x, to.y - from.y);
    let length = along_x * along_x + along_y * along_y;
    let inverse = if length > 0.0 { 1.0 / length } else { 0.0 };
    for row in rows {
        for column in columns.clone() {
            let x = column as f32 + 0.5 - from.x;
            let y = row as f32 + 0.5 - from.y;
            let t = ((x * along_x + y * along_y) * inverse).clamp(0.0, 1.0);
            let (x, y) = (x - t * along_x, y - t * along_y);
            let square = x * x + y * y;
            if square < reach * reach {
                let radius = from.radius + t * (to.radius - from.radius);
                let here = radius - libm::sqrtf(square);
                let pixel = &mut depth[row * SIDE + column];
                *pixel = pixel.max(here);
            }
        }
    }
}

/// The pixels whose middles lie between two places, cut at the edges of the image.
fn span(low: f32, high: f32) -> std::ops::Range<usize> {
    // Casts to usize take negative numbers to 0.
    (low + 0.5) as usize..((high + 0.5) as usize).min(SIDE)
}
