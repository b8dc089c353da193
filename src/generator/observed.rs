//! A generator that is watched while it draws: its images, and whether what goes into its batch norms is
//! what they saw in training.

use super::measures::Moments;
use crate::Result;
use crate::layers::{Around, LayerSpec, PlannedLayer, sequence};
use crate::network::NamedTensor;
use crate::ops::{Buffer, rank_4};
use crate::weights::Header;

/// The most that one channel counts for, so that a dead one does not decide.
const MOST_OF_A_CHANNEL: f64 = 4.0;
/// Variances below count as this: channels that hardly vary are decided by rounding.
const LEAST_VARIANCE: f64 = 1e-5;

/// What was seen.
pub(crate) struct Observed {
    /// The images' numbers, one image after another; they may be anything but a number.
    pub values: Vec<f32>,
    /// How far means and variances before batch norms lie from those that were recorded in training,
    /// on average over channels and norms; 0 without batch norms. This tells a wrong activation or
    /// stride even where images look alike.
    pub drift: f64,
}

/// Draws images of `latents`, with the class weights `classes`. `tensors` are those of the header's plan,
/// in its order.
///
/// # Errors
/// Those of [`Header::plan`].
pub(crate) fn observe(
    header: &Header,
    tensors: &[NamedTensor],
    latents: &[f32],
    classes: &[f32],
) -> Result<Observed> {
    let plan = header.plan()?;
    let tensors = tensors.iter();
    let buffers: Vec<Buffer> = tensors
        .map(|tensor| Buffer::new(tensor.values.clone(), rank_4(&tensor.dims)))
        .collect();
    let count = latents.len() / header.latent.dimension;
    let vectors =
        |values: &[f32]| Buffer::new(values.to_vec(), [count, values.len() / count, 1, 1]);
    let labels = (!classes.is_empty()).then(|| vectors(classes));
    let trace = sequence::trace(
        &plan.layers,
        &buffers,
        vectors(latents),
        Around::labels(labels.as_ref()),
    );
    let mut drifts = Vec::new();
    let mut start = 0;
    for (layer, input) in plan.layers.iter().zip(trace.inputs) {
        if let LayerSpec::BatchNorm(_) = layer.spec {
            let recorded = [2, 3].map(|role| &buffers[start + role]);
            drifts.push(drift(layer, input, recorded));
        }
        start += layer.tensor_count;
    }
    let sum: f64 = drifts.iter().sum();
    Ok(Observed {
        values: trace.output.into_values(),
        drift: sum / drifts.len().max(1) as f64,
    })
}

/// How far a batch norm's input lies from the recorded mean and variance.
fn drift(layer: &PlannedLayer, input: Buffer, recorded: [&Buffer; 2]) -> f64 {
    let channels = layer.input.channels();
    let pixels = layer.input.size() / channels;
    let values = input.into_values();
    let [means, variances] = recorded.map(|buffer| buffer.clone().into_values());
    let of_channel = |channel: usize| {
        let mut seen = Moments::default();
        for plane in values.chunks_exact(pixels).skip(channel).step_by(channels) {
            plane.iter().for_each(|value| seen.add(*value));
        }
        let variance = f64::from(variances[channel]).max(LEAST_VARIANCE);
        let aside = seen.mean() - f64::from(means[channel]);
        let wider = libm::log(seen.variance().max(LEAST_VARIANCE) / variance);
        let found = aside * aside / variance + wider.abs();
        // Not a number is as far as can be.
        if found < MOST_OF_A_CHANNEL {
            found
        } else {
            MOST_OF_A_CHANNEL
        }
    };
    (0..channels).map(of_channel).sum::<f64>() / channels as f64
}
