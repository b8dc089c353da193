//! Factors and summands for each channel, worked into the layer before where that can be.

use super::array::Array;
use super::draft::{Draft, Part, Weight, made};
use super::found::Found;
use crate::layers::{self, LayerSpec};

impl Draft {
    /// Multiplies each channel by a factor and adds a summand; a single one holds for all channels.
    pub fn scale_by(&mut self, factors: Vec<f32>, summands: Vec<f32>) -> Found<()> {
        let channels = self.shape().channels();
        let wide = |values: Vec<f32>| match values[..] {
            [value] => vec![value; channels],
            _ => values,
        };
        let (factors, summands) = (wide(factors), wide(summands));
        let last = self.parts.last().filter(|_| self.is_open());
        let is_norm = last.is_some_and(|part| matches!(part.layer, LayerSpec::BatchNorm(_)));
        if !is_norm || factors.len() != channels {
            let (layer, weights) = affine(factors, summands);
            return self.push("", layer, weights);
        }
        self.change_last(|part| rescale(part, &factors, &summands));
        Ok(())
    }

    /// Adds a number to each channel: to the bias of the layer before, or by a layer of its own.
    pub fn shift_by(&mut self, summands: Vec<f32>) -> Found<()> {
        let last = self.parts.last().filter(|_| self.is_open());
        let has_bias = last.is_some_and(|part| {
            matches!(
                part.layer,
                LayerSpec::Linear(_) | LayerSpec::Conv(_) | LayerSpec::ConvTranspose(_)
            )
        });
        if !has_bias {
            return self.scale_by(vec![1.0; summands.len()], summands);
        }
        self.budget.steps(&[self.shape().channels()])?;
        self.change_last(|part| add_to_bias(part, &summands));
        Ok(())
    }
}

fn rescale(part: &mut Part, factors: &[f32], summands: &[f32]) {
    for weight in &mut part.weights {
        let values = weight.array.values.iter_mut().zip(factors).zip(summands);
        match &*weight.role {
            "scale" => values.for_each(|((value, factor), _)| *value *= factor),
            "shift" => {
                values.for_each(|((value, factor), summand)| *value = *value * factor + summand);
            }
            _ => continue,
        }
        weight.source.clear();
    }
}

fn add_to_bias(part: &mut Part, summands: &[f32]) {
    let channels = part.output.channels();
    let (LayerSpec::Linear(layers::Linear { bias, .. })
    | LayerSpec::Conv(layers::Conv { bias, .. })
    | LayerSpec::ConvTranspose(layers::ConvTranspose { bias, .. })) = &mut part.layer
    else {
        return;
    };
    if !*bias {
        *bias = true;
        part.weights.push(made("bias", Array::full(channels, 0.0)));
    }
    let own = part
        .weights
        .iter_mut()
        .filter(|weight| weight.role == "bias");
    for weight in own {
        let summands = summands.iter().cycle();
        let pairs = weight.array.values.iter_mut().zip(summands);
        pairs.for_each(|(value, summand)| *value += summand);
        weight.source.clear();
    }
}

/// A batch normalisation's numbers; scale and shift are 1 and 0 where the file has none.
pub(super) fn batch_norm(
    scale: Option<Weight>,
    shift: Option<Weight>,
    mean: Weight,
    variance: Weight,
) -> Vec<Weight> {
    let channels = mean.array.values.len();
    let or = |weight: Option<Weight>, role, value| {
        weight.unwrap_or_else(|| made(role, Array::full(channels, value)))
    };
    vec![
        or(scale, "scale", 1.0),
        or(shift, "shift", 0.0),
        mean,
        variance,
    ]
}

/// The epsilon of a batch normalisation that only multiplies and adds: far below the last bit of
/// 1, so that the variance stays 1.
const AFFINE: f64 = 1e-20;

/// A factor and a summand for each channel, as a batch normalisation of mean 0 and variance 1.
fn affine(factors: Vec<f32>, summands: Vec<f32>) -> (LayerSpec, Vec<Weight>) {
    let channels = factors.len();
    let weights = batch_norm(
        Some(made("scale", Array::vector(factors))),
        Some(made("shift", Array::vector(summands))),
        made("mean", Array::full(channels, 0.0)),
        made("variance", Array::full(channels, 1.0)),
    );
    (batch_norm_spec(AFFINE), weights)
}

pub(super) fn batch_norm_spec(epsilon: f64) -> LayerSpec {
    LayerSpec::BatchNorm(layers::BatchNorm {
        momentum: 0.9,
        epsilon,
        scale_deviation: 0.0,
    })
}

/// The one factor that all channels are multiplied by, if that is all that a layer does.
pub(super) fn uniform(part: &Part) -> Option<f32> {
    let LayerSpec::BatchNorm(layers::BatchNorm { epsilon, .. }) = part.layer else {
        return None;
    };
    let only = |role: &str| {
        let weight = part.weights.iter().find(|weight| weight.role == role)?;
        let (first, rest) = weight.array.values.split_first()?;
        rest.iter().all(|other| other == first).then_some(*first)
    };
    let is_plain = epsilon == AFFINE
        && only("mean") == Some(0.0)
        && only("variance") == Some(1.0)
        && only("shift") == Some(0.0);
    only("scale").filter(|_| is_plain)
}
