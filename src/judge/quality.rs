//! What a judge says of samples.

use super::CLASSES;
use serde::Serialize;

/// How good a generator's images are, held against the data. What is not finite is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quality {
    /// Training steps done.
    pub step: u64,
    /// Images that were drawn.
    pub samples: usize,
    /// What judged them.
    pub judge: Judged,
    /// Of digits: the Fréchet distance between the classifier's features of samples and of data.
    pub distance: Option<f64>,
    /// Of digits: the share of each class among the samples.
    pub classes: Option<[f64; CLASSES]>,
    /// Of digits: the mean probability of the class that a sample is taken for.
    pub certainty: Option<f64>,
    /// Of other images: the sliced Wasserstein distance between the pixels of samples and of data.
    pub sliced: Option<f64>,
    /// The mean distance between two samples over that between two images of the data: 1 where
    /// they are as varied, far below where the generator has collapsed.
    pub spread: Option<f64>,
    /// How large the weights are.
    pub sizes: Sizes,
}

/// What samples are judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judged {
    /// The classifier of digits.
    Digits,
    /// Their pixels.
    Pixels,
}

/// Root mean square of the weights of each network.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sizes {
    /// Of the generator.
    pub generator: Option<f64>,
    /// Of the discriminator.
    pub discriminator: Option<f64>,
}
