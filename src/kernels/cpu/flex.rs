//! The kernels of burn's CPU backend, flex.

use super::convolution::Sizes;
use super::elementwise::{self, finish};
use super::normalisation::{self, Numbers};
use super::shared;
use crate::kernels::{
    Activation, AdamStep, Bias, Geometry, Kernels, Many, Memory, Normalisation, Normalised,
    composed,
};
use crate::parallel;
use burn::backend::Flex;
use burn::backend::flex::FlexTensor;
use burn::tensor::{Shape, TensorData};

/// Numbers that one core takes at a time where each is computed by itself.
const CHUNK: usize = 1 << 15;

/// A tensor whose numbers lie one behind the other.
fn dense(tensor: FlexTensor) -> FlexTensor {
    if tensor.as_slice::<f32>().is_some() {
        tensor
    } else {
        tensor.to_contiguous()
    }
}

fn slice(tensor: &FlexTensor) -> &[f32] {
    tensor.as_slice().expect("a dense tensor of f32")
}

fn tensor<const D: usize>(values: Vec<f32>, dims: [usize; D]) -> FlexTensor {
    FlexTensor::from_data(TensorData::new(values, dims))
}

fn like(values: Vec<f32>, shape: Shape) -> FlexTensor {
    FlexTensor::from_data(TensorData::new(values, shape))
}

fn sizes(weight: &FlexTensor, batch: usize, geometry: Geometry) -> Sizes {
    let shape = weight.layout().shape();
    Sizes::new(batch, [shape[1], shape[0]], geometry)
}

fn dense_bias(bias: Bias<Flex>) -> Option<FlexTensor> {
    match bias {
        Bias::Absent => None,
        Bias::PerChannel(bias) => Some(dense(bias)),
    }
}

fn image_sizes(x: &FlexTensor) -> normalisation::Sizes {
    let shape = x.layout().shape();
    normalisation::Sizes {
        batch: shape[0],
        channels: shape[1],
        pixels: shape[2] * shape[3],
    }
}

