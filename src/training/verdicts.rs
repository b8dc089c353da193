//! The discriminator's verdict on every image of both grids.

use super::losses;
use super::session::Training;
use super::shown::Pick;
use crate::Result;
use crate::network::{flatten, read_all};
use serde::Serialize;

/// What the discriminator says of every image that is shown: the probability that it is real, or a score
/// where the objective knows no probability. It judges as in training, by the statistics of a batch, but
/// without dropout.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdicts {
    /// Of the real images, in the order of their grid.
    pub real: Vec<f32>,
    /// Of the generated ones.
    pub generated: Vec<f32>,
    /// Whether these are probabilities, 0 to 1.
    pub probabilities: bool,
    /// Above this an image counts as taken for real; none for a critic, whose scores have no bound
    /// between real and generated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boundary: Option<f32>,
}

impl Training {
    /// Judges all images of both grids, the generated ones by the averaged generator or by the live one,
    /// in one reading. Nothing of the training moves, neither random numbers nor running statistics.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device) when the device could not deliver.
    pub async fn verdicts(&self, averaged: bool) -> Result<Verdicts> {
        let discriminator = self.still_discriminator();
        let (mut picks, mut logits) = (Vec::new(), Vec::new());
        for shown in self.shown(averaged) {
            let labels = shown.batch.labels.as_ref();
            let outputs = discriminator.infer_by_batch(shown.batch.tensor, labels, 1);
            let (own, _) = losses::split(&self.recipe, outputs);
            logits.push(flatten(own));
            picks.extend(shown.picks);
        }
        let objective = self.recipe.objective;
        let logits = read_all(logits).await?.into_iter().flatten();
        let mut verdicts = Verdicts {
            real: Vec::new(),
            generated: Vec::new(),
            probabilities: objective.has_probabilities(),
            boundary: objective.boundary().map(|logit| objective.verdict(logit)),
        };
        for (pick, logit) in picks.into_iter().zip(logits) {
            let of_grid = match pick {
                Pick::Real(_) => &mut verdicts.real,
                Pick::Generated(_) => &mut verdicts.generated,
            };
            of_grid.push(objective.verdict(logit));
        }
        Ok(verdicts)
    }
}
