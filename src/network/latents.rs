//! Latents as tensors.

use crate::random::Random;
use crate::recipe::Latent;
use burn::tensor::{Device, Tensor, TensorData};

impl Latent {
    /// Draws `count` latents, as `[count, dimension, 1, 1]`.
    pub fn draw(self, random: &mut Random, count: usize, device: &Device) -> Tensor<4> {
        let data = TensorData::new(self.numbers(random, count), [count, self.dimension, 1, 1]);
        Tensor::from_data(data, device)
    }
}