impl Kernels for Flex {
    fn down(
        x: FlexTensor,
        weight: FlexTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FlexTensor {
        let (x, weight, bias) = (dense(x), dense(weight), dense_bias(bias));
        let sizes = sizes(&weight, x.layout().shape()[0], geometry);
        let [rows, columns] = geometry.small;
        let mut y = parallel::zeros(sizes.batch * sizes.small_image());
        shared::down(&mut y, slice(&x), slice(&weight), sizes, &|image| {
            finish(image, bias.as_ref().map(slice), rows * columns, activation);
        });
        tensor(y, [sizes.batch, sizes.small, rows, columns])
    }

    fn up(
        x: FlexTensor,
        weight: FlexTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FlexTensor {
        let (x, weight, bias) = (dense(x), dense(weight), dense_bias(bias));
        let sizes = sizes(&weight, x.layout().shape()[0], geometry);
        let [rows, columns] = geometry.big;
        let mut y = parallel::zeros(sizes.batch * sizes.big_image());
        shared::up(&mut y, slice(&x), slice(&weight), sizes, &|image| {
            finish(image, bias.as_ref().map(slice), rows * columns, activation);
        });
        tensor(y, [sizes.batch, sizes.big, rows, columns])
    }

    fn weight_gradient(big: FlexTensor, small: FlexTensor, geometry: Geometry) -> FlexTensor {
        let (big, small) = (dense(big), dense(small));
        let [images, small_images] = [&big, &small].map(|images| images.layout().shape());
        let sizes = Sizes::new(images[0], [images[1], small_images[1]], geometry);
        let gradient = shared::weight_gradient(slice(&big), slice(&small), sizes);
        let [rows, columns] = geometry.kernel;
        tensor(gradient, [sizes.small, sizes.big, rows, columns])
    }

    fn activation_gradient(
        y: FlexTensor,
        gradient: FlexTensor,
        activation: Activation,
    ) -> (FlexTensor, FlexTensor) {
        let (y, mut gradient) = (dense(y), dense_whole(gradient));
        let sizes = image_sizes(&y);
        let image = sizes.channels * sizes.pixels;
        if activation != Activation::Identity {
            let y = slice(&y);
            parallel::chunks(gradient.storage_mut(), image, |sample, gradient| {
                elementwise::pull_back(gradient, &y[sample * image..], activation);
            });
        }
        let sums = normalisation::channel_sums(slice(&gradient), sizes);
        (gradient, tensor(sums, [sizes.channels]))
    }

    fn normalise(
        x: FlexTensor,
        scale: FlexTensor,
        shift: FlexTensor,
        running_mean: FlexTensor,
        running_variance: FlexTensor,
        how: Normalisation,
        memory: Memory,
    ) -> Normalised<Self> {
        let (x, scale, shift) = (dense(x), dense(scale), dense(shift));
        let sizes = image_sizes(&x);
        let [mean, variance] = normalisation::statistics(slice(&x), sizes, how.groups);
        let numbers = Numbers {
            scale: slice(&scale),
            shift: slice(&shift),
            mean: &mean,
            variance: &variance,
        };
        let mut y = parallel::zeros(slice(&x).len());
        normalisation::normalise(&mut y, slice(&x), sizes, numbers, how);
        let length = [mean.len()];
        let [mean, variance] = [mean, variance].map(|values| tensor(values, length));
        let statistics = [mean.clone(), variance.clone()];
        let running = [running_mean, running_variance];
        let [running_mean, running_variance] =
            composed::remember::<Self>(running, statistics, how.groups, memory);
        Normalised {
            y: like(y, x.layout().shape().clone()),
            mean,
            variance,
            running_mean,
            running_variance,
        }
    }

    fn normalise_gradient(
        x: FlexTensor,
        scale: FlexTensor,
        shift: FlexTensor,
        mean: FlexTensor,
        variance: FlexTensor,
        gradient: FlexTensor,
        how: Normalisation,
    ) -> (FlexTensor, FlexTensor, FlexTensor) {
        let (x, mut gradient) = (dense(x), dense_whole(gradient));
        let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(dense);
        let sizes = image_sizes(&x);
        let numbers = Numbers {
            scale: slice(&scale),
            shift: slice(&shift),
            mean: slice(&mean),
            variance: slice(&variance),
        };
        let [scale, shift] =
            normalisation::gradient(gradient.storage_mut(), slice(&x), sizes, numbers, how);
        (
            gradient,
            tensor(scale, [sizes.channels]),
            tensor(shift, [sizes.channels]),
        )
    }

    fn normalise_by(
        x: FlexTensor,
        scale: FlexTensor,
        shift: FlexTensor,
        mean: FlexTensor,
        variance: FlexTensor,
        how: Normalisation,
    ) -> FlexTensor {
        let x = dense(x);
        let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(dense);
        let numbers = Numbers {
            scale: slice(&scale),
            shift: slice(&shift),
            mean: slice(&mean),
            variance: slice(&variance),
        };
        let how = Normalisation { groups: 1, ..how };
        let mut y = parallel::zeros(slice(&x).len());
        normalisation::normalise(&mut y, slice(&x), image_sizes(&x), numbers, how);
        like(y, x.layout().shape().clone())
    }

    fn adam(
        weights: Many<Self>,
        gradients: Many<Self>,
        means: Many<Self>,
        squares: Many<Self>,
        step: AdamStep,
    ) -> (Many<Self>, Many<Self>, Many<Self>) {
        let [mut weights, mut means, mut squares] = [weights, means, squares].map(whole);
        let gradients: Vec<_> = gradients.0.into_iter().map(dense).collect();
        // The three move together: split by hand what `parallel::chunks` splits for one.
        let mut pieces = Vec::new();
        let slots = means.iter_mut().zip(&mut squares);
        for ((weight, gradient), (mean, square)) in weights.iter_mut().zip(&gradients).zip(slots) {
            let [weight, mean, square] =
                [weight, mean, square].map(|it| it.storage_mut::<f32>().chunks_mut(CHUNK));
            let gradient = slice(gradient).chunks(CHUNK);
            pieces.extend(weight.zip(gradient).zip(mean.zip(square)));
        }
        parallel::each(pieces, |((weight, gradient), (mean, square))| {
            elementwise::adam(weight, gradient, [mean, square], step);
        });
        (Many(weights), Many(means), Many(squares))
    }

    fn blend(a: Many<Self>, b: Many<Self>, share: f32) -> Many<Self> {
        let mut a = whole(a);
        let b: Vec<_> = b.0.into_iter().map(dense).collect();
        let mut pieces = Vec::new();
        for (a, b) in a.iter_mut().zip(&b) {
            let a = a.storage_mut::<f32>().chunks_mut(CHUNK);
            pieces.extend(a.zip(slice(b).chunks(CHUNK)));
        }
        parallel::each(pieces, |(a, b)| elementwise::blend(a, b, share));
        Many(a)
    }
}

/// The tensors, to be written to.
fn whole(many: Many<Flex>) -> Vec<FlexTensor> {
    many.0.into_iter().map(dense_whole).collect()
}

/// A tensor whose storage is its numbers and no more, to be written to.
fn dense_whole(tensor: FlexTensor) -> FlexTensor {
    let tensor = dense(tensor);
    if tensor.storage::<f32>().len() == slice(&tensor).len() {
        return tensor;
    }
    like(slice(&tensor).to_vec(), tensor.layout().shape().clone())
}
