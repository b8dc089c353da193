//! Derivatives of activations, as operations that autodiff can differentiate once more.

use crate::spec::LayerSpec;
use burn::tensor::{Tensor, activation};

/// The derivative at `x`; none of a layer that is no activation. That of a piecewise linear one is
/// a constant almost everywhere.
pub(super) fn derivative(activation: &LayerSpec, x: Tensor<4>) -> Option<Tensor<4>> {
    Some(match activation {
        LayerSpec::Relu => step(x, 0.0),
        LayerSpec::LeakyRelu { slope } => step(x, *slope),
        LayerSpec::Elu => {
            let above = step(x.clone(), 0.0);
            x.clamp_max(0.0).exp() * (-above.clone() + 1.0) + above
        }
        LayerSpec::Silu => {
            let gate = activation::sigmoid(x.clone());
            gate.clone() * (x * (-gate + 1.0) + 1.0)
        }
        LayerSpec::Gelu => {
            let density =
                (x.clone().square() * -0.5).exp() * (1.0 / libm::sqrt(std::f64::consts::TAU));
            let cumulative = ((x.clone() * std::f64::consts::FRAC_1_SQRT_2).erf() + 1.0) * 0.5;
            cumulative + x * density
        }
        LayerSpec::Softplus => activation::sigmoid(x),
        LayerSpec::Tanh => -activation::tanh(x).square() + 1.0,
        LayerSpec::Sigmoid => {
            let y = activation::sigmoid(x);
            y.clone() * (-y + 1.0)
        }
        _ => return None,
    })
}

/// 1 where `x` is above 0, else `below`; no gradient flows back.
fn step(x: Tensor<4>, below: f64) -> Tensor<4> {
    let above = x.without_autodiff().greater_scalar(0.0).float();
    Tensor::from_inner(above * (1.0 - below) + below)
}
