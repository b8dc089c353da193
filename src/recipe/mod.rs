//! A recipe: everything that says which GAN this is and how it trains, as data.

mod augment;
mod checks;
mod classifier;
mod draft;
mod forms;
mod groups;
mod image;
mod latent;
mod objective;
mod optimiser;
mod plan;
mod presets;
mod real_penalty;
mod schedule;

pub use augment::Augmentation;
pub(crate) use checks::{LARGEST_LATENT, MOST_CLASSES};
pub use classifier::Classifier;
pub use draft::Draft;
pub use forms::recipe_forms;
pub use image::{Fit, ImageSpec, Range};
pub use latent::{Distribution, Latent};
pub use objective::{Objective, Smoothing};
pub use optimiser::{Algorithm, GradientClip, OptimiserSpec};
pub use plan::Plan;
pub(crate) use plan::plan_generator;
pub use presets::{preset, presets};
pub use real_penalty::RealPenalty;
pub use schedule::{DiscriminatorBatches, Fakes, LatentReuse, Schedule, Warmup};

pub use crate::data::batches::Order;
use crate::layers::NetworkSpec;
use crate::spec::ImageShape;
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
    /// When that came out, of one that follows a paper closely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The data set that it is meant for.
    #[serde(default)]
    pub data: DataKind,
    /// How long it trains, unless told otherwise.
    #[serde(default = "ten")]
    pub epochs: u64,
    /// What `"w"` stands for in the specs.
    pub width: usize,
    /// Images in a batch.
    pub batch: usize,
    /// The images that it learns.
    pub image: ImageSpec,
    /// Whether images are shown mirrored, left to right, half of the time.
    #[serde(default, skip_serializing_if = "is_false")]
    pub mirror: bool,
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
    /// What the discriminator is told of real and generated images.
    #[serde(default, skip_serializing_if = "Smoothing::is_none")]
    pub smoothing: Smoothing,
    /// What the discriminator pays for its gradient at real images, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub real_penalty: Option<RealPenalty>,
    /// What it pays for its gradient at generated images, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fake_penalty: Option<RealPenalty>,
    /// Whether the discriminator tells the class, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classifier: Option<Classifier>,
    /// What all images go through before the discriminator sees them, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub augment: Vec<Augmentation>,
    /// How the generator's weights follow its gradient.
    pub generator_optimiser: OptimiserSpec,
    /// How the discriminator's weights follow its gradient.
    pub discriminator_optimiser: OptimiserSpec,
    /// Who is updated when, on what.
    pub schedule: Schedule,
    /// What the averaged generator keeps of itself a step (exponential moving average; less at
    /// the start, so that it does not remember the untrained weights).
    pub average: f64,
}

/// The data set that a recipe is meant for; any other that fits will do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// MNIST's 60,000 training images.
    #[default]
    Mnist,
    /// All 70,000 of MNIST, train and test.
    MnistAll,
    /// Digits drawn by code.
    DrawnDigits,
    /// Faces drawn by code.
    DrawnFaces,
    /// Images of one's own.
    Images,
}

impl Recipe {
    /// The recipe for images of this shape: one that adapts takes their size and channels, any
    /// other stays as it is.
    pub fn fitted(&self, data: ImageShape) -> Self {
        let mut fitted = self.clone();
        if fitted.image.fit == Fit::Adapt {
            fitted.image = ImageSpec {
                channels: data.channels,
                height: data.height,
                width: data.width,
                ..fitted.image
            };
        }
        fitted
    }
}

fn ten() -> u64 {
    10
}

fn is_false(value: &bool) -> bool {
    !value
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let mut recipe = preset("mlp-gan").unwrap();
        for rate in [
            0.00047024389321564356,
            0.021342249566728262,
            1.0295236322606903e-06,
        ] {
            recipe.generator_optimiser.rate = rate;
            assert_eq!(Recipe::from_json(&recipe.to_json()).as_ref(), Ok(&recipe));
        }
    }
}
