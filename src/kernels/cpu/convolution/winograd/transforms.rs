//! The filter transform, the output transform and their transposes, on rows of channels.

use super::input_transform::{MAX_ALPHA, MAX_R};
use super::lanes::{LANES, Lanes, ZERO, add, half, load, store, subtract};
use crate::kernels::cpu::simd::vectorised;

/// The offsets of 2×2 outputs; none beyond the edge.
pub type Pixels = [[Option<usize>; 2]; 2];

/// The output transform Aᵀ M A of `[rows, columns]` components, which begin `stride` apart.
pub fn output_transform(
    to: &mut [f32],
    pixels: Pixels,
    products: &[f32],
    stride: usize,
    [rows, columns]: [usize; 2],
    length: usize,
) {
    vectorised(
        #[inline(always)]
        || {
            for lane in (0..length).step_by(LANES) {
                let products = &products[lane..];
                let mut above = output_transform_row(products, columns, stride);
                let mut below =
                    output_transform_row(&products[columns * stride..], columns, stride);
                if rows > 2 {
                    let both =
                        output_transform_row(&products[2 * columns * stride..], columns, stride);
                    above = [add(above[0], both[0]), add(above[1], both[1])];
                    below = [add(below[0], both[0]), add(below[1], both[1])];
                }
                if rows > 3 {
                    let [one, other] =
                        output_transform_row(&products[3 * columns * stride..], columns, stride);
                    above = [add(above[0], one), add(above[1], other)];
                    below = [subtract(below[0], one), subtract(below[1], other)];
                }
                for (offsets, lanes) in pixels.iter().zip([above, below]) {
                    for (offset, lanes) in offsets.iter().zip(lanes) {
                        if let Some(offset) = offset {
                            store(to, offset + lane, lanes);
                        }
                    }
                }
            }
        },
    );
}

/// Aᵀ on one row of M.
#[inline(always)]
fn output_transform_row(products: &[f32], columns: usize, stride: usize) -> [Lanes; 2] {
    let (mut one, mut other) = (load(products, 0), load(products, stride));
    if columns > 2 {
        let both = load(products, 2 * stride);
        (one, other) = (add(one, both), add(other, both));
    }
    if columns > 3 {
        let differing = load(products, 3 * stride);
        (one, other) = (add(one, differing), subtract(other, differing));
    }
    [one, other]
}

/// The transpose of the output transform, A · Aᵀ, from the gradient of 2×2 outputs; components without
/// an offset are left out, and outputs without one are zero.
pub fn output_transform_gradient(
    to: &mut [f32],
    offsets: [[Option<usize>; MAX_ALPHA]; MAX_ALPHA],
    outputs: &[f32],
    pixels: Pixels,
    length: usize,
) {
    vectorised(
        #[inline(always)]
        || {
            for lane in (0..length).step_by(LANES) {
                let above = output_gradient_row(&outputs[lane..], pixels[0]);
                let below = output_gradient_row(&outputs[lane..], pixels[1]);
                for column in 0..MAX_ALPHA {
                    let (above, below) = (above[column], below[column]);
                    let all = [above, below, add(above, below), subtract(above, below)];
                    for (offsets, lanes) in offsets.iter().zip(all) {
                        if let Some(offset) = offsets[column] {
                            store(to, offset + lane, lanes);
                        }
                    }
                }
            }
        },
    );
}

/// A on one row of outputs.
#[inline(always)]
fn output_gradient_row(outputs: &[f32], pixels: [Option<usize>; 2]) -> [Lanes; MAX_ALPHA] {
    let [one, other] = [pixel(outputs, pixels[0]), pixel(outputs, pixels[1])];
    [one, other, add(one, other), subtract(one, other)]
}

#[inline(always)]
fn pixel(outputs: &[f32], offset: Option<usize>) -> Lanes {
    match offset {
        Some(offset) => load(outputs, offset),
        None => ZERO,
    }
}

