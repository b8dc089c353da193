//! Activations by themselves: those that no layer before them takes along.

use crate::kernels::Activation;
use crate::kernels::cpu::elementwise::{activate, silu};
use crate::spec::LayerSpec;
use std::f32::consts::FRAC_1_SQRT_2;

/// An activation.
pub(super) enum Curve {
    Kernel(Activation),
    Elu,
    Silu,
    Gelu,
    Softplus,
}

impl Curve {
    /// The one that this layer is, if it is one.
    pub fn of(layer: &LayerSpec) -> Option<Self> {
        Some(match layer {
            LayerSpec::Elu => Self::Elu,
            LayerSpec::Silu => Self::Silu,
            LayerSpec::Gelu => Self::Gelu,
            LayerSpec::Softplus => Self::Softplus,
            // One way only, so that any slope will do.
            LayerSpec::LeakyRelu { slope } => Self::Kernel(Activation::LeakyRelu {
                slope: *slope as f32,
            }),
            _ => Self::Kernel(Activation::of(layer)?),
        })
    }

    /// In place.
    pub fn apply(&self, values: &mut [f32]) {
        match self {
            Self::Kernel(activation) => activate(values, *activation),
            Self::Silu => silu(values),
            Self::Elu => each(values, |x| if x > 0.0 { x } else { libm::expm1f(x) }),
            Self::Gelu => each(values, |x| 0.5 * x * (1.0 + libm::erff(x * FRAC_1_SQRT_2))),
            Self::Softplus => each(values, |x| x.max(0.0) + libm::log1pf(libm::expf(-x.abs()))),
        }
    }
}

fn each(values: &mut [f32], function: impl Fn(f32) -> f32) {
    for value in values {
        *value = function(*value);
    }
}
