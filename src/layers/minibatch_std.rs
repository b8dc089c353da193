//! The minibatch standard deviation (Karras et al. 2018, section 3).

use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};
use serde::{Deserialize, Serialize};

/// Most images in a group.
const LARGEST_GROUP: usize = 4096;

/// Added to the variance before its root.
const EPSILON: f64 = 1e-8;

/// Appends how much the images of a group differ: the standard deviation of each number over the group,
/// averaged, the same for all its images and pixels. A discriminator so sees that a generator draws the same
/// image again and again. Groups are those of StyleGAN2's `MinibatchStdLayer`: in a batch of 8, images 0, 2, 4
/// and 6 are a group of 4, the others another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinibatchStd {
    /// Images in a group; the whole batch where that is smaller.
    #[serde(default = "four", skip_serializing_if = "is_four")]
    pub group: usize,
    /// Channels that are appended, each the mean over an equal part of the channels.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub features: usize,
}

fn four() -> usize {
    4
}

fn is_four(group: &usize) -> bool {
    *group == four()
}

fn one() -> usize {
    1
}

fn is_one(features: &usize) -> bool {
    *features == one()
}

/// How a batch is grouped: its parts, each with groups of its own, the images of a group, and the groups of a
/// part.
#[derive(Clone, Copy)]
struct Groups {
    parts: usize,
    images: usize,
    count: usize,
}

impl MinibatchStd {
    /// Whether a batch of so many images consists of whole groups.
    pub(crate) fn divides(&self, batch: usize) -> bool {
        batch.is_multiple_of(self.group.min(batch).max(1))
    }

    /// A recipe's batches consist of whole groups; of any other batch the groups are as large as they can
    /// be all the same.
    fn groups(&self, batch: usize, parts: usize) -> Groups {
        let batch = batch / parts;
        let sizes = 1..=self.group.min(batch);
        let images = sizes.rev().find(|size| batch.is_multiple_of(*size));
        let images = images.unwrap_or(1);
        Groups {
            parts,
            images,
            count: batch / images,
        }
    }

    /// What a group's images are apart from their mean, and the root of each number's variance, both
    /// `[parts, groups, numbers, images or 1]`.
    fn spread<T: Ops>(x: T, groups: Groups) -> (T, T) {
        let [batch, channels, height, width] = x.dims();
        let numbers = channels * height * width;
        let Groups {
            parts,
            images,
            count,
        } = groups;
        debug_assert_eq!(batch, parts * images * count);
        let x = x.reshape([parts, images, count, numbers]);
        let x = x.permute([0, 2, 3, 1]);
        let apart = x.clone().sub(x.mean_rows());
        let variance = apart.clone().mul(apart.clone()).mean_rows();
        (apart, variance.add_scalar(EPSILON).sqrt())
    }
}

