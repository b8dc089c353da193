//! Single latents.

use crate::random::{Purpose, Random};
use crate::recipe::{Distribution, Latent};

/// Sample number `index` of the grid of `seed`, as [`Generator::images`] draws it.
///
/// [`Generator::images`]: crate::generation::Generator::images
pub fn sample(latent: Latent, seed: u64, index: usize) -> Vec<f32> {
    let mut random = Random::new(seed, Purpose::FixedLatents, 0);
    let numbers = latent.numbers(&mut random, index + 1);
    numbers[index * latent.dimension..].to_vec()
}

/// Moves a latent towards the distribution's mean: at 1 it stays, at 0 it is the mean. Less
/// variety, fewer failures (the truncation of Karras et al. 2019, arXiv:1812.04948, here on `z`).
pub fn truncate(latent: &mut [f32], truncation: f32, distribution: Distribution) {
    let mean = match distribution {
        Distribution::Normal { .. } => 0.0,
        Distribution::Uniform { low, high } => (low + high) / 2.0,
    };
    for value in latent {
        *value = mean + truncation * (*value - mean);
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
        let mut random = Random::new(7, Purpose::FixedLatents, 0);
        let grid = latent.numbers(&mut random, 5);
        assert_eq!(sample(latent, 7, 0), grid[..3]);
        assert_eq!(sample(latent, 7, 4), grid[12..]);
    }
}