/// The filter transform G g Gᵀ, of rows of `length` output channels: from `taps` by `taps` of them, at
/// the offsets of `from`, to one more along either axis, at those of `to`.
pub fn filter_transform(
    transformed: &mut [f32],
    to: impl Fn(usize, usize) -> usize,
    weights: &[f32],
    from: impl Fn(usize, usize) -> usize,
    taps: [usize; 2],
    length: usize,
) {
    let alpha = taps.map(|taps| taps + 1);
    let (to, from) = ((table(alpha, to), alpha), (table(taps, from), taps));
    along_both_axes(
        transformed,
        to,
        weights,
        from,
        length,
        #[inline(always)]
        |line, axis| filter_transform_row(line, taps[axis]),
    );
}

/// G on one line of weights.
#[inline(always)]
fn filter_transform_row([a, b, c]: [Lanes; MAX_R], taps: usize) -> [Lanes; MAX_ALPHA] {
    match taps {
        1 => [a, a, ZERO, ZERO],
        2 => [a, subtract(ZERO, b), add(a, b), ZERO],
        _ => {
            let (ends, middle) = (half(add(a, c)), half(b));
            let [sum, difference] = [add(ends, middle), subtract(middle, ends)];
            [a, subtract(ZERO, c), sum, difference]
        }
    }
}

/// The transpose of [`filter_transform`], Gᵀ · G: the gradient of the weights from that of the
/// transformed ones.
pub fn filter_transform_gradient(
    weights: &mut [f32],
    to: impl Fn(usize, usize) -> usize,
    transformed: &[f32],
    from: impl Fn(usize, usize) -> usize,
    taps: [usize; 2],
    length: usize,
) {
    let alpha = taps.map(|taps| taps + 1);
    let (to, from) = ((table(taps, to), taps), (table(alpha, from), alpha));
    along_both_axes(
        weights,
        to,
        transformed,
        from,
        length,
        #[inline(always)]
        |line, axis| filter_gradient_row(line, taps[axis]),
    );
}

/// Gᵀ on one line of gradients.
#[inline(always)]
fn filter_gradient_row([a, b, c, d]: [Lanes; MAX_ALPHA], taps: usize) -> [Lanes; MAX_R] {
    match taps {
        1 => [add(a, b), ZERO, ZERO],
        2 => [add(a, c), subtract(c, b), ZERO],
        _ => {
            let ends = half(subtract(c, d));
            [add(a, ends), half(add(c, d)), subtract(ends, b)]
        }
    }
}

/// Applies a transform of lines along columns, and then along rows. Both sides are given by offsets and
/// how many of them.
#[inline(always)]
fn along_both_axes<const FROM: usize, const TO: usize>(
    values: &mut [f32],
    (to, [to_rows, to_columns]): (Offsets, [usize; 2]),
    source: &[f32],
    (from, [from_rows, from_columns]): (Offsets, [usize; 2]),
    length: usize,
    transform: impl Fn([Lanes; FROM], usize) -> [Lanes; TO],
) {
    for lane in (0..length).step_by(LANES) {
        let mut columns = [[ZERO; FROM]; TO];
        for row in 0..from_rows {
            let mut line = [ZERO; FROM];
            for (element, offset) in line.iter_mut().zip(&from[row][..from_columns]) {
                *element = load(source, offset + lane);
            }
            for (column, element) in columns.iter_mut().zip(transform(line, 1)) {
                column[row] = element;
            }
        }
        for (column, line) in columns.into_iter().enumerate().take(to_columns) {
            let line = transform(line, 0);
            for (row, element) in line.into_iter().enumerate().take(to_rows) {
                store(values, to[row][column] + lane, element);
            }
        }
    }
}

type Offsets = [[usize; MAX_ALPHA]; MAX_ALPHA];

/// Offsets by row and column.
fn table([rows, columns]: [usize; 2], offset: impl Fn(usize, usize) -> usize) -> Offsets {
    let mut table = Offsets::default();
    for (row, offsets) in table.iter_mut().enumerate().take(rows) {
        for (column, to) in offsets.iter_mut().enumerate().take(columns) {
            *to = offset(row, column);
        }
    }
    table
}
