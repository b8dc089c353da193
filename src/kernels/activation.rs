//! Activations that a kernel applies to what it computes.

use crate::spec::LayerSpec;

/// An activation whose derivative can be told from its output.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Activation {
    Identity,
    Relu,
    /// The slope is above 0, so that the output has the input's sign.
    LeakyRelu {
        slope: f32,
    },
    Tanh,
    Sigmoid,
}

impl Activation {
    /// The one that this layer is, if it is one.
    pub fn of(layer: &LayerSpec) -> Option<Self> {
        match layer {
            LayerSpec::Relu => Some(Self::Relu),
            LayerSpec::LeakyRelu { slope } if *slope > 0.0 => Some(Self::LeakyRelu {
                slope: *slope as f32,
            }),
            LayerSpec::Tanh => Some(Self::Tanh),
            LayerSpec::Sigmoid => Some(Self::Sigmoid),
            _ => None,
        }
    }
}
