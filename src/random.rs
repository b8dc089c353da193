//! The one seeded generator: weights, batches, latents and dropout masks all come from here, so
//! that one seed means the same run on every backend.
//!
//! Each draw names what it is for and a counter (the step, the epoch, the layer). That pair picks
//! a ChaCha stream, so nothing has to be remembered between draws: the state of a run is its seed
//! and its step. Transcendental functions come from `libm`, not the platform, whose last bits differ.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// What a stream of random numbers is for. The numbers are part of every seeded run: never reuse one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub enum Purpose {
    /// Initial weights of the generator; the counter is the layer.
    GeneratorWeights = 1,
    /// Initial weights of the discriminator; the counter is the layer.
    DiscriminatorWeights = 2,
    /// The order of the images; the counter is the epoch.
    Shuffle = 3,
    /// Latents (and labels) of a training step; the counter is the step.
    Latents = 4,
    /// The fixed latents of the sample grid.
    FixedLatents = 5,
    /// Dropout masks of a training step; the counter is the step.
    Dropout = 6,
    /// A drawn digit; the counter is its index.
    DrawnDigit = 7,
    /// A drawn face; the counter is its index.
    DrawnFace = 8,
    /// Where the gradient penalty is measured, between a real and a generated image; the counter
    /// is the step.
    Mixes = 9,
    /// Latents of the images that `ganvas score` judges.
    ScoredLatents = 10,
    /// Which images of a batch are mirrored; the counter is the batch.
    Mirrors = 11,
    /// Which patches of an image `ganvas score` compares, and along which lines.
    Patches = 12,
    /// The points that a walk through the latent space goes through; the counter is the point.
    Walk = 13,
    /// The plane in which a latent's neighbours are shown.
    Neighbours = 14,
    /// The images of an epoch that draws them with replacement; the counter is the epoch.
    Replacement = 15,
    /// Latents beside images held out of training; the counter is the step.
    HeldOutLatents = 16,
    /// Which real images are shown.
    Shown = 17,
    /// Latents of the samples that are judged beside a training.
    JudgedLatents = 18,
    /// Along which lines, and in which pairs, a judge compares images.
    Judging = 19,
    /// How the discriminator's images are augmented; the counter is the step.
    Augmentation = 20,
}

/// A stream of random numbers.
#[derive(Debug)]
pub struct Random {
    stream: ChaCha8Rng,
    spare: Option<f32>,
}

impl Random {
    /// The stream of `seed` for one `purpose`; `counter` stays below 2^48.
    pub fn new(seed: u64, purpose: Purpose, counter: u64) -> Self {
        debug_assert!(counter < 1 << 48);
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut stream = ChaCha8Rng::from_seed(key);
        stream.set_stream((purpose as u64) << 48 | counter);
        Self {
            stream,
            spare: None,
        }
    }

    /// Uniform in [0, 1), in steps of 2^-24.
    pub fn uniform(&mut self) -> f32 {
        (self.stream.next_u32() >> 8) as f32 / (1 << 24) as f32
    }

    /// Uniform in [low, high).
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.uniform()
    }

    /// Standard normal (Box and Muller, both values used).
    pub fn normal(&mut self) -> f32 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let radius = libm::sqrtf(-2.0 * libm::logf(1.0 - self.uniform()));
        let angle = std::f32::consts::TAU * self.uniform();
        self.spare = Some(radius * libm::sinf(angle));
        radius * libm::cosf(angle)
    }

    /// Standard normal, drawn again beyond two deviations, as TensorFlow's truncated normal.
    pub fn truncated_normal(&mut self) -> f32 {
        loop {
            let value = self.normal();
            if value.abs() <= 2.0 {
                return value;
            }
        }
    }

    /// Uniform in 0..`limit`, without bias; `limit` must not be 0.
    pub fn below(&mut self, limit: u32) -> u32 {
        debug_assert!(limit > 0);
        let threshold = limit.wrapping_neg() % limit;
        loop {
            let product = u64::from(self.stream.next_u32()) * u64::from(limit);
            if product as u32 >= threshold {
                return (product >> 32) as u32;
            }
        }
    }

    /// A random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_fixed_by_seed_purpose_and_counter() {
        let draw = |seed, purpose, counter| {
            let mut random = Random::new(seed, purpose, counter);
            (random.below(u32::MAX), random.below(u32::MAX))
        };
        let first = draw(1, Purpose::Latents, 0);
        assert_eq!(first, draw(1, Purpose::Latents, 0));
        assert_ne!(first, draw(2, Purpose::Latents, 0));
        assert_ne!(first, draw(1, Purpose::Shuffle, 0));
        assert_ne!(first, draw(1, Purpose::Latents, 1));
    }

    #[test]
    fn the_numbers_never_change() {
        // Seeds that people share must go on meaning the same run.
        let mut random = Random::new(7, Purpose::Latents, 3);
        let drawn: Vec<u32> = (0..3).map(|_| random.below(1000)).collect();
        let normal: Vec<i32> = (0..3).map(|_| (random.normal() * 1e4) as i32).collect();
        assert_eq!(
            (drawn, normal),
            (vec![389, 891, 677], vec![-441, -10413, 1324])
        );
    }

    #[test]
    fn normals_have_mean_zero_and_deviation_one() {
        let mut random = Random::new(1, Purpose::Latents, 0);
        let values: Vec<f32> = (0..100_000).map(|_| random.normal()).collect();
        let mean = values.iter().sum::<f32>() / values.len() as f32;
        let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / values.len() as f32;
        assert!(mean.abs() < 0.02 && (variance - 1.0).abs() < 0.02);
    }

    #[test]
    fn truncated_normals_stay_within_two_deviations() {
        let mut random = Random::new(1, Purpose::GeneratorWeights, 0);
        assert!((0..10_000).all(|_| random.truncated_normal().abs() <= 2.0));
    }

    #[test]
    fn a_shuffle_keeps_every_item() {
        let mut items: Vec<u32> = (0..1000).collect();
        Random::new(1, Purpose::Shuffle, 0).shuffle(&mut items);
        assert!(items.windows(2).any(|pair| pair[0] > pair[1]));
        items.sort_unstable();
        assert!(items.into_iter().eq(0..1000));
    }
}
