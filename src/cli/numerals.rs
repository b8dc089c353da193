//! Numbers drawn on pictures: no font is at hand.

use image::{Rgba, RgbaImage};

/// Pixels of a numeral, and from one to the next.
const WIDTH: u32 = 5;
pub const HEIGHT: u32 = 7;
const APART: u32 = WIDTH + 1;

/// The numerals 0 to 9: seven rows each, in each row the leftmost pixel is the highest of five bits.
const NUMERALS: [[u8; HEIGHT as usize]; 10] = [
    [0x0e, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0e],
    [0x04, 0x0c, 0x04, 0x04, 0x04, 0x04, 0x0e],
    [0x0e, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1f],
    [0x1f, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0e],
    [0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02],
    [0x1f, 0x10, 0x1e, 0x01, 0x01, 0x11, 0x0e],
    [0x06, 0x08, 0x10, 0x1e, 0x11, 0x11, 0x0e],
    [0x1f, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08],
    [0x0e, 0x11, 0x11, 0x0e, 0x11, 0x11, 0x0e],
    [0x0e, 0x11, 0x11, 0x0f, 0x01, 0x02, 0x0c],
];

/// Draws a number in white from a corner on, each pixel of a numeral `size` pixels a side. What does not
/// fit is cut off.
pub fn draw(picture: &mut RgbaImage, number: u64, [left, top]: [u32; 2], size: u32) {
    for (place, numeral) in number.to_string().bytes().enumerate() {
        let rows = NUMERALS[usize::from(numeral - b'0')];
        for (row, bits) in rows.into_iter().enumerate() {
            for column in (0..WIDTH).filter(|column| bits >> (WIDTH - 1 - column) & 1 == 1) {
                let x = left + (place as u32 * APART + column) * size;
                let y = top + row as u32 * size;
                for (x, y) in (0..size * size).map(|at| (x + at % size, y + at / size)) {
                    if x < picture.width() && y < picture.height() {
                        picture.put_pixel(x, y, Rgba([255; 4]));
                    }
                }
            }
        }
    }
}
