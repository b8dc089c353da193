//! What a generator starts from.

use crate::random::Random;
use serde::{Deserialize, Serialize};

/// The latent space `z`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Latent {
    /// Its dimensions.
    pub dimension: usize,
    /// What every coordinate is drawn from.
    pub distribution: Distribution,
}

/// The distribution of a latent's coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Distribution {
    /// Normal with mean 0.
    Normal {
        /// Standard deviation.
        deviation: f32,
    },
    /// Uniform.
    Uniform {
        /// Least value.
        low: f32,
        /// Bound above all values.
        high: f32,
    },
}

impl Distribution {
    /// Whether its numbers make sense.
    pub(super) fn is_valid(self) -> bool {
        match self {
            Self::Normal { deviation } => deviation.is_finite() && deviation > 0.0,
            Self::Uniform { low, high } => low.is_finite() && high.is_finite() && low < high,
        }
    }
}

impl Latent {
    /// Draws `count` latents, one after another: `count` × `dimension` numbers.
    pub fn numbers(self, random: &mut Random, count: usize) -> Vec<f32> {
        (0..count * self.dimension)
            .map(|_| match self.distribution {
                Distribution::Normal { deviation } => deviation * random.normal(),
                Distribution::Uniform { low, high } => random.between(low, high),
            })
            .collect()
    }
}
