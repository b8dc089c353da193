//! Linear layers: products of whole matrices. A batch of vectors on either side, `[batch, small]`
//! and `[batch, big]`, and the weight `[small, big]`.

use super::parallel::chunks;
use super::product::{Destination, Matrix, multiply, padded};

/// Rows that one core takes at a time.
const ROWS: usize = 16;

/// `[batch, small]` into `to`, of `[batch, big]`.
pub fn down(to: &mut [f32], from: &[f32], weight: &[f32], [small, big]: [usize; 2]) {
    // Turned over, with rows of whole vectors.
    let row = padded(small);
    let mut turned = vec![0.0; big * row];
    chunks(&mut turned, ROWS * row, |index, turned| {
        for (at, to) in turned.chunks_exact_mut(row).enumerate() {
            let from = weight[index * ROWS + at..].iter().step_by(big);
            for (to, from) in to[..small].iter_mut().zip(from) {
                *to = *from;
            }
        }
    });
    chunks(to, ROWS * small, |index, to| {
        let rows = to.len() / small;
        let left = Matrix::new(&from[index * ROWS * big..], big);
        let mut wide = vec![0.0; rows * row];
        let right = Matrix::new(&turned, row);
        let sizes = [rows, big, row];
        multiply(&mut wide, row, sizes, left, right, Destination::Overwritten);
        for (to, from) in to.chunks_exact_mut(small).zip(wide.chunks_exact(row)) {
            to.copy_from_slice(&from[..small]);
        }
    });
}

/// `[batch, big]` into `to`, of `[batch, small]`.
pub fn up(to: &mut [f32], from: &[f32], weight: &[f32], [small, big]: [usize; 2]) {
    chunks(to, ROWS * big, |index, to| {
        let left = Matrix::new(&from[index * ROWS * small..], small);
        let sizes = [to.len() / big, small, big];
        let right = Matrix::new(weight, big);
        multiply(to, big, sizes, left, right, Destination::Overwritten);
    });
}

/// `[small, big]` of a batch on both sides.
pub fn weight_gradient(big: &[f32], small: &[f32], [rows, columns]: [usize; 2]) -> Vec<f32> {
    let batch = big.len() / columns;
    let mut gradient = vec![0.0; rows * columns];
    chunks(&mut gradient, ROWS * columns, |index, to| {
        let left = Matrix::new(&small[index * ROWS..], rows).transposed();
        let sizes = [to.len() / columns, batch, columns];
        let right = Matrix::new(big, columns);
        multiply(to, columns, sizes, left, right, Destination::Overwritten);
    });
    gradient
}
