//! Linear layers: GEMM of `[batch, small]` and `[batch, large]` with a weight of `[small, large]`.
//! Convolutions whose kernel covers the large side exactly are linear layers, too.

use super::elementwise::dot;
use super::gemm::{Beta, Matrix, Offsets, ScatterMatrix, gemm, padded};
use super::packing::{PackedMatrix, pack, pack_transposed};
use super::scratch::with_scratch;
use super::transpose::transpose;
use crate::parallel::{chunks, zeros};

/// Rows that one core takes at a time.
const ROWS: usize = 16;
/// Fewer rows or columns are not worth packing a matrix for.
pub const FEW: usize = 8;

/// `to = from · weightᵀ`: `[batch, large]` to `[batch, small]`.
pub fn conv(to: &mut [f32], from: &[f32], weight: &[f32], [small, large]: [usize; 2]) {
    if small < FEW {
        return dots(to, from, weight, [small, large]);
    }
    let right = PackedMatrix {
        values: &pack_transposed(weight, [1, small, large]),
        rows: large,
        columns: small,
    };
    multiply_packed(to, Matrix::new(from, large), right);
}

/// `to = from · weight`: `[batch, small]` to `[batch, large]`.
pub fn conv_transpose(to: &mut [f32], from: &[f32], weight: &[f32], [small, large]: [usize; 2]) {
    if large == 1 {
        return dots(to, from, weight, [1, small]);
    }
    if large < FEW {
        let mut transposed = vec![0.0; weight.len()];
        transpose(&mut transposed, small, weight, large, [small, large]);
        return dots(to, from, &transposed, [large, small]);
    }
    multiply_rows(to, Matrix::new(from, small), weight, [small, large]);
}

/// The weight's gradient `smallᵀ · large`, `[small, large]`.
pub fn weight_gradient(large: &[f32], small: &[f32], [rows, columns]: [usize; 2]) -> Vec<f32> {
    let mut gradient = zeros(rows * columns);
    let batch = large.len() / columns;
    // A single column is computed as a row, which is faster.
    let (left, right, [rows, columns]) = match columns {
        1 => (large, small, [columns, rows]),
        _ => (small, large, [rows, columns]),
    };
    let left = Matrix::new(left, rows).transposed();
    multiply_rows(&mut gradient, left, right, [batch, columns]);
    gradient
}

/// `to = from · weightᵀ` by dot products, for a weight of `[count, length]`.
fn dots(to: &mut [f32], from: &[f32], weight: &[f32], [count, length]: [usize; 2]) {
    chunks(to, ROWS * count, |index, to| {
        let from = from[index * ROWS * length..].chunks_exact(length);
        for (to, from) in to.chunks_exact_mut(count).zip(from) {
            for (to, weight) in to.iter_mut().zip(weight.chunks_exact(length)) {
                *to = dot(from, weight);
            }
        }
    });
}

/// `c = a · b`, with a row-major `b` of `[k, columns]`.
fn multiply_rows(c: &mut [f32], a: Matrix<'_>, b: &[f32], [k, columns]: [usize; 2]) {
    let rows = c.len() / columns;
    if rows >= FEW {
        let b = PackedMatrix {
            values: &pack(b, [k, columns]),
            rows: k,
            columns,
        };
        return multiply_packed(c, a, b);
    }
    let b = Matrix::new(b, columns);
    let sizes = [rows, k, columns];
    gemm(c, columns, sizes, a, b, Beta::Zero);
}

/// `c = a · b`, with a contiguous `c`.
fn multiply_packed(c: &mut [f32], a: Matrix<'_>, b: PackedMatrix<'_>) {
    let (columns, padded_columns) = (b.columns, padded(b.columns));
    let offsets = |count: usize, stride: usize| -> Vec<u32> {
        (0..count).map(|at| (at * stride) as u32).collect()
    };
    let a_columns = offsets(b.rows, a.column_stride);
    chunks(c, ROWS * columns, |index, c| {
        let rows = c.len() / columns;
        let a_rows = offsets(rows, a.row_stride);
        let a = ScatterMatrix {
            values: &a.values[index * ROWS * a.row_stride..],
            rows: Offsets::new(&a_rows),
            columns: Offsets::new(&a_columns),
        };
        let c_rows = offsets(rows, padded_columns);
        let c_rows = Offsets::new(&c_rows);
        if columns == padded_columns {
            return b.multiply(c, c_rows, a, Beta::Zero);
        }
        with_scratch([rows * padded_columns], |[wide]| {
            b.multiply(wide, c_rows, a, Beta::Zero);
            let wide = wide.chunks_exact(padded_columns);
            for (c, from) in c.chunks_exact_mut(columns).zip(wide) {
                c.copy_from_slice(&from[..columns]);
            }
        });
    });
}
