//! From weights, products and results to one another, along both axes, a row of numbers at a time.

use super::forms::{MOST_PRODUCTS, MOST_TAPS};
use super::lanes::{LANES, Lanes, ZERO, add, half, load, store, subtract};
use crate::kernels::cpu::vectors::vectorised;

/// Of two results by two where each is, if it is anywhere.
pub type Pixels = [[Option<usize>; 2]; 2];

/// Makes results of rows of products, `[rows' products, columns' products]`, which begin `apart` from one
/// another.
pub fn results(
    to: &mut [f32],
    pixels: Pixels,
    products: &[f32],
    apart: usize,
    [rows, columns]: [usize; 2],
    length: usize,
) {
    vectorised(
        #[inline(always)]
        || {
            for lane in (0..length).step_by(LANES) {
                let products = &products[lane..];
                let mut above = row_results(products, columns, apart);
                let mut below = row_results(&products[columns * apart..], columns, apart);
                if rows > 2 {
                    let both = row_results(&products[2 * columns * apart..], columns, apart);
                    above = [add(above[0], both[0]), add(above[1], both[1])];
                    below = [add(below[0], both[0]), add(below[1], both[1])];
                }
                if rows > 3 {
                    let [one, other] =
                        row_results(&products[3 * columns * apart..], columns, apart);
                    above = [add(above[0], one), add(above[1], other)];
                    below = [subtract(below[0], one), subtract(below[1], other)];
                }
                for (places, lanes) in pixels.iter().zip([above, below]) {
                    for (place, lanes) in places.iter().zip(lanes) {
                        if let Some(place) = place {
                            store(to, place + lane, lanes);
                        }
                    }
                }
            }
        },
    );
}

/// Of a row of products the two results.
#[inline(always)]
fn row_results(products: &[f32], columns: usize, apart: usize) -> [Lanes; 2] {
    let (mut one, mut other) = (load(products, 0), load(products, apart));
    if columns > 2 {
        let both = load(products, 2 * apart);
        (one, other) = (add(one, both), add(other, both));
    }
    if columns > 3 {
        let differing = load(products, 3 * apart);
        (one, other) = (add(one, differing), subtract(other, differing));
    }
    [one, other]
}

/// What the gradient of results is for each of their products; those without a place are left out, and
/// results without one are zero.
pub fn results_gradient(
    to: &mut [f32],
    places: [[Option<usize>; MOST_PRODUCTS]; MOST_PRODUCTS],
    results: &[f32],
    pixels: Pixels,
    length: usize,
) {
    vectorised(
        #[inline(always)]
        || {
            for lane in (0..length).step_by(LANES) {
                let above = row_gradient(&results[lane..], pixels[0]);
                let below = row_gradient(&results[lane..], pixels[1]);
                for column in 0..MOST_PRODUCTS {
                    let (above, below) = (above[column], below[column]);
                    let all = [above, below, add(above, below), subtract(above, below)];
                    for (places, lanes) in places.iter().zip(all) {
                        if let Some(place) = places[column] {
                            store(to, place + lane, lanes);
                        }
                    }
                }
            }
        },
    );
}

/// What the gradient of two results in a row is for each of their products.
#[inline(always)]
fn row_gradient(results: &[f32], pixels: [Option<usize>; 2]) -> [Lanes; MOST_PRODUCTS] {
    let [one, other] = [pixel(results, pixels[0]), pixel(results, pixels[1])];
    [one, other, add(one, other), subtract(one, other)]
}

#[inline(always)]
fn pixel(results: &[f32], place: Option<usize>) -> Lanes {
    match place {
        Some(place) => load(results, place),
        None => ZERO,
    }
}

/// Makes what products multiply by of rows of weights: `taps` of them along either axis, from the rows
/// that begin at `from`, and one more along either at `to`.
pub fn weights(
    products: &mut [f32],
    to: impl Fn(usize, usize) -> usize,
    weights: &[f32],
    from: impl Fn(usize, usize) -> usize,
    taps: [usize; 2],
    length: usize,
) {
    let from = table(taps, from);
    let to = table(taps.map(|taps| taps + 1), to);
    for lane in (0..length).step_by(LANES) {
        let mut lines = [[ZERO; MOST_TAPS]; MOST_PRODUCTS];
        for row in 0..taps[0] {
            let mut line = [ZERO; MOST_TAPS];
            for (number, place) in line.iter_mut().zip(&from[row][..taps[1]]) {
                *number = load(weights, place + lane);
            }
            for (to, number) in lines.iter_mut().zip(row_products(line, taps[1])) {
                to[row] = number;
            }
        }
        for (column, line) in lines.into_iter().enumerate().take(taps[1] + 1) {
            let line = row_products(line, taps[0]);
            for (row, number) in line.into_iter().enumerate().take(taps[0] + 1) {
                store(products, to[row][column] + lane, number);
            }
        }
    }
}

/// Of a row of weights what its products multiply by.
#[inline(always)]
fn row_products([a, b, c]: [Lanes; MOST_TAPS], taps: usize) -> [Lanes; MOST_PRODUCTS] {
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

/// The weights' gradients of those of what products multiply by, the other way round.
pub fn weights_gradient(
    weights: &mut [f32],
    to: impl Fn(usize, usize) -> usize,
    products: &[f32],
    from: impl Fn(usize, usize) -> usize,
    taps: [usize; 2],
    length: usize,
) {
    let from = table(taps.map(|taps| taps + 1), from);
    let to = table(taps, to);
    for lane in (0..length).step_by(LANES) {
        let mut lines = [[ZERO; MOST_PRODUCTS]; MOST_TAPS];
        for row in 0..=taps[0] {
            let mut line = [ZERO; MOST_PRODUCTS];
            for (number, place) in line.iter_mut().zip(&from[row][..=taps[1]]) {
                *number = load(products, place + lane);
            }
            for (to, number) in lines.iter_mut().zip(row_weights(line, taps[1])) {
                to[row] = number;
            }
        }
        for (column, line) in lines.into_iter().enumerate().take(taps[1]) {
            let line = row_weights(line, taps[0]);
            for (row, number) in line.into_iter().enumerate().take(taps[0]) {
                store(weights, to[row][column] + lane, number);
            }
        }
    }
}

/// Of the gradients of a row's products those of its weights.
#[inline(always)]
fn row_weights([a, b, c, d]: [Lanes; MOST_PRODUCTS], taps: usize) -> [Lanes; MOST_TAPS] {
    match taps {
        1 => [add(a, b), ZERO, ZERO],
        2 => [add(a, c), subtract(c, b), ZERO],
        _ => {
            let ends = half(subtract(c, d));
            [add(a, ends), half(add(c, d)), subtract(ends, b)]
        }
    }
}

type Table = [[usize; MOST_PRODUCTS]; MOST_PRODUCTS];

/// Places by row and column.
fn table([rows, columns]: [usize; 2], place: impl Fn(usize, usize) -> usize) -> Table {
    let mut table = Table::default();
    for (row, places) in table.iter_mut().enumerate().take(rows) {
        for (column, to) in places.iter_mut().enumerate().take(columns) {
            *to = place(row, column);
        }
    }
    table
}
