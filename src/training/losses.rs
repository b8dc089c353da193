//! What both networks lose in an update, from what the discriminator makes of images.

use super::objective::{class_cross_entropy, halves};
use crate::recipe::Recipe;
use burn::tensor::Tensor;

/// What the discriminator loses, but for penalties.
pub(super) struct DiscriminatorLoss {
    /// All of it, `[1]`.
    pub loss: Tensor<1>,
    /// Its parts of real and of generated images, `[2]`, off the graph.
    pub parts: Tensor<1>,
    /// Of real and, behind them, of generated images.
    pub logits: Tensor<4>,
}

/// From what it makes of real and, behind them, of as many generated images, both with these labels.
pub(super) fn of_discriminator(
    recipe: &Recipe,
    outputs: Tensor<4>,
    labels: Option<&Tensor<4>>,
) -> DiscriminatorLoss {
    let (logits, classes) = split(recipe, outputs);
    let share = recipe.schedule.discriminator_batches.share();
    let objective = recipe.objective;
    let [mut loss, mut parts] = objective.discriminator(logits.clone(), recipe.smoothing, share);
    if let (Some(classifier), Some(classes), Some(labels)) = (recipe.classifier, classes, labels) {
        let weight = classifier.weight * share;
        let of_classes = halves(classes).map(|half| class_cross_entropy(half, labels) * weight);
        parts = parts + Tensor::cat(of_classes.to_vec(), 0).without_autodiff();
        loss = of_classes.into_iter().fold(loss, |sum, part| sum + part);
    }
    DiscriminatorLoss {
        loss,
        parts,
        logits,
    }
}

/// What the generator loses, `[1]`, from what the discriminator makes of its images; of real and, behind
/// them, of its images where the objective is relativistic.
pub(super) fn of_generator(
    recipe: &Recipe,
    outputs: Tensor<4>,
    labels: Option<&Tensor<4>>,
) -> Tensor<1> {
    let (real, fake) = if recipe.objective.is_relativistic() {
        let [real, fake] = halves(outputs);
        (Some(real), fake)
    } else {
        (None, outputs)
    };
    let (logits, classes) = split(recipe, fake);
    let real = real.map(|real| split(recipe, real).0);
    let loss = recipe.objective.generator(logits, real);
    match (recipe.classifier, classes, labels) {
        (Some(classifier), Some(classes), Some(labels)) => {
            loss + class_cross_entropy(classes, labels) * classifier.weight
        }
        _ => loss,
    }
}

/// The logits, and those of the classes behind them, if the discriminator tells these.
pub(super) fn split(recipe: &Recipe, outputs: Tensor<4>) -> (Tensor<4>, Option<Tensor<4>>) {
    if recipe.classifier.is_none() {
        return (outputs, None);
    }
    let classes = outputs.dims()[1] - 1;
    let logits = outputs.clone().narrow(1, 0, 1);
    (logits, Some(outputs.narrow(1, 1, classes)))
}
