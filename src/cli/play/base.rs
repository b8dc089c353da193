//! What the latents of samples and sweeps are drawn from.

use ganvas::random::Random;
use ganvas::recipe::Latent;

/// What the coordinates of a latent are drawn from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Base {
    /// None: all are 0.
    Zero,
    /// The generator's own distribution.
    Latent,
    /// Uniform from minus this to this.
    Uniform(f32),
}

impl Base {
    pub fn draw(self, latent: Latent, random: &mut Random) -> Vec<f32> {
        match self {
            Self::Zero => vec![0.0; latent.dimension],
            Self::Latent => latent.numbers(random, 1),
            Self::Uniform(spread) => (0..latent.dimension)
                .map(|_| random.between(-spread, spread))
                .collect(),
        }
    }
}

/// Checks how far coordinates are spread.
pub fn spread(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(spread) if f32::is_finite(spread) && spread > 0.0 => Ok(spread),
        _ => Err("expected a number above 0, as 0.2".to_owned()),
    }
}
