//! Packing of GEMM's right operand into panels of `NC` columns, in each of which rows are contiguous.

use super::gemm::{Beta, Matrix, Offsets, ScatterMatrix, gemm_scatter, padded};
use super::transpose::transpose;
use crate::parallel::{chunks, zeros};
use std::ops::Range;

/// Columns of a panel; the last one may have fewer.
const NC: usize = 64;
/// The block along k: a panel of so many rows stays in the L1 cache, and sums of so few terms keep the
/// digits that batch norm's gradients need.
const KC: usize = 64;

/// A packed matrix. The columns of its last panel are padded to whole vectors.
#[derive(Clone, Copy)]
pub struct PackedMatrix<'a> {
    pub values: &'a [f32],
    pub rows: usize,
    pub columns: usize,
}

/// The panels of a matrix: the offset and the columns of each.
pub fn panels(rows: usize, columns: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    (0..columns).step_by(NC).map(move |start| {
        let range = start..(start + NC).min(columns);
        (start * rows, range)
    })
}

/// Packs a row-major matrix.
pub fn pack(from: &[f32], [rows, columns]: [usize; 2]) -> Vec<f32> {
    pack_with([rows, columns], |panel, width, range| {
        for (to, from) in panel
            .chunks_exact_mut(width)
            .zip(from.chunks_exact(columns))
        {
            to[..range.len()].copy_from_slice(&from[range.clone()]);
        }
    })
}

/// Packs `count` transposed matrices, one below the other, from `[count, columns, rows]`.
pub fn pack_transposed(from: &[f32], [count, columns, rows]: [usize; 3]) -> Vec<f32> {
    pack_with([count * rows, columns], |panel, width, range| {
        let panels = panel.chunks_exact_mut(rows * width);
        for (panel, from) in panels.zip(from.chunks_exact(columns * rows)) {
            let from = &from[range.start * rows..];
            transpose(panel, width, from, rows, [range.len(), rows]);
        }
    })
}

/// Packs by `fill`, which gets each panel, the width of its rows and its columns.
fn pack_with(
    [rows, columns]: [usize; 2],
    fill: impl Fn(&mut [f32], usize, Range<usize>) + Sync,
) -> Vec<f32> {
    let mut panels = zeros(rows * padded(columns));
    chunks(&mut panels, rows * NC, |index, panel| {
        let first = index * NC;
        let width = panel.len() / rows;
        fill(panel, width, first..(first + NC).min(columns));
    });
    panels
}

impl PackedMatrix<'_> {
    /// `c = a · self + beta · c`; row `r` of `c` begins at `c_rows[r]` and is padded to whole vectors.
    pub fn multiply(self, c: &mut [f32], c_rows: Offsets<'_>, a: ScatterMatrix<'_>, beta: Beta) {
        if self.rows == 0 {
            for row in c_rows.iter() {
                c[row..][..padded(self.columns)].fill(0.0);
            }
        }
        for (start, columns) in panels(self.rows, self.columns) {
            let width = padded(columns.len());
            for first in (0..self.rows).step_by(KC) {
                let k_range = first..(first + KC).min(self.rows);
                let b = Matrix::new(&self.values[start + first * width..], width);
                let a = ScatterMatrix {
                    columns: a.columns.slice(k_range),
                    ..a
                };
                let beta = match first {
                    0 => beta,
                    _ => Beta::One,
                };
                let c = &mut c[columns.start..];
                gemm_scatter(c, c_rows, width, a, b, beta);
            }
        }
    }
}
