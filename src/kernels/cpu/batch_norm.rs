//! Batch norm with a fused activation.

use super::elementwise::{
    activate, activation_gradient, affine, batch_norm_input_gradient, squared_deviations, sum,
    sum_and_centred_dot,
};
use super::scratch::with_scratch;
use crate::kernels::{Activation, BatchNormOptions};
use crate::parallel::{chunks, map};

/// The shape of a batch of images, NCHW.
#[derive(Debug, Clone, Copy)]
pub struct ImageShape {
    pub batch: usize,
    pub channels: usize,
    /// Height · width.
    pub pixels: usize,
}

impl ImageShape {
    /// A channel's plane in each image of a group.
    fn planes<'a>(
        &self,
        values: &'a [f32],
        group: usize,
        groups: usize,
        channel: usize,
    ) -> impl Iterator<Item = &'a [f32]> + use<'a> {
        let image = self.channels * self.pixels;
        let length = self.batch / groups * image;
        let (start, pixels) = (channel * self.pixels, self.pixels);
        values[group * length..(group + 1) * length]
            .chunks_exact(image)
            .map(move |image| &image[start..start + pixels])
    }

    /// Calls `work` for each sample, on all cores, with its group and the planes of `to` and `from` for
    /// each channel.
    fn for_each_sample(
        &self,
        to: &mut [f32],
        from: &[f32],
        groups: usize,
        work: impl Fn(usize, &mut dyn Iterator<Item = (usize, (&mut [f32], &[f32]))>) + Sync,
    ) {
        let image = self.channels * self.pixels;
        chunks(to, image, |sample, to| {
            let from = from[sample * image..].chunks_exact(self.pixels);
            let planes = to.chunks_exact_mut(self.pixels).zip(from);
            work(sample / (self.batch / groups), &mut planes.enumerate());
        });
    }
}

/// The parameters and statistics of batch norm: scale and shift (PyTorch's weight and bias), mean and
/// biased variance.
#[derive(Clone, Copy)]
pub struct BatchNormTensors<'a> {
    pub scale: &'a [f32],
    pub shift: &'a [f32],
    pub mean: &'a [f32],
    pub variance: &'a [f32],
}

impl BatchNormTensors<'_> {
    /// Mean, factor and shift of a channel.
    fn affine(&self, group: usize, channel: usize, epsilon: f32) -> [f32; 3] {
        let index = group * self.scale.len() + channel;
        let factor = self.scale[channel] / (self.variance[index] + epsilon).sqrt();
        [self.mean[index], factor, self.shift[channel]]
    }
}

/// The sum of each channel.
pub fn channel_sums(x: &[f32], shape: ImageShape) -> Vec<f32> {
    map(shape.channels, |channel| {
        let planes = shape.planes(x, 0, 1, channel);
        planes.map(sum).sum::<f64>() as f32
    })
}

/// Means and biased variances, `[groups · channels]`.
pub fn statistics(x: &[f32], shape: ImageShape, groups: usize) -> [Vec<f32>; 2] {
    let count = (shape.batch / groups * shape.pixels) as f64;
    let pairs = map(groups * shape.channels, |index| {
        let planes = || shape.planes(x, index / shape.channels, groups, index % shape.channels);
        let sum: f64 = planes().map(sum).sum();
        let mean = (sum / count) as f32;
        let square: f64 = planes().map(|plane| squared_deviations(plane, mean)).sum();
        (mean, (square / count) as f32)
    });
    let (means, variances) = pairs.into_iter().unzip();
    [means, variances]
}

/// Writes the normalised and activated batch to `y`.
pub fn normalise(
    y: &mut [f32],
    x: &[f32],
    shape: ImageShape,
    tensors: BatchNormTensors<'_>,
    options: BatchNormOptions,
) {
    shape.for_each_sample(y, x, options.groups, |group, planes| {
        for (channel, (y, x)) in planes {
            affine(y, x, tensors.affine(group, channel, options.epsilon));
            activate(y, options.activation);
        }
    });
}

/// Turns the gradient of the output into that of the input, in place; returns the gradients of scale
/// and shift.
pub fn gradient(
    gradient: &mut [f32],
    x: &[f32],
    shape: ImageShape,
    tensors: BatchNormTensors<'_>,
    options: BatchNormOptions,
) -> [Vec<f32>; 2] {
    if options.activation != Activation::Identity {
        shape.for_each_sample(gradient, x, options.groups, |group, planes| {
            with_scratch([shape.pixels], |[y]| {
                let y = &mut y[..shape.pixels];
                for (channel, (gradient, x)) in planes {
                    affine(y, x, tensors.affine(group, channel, options.epsilon));
                    activate(y, options.activation);
                    activation_gradient(gradient, y, options.activation);
                }
            });
        });
    }
    // Per group and channel: the sums of g and of g · (x − mean).
    let pairs: Vec<[f64; 2]> = map(options.groups * shape.channels, |index| {
        let (group, channel) = (index / shape.channels, index % shape.channels);
        let planes = shape
            .planes(gradient, group, options.groups, channel)
            .zip(shape.planes(x, group, options.groups, channel));
        let mut total = [0.0; 2];
        for (gradient, x) in planes {
            let [sum, slope] = sum_and_centred_dot(gradient, x, tensors.mean[index]);
            total[0] += sum;
            total[1] += slope;
        }
        total
    });
    let count = (shape.batch / options.groups * shape.pixels) as f64;
    shape.for_each_sample(gradient, x, options.groups, |group, planes| {
        for (channel, (gradient, x)) in planes {
            let index = group * shape.channels + channel;
            let [centre, factor, _] = tensors.affine(group, channel, options.epsilon);
            let variance = f64::from(tensors.variance[index] + options.epsilon);
            let [sum, slope] = pairs[index];
            let (mean, slope) = (sum / count, slope / count / variance);
            batch_norm_input_gradient(gradient, x, [mean as f32, centre, slope as f32, factor]);
        }
    });
    let (mut scale, mut shift) = (vec![0.0; shape.channels], vec![0.0; shape.channels]);
    for (index, [sum, slope]) in pairs.into_iter().enumerate() {
        let deviation = f64::from(tensors.variance[index] + options.epsilon).sqrt();
        let channel = index % shape.channels;
        scale[channel] += (slope / deviation) as f32;
        shift[channel] += sum as f32;
    }
    [scale, shift]
}
