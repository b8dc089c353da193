//! Differentiable augmentation: what the discriminator sees of every image.

use serde::{Deserialize, Serialize};

/// A change that real and generated images go through before the discriminator sees them, a random one
/// for each, so that it cannot learn few images by heart (DiffAugment, Zhao et al. 2020).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Augmentation {
    /// Brightness, saturation and contrast.
    Colour,
    /// Moved by up to an eighth of its sides, zeros behind.
    Translation,
    /// A square of half its sides blanked out.
    Cutout,
}
