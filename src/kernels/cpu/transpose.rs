//! Matrix transposition.

use crate::kernels::cpu::simd::vectorised;

/// Rows and columns of the blocks that are transposed in registers.
const SIDE: usize = if cfg!(target_arch = "wasm32") { 4 } else { 8 };

type Block = [[f32; SIDE]; SIDE];

/// `to[column][row] = from[row][column]`, with the row stride of either.
pub fn transpose(
    to: &mut [f32],
    to_stride: usize,
    from: &[f32],
    from_stride: usize,
    [rows, columns]: [usize; 2],
) {
    if [columns, from_stride] == [2; 2] {
        return unzip(to, to_stride, &from[..2 * rows]);
    }
    vectorised(
        #[inline(always)]
        || {
            let whole = [rows - rows % SIDE, columns - columns % SIDE];
            // Rows of `to` may be so far apart that the cache holds few of them.
            for first in (0..whole[1]).step_by(8) {
                for row in (0..whole[0]).step_by(SIDE) {
                    for column in (first..whole[1].min(first + 8)).step_by(SIDE) {
                        let from = &from[row * from_stride + column..];
                        let mut block = [[0.0; SIDE]; SIDE];
                        for (at, line) in block.iter_mut().enumerate() {
                            *line = *from[at * from_stride..]
                                .first_chunk()
                                .expect("a whole block");
                        }
                        let to = &mut to[column * to_stride + row..];
                        for (at, line) in transpose_block(block).into_iter().enumerate() {
                            to[at * to_stride..][..SIDE].copy_from_slice(&line);
                        }
                    }
                }
            }
            for column in 0..columns {
                let first = if column < whole[1] { whole[0] } else { 0 };
                for row in first..rows {
                    to[column * to_stride + row] = from[row * from_stride + column];
                }
            }
        },
    );
}

/// The same for two contiguous columns: deinterleaves pairs into two rows.
fn unzip(to: &mut [f32], to_stride: usize, pairs: &[f32]) {
    let (ones, others) = to.split_at_mut(to_stride);
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
                [*one, *other] = deinterleave(*eight);
            }
            for (at, pair) in rest.as_chunks::<2>().0.iter().enumerate() {
                [ones[done + at], others[done + at]] = *pair;
            }
        },
    );
}

#[cfg(not(target_arch = "wasm32"))]
#[inline(always)]
fn deinterleave([a, b, c, d, e, f, g, h]: [f32; 8]) -> [[f32; 4]; 2] {
    [[a, c, e, g], [b, d, f, h]]
}

#[cfg(target_arch = "wasm32")]
#[inline(always)]
fn deinterleave(pairs: [f32; 8]) -> [[f32; 4]; 2] {
    use std::arch::wasm32::{i32x4_shuffle, v128};
    use std::mem::transmute;
    // SAFETY: a `v128` is four `f32`.
    let [one, other] = unsafe { transmute::<[f32; 8], [v128; 2]>(pairs) };
    let deinterleave = [
        i32x4_shuffle::<0, 2, 4, 6>(one, other),
        i32x4_shuffle::<1, 3, 5, 7>(one, other),
    ];
    // SAFETY: a `v128` is four `f32`.
    unsafe { transmute::<[v128; 2], [[f32; 4]; 2]>(deinterleave) }
}

/// Interleaves rows half a block apart, log2(`SIDE`) times: compilers make shuffles of it.
#[cfg(not(target_arch = "wasm32"))]
#[inline(always)]
fn transpose_block(mut block: Block) -> Block {
    for _ in 0..SIDE.ilog2() {
        let mut next = block;
        for at in 0..SIDE / 2 {
            let (one, other) = (block[at], block[at + SIDE / 2]);
            for lane in 0..SIDE / 2 {
                next[2 * at][2 * lane] = one[lane];
                next[2 * at][2 * lane + 1] = other[lane];
                next[2 * at + 1][2 * lane] = one[lane + SIDE / 2];
                next[2 * at + 1][2 * lane + 1] = other[lane + SIDE / 2];
            }
        }
        block = next;
    }
    block
}

/// The same in shuffles, which compilers do not find for WebAssembly.
#[cfg(target_arch = "wasm32")]
#[inline(always)]
fn transpose_block(block: Block) -> Block {
    use std::arch::wasm32::{i32x4_shuffle, v128};
    use std::mem::transmute;
    let interleave = |[a, b, c, d]: [v128; SIDE]| {
        [(a, c), (b, d)].map(|(one, other)| {
            [
                i32x4_shuffle::<0, 4, 1, 5>(one, other),
                i32x4_shuffle::<2, 6, 3, 7>(one, other),
            ]
        })
    };
    // SAFETY: a `v128` is four `f32`.
    let rows = unsafe { transmute::<Block, [v128; SIDE]>(block) };
    let [[a, b], [c, d]] = interleave(rows);
    // SAFETY: a `v128` is four `f32`.
    unsafe { transmute::<[[v128; 2]; 2], Block>(interleave([a, b, c, d])) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_columns() {
        for (rows, columns) in [(1, 1), (8, 8), (7, 30), (25, 9), (16, 40), (21, 2)] {
            let (to_stride, from_stride) = (rows + 3, columns + 2);
            let from: Vec<f32> = (0..rows * from_stride).map(|at| at as f32).collect();
            let mut to = vec![-1.0; columns * to_stride];
            transpose(&mut to, to_stride, &from, from_stride, [rows, columns]);
            for (at, &number) in to.iter().enumerate() {
                let (column, row) = (at / to_stride, at % to_stride);
                let expected = if row < rows {
                    (row * from_stride + column) as f32
                } else {
                    -1.0
                };
                assert_eq!(number, expected, "{rows} × {columns}, {column}, {row}");
            }
        }
    }
}
