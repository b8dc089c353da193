//! Activations that a kernel applies to what it computes.

use crate::spec::LayerSpec;

/// An activation whose derivative is a function of its output, so that nothing else is kept for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Activation {
    Identity,
    Relu,
    /// With a slope above 0, so that the output has the input's sign.
    LeakyRelu {
        slope: f32,
    },
    Tanh,
    Sigmoid,
}

impl Activation {
    /// The activation that a layer is, if it is one of these.
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
