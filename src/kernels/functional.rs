//! The kernels as functions of burn's tensors.

use super::{
    Activation, AdamStep, BatchNormOptions, Bias, Geometry, Kernels, RunningStatisticsUpdate,
    Targets, TensorList,
};
use burn::backend::Dispatch;
use burn::tensor::Tensor;

fn bias(tensor: Option<Tensor<1>>) -> Bias<Dispatch> {
    match tensor {
        Some(tensor) => Bias::PerChannel(tensor.into_dispatch()),
        None => Bias::Absent,
    }
}

/// A convolution with a bias per channel and an activation; differentiable.
pub fn conv(
    x: Tensor<4>,
    weight: Tensor<4>,
    added: Option<Tensor<1>>,
    geometry: Geometry,
    activation: Activation,
) -> Tensor<4> {
    let (x, weight) = (x.into_dispatch(), weight.into_dispatch());
    Tensor::from_dispatch(Dispatch::conv(x, weight, bias(added), geometry, activation))
}

/// A transposed convolution with a bias per channel and an activation; differentiable.
pub fn conv_transpose(
    x: Tensor<4>,
    weight: Tensor<4>,
    added: Option<Tensor<1>>,
    geometry: Geometry,
    activation: Activation,
) -> Tensor<4> {
    let (x, weight) = (x.into_dispatch(), weight.into_dispatch());
    Tensor::from_dispatch(Dispatch::conv_transpose(
        x,
        weight,
        bias(added),
        geometry,
        activation,
    ))
}

/// The product of matrices, rows × columns, for each sample and channel; differentiable. The rows are the batch of
/// a linear layer that has a group for each matrix: burn's own product would double the engine's size.
pub fn matmul(a: Tensor<4>, b: Tensor<4>) -> Tensor<4> {
    let ([batch, channels, rows, inner], columns) = (a.dims(), b.dims()[3]);
    let matrices = batch * channels;
    let x =
        a.reshape([matrices, rows, inner])
            .swap_dims(0, 1)
            .reshape([rows, matrices * inner, 1, 1]);
    let weight = b.reshape([matrices * inner, columns, 1, 1]);
    let geometry = Geometry {
        groups: matrices,
        ..Geometry::LINEAR
    };
    conv_transpose(x, weight, None, geometry, Activation::Identity)
        .reshape([rows, matrices, columns])
        .swap_dims(0, 1)
        .reshape([batch, channels, rows, columns])
}

/// Batch norm by the batch's own statistics, and an activation; differentiable. Also the updated
/// running mean and variance, off the autodiff graph.
pub fn batch_norm_training(
    x: Tensor<4>,
    [scale, shift]: [Tensor<1>; 2],
    [mean, variance]: [Tensor<1>; 2],
    options: BatchNormOptions,
    update: RunningStatisticsUpdate,
) -> (Tensor<4>, [Tensor<1>; 2]) {
    let x = x.into_dispatch();
    let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(Tensor::into_dispatch);
    let all = Dispatch::batch_norm_training(x, scale, shift, mean, variance, options, update);
    let running = [all.running_mean, all.running_variance].map(Tensor::from_dispatch);
    (
        Tensor::from_dispatch(all.y),
        running.map(Tensor::without_autodiff),
    )
}

/// Batch norm by running statistics, and an activation.
pub fn batch_norm_inference(
    x: Tensor<4>,
    [scale, shift]: [Tensor<1>; 2],
    [mean, variance]: [Tensor<1>; 2],
    options: BatchNormOptions,
) -> Tensor<4> {
    let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(Tensor::into_dispatch);
    let y =
        Dispatch::batch_norm_inference(x.into_dispatch(), scale, shift, mean, variance, options);
    Tensor::from_dispatch(y)
}

/// One step of Adam for many weights: the weights, and their first and second moments.
pub fn adam(
    weights: Vec<Tensor<1>>,
    gradients: Vec<Tensor<1>>,
    [first_moments, second_moments]: [Vec<Tensor<1>>; 2],
    step: AdamStep,
) -> (Vec<Tensor<1>>, [Vec<Tensor<1>>; 2]) {
    if weights.is_empty() {
        return (weights, [first_moments, second_moments]);
    }
    let [weights, gradients, first_moments, second_moments] =
        [weights, gradients, first_moments, second_moments].map(list);
    let (weights, first_moments, second_moments) =
        Dispatch::adam(weights, gradients, first_moments, second_moments, step);
    (
        tensors(weights),
        [first_moments, second_moments].map(tensors),
    )
}

/// Linear interpolation `a + (b − a) · share`, elementwise, of many pairs of tensors.
pub fn lerp(a: Vec<Tensor<1>>, b: Vec<Tensor<1>>, share: f32) -> Vec<Tensor<1>> {
    if a.is_empty() {
        return a;
    }
    tensors(Dispatch::lerp(list(a), list(b), share))
}

fn list(tensors: Vec<Tensor<1>>) -> TensorList<Dispatch> {
    TensorList(tensors.into_iter().map(Tensor::into_dispatch).collect())
}

fn tensors(list: TensorList<Dispatch>) -> Vec<Tensor<1>> {
    list.0.into_iter().map(Tensor::from_dispatch).collect()
}

/// Binary cross-entropy with logits, for every part of them with its target: the parts' sum, `[1]`,
/// differentiable, and the parts, `[parts]`, which are not.
pub fn bce_with_logits(logits: Tensor<4>, targets: Targets) -> [Tensor<1>; 2] {
    let (sum, each, _) = Dispatch::bce_with_logits(logits.into_dispatch(), targets);
    [sum, each].map(Tensor::from_dispatch)
}
