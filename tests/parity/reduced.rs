//! The recipes at a size whose fixtures are small: narrow, few images, few latents, no dropout.

use ganvas::data::DataSet;
use ganvas::layers::{self, LayerSpec};
use ganvas::recipe::{DataKind, Recipe, Warmup, preset};
use ganvas::training::Algorithm;
use std::sync::Arc;

/// Every recipe.
pub const NAMES: [&str; 22] = [
    "fast-digits",
    "fast-conditional",
    "fast-faces",
    "dcgan-mnist",
    "mlp-gan",
    "keras-dcgan",
    "cdcgan-mnist",
    "dcgan-32",
    "wgan-32",
    "wgan-gp-32",
    "dcgan-tensorflow",
    "dcgan-paper-64",
    "faces-64",
    "dcgan-faces",
    "lsgan",
    "acgan-mnist",
    "sngan-32",
    "projection-mnist",
    "sagan-64",
    "r3gan-32",
    "r3gan-64",
    "stylegan2-64",
];

pub const SEED: u64 = 1;
pub const STEPS: usize = 3;

/// The optimisers' epsilons are so much larger than the recipes': else nobody could tell where
/// they are added, and a gradient that is nothing but rounding would become a whole step of Adam.
pub const EPSILON_SCALE: f64 = 1e4;

pub fn reduced(name: &str) -> (Recipe, Arc<DataSet>) {
    let mut recipe = preset(name).unwrap();
    (recipe.width, recipe.batch) = match name {
        "mlp-gan" => (8, 4),
        // Narrower, and the first logits are so small that the gradient of the last bias cancels.
        "fast-digits" | "fast-faces" => (4, 4),
        "fast-conditional" | "faces-64" => (5, 4),
        "keras-dcgan" | "dcgan-paper-64" | "lsgan" | "acgan-mnist" | "sngan-32"
        | "projection-mnist" | "sagan-64" | "r3gan-64" | "stylegan2-64" => (1, 4),
        _ => (2, 4),
    };
    recipe.latent.dimension = 8;
    if let Some(penalty) = &mut recipe.real_penalty {
        // Two of the three steps have it.
        penalty.every = 2;
    }
    if let Some(warmup) = &mut recipe.schedule.warmup {
        // The first and the third step have it, the second does not.
        *warmup = Warmup {
            discriminator_updates: 7,
            steps: 1,
            every: Some(2),
        };
    }
    for layer in recipe.discriminator.iter_mut().chain(&mut recipe.generator) {
        match layer {
            LayerSpec::Dropout(layers::Dropout { rate }) => *rate = 0.0,
            // Its noise is drawn inside a pass.
            LayerSpec::Style(layers::Style { synthesis, .. }) => {
                synthesis.retain(|layer| !matches!(layer, LayerSpec::Noise(_)));
            }
            _ => {}
        }
    }
    for optimiser in [
        &mut recipe.generator_optimiser,
        &mut recipe.discriminator_optimiser,
    ] {
        match &mut optimiser.algorithm {
            Algorithm::Adam { epsilon, .. }
            | Algorithm::Adamw { epsilon, .. }
            | Algorithm::Rmsprop { epsilon, .. } => *epsilon *= EPSILON_SCALE,
            Algorithm::Sgd { .. } => {}
        }
    }
    let data = match (name, recipe.data) {
        // Grey images of a size that four halvings do not divide.
        ("dcgan-tensorflow", _) => DataSet::drawn_digits(SEED),
        (_, DataKind::DrawnFaces) => DataSet::drawn_faces(SEED),
        _ => DataSet::drawn_digits(SEED),
    };
    (recipe, Arc::new(data))
}
