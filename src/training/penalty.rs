//! The gradient penalty of WGAN-GP.

use crate::network::Network;
use burn::tensor::Tensor;

/// Added to the squared norm: the root of zero has no gradient. An untrained critic has norms of
/// 1e-5, whose squares this must not reach.
const TINY: f64 = 1e-24;

/// The mean of (‖∇C(x̂)‖₂ − 1)², `[1]`, with x̂ = `mix` · real + (1 − `mix`) · fake and the norm
/// over the whole image (Gulrajani et al. 2017, algorithm 1).
pub(super) fn gradient_penalty(
    critic: &Network,
    real: Tensor<4>,
    fake: Tensor<4>,
    mix: Tensor<4>,
    labels: Option<&Tensor<4>>,
) -> Tensor<1> {
    let between = fake.clone() + (real - fake) * mix;
    let (_, gradient) = critic.with_input_gradient(between, labels);
    let [batch, channels, height, width] = gradient.dims();
    let square = gradient
        .reshape([batch, channels * height * width])
        .square()
        .sum_dim(1);
    ((square + TINY).sqrt() - 1.0).square().mean()
}
