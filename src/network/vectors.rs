//! What a generator takes, as tensors.

use crate::random::Random;
use crate::recipe::Latent;
use burn::tensor::{Device, Tensor, TensorData};

/// `count` vectors that stand one after another, as `[count, length, 1, 1]`.
pub(crate) fn vectors(values: Vec<f32>, count: usize, device: &Device) -> Tensor<4> {
    let dims = [count, values.len() / count, 1, 1];
    Tensor::from_data(TensorData::new(values, dims), device)
}

impl Latent {
    /// Draws `count` latents, as `[count, dimension, 1, 1]`.
    pub fn draw(self, random: &mut Random, count: usize, device: &Device) -> Tensor<4> {
        vectors(self.numbers(random, count), count, device)
    }
}
