//! The latents of a training's sample grid: the same whenever it is drawn.

use super::batch::Batch;
use crate::latent::{Space, samples};
use crate::network::vectors;
use crate::recipe::Recipe;
use burn::tensor::Device;

/// Images across and down until somebody asks for others.
const USUAL: [usize; 2] = [8, 8];

/// The latents that every sample grid of a training is drawn from.
pub(super) struct FixedSamples {
    pub latents: Batch,
    /// Images across.
    pub columns: usize,
}

impl FixedSamples {
    pub fn new(recipe: &Recipe, seed: u64, device: &Device) -> Self {
        Self::of_size(recipe, seed, device, USUAL)
    }

    pub fn of_size(
        recipe: &Recipe,
        seed: u64,
        device: &Device,
        [columns, rows]: [usize; 2],
    ) -> Self {
        let (latent, classes) = (recipe.latent, recipe.classes);
        let count = columns * rows;
        // The classes of a conditional generator take turns.
        let turns = Space { latent, classes }.turns(count);
        let latents = Batch {
            tensor: vectors(samples(latent, seed, count), count, device),
            labels: (!turns.is_empty()).then(|| vectors(turns, count, device)),
        };
        Self { latents, columns }
    }

    /// Images in the grid.
    pub fn count(&self) -> usize {
        self.latents.tensor.dims()[0]
    }
}
