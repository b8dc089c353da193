//! Batch, layer and instance normalisation.

use super::affine::parameter;
use crate::kernels::{self, Activation, BatchNormOptions, RunningStatisticsUpdate};
use crate::random::Random;
use crate::spec::{LayerSpec, PlannedLayer};
use burn::module::{Module, Param, ParamId};
use burn::tensor::{Device, Tensor};

/// Batch normalisation. The running statistics are plain values of the layer: only `forward`, which
/// borrows it mutably, changes them.
#[derive(Module, Debug)]
pub(super) struct BatchNorm {
    scale: Param<Tensor<1>>,
    shift: Param<Tensor<1>>,
    mean: Param<Tensor<1>>,
    variance: Param<Tensor<1>>,
    momentum: f64,
    epsilon: f64,
}

impl BatchNorm {
    pub fn new(planned: &PlannedLayer, random: &mut Random, device: &Device) -> Self {
        let LayerSpec::BatchNorm {
            momentum,
            epsilon,
            scale_deviation,
        } = planned.spec
        else {
            unreachable!("planned as batch norm")
        };
        let channels = planned.input.channels();
        let scale = (0..channels)
            .map(|_| 1.0 + scale_deviation * random.normal())
            .collect();
        // Statistics are kept off the autodiff device: nothing differentiates them.
        let plain = device.clone().without_autodiff();
        let statistic = |value| {
            Param::initialized(ParamId::new(), Tensor::full([channels], value, &plain))
                .set_require_grad(false)
        };
        Self {
            scale: parameter(scale, [channels], device),
            shift: parameter(vec![0.0; channels], [channels], device),
            mean: statistic(0.0),
            variance: statistic(1.0),
            momentum,
            epsilon,
        }
    }

    /// `groups` equal parts of the batch are each normalised by themselves.
    pub fn forward(&mut self, x: Tensor<4>, groups: usize, activation: Activation) -> Tensor<4> {
        let (y, [mean, variance]) = self.by_batch(x, groups, activation);
        set(&mut self.mean, mean);
        set(&mut self.variance, variance);
        y
    }

    /// The same without remembering: also the running statistics as they would be after it.
    pub fn by_batch(
        &self,
        x: Tensor<4>,
        groups: usize,
        activation: Activation,
    ) -> (Tensor<4>, [Tensor<1>; 2]) {
        let [batch, _, height, width] = x.dims();
        let weights = [self.scale.val(), self.shift.val()];
        // Normalised by the biased variance, remembered by the unbiased one: as PyTorch, Keras and
        // TensorFlow's fused kernel do.
        let count = (batch / groups * height * width) as f64;
        let memory = RunningStatisticsUpdate {
            decay: self.momentum as f32,
            momentum: (1.0 - self.momentum) as f32,
            correction: (count / (count - 1.0).max(1.0)) as f32,
        };
        let running = [self.mean.val(), self.variance.val()];
        kernels::batch_norm_training(x, weights, running, self.how(groups, activation), memory)
    }

    pub fn infer(&self, x: Tensor<4>, activation: Activation) -> Tensor<4> {
        let weights = [self.scale.val(), self.shift.val()];
        let statistics = [self.mean.val(), self.variance.val()];
        kernels::batch_norm_inference(x, weights, statistics, self.how(1, activation))
    }

    fn how(&self, groups: usize, activation: Activation) -> BatchNormOptions {
        BatchNormOptions {
            groups,
            epsilon: self.epsilon as f32,
            activation,
        }
    }

    pub fn take_statistics(&mut self, other: &Self) {
        self.mean = other.mean.clone();
        self.variance = other.variance.clone();
    }
}

fn set(statistic: &mut Param<Tensor<1>>, value: Tensor<1>) {
    *statistic = Param::initialized(statistic.id, value).set_require_grad(false);
}

/// Normalisation of each sample by itself: over channels and pixels (layer) or pixels (instance).
#[derive(Module, Debug)]
pub(super) struct SampleNorm {
    scale: Param<Tensor<1>>,
    shift: Param<Tensor<1>>,
    epsilon: f64,
    over_channels: bool,
}

impl SampleNorm {
    pub fn new(planned: &PlannedLayer, device: &Device) -> Self {
        let (epsilon, over_channels) = match planned.spec {
            LayerSpec::LayerNorm { epsilon } => (epsilon, true),
            LayerSpec::InstanceNorm { epsilon } => (epsilon, false),
            _ => unreachable!("planned as a normalisation of samples"),
        };
        let channels = planned.input.channels();
        Self {
            scale: parameter(vec![1.0; channels], [channels], device),
            shift: parameter(vec![0.0; channels], [channels], device),
            epsilon,
            over_channels,
        }
    }

    pub fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let dims = x.dims();
        let (normal, _) = self.normal(x);
        normal.reshape(dims) * per_channel(&self.scale) + per_channel(&self.shift)
    }

    /// The input gradient: (g − mean(g) − x̂ · mean(g · x̂)) / σ, with g the gradient of x̂.
    pub fn pull_back(&self, x: Tensor<4>, gradient: Tensor<4>) -> Tensor<4> {
        let dims = x.dims();
        let (normal, deviation) = self.normal(x);
        let gradient = (gradient * per_channel(&self.scale)).reshape(normal.dims());
        let along = (gradient.clone() * normal.clone()).mean_dim(1);
        let centred = gradient.clone() - gradient.mean_dim(1);
        ((centred - normal * along) / deviation).reshape(dims)
    }

    /// The numbers that are normalised together as rows, with mean 0 and deviation 1, and the
    /// deviation that they had.
    fn normal(&self, x: Tensor<4>) -> (Tensor<2>, Tensor<2>) {
        let [batch, channels, height, width] = x.dims();
        let groups = if self.over_channels {
            batch
        } else {
            batch * channels
        };
        let rows = x.reshape([groups, batch * channels * height * width / groups]);
        let centred = rows.clone() - rows.mean_dim(1);
        let variance = centred.clone().powi_scalar(2).mean_dim(1);
        let deviation = (variance + self.epsilon).sqrt();
        (centred / deviation.clone(), deviation)
    }
}

fn per_channel(tensor: &Param<Tensor<1>>) -> Tensor<4> {
    let [channels] = tensor.dims();
    tensor.val().reshape([1, channels, 1, 1])
}
