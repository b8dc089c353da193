//! The kernels for Flex, burn's CPU backend.

use super::batch_norm::{self, BatchNormTensors};
use super::convolution::ConvShape;
use super::elementwise::{self, epilogue};
use super::offload;
use crate::kernels::{
    Activation, AdamStep, BatchNormOptions, BatchNormOutput, Bias, Geometry, Kernels,
    RunningStatisticsUpdate, TensorList, grouped, reference,
};
use crate::parallel;
use burn::backend::Flex;
use burn::backend::flex::FlexTensor;
use burn::tensor::{Shape, TensorData};

/// Elements that one core takes at a time in elementwise updates.
const CHUNK: usize = 1 << 15;

/// The tensor, contiguous.
fn contiguous(tensor: FlexTensor) -> FlexTensor {
    if tensor.as_slice::<f32>().is_some() {
        tensor
    } else {
        tensor.to_contiguous()
    }
}

fn slice(tensor: &FlexTensor) -> &[f32] {
    tensor.as_slice().expect("a contiguous f32 tensor")
}

fn tensor<const D: usize>(values: Vec<f32>, dims: [usize; D]) -> FlexTensor {
    FlexTensor::from_data(TensorData::new(values, dims))
}

fn with_shape(values: Vec<f32>, shape: Shape) -> FlexTensor {
    FlexTensor::from_data(TensorData::new(values, shape))
}

fn conv_shape(weight: &FlexTensor, batch: usize, geometry: Geometry) -> ConvShape {
    let shape = weight.layout().shape();
    ConvShape::new(batch, [shape[1], shape[0]], geometry)
}

fn contiguous_bias(bias: Bias<Flex>) -> Option<FlexTensor> {
    match bias {
        Bias::Absent => None,
        Bias::PerChannel(bias) => Some(contiguous(bias)),
    }
}

fn image_shape(x: &FlexTensor) -> batch_norm::ImageShape {
    let shape = x.layout().shape();
    batch_norm::ImageShape {
        batch: shape[0],
        channels: shape[1],
        pixels: shape[2] * shape[3],
    }
}

