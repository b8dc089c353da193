//! Batch normalisation.

use super::form::form;
use super::checks::{positive_epsilon};
use super::tensor_spec::{Initial, scale_and_shift};
use super::{At, Layer, Run, PlannedLayer, ChannelAffine, TensorSpec};
use crate::kernels::{Activation, BatchNormOptions, RunningStatisticsUpdate};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// Batch normalisation (Ioffe and Szegedy 2015): per channel, over batch and pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchNorm {
    /// What the running statistics keep of themselves a step, as TensorFlow and Keras count:
    /// 0.9 here is 0.1 in PyTorch.
    pub momentum: f64,
    /// Added to the variance.
    pub epsilon: f64,
    /// Deviation of the initial scales around 1 (DCGAN in PyTorch: 0.02).
    pub scale_deviation: f32,
}

form!(BatchNorm { momentum = 0.9, epsilon = 1e-5, scale_deviation = 0.0 });

impl Layer for BatchNorm {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let Self {
            momentum,
            epsilon,
            scale_deviation,
        } = *self;
        check_momentum(momentum)?;
        if !(scale_deviation.is_finite() && scale_deviation >= 0.0) {
            return Err(sentence!(
                "a scale deviation of {scale_deviation} is not a finite number of 0 or more",
                scale_deviation
            ));
        }
        positive_epsilon(epsilon)?;
        Ok(input)
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        let channels = at.input.channels();
        let mut tensors = scale_and_shift(at);
        tensors[0].initial = Initial::AroundOne {
            deviation: self.scale_deviation,
        };
        for (role, value) in [("mean", 0.0), ("variance", 1.0)] {
            let statistic = TensorSpec::constant(role, vec![channels], value);
            tensors.push(TensorSpec {
                is_trained: false,
                ..statistic
            });
        }
        tensors
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let [scale, shift, mean, variance] = [0, 1, 2, 3].map(|role| &at.tensors[role]);
        let (weights, running) = ([scale, shift], [mean, variance]);
        normalise(self, x, weights, running, at.epilogue, run)
    }

    /// None that could be of use: see [`Layer::why_no_vjp`].
    fn vjp<T: Ops>(&self, _: T, gradient: T, _: &At<'_, T>) -> T {
        gradient
    }

    fn why_no_vjp(&self) -> Option<Sentence> {
        Some(sentence!(
            "makes an image's score depend on the rest of its batch, but the \
                               gradient penalty needs the gradient of each image's own score \
                               (Gulrajani et al. 2017, section 4): leave it out or take layer-norm"
        ))
    }

    fn has_epilogue(&self) -> bool {
        true
    }

    fn as_channel_affine(&self, tensors: &[&[f32]]) -> Option<Vec<ChannelAffine>> {
        let [scales, shifts, means, variances] = tensors else {
            return None;
        };
        let lines = scales.iter().zip(*shifts).zip(means.iter().zip(*variances));
        let lines = lines.map(|((scale, shift), (mean, variance))| ChannelAffine {
            mean: f64::from(*mean),
            scale: f64::from(*scale) / (f64::from(*variance) + self.epsilon).sqrt(),
            shift: f64::from(*shift),
        });
        Some(lines.collect())
    }
}

/// Checks what running statistics keep.
pub(super) fn check_momentum(momentum: f64) -> Result<(), Sentence> {
    if (0.0..=1.0).contains(&momentum) {
        return Ok(());
    }
    Err(sentence!("a momentum of {momentum} is not 0 to 1", momentum))
}

/// Normalises by the batch, which the running statistics then follow, or by these. They are the layer's
/// third and fourth tensors.
pub(super) fn normalise<T: Ops>(
    norm: &BatchNorm,
    x: T,
    weights: [&T; 2],
    running: [&T; 2],
    activation: Activation,
    run: &mut Run<'_, T>,
) -> T {
    let options = BatchNormOptions {
        groups: run.groups.unwrap_or(1),
        epsilon: norm.epsilon as f32,
        activation,
    };
    // Only the engine has statistics of the batch; the modules without it are spared the code.
    let groups = run.groups.filter(|_| cfg!(feature = "engine"));
    let Some(groups) = groups else {
        return x.batch_norm(weights, running, options);
    };
    let [batch, _, height, width] = x.dims();
    // Normalised by the biased variance, remembered by the unbiased one: as PyTorch, Keras and
    // TensorFlow's fused kernel do.
    let count = (batch / groups * height * width) as f64;
    let update = RunningStatisticsUpdate {
        decay: norm.momentum as f32,
        momentum: (1.0 - norm.momentum) as f32,
        correction: (count / (count - 1.0).max(1.0)) as f32,
    };
    let (y, [mean, variance]) = x.batch_norm_train(weights, running, options, update);
    run.running.extend([(2, mean), (3, variance)]);
    y
}
