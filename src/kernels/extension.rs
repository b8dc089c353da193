//! The kernels as a burn backend extension. What a backend does not write itself is composed of
//! burn's operations; that composition is also what the tests hold every kernel to.

use super::{Activation, AdamStep, Geometry, Many, Memory, Normalisation, composed};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Backend, ExtensionType, backend_extension};

/// A number per channel that is added, or none.
#[derive(ExtensionType)]
pub enum Bias<B: Backend> {
    /// Nothing is added.
    Absent,
    /// `[channels]`.
    PerChannel(FloatTensor<B>),
}

/// What batch norm makes of a batch.
#[derive(ExtensionType)]
pub struct Normalised<B: Backend> {
    /// The result.
    pub y: FloatTensor<B>,
    /// The batch's means, `[groups · channels]`.
    pub mean: FloatTensor<B>,
    /// Its biased variances, `[groups · channels]`.
    pub variance: FloatTensor<B>,
    /// The running mean after it, `[channels]`.
    pub running_mean: FloatTensor<B>,
    /// The running variance after it, `[channels]`.
    pub running_variance: FloatTensor<B>,
}

/// What the logits of a batch are told to be: one part of it, or two equal parts, one behind the
/// other, each with a target of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Targets {
    /// One or two.
    pub parts: usize,
    /// Of each part, 0 to 1.
    pub targets: [f32; 2],
    /// Factor of every loss.
    pub share: f32,
}

/// See the module.
#[backend_extension(Flex, Cube: cfg(any(target_arch = "wasm32", feature = "wgpu")), Autodiff)]
pub trait Kernels: Backend {
    /// A convolution, from the big side to the small one: `activation(x ∗ weight + bias)`.
    fn down(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        #[extension_type] bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        composed::down::<Self>(x, weight, bias, geometry, activation)
    }

    /// A transposed convolution, from the small side to the big one.
    fn up(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        #[extension_type] bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        composed::up::<Self>(x, weight, bias, geometry, activation)
    }

    /// The weight's gradient in both directions, of images on both sides.
    fn weight_gradient(
        big: FloatTensor<Self>,
        small: FloatTensor<Self>,
        geometry: Geometry,
    ) -> FloatTensor<Self> {
        composed::weight_gradient::<Self>(big, small, geometry)
    }

    /// The gradient before an activation, of the activation's output and its gradient, and the sum
    /// of that per channel: the bias's gradient.
    fn activation_gradient(
        y: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        activation: Activation,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        composed::activation_gradient::<Self>(y, gradient, activation)
    }

    /// Batch norm by the batch's own statistics, and an activation. The running statistics,
    /// `[channels]` like `scale` and `shift`, follow those of the batch.
    fn normalise(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        running_mean: FloatTensor<Self>,
        running_variance: FloatTensor<Self>,
        how: Normalisation,
        memory: Memory,
    ) -> Normalised<Self> {
        let running = [running_mean, running_variance];
        composed::normalise::<Self>(x, [scale, shift], running, how, memory)
    }

    /// The gradients of `x`, `scale` and `shift`; `mean` and `variance` as [`Kernels::normalise`]
    /// gave them.
    fn normalise_gradient(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        mean: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        how: Normalisation,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let statistics = [mean, variance];
        composed::normalise_gradient::<Self>(x, [scale, shift], statistics, gradient, how)
    }

    /// Batch norm by given statistics, `[channels]` like `scale` and `shift`, and an activation.
    fn normalise_by(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        mean: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        how: Normalisation,
    ) -> FloatTensor<Self> {
        let y = Self::batch_norm(x, scale, shift, mean, variance, f64::from(how.epsilon));
        composed::activate::<Self>(y, how.activation)
    }

    /// For each part of the logits x, with target t, the mean of −t ln σ(x) − (1 − t) ln(1 − σ(x)):
    /// their sum, `[1]`, each, `[parts]`, and the sum's gradient.
    fn cross_entropy(
        logits: FloatTensor<Self>,
        targets: Targets,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        composed::cross_entropy::<Self>(logits, targets)
    }

    /// One update of many weights by Adam or AdamW: the weights, the means of the gradients and those
    /// of their squares.
    fn adam(
        #[extension_type] weights: Many<Self>,
        #[extension_type] gradients: Many<Self>,
        #[extension_type] means: Many<Self>,
        #[extension_type] squares: Many<Self>,
        step: AdamStep,
    ) -> (Many<Self>, Many<Self>, Many<Self>) {
        composed::adam::<Self>(weights, gradients, [means, squares], step)
    }

    /// `a + (b − a) · share`, number by number, of many pairs.
    fn blend(
        #[extension_type] a: Many<Self>,
        #[extension_type] b: Many<Self>,
        share: f32,
    ) -> Many<Self> {
        composed::blend::<Self>(a, b, share)
    }
}
