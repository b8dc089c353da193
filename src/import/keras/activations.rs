//! Keras' activations, by their names.

use super::configuration::Layer;
use crate::import::found::Found;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use serde_json::Value;

/// The activation that a layer's own setting names, if it is one.
pub(super) fn setting(layer: &Layer) -> Found<Option<LayerSpec>> {
    match &layer.settings["activation"] {
        Value::Null => Ok(None),
        Value::String(name) => named(layer, name),
        value => {
            let class = value["class_name"].as_str().unwrap_or_default().to_owned();
            let class = if class == "function" {
                return named(layer, value["config"].as_str().unwrap_or_default());
            } else {
                class
            };
            let inner = Layer {
                class,
                name: layer.name.clone(),
                settings: value["config"].clone(),
                inputs: Vec::new(),
                constants: Vec::new(),
                place: String::new(),
            };
            of(&inner)?.map(Some).ok_or_else(|| inner.refused())
        }
    }
}

fn named(layer: &Layer, name: &str) -> Found<Option<LayerSpec>> {
    Ok(Some(match name.to_ascii_lowercase().as_str() {
        "linear" | "" => return Ok(None),
        "relu" => LayerSpec::Relu(layers::Relu {}),
        "tanh" => LayerSpec::Tanh(layers::Tanh {}),
        "sigmoid" => LayerSpec::Sigmoid(layers::Sigmoid {}),
        "elu" => LayerSpec::Elu(layers::Elu {}),
        "selu" => LayerSpec::Selu(layers::Selu {}),
        "silu" | "swish" => LayerSpec::Silu(layers::Silu {}),
        "gelu" => LayerSpec::Gelu(layers::Gelu {}),
        "softplus" => LayerSpec::Softplus(layers::Softplus {}),
        "leaky_relu" | "leakyrelu" => LayerSpec::LeakyRelu(layers::LeakyRelu { slope: 0.2 }),
        other => {
            return Err(sentence!(
                "“{name}” ({class}) has the activation {other}, which Ganvas does not support",
                name = layer.name,
                class = layer.class,
                other
            ));
        }
    }))
}

/// The activation that a layer is, if it is one.
pub(super) fn of(layer: &Layer) -> Found<Option<LayerSpec>> {
    let only = |name: &str, wanted: Option<f64>| match layer.number(name) {
        Some(found) if Some(found) != wanted => Err(sentence!(
            "“{name}” ({class}) has {setting} {found}, which Ganvas does not support",
            name = layer.name,
            class = layer.class,
            setting = name,
            found
        )),
        _ => Ok(()),
    };
    Ok(Some(match layer.class.as_str() {
        "ReLU" => {
            only("max_value", None)?;
            only("threshold", Some(0.0))?;
            match layer.number("negative_slope") {
                Some(slope) if slope != 0.0 => LayerSpec::LeakyRelu(layers::LeakyRelu { slope }),
                _ => LayerSpec::Relu(layers::Relu {}),
            }
        }
        "LeakyReLU" => {
            let slope = layer.number("alpha").or(layer.number("negative_slope"));
            LayerSpec::LeakyRelu(layers::LeakyRelu {
                slope: slope.unwrap_or(0.3),
            })
        }
        "ELU" => {
            only("alpha", Some(1.0))?;
            LayerSpec::Elu(layers::Elu {})
        }
        _ => return Ok(None),
    }))
}