impl Layer for MinibatchStd {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let Self { group, features } = *self;
        if !(1..=LARGEST_GROUP).contains(&group) {
            return Err(sentence!(
                "a group of {group} is not 1 to {most}",
                group,
                most = LARGEST_GROUP
            ));
        }
        let channels = input.channels();
        if features == 0 || !channels.is_multiple_of(features) {
            return Err(sentence!(
                "{channels} channels are not in {features} equal parts",
                channels,
                features
            ));
        }
        Ok(match input {
            Shape::Flat(_) => Shape::Flat(channels + features),
            Shape::Image([_, height, width]) => {
                Shape::Image([channels + features, height, width])
            }
        })
    }

    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let [batch, channels, height, width] = x.dims();
        let groups = self.groups(batch, run.groups.unwrap_or(1));
        let Groups {
            parts,
            images,
            count,
        } = groups;
        let (_, deviation) = Self::spread(x.clone(), groups);
        let numbers = channels * height * width / self.features;
        let means = deviation.reshape([parts, count, self.features, numbers]);
        let means = means.mean_rows().reshape([parts, 1, count, self.features]);
        let means = means.expand([parts, images, count, self.features]);
        let means = means.reshape([batch, self.features, 1, 1]);
        let appended = means.expand([batch, self.features, height, width]);
        T::cat(vec![x, appended])
    }

    /// Of what is appended: its gradient's mean over the group's images and pixels, times
    /// (x − mean) / deviation and one part's share of the channels. What comes through the mean cancels.
    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let dims = x.dims();
        let [batch, channels, height, width] = dims;
        let groups = self.groups(batch, 1);
        let Groups {
            parts,
            images,
            count,
        } = groups;
        let pixels = height * width;
        let numbers = channels * pixels / self.features;
        let share = self.features as f64 / channels as f64;
        let straight = gradient.clone().narrow(0, channels);
        let appended = gradient.narrow(channels, self.features);
        let sums = appended.reshape([batch, self.features, 1, pixels]);
        let sums = sums.mean_rows().reshape([parts, images, count, self.features]);
        let sums = sums.permute([0, 2, 3, 1]).mean_rows().mul_scalar(share);
        let sums = sums.expand([parts, count, self.features, numbers]);
        let sums = sums.reshape([parts, count, self.features * numbers, 1]);
        let (apart, deviation) = Self::spread(x, groups);
        let through = apart.mul(sums.div(deviation)).permute([0, 3, 1, 2]);
        straight.add(through.reshape(dims))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernels::Activation;
    use crate::layers::{Around, LayerSpec, PlannedLayer};
    use crate::ops::Buffer;

    const X: [f32; 16] = [
        0.5, -1.0, 2.0, 0.25, 1.5, 0.75, -0.5, 1.0, -2.0, 0.0, 1.25, -0.75, 0.1, 3.0, -1.5, 0.6,
    ];

    fn planned(group: usize, features: usize) -> PlannedLayer {
        let scale = Scale {
            width: 1,
            image: [1, 1, 1],
            classes: None,
        };
        let layer: LayerSpec = MinibatchStd { group, features }.into();
        PlannedLayer::new(&layer, Shape::Image([2, 1, 2]), &scale).unwrap()
    }

    fn at<T>(layer: &PlannedLayer) -> At<'_, T> {
        At {
            layer,
            tensors: &[],
            epilogue: Activation::Identity,
            around: Around::labels(None),
        }
    }

    fn forward(layer: &PlannedLayer, x: &[f32], parts: usize) -> Vec<f32> {
        let mut run = Run::inference();
        run.groups = Some(parts);
        let x = Buffer::new(x.to_vec(), [x.len() / 4, 2, 1, 2]);
        layer.spec.forward(x, &at(layer), &mut run).into_values()
    }

    fn close(found: &[f32], expected: &[f32]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            let apart = (found - expected).abs();
            assert!(apart <= 1e-5 * expected.abs().max(1.0), "{found}, not {expected}");
        }
    }

    /// The numbers that come out of each of the four images.
    fn images(y: &[f32], channels: usize) -> Vec<&[f32]> {
        y.chunks_exact(channels * 2).collect()
    }

    #[test]
    fn it_is_that_of_stylegan2() {
        // MinibatchStdLayer(group, features) of NVlabs/stylegan2-ada-pytorch, and the gradient by x of
        // Σ (i + 1) · yᵢ, in double precision.
        for (group, features, deviations, gradient) in [
            (2, 2, &TWO_OF_TWO[..], &TWO_OF_TWO_X),
            (4, 1, &ONE_OF_FOUR[..], &ONE_OF_FOUR_X),
        ] {
            let layer = planned(group, features);
            let y = forward(&layer, &X, 1);
            for (index, image) in images(&y, 2 + features).iter().enumerate() {
                let appended = &deviations[index % (deviations.len() / (2 * features)) * 2 * features..];
                close(&image[..4], &X[index * 4..][..4]);
                close(&image[4..], &appended[..2 * features]);
            }
            let weights: Vec<f32> = (0..y.len()).map(|place| (place + 1) as f32).collect();
            let [x, weights] = [(X.to_vec(), 2), (weights, 2 + features)]
                .map(|(values, channels)| Buffer::new(values, [4, channels, 1, 2]));
            let found = layer.spec.vjp(x, weights, &at(&layer)).into_values();
            close(&found, gradient);
        }
    }

    #[test]
    fn the_parts_of_a_batch_have_groups_of_their_own() {
        let layer = planned(2, 1);
        let [first, second] = [&X[..8], &X[8..]].map(|half| forward(&layer, half, 1));
        assert_eq!(forward(&layer, &X, 2), [first, second].concat());
        assert_ne!(forward(&layer, &X, 1), forward(&layer, &X, 2));
    }

    #[test]
    fn a_group_is_never_larger_than_its_batch() {
        assert_eq!(forward(&planned(4096, 1), &X, 1), forward(&planned(4, 1), &X, 1));
        // Three images are one group, however the recipe's batches are grouped.
        assert_eq!(
            forward(&planned(4, 1), &X[..12], 1),
            forward(&planned(3, 1), &X[..12], 1)
        );
        let alone = forward(&planned(4, 1), &X[..4], 1);
        close(&alone, &[0.5, -1.0, 2.0, 0.25, 1e-4, 1e-4]);
    }

    #[cfg(feature = "cpu")]
    #[test]
    fn burns_tensors_have_the_same_gradient() {
        use burn::tensor::{Device, Tensor, TensorData};
        let device = Device::flex().autodiff();
        let x = Tensor::<4>::from_data(TensorData::new(X.to_vec(), [4, 2, 1, 2]), &device);
        let x = x.require_grad();
        let layer = planned(4, 1);
        let y = layer.spec.forward(x.clone(), &at(&layer), &mut Run::inference());
        let weights: Vec<f32> = (1..=24).map(|place| place as f32).collect();
        let weights = Tensor::<4>::from_data(TensorData::new(weights, [4, 3, 1, 2]), &device);
        let gradient = x.grad(&(y * weights).sum().backward()).unwrap();
        let gradient: Vec<f32> = gradient.into_data().try_into_vec().unwrap();
        close(&gradient, &ONE_OF_FOUR_X);
    }

    /// Of the images 0 and 2, then of 1 and 3: two channels of two pixels.
    const TWO_OF_TWO: [f32; 8] = [0.875, 0.875, 0.4375, 0.4375, 0.9125, 0.9125, 0.35, 0.35];
    const TWO_OF_TWO_X: [f32; 16] = [
        14.5, -11.5, 18.5, 19.5, 30.5, -11.5, 34.5, 35.499996,
        3.5, 31.5, 3.5000007, 4.5000005, 3.5000002, 47.5, 3.5000005, 4.500003,
    ];
    const ONE_OF_FOUR: [f32; 2] = [1.195339, 1.195339];
    const ONE_OF_FOUR_X: [f32; 16] = [
        3.6999426, -6.3091245, 11.834074, 3.720533, 15.384032, 8.307745, 4.746557, 18.104542,
        1.4897186, 10.614801, 19.90782, 4.541855, 19.426306, 31.386578, 11.51155, 25.63307,
    ];
}
