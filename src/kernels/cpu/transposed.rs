//! Matrices turned over.

use crate::kernels::cpu::vectors::vectorised;

/// Rows and columns of the squares that are turned over in registers.
const SIDE: usize = if cfg!(target_arch = "wasm32") { 4 } else { 8 };

type Square = [[f32; SIDE]; SIDE];

/// `to[column][row] = from[row][column]`; the rows of either begin so many numbers apart.
pub fn transpose(
    to: &mut [f32],
    to_row: usize,
    from: &[f32],
    from_row: usize,
    [rows, columns]: [usize; 2],
) {
    if [columns, from_row] == [2; 2] {
        return unzip(to, to_row, &from[..2 * rows]);
    }
    vectorised(
        #[inline(always)]
        || {
            let squares = [rows - rows % SIDE, columns - columns % SIDE];
            // Rows of `to` may be so far apart that a cache has room for few of them.
            for first in (0..squares[1]).step_by(8) {
                for row in (0..squares[0]).step_by(SIDE) {
                    for column in (first..squares[1].min(first + 8)).step_by(SIDE) {
                        let from = &from[row * from_row + column..];
                        let mut square = [[0.0; SIDE]; SIDE];
                        for (at, line) in square.iter_mut().enumerate() {
                            *line = *from[at * from_row..].first_chunk().expect("a whole square");
                        }
                        let to = &mut to[column * to_row + row..];
                        for (at, line) in turned(square).into_iter().enumerate() {
                            to[at * to_row..][..SIDE].copy_from_slice(&line);
                        }
                    }
                }
            }
            for column in 0..columns {
                let first = if column < squares[1] { squares[0] } else { 0 };
                for row in first..rows {
                    to[column * to_row + row] = from[row * from_row + column];
                }
            }
        },
    );
}

/// The same of two columns: pairs of numbers into two rows.
fn unzip(to: &mut [f32], to_row: usize, pairs: &[f32]) {
    let (ones, others) = to.split_at_mut(to_row);
    vectorised(
        #[inline(always)]
        || {
            let (eights, rest) = pairs.as_chunks::<8>();
            let done = eights.len() * 4;
            let fours = ones
                .as_chunks_mut::<4>()
                .0
                .iter_mut()
                .zip(others.as_chunks_mut::<4>().0);
            for ((one, other), eight) in fours.zip(eights) {
                [*one, *other] = halves(*eight);
            }
            for (at, pair) in rest.as_chunks::<2>().0.iter().enumerate() {
                [ones[done + at], others[done + at]] = *pair;
            }
        },
    );
}

#[cfg(not(target_arch = "wasm32"))]
#[inline(always)]
fn halves([a, b, c, d, e, f, g, h]: [f32; 8]) -> [[f32; 4]; 2] {
    [[a, c, e, g], [b, d, f, h]]
}

#[cfg(target_arch = "wasm32")]
#[inline(always)]
fn halves(pairs: [f32; 8]) -> [[f32; 4]; 2] {
    use std::arch::wasm32::{i32x4_shuffle, v128};
    use std::mem::transmute;
    // SAFETY: a vector is four numbers.
    let [one, other] = unsafe { transmute::<[f32; 8], [v128; 2]>(pairs) };
    let halves = [
        i32x4_shuffle::<0, 2, 4, 6>(one, other),
        i32x4_shuffle::<1, 3, 5, 7>(one, other),
    ];
    // SAFETY: a vector is four numbers.
    unsafe { transmute::<[v128; 2], [[f32; 4]; 2]>(halves) }
}

/// A row and the one half the square away, number by number in turns, and that as often as the side
/// has halves: compilers make shuffles of it.
#[cfg(not(target_arch = "wasm32"))]
#[inline(always)]
fn turned(mut square: Square) -> Square {
    for _ in 0..SIDE.ilog2() {
        let mut next = square;
        for at in 0..SIDE / 2 {
            let (one, other) = (square[at], square[at + SIDE / 2]);
            for lane in 0..SIDE / 2 {
                next[2 * at][2 * lane] = one[lane];
                next[2 * at][2 * lane + 1] = other[lane];
                next[2 * at + 1][2 * lane] = one[lane + SIDE / 2];
                next[2 * at + 1][2 * lane + 1] = other[lane + SIDE / 2];
            }
        }
        square = next;
    }
    square
}

/// The same in shuffles: for WebAssembly compilers make none.
#[cfg(target_arch = "wasm32")]
#[inline(always)]
fn turned(square: Square) -> Square {
    use std::arch::wasm32::{i32x4_shuffle, v128};
    use std::mem::transmute;
    let turn = |[a, b, c, d]: [v128; SIDE]| {
        [(a, c), (b, d)].map(|(one, other)| {
            [
                i32x4_shuffle::<0, 4, 1, 5>(one, other),
                i32x4_shuffle::<2, 6, 3, 7>(one, other),
            ]
        })
    };
    // SAFETY: a vector is four numbers.
    let rows = unsafe { transmute::<Square, [v128; SIDE]>(square) };
    let [[a, b], [c, d]] = turn(rows);
    // SAFETY: a vector is four numbers.
    unsafe { transmute::<[[v128; 2]; 2], Square>(turn([a, b, c, d])) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_changes_row_for_column() {
        for (rows, columns) in [(1, 1), (8, 8), (7, 30), (25, 9), (16, 40), (21, 2)] {
            let (to_row, from_row) = (rows + 3, columns + 2);
            let from: Vec<f32> = (0..rows * from_row).map(|at| at as f32).collect();
            let mut to = vec![-1.0; columns * to_row];
            transpose(&mut to, to_row, &from, from_row, [rows, columns]);
            for (at, &number) in to.iter().enumerate() {
                let (column, row) = (at / to_row, at % to_row);
                let expected = if row < rows {
                    (row * from_row + column) as f32
                } else {
                    -1.0
                };
                assert_eq!(number, expected, "{rows} × {columns}, {column}, {row}");
            }
        }
    }
}
