//! [`Kernels`], a backend extension of burn's: fused operations that each backend may write itself.

use super::{
    Activation, AdamStep, BatchNormOptions, Geometry, RunningStatisticsUpdate, Targets, TensorList,
    grouped, reference,
};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Backend, ExtensionType, backend_extension};

/// A bias per output channel, or none.
#[derive(ExtensionType)]
pub enum Bias<B: Backend> {
    Absent,
    /// `[channels]`.
    PerChannel(FloatTensor<B>),
}

/// What batch norm makes of a batch.
#[derive(ExtensionType)]
pub struct BatchNormOutput<B: Backend> {
    pub y: FloatTensor<B>,
    /// The batch's means, `[groups · channels]`.
    pub mean: FloatTensor<B>,
    /// The batch's biased variances, `[groups · channels]`.
    pub variance: FloatTensor<B>,
    /// The updated running mean, `[channels]`.
    pub running_mean: FloatTensor<B>,
    /// The updated running variance, `[channels]`.
    pub running_variance: FloatTensor<B>,
}

/// The fused operations; defaults are the reference.
#[backend_extension(
    Flex: cfg(feature = "cpu"),
    Cube: cfg(any(feature = "webgpu", feature = "wgpu")),
    Autodiff
)]
pub trait Kernels: Backend {
    /// A convolution: `activation(x ∗ weight + bias)`.
    fn conv(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        #[extension_type] bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        if geometry.groups > 1 {
            return grouped::conv::<Self>(x, weight, bias, geometry, activation);
        }
        reference::conv::<Self>(x, weight, bias, geometry, activation)
    }

    /// A transposed convolution with bias and activation.
    fn conv_transpose(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        #[extension_type] bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        if geometry.groups > 1 {
            return grouped::conv_transpose::<Self>(x, weight, bias, geometry, activation);
        }
        reference::conv_transpose::<Self>(x, weight, bias, geometry, activation)
    }

    /// The gradient of a convolution's weight, the same in both directions: of one side's images and the
    /// gradient of the other's.
    fn weight_gradient(
        large: FloatTensor<Self>,
        small: FloatTensor<Self>,
        geometry: Geometry,
    ) -> FloatTensor<Self> {
        if geometry.groups > 1 {
            return grouped::weight_gradient::<Self>(large, small, geometry);
        }
        reference::weight_gradient::<Self>(large, small, geometry)
    }

    /// The gradient before an activation, from its output `y` and the gradient after it; and its sum per
    /// channel, the bias's gradient.
    fn activation_gradient(
        y: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        activation: Activation,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        reference::activation_gradient::<Self>(y, gradient, activation)
    }

    /// Batch norm by the batch's own statistics, and an activation. `scale`, `shift` and the running
    /// statistics are `[channels]`.
    fn batch_norm_training(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        running_mean: FloatTensor<Self>,
        running_variance: FloatTensor<Self>,
        options: BatchNormOptions,
        update: RunningStatisticsUpdate,
    ) -> BatchNormOutput<Self> {
        let running = [running_mean, running_variance];
        reference::batch_norm_training::<Self>(x, [scale, shift], running, options, update)
    }

    /// The gradients of `x`, `scale` and `shift`; `mean` and `variance` are those of the batch, as
    /// [`Kernels::batch_norm_training`] returned them.
    fn batch_norm_gradient(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        mean: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        options: BatchNormOptions,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let statistics = [mean, variance];
        reference::batch_norm_gradient::<Self>(x, [scale, shift], statistics, gradient, options)
    }

    /// Batch norm by running statistics, `[channels]` like `scale` and `shift`, and an activation.
    fn batch_norm_inference(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        mean: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        options: BatchNormOptions,
    ) -> FloatTensor<Self> {
        let epsilon = f64::from(options.epsilon);
        let y = Self::batch_norm(x, scale, shift, mean, variance, epsilon);
        reference::activate::<Self>(y, options.activation)
    }

    /// Binary cross-entropy with logits x, for each part of them with its target t: the mean of
    /// −t ln σ(x) − (1 − t) ln(1 − σ(x)). Returns the parts' sum, `[1]`, the parts, `[parts]`, and the
    /// sum's gradient.
    fn bce_with_logits(
        logits: FloatTensor<Self>,
        targets: Targets,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        reference::bce_with_logits::<Self>(logits, targets)
    }

    /// One step of Adam or AdamW for many weights: the weights, first moments and second moments after it.
    fn adam(
        #[extension_type] weights: TensorList<Self>,
        #[extension_type] gradients: TensorList<Self>,
        #[extension_type] first_moments: TensorList<Self>,
        #[extension_type] second_moments: TensorList<Self>,
        step: AdamStep,
    ) -> (TensorList<Self>, TensorList<Self>, TensorList<Self>) {
        reference::adam::<Self>(weights, gradients, [first_moments, second_moments], step)
    }

    /// Linear interpolation `a + (b − a) · share`, elementwise, of many pairs of tensors.
    fn lerp(
        #[extension_type] a: TensorList<Self>,
        #[extension_type] b: TensorList<Self>,
        share: f32,
    ) -> TensorList<Self> {
        reference::lerp::<Self>(a, b, share)
    }
}
