//! What a training pass needs beside its input.

use crate::random::Random;
use burn::tensor::{Tensor, TensorData};

/// A training pass: labels, and the stream that dropout masks are drawn from.
pub struct Pass<'a> {
    /// One-hot labels `[batch, classes, 1, 1]`, for a conditional network.
    pub labels: Option<&'a Tensor<4>>,
    /// Equal parts of the batch, one behind the other, that batch norm keeps apart.
    pub groups: usize,
    /// Dropout masks come from here, in the order of the layers.
    pub random: &'a mut Random,
}

impl Pass<'_> {
    /// A dropout mask like `input`: 0 with probability `rate`, else 1 / (1 − rate).
    pub(super) fn mask(&mut self, input: &Tensor<4>, rate: f32) -> Tensor<4> {
        let kept = 1.0 / (1.0 - rate);
        let dims = input.dims();
        let mask: Vec<f32> = (0..dims.iter().product())
            .map(|_| {
                if self.random.uniform() < rate {
                    0.0
                } else {
                    kept
                }
            })
            .collect();
        Tensor::from_data(TensorData::new(mask, dims), &input.device())
    }
}
