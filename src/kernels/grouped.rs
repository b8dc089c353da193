//! Convolutions in groups, each a convolution of its own, on any backend: the channels of a group lie
//! side by side, so that all it takes is cutting and joining.

use super::{Activation, Bias, Geometry, Kernels};
use burn::backend::TensorMetadata;
use burn::backend::tensor::FloatTensor;
use burn::tensor::Slice;

/// One group of a convolution.
fn single(geometry: Geometry) -> Geometry {
    Geometry {
        groups: 1,
        ..geometry
    }
}

/// The part of `tensor` that belongs to `group`, along an axis.
fn part<B: Kernels>(
    tensor: &FloatTensor<B>,
    axis: usize,
    group: usize,
    groups: usize,
) -> FloatTensor<B> {
    let sides = tensor.shape();
    let length = sides[axis] / groups;
    let slices = (0..sides.num_dims()).map(|other| {
        let (start, end) = if other == axis {
            (group * length, (group + 1) * length)
        } else {
            (0, sides[other])
        };
        Slice::new(start as isize, Some(end as isize), 1)
    });
    B::float_slice(tensor.clone(), &slices.collect::<Vec<_>>())
}

/// `one` of the two convolutions, group by group.
fn convolve<B: Kernels>(
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    bias: Bias<B>,
    geometry: Geometry,
    one: impl Fn(FloatTensor<B>, FloatTensor<B>, Bias<B>, Geometry) -> FloatTensor<B>,
) -> FloatTensor<B> {
    let groups = geometry.groups;
    let parts = (0..groups).map(|group| {
        let bias = match &bias {
            Bias::Absent => Bias::Absent,
            Bias::PerChannel(bias) => Bias::PerChannel(part::<B>(bias, 0, group, groups)),
        };
        let (x, weight) = (
            part::<B>(&x, 1, group, groups),
            part::<B>(&weight, 0, group, groups),
        );
        one(x, weight, bias, single(geometry))
    });
    B::float_cat(parts.collect(), 1)
}

/// A convolution.
pub fn conv<B: Kernels>(
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    bias: Bias<B>,
    geometry: Geometry,
    activation: Activation,
) -> FloatTensor<B> {
    convolve::<B>(x, weight, bias, geometry, |x, weight, bias, geometry| {
        B::conv(x, weight, bias, geometry, activation)
    })
}

/// A transposed convolution.
pub fn conv_transpose<B: Kernels>(
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    bias: Bias<B>,
    geometry: Geometry,
    activation: Activation,
) -> FloatTensor<B> {
    convolve::<B>(x, weight, bias, geometry, |x, weight, bias, geometry| {
        B::conv_transpose(x, weight, bias, geometry, activation)
    })
}

/// The gradient of the weight.
pub fn weight_gradient<B: Kernels>(
    large: FloatTensor<B>,
    small: FloatTensor<B>,
    geometry: Geometry,
) -> FloatTensor<B> {
    let groups = geometry.groups;
    let parts = (0..groups).map(|group| {
        let [large, small] = [&large, &small].map(|side| part::<B>(side, 1, group, groups));
        B::weight_gradient(large, small, single(geometry))
    });
    B::float_cat(parts.collect(), 0)
}
