//! The kernels on burn's tensors.

use super::{Activation, AdamStep, Bias, Geometry, Kernels, Many, Memory, Normalisation, Targets};
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

/// Batch norm by the batch's own statistics and an activation, differentiable; also the running mean
/// and variance after this batch, off the graph as those given.
pub fn normalise(
    x: Tensor<4>,
    [scale, shift]: [Tensor<1>; 2],
    [mean, variance]: [Tensor<1>; 2],
    how: Normalisation,
    memory: Memory,
) -> (Tensor<4>, [Tensor<1>; 2]) {
    let x = x.into_dispatch();
    let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(Tensor::into_dispatch);
    let all = Dispatch::normalise(x, scale, shift, mean, variance, how, memory);
    let running = [all.running_mean, all.running_variance].map(Tensor::from_dispatch);
    (
        Tensor::from_dispatch(all.y),
        running.map(Tensor::without_autodiff),
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

/// One update of many weights by Adam: the weights, the means of their gradients and of their squares.
pub fn adam(
    weights: Vec<Tensor<1>>,
    gradients: Vec<Tensor<1>>,
    [means, squares]: [Vec<Tensor<1>>; 2],
    step: AdamStep,
) -> (Vec<Tensor<1>>, [Vec<Tensor<1>>; 2]) {
    if weights.is_empty() {
        return (weights, [means, squares]);
    }
    let [weights, gradients, means, squares] = [weights, gradients, means, squares].map(many);
    let (weights, means, squares) = Dispatch::adam(weights, gradients, means, squares, step);
    (tensors(weights), [means, squares].map(tensors))
}

/// `a + (b − a) · share`, number by number, of many pairs.
pub fn blend(a: Vec<Tensor<1>>, b: Vec<Tensor<1>>, share: f32) -> Vec<Tensor<1>> {
    if a.is_empty() {
        return a;
    }
    tensors(Dispatch::blend(many(a), many(b), share))
}

fn many(tensors: Vec<Tensor<1>>) -> Many<Dispatch> {
    Many(tensors.into_iter().map(Tensor::into_dispatch).collect())
}

fn tensors(many: Many<Dispatch>) -> Vec<Tensor<1>> {
    many.0.into_iter().map(Tensor::from_dispatch).collect()
}

/// The cross-entropy of every part of the logits with its target: the sum, `[1]`, differentiable,
/// and each, `[parts]`, which is not.
pub fn cross_entropy(logits: Tensor<4>, targets: Targets) -> [Tensor<1>; 2] {
    let (sum, each, _) = Dispatch::cross_entropy(logits.into_dispatch(), targets);
    [sum, each].map(Tensor::from_dispatch)
}
