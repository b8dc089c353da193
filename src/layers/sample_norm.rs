//! What layer and instance normalisation have in common: rows of numbers that are brought to mean 0 and
//! deviation 1, then scale and shift per channel.

use super::At;
use crate::ops::Ops;

/// The samples in so many rows, each with mean 0 and deviation 1, and the deviations that they had.
fn standardised<T: Ops>(x: T, rows: usize, epsilon: f64) -> (T, T) {
    let count: usize = x.dims().iter().product();
    let x = x.reshape([rows, 1, 1, count / rows]);
    let centred = x.clone().sub(x.mean_rows());
    let variance = centred.clone().mul(centred.clone()).mean_rows();
    let deviation = variance.add_scalar(epsilon).sqrt();
    (centred.div(deviation.clone()), deviation)
}

pub(super) fn forward<T: Ops>(x: T, rows: usize, epsilon: f64, at: &At<'_, T>) -> T {
    let dims = x.dims();
    let (normal, _) = standardised(x, rows, epsilon);
    let [scale, shift] = [0, 1].map(|role| at.tensors[role].clone());
    normal.reshape(dims).mul(scale).add(shift)
}

/// (g − mean(g) − x̂ · mean(g · x̂)) / σ, with g the gradient of x̂.
pub(super) fn vjp<T: Ops>(x: T, gradient: T, rows: usize, epsilon: f64, at: &At<'_, T>) -> T {
    let dims = x.dims();
    let (normal, deviation) = standardised(x, rows, epsilon);
    let gradient = gradient.mul(at.tensors[0].clone()).reshape(normal.dims());
    let along = gradient.clone().mul(normal.clone()).mean_rows();
    let centred = gradient.clone().sub(gradient.mean_rows());
    centred.sub(normal.mul(along)).div(deviation).reshape(dims)
}
