//! What a training step reports, kept on the device until somebody reads it.

use crate::network::{Network, read_all};
use crate::{Error, Result};
use burn::tensor::{Tensor, activation::sigmoid};
use serde::Serialize;

/// What happened in one training step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct StepReport {
    /// The step, counted from 1.
    pub step: u64,
    /// Epochs done after it.
    pub epoch: f64,
    /// The discriminator's loss at its last update.
    pub d_loss: f32,
    /// The generator's loss at its last update.
    pub g_loss: f32,
    /// Mean D(x) at the last discriminator update: 0 to 1.
    pub d_real: f32,
    /// Mean D(G(z)) there.
    pub d_fake: f32,
}

/// A step's report, still on the device.
pub(super) struct Pending {
    pub step: u64,
    pub epoch: f64,
    values: [Tensor<1>; 4],
}

impl Pending {
    pub fn new(step: u64, epoch: f64, discriminator: Verdict, g_loss: Tensor<1>) -> Self {
        let Verdict { loss, real, fake } = discriminator;
        let values = [loss, g_loss, sigmoid(real).mean(), sigmoid(fake).mean()];
        Self {
            step,
            epoch,
            values: values.map(Tensor::without_autodiff),
        }
    }
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
    let mut steps = Vec::with_capacity(pending.len());
    let mut tensors = Vec::with_capacity(4 * pending.len());
    for one in pending {
        steps.push((one.step, one.epoch));
        tensors.extend(one.values);
    }
    let (names, sums) = probe.map_or_else(Default::default, |probe| (probe.names, probe.sums));
    tensors.extend(sums);
    let values: Vec<f32> = read_all(tensors).await?.into_iter().flatten().collect();
    let (losses, sums) = values.split_at(4 * steps.len());
    let reports = steps
        .iter()
        .zip(losses.chunks_exact(4))
        .map(|(&(step, epoch), values)| report(step, epoch, values))
        .collect::<Result<Vec<_>>>()?;
    match names.iter().zip(sums).find(|(_, sum)| !sum.is_finite()) {
        None => Ok(reports),
        Some((name, _)) => Err(diverged(
            steps.last().map_or(0, |(step, _)| *step),
            &format!("the {name} is no longer finite"),
        )),
    }
}

fn report(step: u64, epoch: f64, values: &[f32]) -> Result<StepReport> {
    let &[d_loss, g_loss, d_real, d_fake] = values else {
        unreachable!("a step has four numbers")
    };
    if values.iter().all(|value| value.is_finite()) {
        return Ok(StepReport {
            step,
            epoch,
            d_loss,
            g_loss,
            d_real,
            d_fake,
        });
    }
    let losses =
        format!("the losses are no longer finite (discriminator {d_loss}, generator {g_loss})");
    Err(diverged(step, &losses))
}

pub(super) fn diverged(step: u64, what: &str) -> Error {
    Error::Training(format!(
        "At step {step} {what}: training has diverged; try lower learning rates."
    ))
}

/// The discriminator's loss and logits at one update, off the autodiff graph.
pub(super) struct Verdict {
    pub loss: Tensor<1>,
    pub real: Tensor<4>,
    pub fake: Tensor<4>,
}
