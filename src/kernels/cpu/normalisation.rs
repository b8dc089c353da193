//! Batch norm with the activation behind it.

use super::elementwise::{activate, pull_back, pull_back_scaled, scaled, squares, sum, sums};
use super::scratch::with_scratch;
use crate::kernels::{Activation, Normalisation};
use crate::parallel::{chunks, map};

/// The sizes of a batch.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub batch: usize,
    pub channels: usize,
    /// Pixels of an image.
    pub pixels: usize,
}

impl Sizes {
    /// A channel's pixels in each image of a group.
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

    /// Works on each sample of `to`, on all cores: `work` gets its group, and for each channel the
    /// pixels of both.
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

/// Scales, shifts, means and variances, as slices.
#[derive(Clone, Copy)]
pub struct Numbers<'a> {
    pub scale: &'a [f32],
    pub shift: &'a [f32],
    pub mean: &'a [f32],
    pub variance: &'a [f32],
}

impl Numbers<'_> {
    /// Centre, factor and shift of a channel.
    fn line(&self, group: usize, channel: usize, epsilon: f32) -> [f32; 3] {
        let index = group * self.scale.len() + channel;
        let factor = self.scale[channel] / (self.variance[index] + epsilon).sqrt();
        [self.mean[index], factor, self.shift[channel]]
    }
}

/// The sum of each channel's numbers.
pub fn channel_sums(x: &[f32], sizes: Sizes) -> Vec<f32> {
    map(sizes.channels, |channel| {
        let planes = sizes.planes(x, 0, 1, channel);
        planes.map(sum).sum::<f64>() as f32
    })
}

/// Means and biased variances, `[groups · channels]`.
pub fn statistics(x: &[f32], sizes: Sizes, groups: usize) -> [Vec<f32>; 2] {
    let count = (sizes.batch / groups * sizes.pixels) as f64;
    let pairs = map(groups * sizes.channels, |index| {
        let planes = || sizes.planes(x, index / sizes.channels, groups, index % sizes.channels);
        let sum: f64 = planes().map(sum).sum();
        let mean = (sum / count) as f32;
        let square: f64 = planes().map(|plane| squares(plane, mean)).sum();
        (mean, (square / count) as f32)
    });
    let (means, variances) = pairs.into_iter().unzip();
    [means, variances]
}

/// The batch normalised by these numbers, and activated, into `y`.
pub fn normalise(y: &mut [f32], x: &[f32], sizes: Sizes, numbers: Numbers<'_>, how: Normalisation) {
    sizes.for_each_sample(y, x, how.groups, |group, planes| {
        for (channel, (y, x)) in planes {
            scaled(y, x, numbers.line(group, channel, how.epsilon));
            activate(y, how.activation);
        }
    });
}

/// The gradients of the scale and of the shift; that of the batch, in place of the one behind it.
pub fn gradient(
    gradient: &mut [f32],
    x: &[f32],
    sizes: Sizes,
    numbers: Numbers<'_>,
    how: Normalisation,
) -> [Vec<f32>; 2] {
    if how.activation != Activation::Identity {
        sizes.for_each_sample(gradient, x, how.groups, |group, planes| {
            with_scratch([sizes.pixels], |[y]| {
                let y = &mut y[..sizes.pixels];
                for (channel, (gradient, x)) in planes {
                    scaled(y, x, numbers.line(group, channel, how.epsilon));
                    activate(y, how.activation);
                    pull_back(gradient, y, how.activation);
                }
            });
        });
    }
    // Per group and channel: the sums of g and of g · (x − mean).
    let pairs: Vec<[f64; 2]> = map(how.groups * sizes.channels, |index| {
        let (group, channel) = (index / sizes.channels, index % sizes.channels);
        let planes = sizes
            .planes(gradient, group, how.groups, channel)
            .zip(sizes.planes(x, group, how.groups, channel));
        let mut total = [0.0; 2];
        for (gradient, x) in planes {
            let [sum, along] = sums(gradient, x, numbers.mean[index]);
            total[0] += sum;
            total[1] += along;
        }
        total
    });
    let count = (sizes.batch / how.groups * sizes.pixels) as f64;
    sizes.for_each_sample(gradient, x, how.groups, |group, planes| {
        for (channel, (gradient, x)) in planes {
            let index = group * sizes.channels + channel;
            let [centre, factor, _] = numbers.line(group, channel, how.epsilon);
            let variance = f64::from(numbers.variance[index] + how.epsilon);
            let [sum, along] = pairs[index];
            let (mean, along) = (sum / count, along / count / variance);
            pull_back_scaled(gradient, x, [mean as f32, centre, along as f32, factor]);
        }
    });
    let (mut scale, mut shift) = (vec![0.0; sizes.channels], vec![0.0; sizes.channels]);
    for (index, [sum, along]) in pairs.into_iter().enumerate() {
        let deviation = f64::from(numbers.variance[index] + how.epsilon).sqrt();
        let channel = index % sizes.channels;
        scale[channel] += (along / deviation) as f32;
        shift[channel] += sum as f32;
    }
    [scale, shift]
}
