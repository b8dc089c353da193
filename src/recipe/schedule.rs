//! Who is updated when, on what.

use serde::{Deserialize, Serialize};

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
    /// How the discriminator sees real and generated images.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discriminator_batches: DiscriminatorBatches,
    /// How the generator makes the images for the discriminator's updates.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fakes: Fakes,
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

/// How the discriminator sees real and generated images.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiscriminatorBatches {
    /// In two passes, each with its own batch statistics; the losses are added (DCGAN).
    #[default]
    Separate,
    /// In one pass over both; the loss is the mean over all, half the sum (usual in Keras).
    Joint,
}

/// How the generator makes the images for the discriminator's updates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fakes {
    /// In training: batch statistics, which the running ones follow, and dropout.
    #[default]
    Trained,
    /// In inference: running statistics, no dropout (Keras's `predict`).
    Predicted,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
