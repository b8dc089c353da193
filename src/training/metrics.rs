//! What a training step reports, kept on the device until somebody reads it.

use super::accuracy::Accuracy;
use super::histogram::{Histogram, Histograms};
use super::sizes::{Squares, TensorSizes};
use crate::network::{Network, flatten, read_all};
use crate::recipe::Objective;
use crate::sentence::{Sentence, sentence};
use crate::{Error, Result};
use burn::tensor::Tensor;
use serde::Serialize;

/// What happened in one training step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepReport {
    /// The step, counted from 1.
    pub step: u64,
    /// Epochs done after it.
    pub epoch: f64,
    /// The discriminator's loss at its last update: the sum of the next three.
    pub d_loss: f32,
    /// Its part of real images.
    pub d_loss_real: f32,
    /// Its part of generated images.
    pub d_loss_fake: f32,
    /// The gradient penalty with its weight, where the objective has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<f32>,
    /// The generator's loss at its last update.
    pub g_loss: f32,
    /// Mean D(x) at the last discriminator update: 0 to 1, or the critic's mean score.
    pub d_real: f32,
    /// Mean D(G(z)) there.
    pub d_fake: f32,
    /// How often the discriminator is right there; none for a critic, whose scores have no bound
    /// between real and generated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<Accuracy>,
    /// Where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub histograms: Option<Histograms>,
    /// How large weights and gradients are, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sizes: Option<TensorSizes>,
}

/// A step's report, still on the device.
pub(super) struct Pending {
    pub step: u64,
    epoch: f64,
    has_penalty: bool,
    has_histograms: bool,
    objective: Objective,
    tensors: Vec<Tensor<1>>,
    sizes: Option<Squares>,
}

/// The discriminator's losses and logits at one update, off the autodiff graph.
pub(super) struct Verdict {
    /// Of real and of generated images, `[2]`.
    pub losses: Tensor<1>,
    /// With its weight.
    pub penalty: Option<Tensor<1>>,
    /// Of real and, behind them, of generated images.
    pub logits: Tensor<4>,
    pub objective: Objective,
}

impl Pending {
    /// `z` is given where histograms are wanted.
    pub fn new(
        step: u64,
        epoch: f64,
        verdict: Verdict,
        g_loss: Tensor<1>,
        z: Option<Tensor<4>>,
    ) -> Self {
        let Verdict {
            losses,
            penalty,
            logits,
            objective,
        } = verdict;
        let has_penalty = penalty.is_some();
        let mut tensors = vec![losses, g_loss, flatten(logits)];
        tensors.extend(penalty);
        let has_histograms = z.is_some();
        tensors.extend(z.map(flatten));
        Self {
            step,
            epoch,
            has_penalty,
            has_histograms,
            objective,
            tensors: tensors.into_iter().map(Tensor::without_autodiff).collect(),
            sizes: None,
        }
    }

    /// The same with how large weights and gradients are, where that is wanted.
    pub fn with_sizes(mut self, sizes: Option<Squares>) -> Self {
        self.tensors.extend(sizes.iter().flat_map(Squares::to_read));
        self.sizes = sizes;
        self
    }

    /// The report, from as many of `values` as it has tensors.
    fn report(self, values: &mut impl Iterator<Item = Vec<f32>>) -> Result<StepReport> {
        let mut next = || values.next().unwrap_or_default();
        let first = |values: &[f32]| values.first().copied().unwrap_or(f32::NAN);
        let losses = next();
        let [d_loss_real, d_loss_fake] =
            [0, 1].map(|part| first(losses.get(part..).unwrap_or(&[])));
        let g_loss = first(&next());
        let logits = next();
        let accuracy = Accuracy::of(self.objective, &logits);
        let verdicts = logits
            .into_iter()
            .map(|logit| self.objective.verdict(logit));
        let verdicts: Vec<f32> = verdicts.collect();
        let (real, fake) = verdicts.split_at(verdicts.len() / 2);
        let [d_real, d_fake] = [real, fake].map(mean);
        let penalty = self.has_penalty.then(|| first(&next()));
        let d_loss = d_loss_real + d_loss_fake + penalty.unwrap_or(0.0);
        if ![d_loss, g_loss, d_real, d_fake]
            .iter()
            .all(|value| value.is_finite())
        {
            return Err(diverged(
                self.step,
                &sentence!(
                    "the losses are no longer finite (discriminator {d_loss}, generator {g_loss})",
                    d_loss,
                    g_loss
                ),
            ));
        }
        let histograms = self.has_histograms.then(|| {
            let z = next();
            let [z, d_real, d_fake] = [&z, real, fake].map(Histogram::new);
            Histograms { z, d_real, d_fake }
        });
        let sizes = self.sizes.map(|sizes| sizes.read(|| first(&next())));
        Ok(StepReport {
            step: self.step,
            epoch: self.epoch,
            d_loss,
            d_loss_real,
            d_loss_fake,
            penalty,
            g_loss,
            d_real,
            d_fake,
            accuracy,
            histograms,
            sizes,
        })
    }
}

fn mean(values: &[f32]) -> f32 {
    let sum: f64 = values.iter().map(|value| f64::from(*value)).sum();
    (sum / values.len() as f64) as f32
}

/// The sums of all weights. Losses alone do not tell that training has diverged: batch norm
/// divides what has become infinite back to harmless zeros.
pub(super) struct Probe {
    names: Vec<String>,
    sums: Vec<Tensor<1>>,
}

impl Probe {
    pub fn new(generator: &Network, discriminator: &Network) -> Self {
        let mut probe = Self {
            names: Vec::new(),
            sums: Vec::new(),
        };
        for (network, of) in [(generator, "generator"), (discriminator, "discriminator")] {
            let (names, sums) = network.sums();
            let names = names.into_iter().map(|name| format!("{of}'s {name}"));
            probe.names.extend(names);
            probe.sums.extend(sums);
        }
        probe
    }
}

/// Reads the reports of all steps, and the probe, in one transfer.
pub(super) async fn read(pending: Vec<Pending>, probe: Option<Probe>) -> Result<Vec<StepReport>> {
    let last = pending.last().map_or(0, |one| one.step);
    let of_steps = pending.iter().flat_map(|one| one.tensors.iter().cloned());
    let mut tensors: Vec<Tensor<1>> = of_steps.collect();
    let (names, sums) = probe.map_or_else(Default::default, |probe| (probe.names, probe.sums));
    tensors.extend(sums);
    let mut values = read_all(tensors).await?.into_iter();
    let reports = pending
        .into_iter()
        .map(|one| one.report(&mut values))
        .collect::<Result<Vec<_>>>()?;
    match names
        .iter()
        .zip(values.flatten())
        .find(|(_, sum)| !sum.is_finite())
    {
        None => Ok(reports),
        Some((name, _)) => Err(diverged(
            last,
            &sentence!("the {name} is no longer finite", name),
        )),
    }
}

pub(super) fn diverged(step: u64, what: &Sentence) -> Error {
    Error::Training(sentence!(
        "At step {step} {what}: training has diverged; try lower learning rates.",
        step,
        what
    ))
}
