//! A recipe: everything that says which GAN this is and how it trains, as data.

mod latent;
mod plan;
mod presets;

pub use latent::{Distribution, Latent};
pub use plan::Plan;
pub use presets::{preset, presets};

use crate::spec::NetworkSpec;
use crate::training::{Objective, OptimiserSpec};
use serde::{Deserialize, Serialize};

/// A GAN and its training, the same in Rust, JSON and a weight file's header.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Short name, as `dcgan-mnist`.
    pub name: String,
    /// What it is, in a line.
    pub title: String,
    /// The paper or program that it follows.
    pub source: String,
    /// What `"w"` stands for in the specs.
    pub width: usize,
    /// Images in a batch.
    pub batch: usize,
    /// The images that it learns.
    pub image: ImageSpec,
    /// Number of classes, if the networks take labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classes: Option<usize>,
    /// What the generator starts from.
    pub latent: Latent,
    /// From latent to image.
    pub generator: NetworkSpec,
    /// From image to one logit.
    pub discriminator: NetworkSpec,
    /// The two losses.
    pub objective: Objective,
    /// How the generator's weights follow its gradient.
    pub generator_optimiser: OptimiserSpec,
    /// How the discriminator's weights follow its gradient.
    pub discriminator_optimiser: OptimiserSpec,
    /// Who is updated how often.
    pub schedule: Schedule,
    /// What the averaged generator keeps of itself a step (exponential moving average; less at
    /// the start, so that it does not remember the untrained weights).
    pub average: f64,
}

/// Size and range of the images.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageSpec {
    /// 1 (grey), 3 (RGB) or 4 (RGBA).
    pub channels: usize,
    /// Pixels down.
    pub height: usize,
    /// Pixels across.
    pub width: usize,
    /// What the networks see black and white as.
    pub range: Range,
}

/// What black and white are to the networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Range {
    /// −1 to 1: for a generator that ends in tanh.
    Symmetric,
    /// 0 to 1: for a generator that ends in a sigmoid.
    Unit,
}

impl Range {
    /// A byte as the networks see it.
    pub fn encode(self, byte: u8) -> f32 {
        match self {
            Self::Symmetric => f32::from(byte) / 127.5 - 1.0,
            Self::Unit => f32::from(byte) / 255.0,
        }
    }

    /// A network's number as a byte; what lies outside the range is cut.
    pub fn decode(self, value: f32) -> u8 {
        let unit = match self {
            Self::Symmetric => (value + 1.0) / 2.0,
            Self::Unit => value,
        };
        (unit * 255.0 + 0.5) as u8
    }
}

/// One training step: so many updates of the discriminator, then so many of the generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Discriminator updates, each on its own batch.
    pub discriminator_updates: usize,
    /// Generator updates.
    pub generator_updates: usize,
    /// Which latents the generator's updates take.
    pub latents: LatentReuse,
}

/// Which latents the generator's updates take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LatentReuse {
    /// Those of the step's last discriminator update.
    Shared,
    /// Their own.
    Fresh,
}
