//! Activations: modules of their own, or functions that `forward` calls.

use super::archive::Opened;
use super::leaves::Leaf;
use super::settings::Settings;
use crate::import::found::Found;
use crate::import::prelu::prelu;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;

/// Classes that are activations.
pub(super) const ACTIVATIONS: [&str; 10] = [
    "ReLU",
    "LeakyReLU",
    "ELU",
    "SELU",
    "SiLU",
    "GELU",
    "Softplus",
    "PReLU",
    "Tanh",
    "Sigmoid",
];

/// The activations that `forward` must be calling by itself: where fewer modules of activation
/// than layers are there to come after each layer.
pub(super) fn functional(
    opened: &Opened<'_>,
    leaves: &[Leaf],
) -> Found<Option<(LayerSpec, LayerSpec)>> {
    let is_activation = |leaf: &&Leaf| ACTIVATIONS.contains(&leaf.class.as_str());
    let layers = leaves.iter().filter(|leaf| leaf.is_affine()).count();
    let activations: Vec<&Leaf> = leaves.iter().filter(is_activation).collect();
    if layers < 2 || activations.len() + 1 >= layers {
        return Ok(None);
    }
    let specs: Found<Vec<LayerSpec>> = activations
        .iter()
        .map(|leaf| activation(opened, leaf))
        .collect();
    let specs = specs?;
    let is_last = |layer: &&LayerSpec| {
        matches!(
            layer,
            LayerSpec::Tanh(layers::Tanh {}) | LayerSpec::Sigmoid(layers::Sigmoid {})
        )
    };
    let hidden = specs.iter().find(|layer| !is_last(layer)).cloned();
    let last = specs.iter().find(is_last).cloned();
    Ok(Some((
        hidden.unwrap_or(LayerSpec::Relu(layers::Relu {})),
        last.unwrap_or(LayerSpec::Tanh(layers::Tanh {})),
    )))
}

/// The activation that a leaf is.
pub(super) fn activation(opened: &Opened<'_>, leaf: &Leaf) -> Found<LayerSpec> {
    let settings = Settings { opened, leaf };
    let only = |name: &str, value: f64| match settings.number(name) {
        Some(other) if other != value => Err(sentence!(
            "“{name}” has {setting} {found}; only {only} is supported",
            name = leaf.path,
            setting = name,
            found = other,
            only = value
        )),
        _ => Ok(()),
    };
    Ok(match leaf.class.as_str() {
        "ReLU" => LayerSpec::Relu(layers::Relu {}),
        "LeakyReLU" => LayerSpec::LeakyRelu(layers::LeakyRelu {
            slope: settings.number("negative_slope").unwrap_or(0.01),
        }),
        "ELU" => {
            only("alpha", 1.0)?;
            LayerSpec::Elu(layers::Elu {})
        }
        "SiLU" => LayerSpec::Silu(layers::Silu {}),
        "GELU"
            if settings
                .word("approximate")
                .is_none_or(|word| word == "none") =>
        {
            LayerSpec::Gelu(layers::Gelu {})
        }
        "Softplus" => {
            only("beta", 1.0)?;
            LayerSpec::Softplus(layers::Softplus {})
        }
        "SELU" => LayerSpec::Selu(layers::Selu {}),
        "PReLU" => {
            let slopes = leaf.tensors.first().map(|tensor| &tensor.array.values[..]);
            prelu(slopes.unwrap_or_default())
        }
        "Tanh" => LayerSpec::Tanh(layers::Tanh {}),
        "Sigmoid" => LayerSpec::Sigmoid(layers::Sigmoid {}),
        class => {
            return Err(sentence!(
                "“{name}” is of the class {class}",
                name = leaf.path,
                class
            ));
        }
    })
}