impl Kernels for Flex {
    fn conv(
        x: FlexTensor,
        weight: FlexTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FlexTensor {
        if geometry.groups > 1 {
            return grouped::conv::<Self>(x, weight, bias, geometry, activation);
        }
        let (x, weight, bias) = (contiguous(x), contiguous(weight), contiguous_bias(bias));
        let shape = conv_shape(&weight, x.layout().shape()[0], geometry);
        let [rows, columns] = geometry.small;
        let mut y = parallel::zeros(shape.batch * shape.small_image());
        offload::conv(&mut y, slice(&x), slice(&weight), shape, &|image| {
            epilogue(image, bias.as_ref().map(slice), rows * columns, activation);
        });
        tensor(y, [shape.batch, shape.small_channels, rows, columns])
    }

    fn conv_transpose(
        x: FlexTensor,
        weight: FlexTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FlexTensor {
        if geometry.groups > 1 {
            return grouped::conv_transpose::<Self>(x, weight, bias, geometry, activation);
        }
        let (x, weight, bias) = (contiguous(x), contiguous(weight), contiguous_bias(bias));
        let shape = conv_shape(&weight, x.layout().shape()[0], geometry);
        let [rows, columns] = geometry.large;
        let mut y = parallel::zeros(shape.batch * shape.large_image());
        offload::conv_transpose(&mut y, slice(&x), slice(&weight), shape, &|image| {
            epilogue(image, bias.as_ref().map(slice), rows * columns, activation);
        });
        tensor(y, [shape.batch, shape.large_channels, rows, columns])
    }

    fn weight_gradient(large: FlexTensor, small: FlexTensor, geometry: Geometry) -> FlexTensor {
        if geometry.groups > 1 {
            return grouped::weight_gradient::<Self>(large, small, geometry);
        }
        let (large, small) = (contiguous(large), contiguous(small));
        let [images, small_images] = [&large, &small].map(|images| images.layout().shape());
        let shape = ConvShape::new(images[0], [images[1], small_images[1]], geometry);
        let gradient = offload::weight_gradient(slice(&large), slice(&small), shape);
        let [rows, columns] = geometry.kernel;
        tensor(
            gradient,
            [shape.small_channels, shape.large_channels, rows, columns],
        )
    }

    fn activation_gradient(
        y: FlexTensor,
        gradient: FlexTensor,
        activation: Activation,
    ) -> (FlexTensor, FlexTensor) {
        let (y, mut gradient) = (contiguous(y), owned(gradient));
        let shape = image_shape(&y);
        let image = shape.channels * shape.pixels;
        if activation != Activation::Identity {
            let y = slice(&y);
            parallel::chunks(gradient.storage_mut(), image, |sample, gradient| {
                elementwise::activation_gradient(gradient, &y[sample * image..], activation);
            });
        }
        let sums = batch_norm::channel_sums(slice(&gradient), shape);
        (gradient, tensor(sums, [shape.channels]))
    }

    fn batch_norm_training(
        x: FlexTensor,
        scale: FlexTensor,
        shift: FlexTensor,
        running_mean: FlexTensor,
        running_variance: FlexTensor,
        options: BatchNormOptions,
        update: RunningStatisticsUpdate,
    ) -> BatchNormOutput<Self> {
        let (x, scale, shift) = (contiguous(x), contiguous(scale), contiguous(shift));
        let shape = image_shape(&x);
        let [mean, variance] = batch_norm::statistics(slice(&x), shape, options.groups);
        let tensors = BatchNormTensors {
            scale: slice(&scale),
            shift: slice(&shift),
            mean: &mean,
            variance: &variance,
        };
        let mut y = parallel::zeros(slice(&x).len());
        batch_norm::normalise(&mut y, slice(&x), shape, tensors, options);
        let length = [mean.len()];
        let [mean, variance] = [mean, variance].map(|values| tensor(values, length));
        let statistics = [mean.clone(), variance.clone()];
        let running = [running_mean, running_variance];
        let [running_mean, running_variance] = reference::update_running_statistics::<Self>(
            running,
            statistics,
            options.groups,
            update,
        );
        BatchNormOutput {
            y: with_shape(y, x.layout().shape().clone()),
            mean,
            variance,
            running_mean,
            running_variance,
        }
    }

    fn batch_norm_gradient(
        x: FlexTensor,
        scale: FlexTensor,
        shift: FlexTensor,
        mean: FlexTensor,
        variance: FlexTensor,
        gradient: FlexTensor,
        options: BatchNormOptions,
    ) -> (FlexTensor, FlexTensor, FlexTensor) {
        let (x, mut gradient) = (contiguous(x), owned(gradient));
        let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(contiguous);
        let shape = image_shape(&x);
        let tensors = BatchNormTensors {
            scale: slice(&scale),
            shift: slice(&shift),
            mean: slice(&mean),
            variance: slice(&variance),
        };
        let [scale, shift] =
            batch_norm::gradient(gradient.storage_mut(), slice(&x), shape, tensors, options);
        (
            gradient,
            tensor(scale, [shape.channels]),
            tensor(shift, [shape.channels]),
        )
    }

    fn batch_norm_inference(
        x: FlexTensor,
        scale: FlexTensor,
        shift: FlexTensor,
        mean: FlexTensor,
        variance: FlexTensor,
        options: BatchNormOptions,
    ) -> FlexTensor {
        let x = contiguous(x);
        let [scale, shift, mean, variance] = [scale, shift, mean, variance].map(contiguous);
        let tensors = BatchNormTensors {
            scale: slice(&scale),
            shift: slice(&shift),
            mean: slice(&mean),
            variance: slice(&variance),
        };
        let options = BatchNormOptions {
            groups: 1,
            ..options
        };
        let mut y = parallel::zeros(slice(&x).len());
        batch_norm::normalise(&mut y, slice(&x), image_shape(&x), tensors, options);
        with_shape(y, x.layout().shape().clone())
    }

    fn adam(
        weights: TensorList<Self>,
        gradients: TensorList<Self>,
        first_moments: TensorList<Self>,
        second_moments: TensorList<Self>,
        step: AdamStep,
    ) -> (TensorList<Self>, TensorList<Self>, TensorList<Self>) {
        let [mut weights, mut first_moments, mut second_moments] =
            [weights, first_moments, second_moments].map(owned_list);
        let gradients: Vec<_> = gradients.0.into_iter().map(contiguous).collect();
        // `parallel::chunks` splits one tensor; here three are split alike.
        let mut chunks = Vec::new();
        let slots = first_moments.iter_mut().zip(&mut second_moments);
        for ((weight, gradient), (first_moment, second_moment)) in
            weights.iter_mut().zip(&gradients).zip(slots)
        {
            let [weight, first_moment, second_moment] = [weight, first_moment, second_moment]
                .map(|it| it.storage_mut::<f32>().chunks_mut(CHUNK));
            let gradient = slice(gradient).chunks(CHUNK);
            chunks.extend(weight.zip(gradient).zip(first_moment.zip(second_moment)));
        }
        parallel::each(
            chunks,
            |((weight, gradient), (first_moment, second_moment))| {
                elementwise::adam(weight, gradient, [first_moment, second_moment], step);
            },
        );
        (
            TensorList(weights),
            TensorList(first_moments),
            TensorList(second_moments),
        )
    }

    fn lerp(a: TensorList<Self>, b: TensorList<Self>, share: f32) -> TensorList<Self> {
        let mut a = owned_list(a);
        let b: Vec<_> = b.0.into_iter().map(contiguous).collect();
        let mut chunks = Vec::new();
        for (a, b) in a.iter_mut().zip(&b) {
            let a = a.storage_mut::<f32>().chunks_mut(CHUNK);
            chunks.extend(a.zip(slice(b).chunks(CHUNK)));
        }
        parallel::each(chunks, |(a, b)| elementwise::lerp(a, b, share));
        TensorList(a)
    }
}

/// The tensors, each ready for writing in place.
fn owned_list(list: TensorList<Flex>) -> Vec<FlexTensor> {
    list.0.into_iter().map(owned).collect()
}

/// A contiguous tensor whose storage holds nothing else, ready for writing in place.
fn owned(tensor: FlexTensor) -> FlexTensor {
    let tensor = contiguous(tensor);
    if tensor.storage::<f32>().len() == slice(&tensor).len() {
        return tensor;
    }
    with_shape(slice(&tensor).to_vec(), tensor.layout().shape().clone())
}
