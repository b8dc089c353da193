//! The kernels on burn's tensors.

use super::{Activation, AdamStep, Bias, Geometry, Kernels, Memory, Normalisation, Targets};
use burn::backend::Dispatch;
use burn::tensor::Tensor;

fn bias(tensor: Option<Tensor<1>>) -> Bias<Dispatch> {
    match tensor {
        Some(tensor) => Bias::PerChannel(tensor.into_dispatch()),
        None => Bias::Absent,
    }
}

/// A convolution, a bias per channel and an activation; differentiable.
pub fn down(
    x: Tensor<4>,
    weight: Tensor<4>,
    added: Option<Tensor<1>>,
    geometry: Geometry,
    activation: Activation,
) -> Tensor<4> {
    let (x, weight) = (x.into_dispatch(), weight.into_dispatch());
    Tensor::from_dispatch(Dispatch::down(x, weight, bias(added), geometry, activation))
}

/// A transposed convolution, a bias per channel and an activation; differentiable.
pub fn up(
    x: Tensor<4>,
    weight: Tensor<4>,
    added: Option<Tensor<1>>,
    geometry: Geometry,
    activation: Activation,
) -> Tensor<4> {
    let (x, weight) = (x.into_dispatch(), weight.into_dispatch());
    Tensor::from_dispatch(Dispatch::up(x, weight, bias(added), geometry, activation))
}

/// Batch norm by the batch's own statistics and an activation, differentiable; also the means and
/// biased variances, `[groups · channels]`, which are not.
pub fn normalise(
    x: Tensor<4>,
    [scale, shift]: [Tensor<1>; 2],
    how: Normalisation,
) -> (Tensor<4>, [Tensor<1>; 2]) {
    let [scale, shift] = [scale, shift].map(Tensor::into_dispatch);
    let (y, mean, variance) = Dispatch::normalise(x.into_dispatch(), scale, shift, how);
    (
        Tensor::from_dispatch(y),
        [mean, variance].map(Tensor::from_dispatch),
    )
}

/// Batch norm by given statistics and an activation.
pub fn normalise_by(
    x: Tensor<4>,
    [scale, shift]: [Tensor<1>; 2],
    [mean, variance]: [Tensor<1>; 2],
    how: Normalisation,
) -> Tensor<4> {
    let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(Tensor::into_dispatch);
    let y = Dispatch::normalise_by(x.into_dispatch(), scale, shift, mean, variance, how);
    Tensor::from_dispatch(y)
}

/// Running mean and variance after another batch, whose own are `batch`.
pub fn remember(running: [Tensor<1>; 2], batch: [Tensor<1>; 2], memory: Memory) -> [Tensor<1>; 2] {
    let [[mean, variance], [new_mean, new_variance]] =
        [running, batch].map(|pair| pair.map(Tensor::into_dispatch));
    let (mean, variance) = Dispatch::remember(mean, variance, new_mean, new_variance, memory);
    [mean, variance].map(Tensor::from_dispatch)
}

/// One update by Adam: the weight, and the means of the gradients and of their squares.
pub fn adam<const D: usize>(
    weight: Tensor<D>,
    gradient: Tensor<D>,
    [mean, square]: [Tensor<D>; 2],
    step: AdamStep,
) -> (Tensor<D>, [Tensor<D>; 2]) {
    let [weight, gradient, mean, square] =
        [weight, gradient, mean, square].map(Tensor::into_dispatch);
    let (weight, mean, square) = Dispatch::adam(weight, gradient, mean, square, step);
    (
        Tensor::from_dispatch(weight),
        [mean, square].map(Tensor::from_dispatch),
    )
}

/// `a + (b − a) · share`, number by number.
pub fn blend<const D: usize>(a: Tensor<D>, b: Tensor<D>, share: f32) -> Tensor<D> {
    let (a, b) = (a.into_dispatch(), b.into_dispatch());
    Tensor::from_dispatch(Dispatch::blend(a, b, share))
}

/// The cross-entropy of every part of the logits with its target: the sum, `[1]`, differentiable,
/// and each, `[parts]`, which is not.
pub fn cross_entropy(logits: Tensor<4>, targets: Targets) -> [Tensor<1>; 2] {
    let (sum, each, _) = Dispatch::cross_entropy(logits.into_dispatch(), targets);
    [sum, each].map(Tensor::from_dispatch)
}
