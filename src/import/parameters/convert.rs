//! A PyTorch module's tensors as those of a layer of ours.

use super::Named;
use super::modules::Module;
use crate::import::array::{Array, Found, written};
use crate::import::draft::{Weight, batch_norm, made};
use crate::layers::{self, LayerSpec};

/// The numbers that `layer` needs, out of `module`.
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
            weight.array = weight.array.turned(&[1, 0]);
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
        _ => Ok(Vec::new()),
    }
}

/// Numbers one a channel, where the file may have one a pixel, all the same in a channel.
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
        return Err(format!(
            "the normalisation “{}” has numbers of its own for every pixel; ours has one a channel",
            module.path
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
    found.ok_or_else(|| format!("“{}” has no {leaf}, which its layer needs", module.path))
}

fn own(role: &'static str, tensor: &Named) -> Weight {
    Weight {
        role,
        source: tensor.name.clone(),
        array: tensor.array.clone(),
    }
}

fn unfit(module: &Module, layer: &LayerSpec, array: &Array) -> String {
    format!(
        "“{}” has a weight of {}, which is none of a {} layer",
        module.path,
        written(&array.dims),
        layer.kind()
    )
}
