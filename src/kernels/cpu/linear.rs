//! Linear layers: products of whole matrices. A batch of vectors on either side, `[batch, small]`
//! and `[batch, big]`, and the weight `[small, big]`.

use super::elementwise::dot;
use super::panels::{Panels, laid_out, turned_over};
use super::product::{Destination, List, Matrix, Windows, multiply, padded};
use super::scratch::with_scratch;
use super::transposed::transpose;
use crate::parallel::{chunks, zeros};

/// Rows that one core takes at a time.
const ROWS: usize = 16;
/// So few rows, or columns, are not worth laying out a matrix for them.
pub const FEW: usize = 8;

/// `[batch, small]` into `to`, of `[batch, big]`.
pub fn down(to: &mut [f32], from: &[f32], weight: &[f32], [small, big]: [usize; 2]) {
    if small < FEW {
        return dots(to, from, weight, [small, big]);
    }
    let right = Panels {
        values: &turned_over(weight, [1, small, big]),
        rows: big,
        columns: small,
    };
    multiply_panels(to, Matrix::new(from, big), right);
}

/// `[batch, big]` into `to`, of `[batch, small]`.
pub fn up(to: &mut [f32], from: &[f32], weight: &[f32], [small, big]: [usize; 2]) {
    if big == 1 {
        return dots(to, from, weight, [1, small]);
    }
    if big < FEW {
        let mut turned = vec![0.0; weight.len()];
        transpose(&mut turned, small, weight, big, [small, big]);
        return dots(to, from, &turned, [big, small]);
    }
    multiply_rows(to, Matrix::new(from, small), weight, [small, big]);
}

/// `[small, big]` of a batch on both sides.
pub fn weight_gradient(big: &[f32], small: &[f32], [rows, columns]: [usize; 2]) -> Vec<f32> {
    let mut gradient = zeros(rows * columns);
    let batch = big.len() / columns;
    // A column is a row turned over, and that is quicker.
    let (left, right, [rows, columns]) = match columns {
        1 => (big, small, [columns, rows]),
        _ => (small, big, [rows, columns]),
    };
    let left = Matrix::new(left, rows).transposed();
    multiply_rows(&mut gradient, left, right, [batch, columns]);
    gradient
}

/// `to = from · weightᵀ`, of which the weight is `[count, length]`.
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

/// `to = left · right`, of which `right` is `[inner, columns]`.
fn multiply_rows(to: &mut [f32], left: Matrix<'_>, right: &[f32], [inner, columns]: [usize; 2]) {
    let rows = to.len() / columns;
    if rows >= FEW {
        let right = Panels {
            values: &laid_out(right, [inner, columns]),
            rows: inner,
            columns,
        };
        return multiply_panels(to, left, right);
    }
    let right = Matrix::new(right, columns);
    let sizes = [rows, inner, columns];
    multiply(to, columns, sizes, left, right, Destination::Overwritten);
}

/// `to = left · right`, rows of `to` without anything between them.
fn multiply_panels(to: &mut [f32], left: Matrix<'_>, right: Panels<'_>) {
    let (columns, across) = (right.columns, padded(right.columns));
    let places = |count: usize, apart: usize| -> Vec<u32> {
        (0..count).map(|at| (at * apart) as u32).collect()
    };
    let left_columns = places(right.rows, left.column);
    chunks(to, ROWS * columns, |index, to| {
        let rows = to.len() / columns;
        let left_rows = places(rows, left.row);
        let left = Windows {
            values: &left.values[index * ROWS * left.row..],
            rows: List::new(&left_rows),
            columns: List::new(&left_columns),
        };
        let to_rows = places(rows, across);
        let to_rows = List::new(&to_rows);
        if columns == across {
            return right.multiply(to, to_rows, left, Destination::Overwritten);
        }
        with_scratch([rows * across], |[wide]| {
            right.multiply(wide, to_rows, left, Destination::Overwritten);
            let wide = wide.chunks_exact(across);
            for (to, from) in to.chunks_exact_mut(columns).zip(wide) {
                to.copy_from_slice(&from[..columns]);
            }
        });
    });
}
