//! One layer at work.

use super::affine::{Convolution, Linear};
use super::derivative::derivative;
use super::labels;
use super::normalisation::{BatchNorm, SampleNorm};
use super::pass::Pass;
use super::upsample;
use crate::kernels::Activation;
use crate::random::Random;
use crate::spec::{LayerSpec, PlannedLayer};
use burn::module::Module;
use burn::tensor::{Device, Tensor, activation};

/// A layer: one with weights, or one that only computes.
#[derive(Module, Debug)]
pub(super) enum Layer {
    Linear(Linear),
    Convolution(Convolution),
    BatchNorm(BatchNorm),
    SampleNorm(SampleNorm),
    Plain(Plain),
}

impl Layer {
    pub fn new(planned: &PlannedLayer, random: &mut Random, device: &Device) -> Self {
        match planned.spec {
            LayerSpec::Linear { .. } => Self::Linear(Linear::new(planned, random, device)),
            LayerSpec::Conv { .. } | LayerSpec::ConvTranspose { .. } => {
                Self::Convolution(Convolution::new(planned, random, device))
            }
            LayerSpec::BatchNorm { .. } => Self::BatchNorm(BatchNorm::new(planned, random, device)),
            LayerSpec::LayerNorm { .. } | LayerSpec::InstanceNorm { .. } => {
                Self::SampleNorm(SampleNorm::new(planned, device))
            }
            _ => Self::Plain(Plain {
                spec: planned.spec.clone(),
                output: planned.output.dims(),
            }),
        }
    }

    /// The activation of the layer `next`, if this one can apply it to what it computes.
    pub fn takes_along(&self, next: Option<&Self>) -> Option<Activation> {
        match (self, next?) {
            (Self::Plain(_) | Self::SampleNorm(_), _) => None,
            (_, Self::Plain(next)) => Activation::of(&next.spec),
            _ => None,
        }
    }

    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Plain(_))
    }

    pub fn is_dropout(&self) -> bool {
        matches!(
            self,
            Self::Plain(Plain {
                spec: LayerSpec::Dropout { rate },
                ..
            }) if *rate > 0.0
        )
    }

    /// In training, with an activation that it took along.
    pub fn forward(
        &mut self,
        x: Tensor<4>,
        activation: Activation,
        pass: &mut Pass<'_>,
    ) -> Tensor<4> {
        match self {
            Self::BatchNorm(layer) => layer.forward(x, pass.groups, activation),
            Self::Plain(Plain {
                spec: LayerSpec::Dropout { rate },
                ..
            }) if *rate > 0.0 => {
                let mask = pass.mask(&x, *rate);
                x * mask
            }
            layer => layer.infer(x, activation, pass.labels),
        }
    }

    /// For the output alone, by the statistics of the batch.
    pub fn infer_by_batch(
        &self,
        x: Tensor<4>,
        groups: usize,
        activation: Activation,
        labels: Option<&Tensor<4>>,
    ) -> Tensor<4> {
        match self {
            Self::BatchNorm(layer) => layer.by_batch(x, groups, activation).0,
            layer => layer.infer(x, activation, labels),
        }
    }

    /// The input gradient of [`Layer::infer`] at `x`, from that of its output, as operations that
    /// autodiff can differentiate once more. Batch norm and dropout have none: the plan of a
    /// recipe refuses them where it is needed.
    pub fn pull_back(&self, x: Tensor<4>, gradient: Tensor<4>) -> Tensor<4> {
        match self {
            Self::Linear(layer) => layer.pull_back(gradient),
            Self::Convolution(layer) => layer.pull_back(gradient, x.dims()),
            Self::SampleNorm(layer) => layer.pull_back(x, gradient),
            Self::Plain(layer) => layer.pull_back(x, gradient),
            Self::BatchNorm(_) => gradient,
        }
    }

    /// For the output alone, with an activation that it took along.
    pub fn infer(
        &self,
        x: Tensor<4>,
        activation: Activation,
        labels: Option<&Tensor<4>>,
    ) -> Tensor<4> {
        match self {
            Self::Linear(layer) => layer.forward(x, activation),
            Self::Convolution(layer) => layer.forward(x, activation),
            Self::BatchNorm(layer) => layer.infer(x, activation),
            Self::SampleNorm(layer) => layer.forward(x),
            Self::Plain(layer) => layer.forward(x, labels),
        }
    }
}

/// A layer without weights.
#[derive(Module, Debug)]
pub(super) struct Plain {
    #[module(skip)]
    spec: LayerSpec,
    /// Channels, height and width that come out.
    #[module(skip)]
    output: [usize; 3],
}

impl Plain {
    fn forward(&self, x: Tensor<4>, labels: Option<&Tensor<4>>) -> Tensor<4> {
        match self.spec {
            LayerSpec::Reshape { .. } | LayerSpec::Flatten => {
                let [channels, height, width] = self.output;
                let batch = x.dims()[0];
                x.reshape([batch, channels, height, width])
            }
            LayerSpec::Upsample { mode, .. } => {
                let [_, height, width] = self.output;
                upsample::upsample(x, mode, [height, width])
            }
            LayerSpec::Resize { mode, .. } => {
                let [_, height, width] = self.output;
                upsample::resize(x, mode, [height, width])
            }
            LayerSpec::ConcatLabel => labels::concat(x, labels),
            LayerSpec::Relu => activation::relu(x),
            LayerSpec::LeakyRelu { slope } => {
                // At 0, where a black image and an untrained bias meet, the derivative is the
                // slope, as in PyTorch and TensorFlow; burn's own has 1 there.
                let is_negative = x.clone().lower_equal_scalar(0.0);
                x.clone().mask_where(is_negative, x * slope)
            }
            LayerSpec::Elu => activation::elu(x, 1.0),
            LayerSpec::Silu => activation::silu(x),
            LayerSpec::Gelu => activation::gelu(x),
            LayerSpec::Softplus => activation::softplus(x, 1.0),
            LayerSpec::Tanh => activation::tanh(x),
            LayerSpec::Sigmoid => activation::sigmoid(x),
            // Dropout does nothing here, and the layers with weights are not plain.
            _ => x,
        }
    }
    fn pull_back(&self, x: Tensor<4>, gradient: Tensor<4>) -> Tensor<4> {
        match self.spec {
            LayerSpec::Reshape { .. } | LayerSpec::Flatten => gradient.reshape(x.dims()),
            LayerSpec::Upsample { mode, .. } => {
                let [_, _, rows, columns] = x.dims();
                upsample::pull_back(gradient, mode, [rows, columns])
            }
            LayerSpec::Resize { mode, .. } => {
                let [_, _, rows, columns] = x.dims();
                upsample::resize_back(gradient, mode, [rows, columns])
            }
            LayerSpec::ConcatLabel => labels::pull_back(gradient, x.dims()[1]),
            LayerSpec::Dropout { .. } => gradient,
            _ => match derivative(&self.spec, x) {
                Some(derivative) => gradient * derivative,
                None => gradient,
            },
        }
    }
}
