//! What a training step reports, kept on the device until somebody reads it.

use crate::network::read_all;
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

    /// Reads the reports of all steps in one transfer.
    pub async fn read(pending: Vec<Self>) -> Result<Vec<StepReport>> {
        let mut steps = Vec::with_capacity(pending.len());
        let mut tensors = Vec::with_capacity(4 * pending.len());
        for one in pending {
            steps.push((one.step, one.epoch));
            tensors.extend(one.values);
        }
        let values: Vec<f32> = read_all(tensors).await?.into_iter().flatten().collect();
        steps
            .into_iter()
            .zip(values.chunks_exact(4))
            .map(|((step, epoch), values)| {
                let report = StepReport {
                    step,
                    epoch,
                    d_loss: values[0],
                    g_loss: values[1],
                    d_real: values[2],
                    d_fake: values[3],
                };
                if values.iter().all(|value| value.is_finite()) {
                    return Ok(report);
                }
                Err(Error::Training(format!(
                    "At step {step} the losses are no longer finite numbers (discriminator {}, \
                     generator {}): training has diverged; try lower learning rates.",
                    report.d_loss, report.g_loss
                )))
            })
            .collect()
    }
}

/// The discriminator's loss and logits at one update, off the autodiff graph.
pub(super) struct Verdict {
    pub loss: Tensor<1>,
    pub real: Tensor<4>,
    pub fake: Tensor<4>,
}
