//! What chance and the data decide in one training step.

use super::batch::{Batch, Feed};
use crate::network::vectors;
use crate::random::{Purpose, Random};
use crate::recipe::{Latent, Recipe};
use burn::tensor::{Device, Tensor, TensorData};

/// The draws of one step, in their order: seed and step fix them all.
pub(super) struct Draws<'a> {
    feed: &'a mut Feed,
    recipe: &'a Recipe,
    latents: Random,
    mixes: Random,
    step: u64,
    /// Number of the next batch, over all epochs.
    next: u64,
}

/// What a discriminator update takes.
pub(super) struct Update {
    /// Real images.
    pub real: Batch,
    /// Latents of the generated ones, `[batch, dimension, 1, 1]`.
    pub z: Tensor<4>,
    /// For the gradient penalty: the real part of each mixed image, `[batch, 1, 1, 1]`.
    pub mix: Option<Tensor<4>>,
    /// Weights of the penalties at real and at generated images, where this step has them.
    pub point_penalties: [Option<f64>; 2],
}

/// Chance inside the networks' passes of one step; seed and step fix it.
pub(super) struct Chance {
    pub dropout: Random,
    pub augmentation: Random,
}

impl Chance {
    pub fn new(seed: u64, step: u64) -> Self {
        Self {
            dropout: Random::new(seed, Purpose::Dropout, step),
            augmentation: Random::new(seed, Purpose::Augmentation, step),
        }
    }
}

impl<'a> Draws<'a> {
    pub fn new(feed: &'a mut Feed, recipe: &'a Recipe, seed: u64, step: u64) -> Self {
        Self {
            feed,
            recipe,
            latents: Random::new(seed, Purpose::Latents, step),
            mixes: Random::new(seed, Purpose::Mixes, step),
            step,
            next: recipe.schedule.discriminator_updates_before(step),
        }
    }

    /// What the next discriminator update takes.
    pub fn update(&mut self) -> Update {
        self.next += 1;
        Update {
            real: self.feed.batch(self.next - 1),
            z: self.latents(),
            mix: self.recipe.objective.has_penalty().then(|| self.mix()),
            point_penalties: [self.recipe.real_penalty, self.recipe.fake_penalty]
                .map(|penalty| penalty.and_then(|penalty| penalty.weight(self.step))),
        }
    }

    /// A batch of latents.
    pub fn latents(&mut self) -> Tensor<4> {
        let device = self.feed.device();
        let latent = self.recipe.latent;
        Tensor::from_inner(latent.draw(&mut self.latents, self.recipe.batch, device))
    }

    fn mix(&mut self) -> Tensor<4> {
        let batch = self.recipe.batch;
        let parts: Vec<f32> = (0..batch).map(|_| self.mixes.uniform()).collect();
        let data = TensorData::new(parts, [batch, 1, 1, 1]);
        Tensor::from_inner(Tensor::from_data(data, self.feed.device()))
    }
}

impl Latent {
    /// Draws `count` latents, as `[count, dimension, 1, 1]`.
    pub fn draw(self, random: &mut Random, count: usize, device: &Device) -> Tensor<4> {
        vectors(self.numbers(random, count), count, device)
    }
}
