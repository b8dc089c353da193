//! Single latents.

use crate::random::{Purpose, Random};
use crate::recipe::{Distribution, Latent};

/// Most images or latents of one call, so that a mistyped number does not take all memory.
pub const MOST_IMAGES: usize = 4096;

/// The latents of the grid of `seed`, the first `count`, one after another.
pub fn samples(latent: Latent, seed: u64, count: usize) -> Vec<f32> {
    latent.numbers(&mut Random::new(seed, Purpose::FixedLatents, 0), count)
}

/// Sample number `index` of that grid.
pub fn sample(latent: Latent, seed: u64, index: usize) -> Vec<f32> {
    let mut random = Random::new(seed, Purpose::FixedLatents, 0);
    // One after another, so that none needs room but the last.
    for _ in 0..index {
        latent.numbers(&mut random, 1);
    }
    latent.numbers(&mut random, 1)
}

/// Moves a latent towards the distribution's mean: at 1 it stays, at 0 it is the mean. Less
/// variety, fewer failures (the truncation of Karras et al. 2019, arXiv:1812.04948, here on `z`).
pub fn truncate(latent: &mut [f32], truncation: f32, distribution: Distribution) {
    let mean = distribution.mean();
    for value in latent {
        *value = mean + truncation * (*value - mean);
    }
}

impl Distribution {
    /// The mean of a coordinate.
    pub(super) fn mean(self) -> f32 {
        match self {
            Self::Normal { .. } => 0.0,
            Self::Uniform { low, high } => f32::midpoint(low, high),
        }
    }

    /// A coordinate, brought to where they are drawn.
    pub(super) fn clamp(self, value: f32) -> f32 {
        match self {
            Self::Normal { .. } => value,
            Self::Uniform { low, high } => value.clamp(low, high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truncation_goes_towards_the_mean() {
        let uniform = Distribution::Uniform {
            low: 0.0,
            high: 4.0,
        };
        let mut z = [0.0, 3.0];
        truncate(&mut z, 0.5, uniform);
        assert_eq!(z, [1.0, 2.5]);
        truncate(&mut z, 0.0, Distribution::Normal { deviation: 1.0 });
        assert_eq!(z, [0.0, 0.0]);
    }

    #[test]
    fn a_sample_is_that_of_the_grid() {
        let latent = Latent {
            dimension: 3,
            distribution: Distribution::Normal { deviation: 2.0 },
        };
        let grid = samples(latent, 7, 5);
        assert_eq!(grid.len(), 15);
        assert_eq!(sample(latent, 7, 0), grid[..3]);
        assert_eq!(sample(latent, 7, 4), grid[12..]);
    }
}
