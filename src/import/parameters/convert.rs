//! Converts a PyTorch module's tensors to those of a layer.

use super::modules::Module;
use super::named::Named;
use crate::import::affine::batch_norm;
use crate::import::array::Array;
use crate::import::draft::{Weight, made};
use crate::import::found::{Found, written};
use crate::layers::{self, LayerSpec};
use crate::sentence::{Sentence, sentence};

/// The weights that `layer` needs, taken from `module`.
pub(in crate::import) fn weights(
    layer: &LayerSpec,
    module: &Module,
    channels: usize,
) -> Found<Vec<Weight>> {
    let role = |leaf: &str, role: &'static str| module.get(leaf).map(|tensor| own(role, tensor));
    match layer {
        LayerSpec::Linear(layers::Linear { bias, .. }) => {
            let mut weight = own("weight", needed(module, "weight")?);
            if weight.array.dims.len() != 2 {
                return Err(unfit(module, layer, &weight.array));
            }
            weight.array = weight.array.permuted(&[1, 0]);
            with_bias(weight, module, *bias)
        }
        LayerSpec::Conv(layers::Conv { bias, .. })
        | LayerSpec::ConvTranspose(layers::ConvTranspose { bias, .. }) => {
            let weight = own("weight", needed(module, "weight")?);
            if weight.array.dims.len() != 4 {
                return Err(unfit(module, layer, &weight.array));
            }
            with_bias(weight, module, *bias)
        }
        LayerSpec::BatchNorm(_) => {
            let mean = own("mean", needed(module, "running_mean")?);
            let variance = own("variance", needed(module, "running_var")?);
            Ok(batch_norm(
                role("weight", "scale"),
                role("bias", "shift"),
                mean,
                variance,
            ))
        }
        LayerSpec::InstanceNorm(_) | LayerSpec::LayerNorm(_) => {
            let or = |weight: Option<Weight>, role, value| {
                weight.map_or_else(
                    || Ok(made(role, Array::full(channels, value))),
                    |weight| per_channel(module, weight, channels),
                )
            };
            Ok(vec![
                or(role("weight", "scale"), "scale", 1.0)?,
                or(role("bias", "shift"), "shift", 0.0)?,
            ])
        }
        LayerSpec::Prelu(_) => {
            let mut slope = own("slope", needed(module, "weight")?);
            slope.array = Array::vector(slope.array.values);
            Ok(vec![slope])
        }
        _ => Ok(Vec::new()),
    }
}

/// One number for each channel, also of a file that has one for each pixel, if they are equal within a
/// channel.
fn per_channel(module: &Module, mut weight: Weight, channels: usize) -> Found<Weight> {
    let values = &weight.array.values;
    let pixels = values.len() / channels.max(1);
    if values.len() == channels || channels == 0 || pixels == 0 || pixels * channels != values.len()
    {
        return Ok(weight);
    }
    let planes = values.chunks_exact(pixels);
    if !planes
        .clone()
        .all(|plane| plane.iter().all(|value| *value == plane[0]))
    {
        return Err(sentence!(
            "the normalisation “{name}” has numbers of its own for every pixel; only one a \
             channel is supported",
            name = module.path
        ));
    }
    weight.array = Array::vector(planes.map(|plane| plane[0]).collect());
    Ok(weight)
}

fn with_bias(weight: Weight, module: &Module, bias: bool) -> Found<Vec<Weight>> {
    let mut weights = vec![weight];
    if bias {
        weights.push(own("bias", needed(module, "bias")?));
    }
    Ok(weights)
}

fn needed<'a>(module: &'a Module, leaf: &str) -> Found<&'a Named> {
    let found = module.get(leaf);
    found.ok_or_else(|| {
        sentence!(
            "“{name}” has no {leaf}, which its layer needs",
            name = module.path,
            leaf
        )
    })
}

fn own(role: &'static str, tensor: &Named) -> Weight {
    Weight {
        role: role.into(),
        source: tensor.name.clone(),
        array: tensor.array.clone(),
    }
}

fn unfit(module: &Module, layer: &LayerSpec, array: &Array) -> Sentence {
    sentence!(
        "“{name}” has a weight of {dims}, which is none of a {kind} layer",
        name = module.path,
        dims = written(&array.dims),
        kind = layer.kind()
    )
}
