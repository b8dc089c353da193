//! The reference: every kernel composed of burn's own operations, for backends that do not write it
//! themselves. The tests hold the others to it.

use super::{
    Activation, AdamStep, BatchNormOptions, BatchNormOutput, Bias, Geometry,
    RunningStatisticsUpdate, Targets, TensorList,
};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Backend, FloatDType, Scalar, TensorMetadata, get_device_settings};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions};
use burn::tensor::{Shape, Slice};

fn scalar(value: f32) -> Scalar {
    Scalar::Float(f64::from(value))
}

/// Padding after the last row and column of the large side; negative where the kernel does not reach them.
fn end_padding(geometry: Geometry) -> [isize; 2] {
    [0, 1].map(|axis| {
        let reach = (geometry.small[axis] - 1) * geometry.stride[axis] + geometry.kernel[axis];
        reach as isize - (geometry.padding[axis] + geometry.large[axis]) as isize
    })
}

/// The first `rows` and columns.
fn crop<B: Backend>(x: FloatTensor<B>, [rows, columns]: [usize; 2]) -> FloatTensor<B> {
    let shape = x.shape();
    if [shape[2], shape[3]] == [rows, columns] {
        return x;
    }
    let until = [shape[0], shape[1], rows, columns];
    let slices = until.map(|end| Slice::new(0, Some(end as isize), 1));
    B::float_slice(x, &slices)
}

/// Without the rows and columns that the kernel does not reach.
fn crop_unreached<B: Backend>(large: FloatTensor<B>, geometry: Geometry) -> FloatTensor<B> {
    let unused = end_padding(geometry).map(|padding| (-padding).max(0) as usize);
    crop::<B>(
        large,
        [0, 1].map(|axis| geometry.large[axis] - unused[axis]),
    )
}

fn conv_options(geometry: Geometry) -> ConvOptions<2> {
    let end = end_padding(geometry).map(|padding| padding.max(0) as usize);
    ConvOptions::new_with_padding(
        geometry.stride,
        [0, 1].map(|axis| (geometry.padding[axis], end[axis])),
        [1, 1],
        1,
    )
}

fn optional<B: Backend>(bias: Bias<B>) -> Option<FloatTensor<B>> {
    match bias {
        Bias::PerChannel(bias) => Some(bias),
        Bias::Absent => None,
    }
}

pub fn conv<B: Backend>(
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    bias: Bias<B>,
    geometry: Geometry,
    activation: Activation,
) -> FloatTensor<B> {
    let x = crop_unreached::<B>(x, geometry);
    let y = B::conv2d(x, weight, optional(bias), conv_options(geometry));
    activate::<B>(y, activation)
}

/// burn crops the output by the same padding at both ends, and `padding_out` adds rows at the end only:
/// where more is to be cropped there, the rest is sliced off.
pub fn conv_transpose<B: Backend>(
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    bias: Bias<B>,
    geometry: Geometry,
    activation: Activation,
) -> FloatTensor<B> {
    let end_padding = end_padding(geometry);
    let options = ConvTransposeOptions::new(
        geometry.stride,
        geometry.padding,
        [0, 1].map(|axis| (geometry.padding[axis] as isize - end_padding[axis]).max(0) as usize),
        [1, 1],
        1,
    );
    let y = B::conv_transpose2d(x, weight, optional(bias), options);
    activate::<B>(crop::<B>(y, geometry.large), activation)
}

pub fn weight_gradient<B: Backend>(
    large: FloatTensor<B>,
    small: FloatTensor<B>,
    geometry: Geometry,
) -> FloatTensor<B> {
    let [rows, columns] = geometry.kernel;
    let shape = Shape::new([small.shape()[1], large.shape()[1], rows, columns]);
    // Only its shape is used.
    let weight = B::float_zeros(shape, &large.device(), FloatDType::F32);
    B::conv2d_weight_backward(
        crop_unreached::<B>(large, geometry),
        weight,
        small,
        conv_options(geometry),
    )
}

pub fn activate<B: Backend>(x: FloatTensor<B>, activation: Activation) -> FloatTensor<B> {
    match activation {
        Activation::Identity => x,
        Activation::Relu => B::relu(x),
        Activation::LeakyRelu { slope } => {
            let below = B::float_mul_scalar(x.clone(), scalar(slope));
            B::float_mask_where(x.clone(), not_above_zero::<B>(x), below)
        }
        Activation::Tanh => B::float_tanh(x),
        Activation::Sigmoid => B::sigmoid(x),
    }
}

fn not_above_zero<B: Backend>(x: FloatTensor<B>) -> burn::backend::tensor::BoolTensor<B> {
    let dtype = get_device_settings::<B>(&x.device()).bool_dtype;
    B::float_lower_equal_elem(x, scalar(0.0), dtype)
}

/// The gradient before an activation of output `y`.
fn pre_activation_gradient<B: Backend>(
    y: FloatTensor<B>,
    gradient: FloatTensor<B>,
    activation: Activation,
) -> FloatTensor<B> {
    match activation {
        Activation::Identity => gradient,
        Activation::Relu => B::relu_backward(y, gradient),
        Activation::LeakyRelu { slope } => {
            let below = B::float_mul_scalar(gradient.clone(), scalar(slope));
            B::float_mask_where(gradient, not_above_zero::<B>(y), below)
        }
        Activation::Tanh => {
            let square = B::float_mul(y.clone(), y);
            let derivative = B::float_add_scalar(B::float_neg(square), scalar(1.0));
            B::float_mul(gradient, derivative)
        }
        Activation::Sigmoid => B::sigmoid_backward(y, gradient),
    }
}

pub fn activation_gradient<B: Backend>(
    y: FloatTensor<B>,
    gradient: FloatTensor<B>,
    activation: Activation,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let gradient = pre_activation_gradient::<B>(y, gradient, activation);
    (gradient.clone(), channel_sums::<B>(gradient))
}

/// `[channels]`.
fn channel_sums<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let channels = x.shape()[1];
    let sums = B::float_sum_dims(x, &[0, 2, 3]);
    B::float_reshape(sums, Shape::new([channels]))
}

/// `tensor` in `groups` equal parts along its first dimension.
fn split<B: Backend>(tensor: FloatTensor<B>, groups: usize) -> Vec<FloatTensor<B>> {
    if groups == 1 {
        return vec![tensor];
    }
    let part = tensor.shape()[0] / groups;
    (0..groups)
        .map(|group| {
            let (start, end) = (group * part, (group + 1) * part);
            let slice = Slice::new(start as isize, Some(end as isize), 1);
            B::float_slice(tensor.clone(), &[slice])
        })
        .collect()
}

fn join<B: Backend>(mut parts: Vec<FloatTensor<B>>) -> FloatTensor<B> {
    if parts.len() == 1 {
        return parts.remove(0);
    }
    B::float_cat(parts, 0)
}

pub fn batch_norm_training<B: Backend>(
    x: FloatTensor<B>,
    [scale, shift]: [FloatTensor<B>; 2],
    running: [FloatTensor<B>; 2],
    options: BatchNormOptions,
    update: RunningStatisticsUpdate,
) -> BatchNormOutput<B> {
    let (mut y, mut means, mut variances) = (Vec::new(), Vec::new(), Vec::new());
    for x in split::<B>(x, options.groups) {
        let epsilon = f64::from(options.epsilon);
        let result = B::batch_norm_train(x, scale.clone(), shift.clone(), epsilon);
        y.push(activate::<B>(result.output, options.activation));
        means.push(result.mean);
        variances.push(result.variance);
    }
    let [y, mean, variance] = [y, means, variances].map(join::<B>);
    let statistics = [mean.clone(), variance.clone()];
    let [running_mean, running_variance] =
        update_running_statistics::<B>(running, statistics, options.groups, update);
    BatchNormOutput {
        y,
        mean,
        variance,
        running_mean,
        running_variance,
    }
}

pub fn batch_norm_gradient<B: Backend>(
    x: FloatTensor<B>,
    [scale, shift]: [FloatTensor<B>; 2],
    [mean, variance]: [FloatTensor<B>; 2],
    gradient: FloatTensor<B>,
    options: BatchNormOptions,
) -> (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>) {
    let epsilon = f64::from(options.epsilon);
    let statistics = split::<B>(mean, options.groups)
        .into_iter()
        .zip(split::<B>(variance, options.groups));
    let parts = split::<B>(x, options.groups)
        .into_iter()
        .zip(split::<B>(gradient, options.groups));
    let (mut x_gradient, mut weights) = (Vec::new(), None);
    for ((x, gradient), (mean, variance)) in parts.zip(statistics) {
        let gradient = match options.activation {
            Activation::Identity => gradient,
            activation => {
                let (scale, shift) = (scale.clone(), shift.clone());
                let statistics = (mean.clone(), variance.clone());
                let y = B::batch_norm(x.clone(), scale, shift, statistics.0, statistics.1, epsilon);
                pre_activation_gradient::<B>(activate::<B>(y, activation), gradient, activation)
            }
        };
        let result =
            B::batch_norm_train_backward(x, scale.clone(), mean, variance, epsilon, gradient);
        x_gradient.push(result.x_grad);
        weights = Some(match weights {
            None => (result.gamma_grad, result.beta_grad),
            Some((scale, shift)) => (
                B::float_add(scale, result.gamma_grad),
                B::float_add(shift, result.beta_grad),
            ),
        });
    }
    let (scale, shift) = weights.expect("at least one group");
    (join::<B>(x_gradient), scale, shift)
}

/// The running statistics after each group of a batch in turn.
pub fn update_running_statistics<B: Backend>(
    [mut mean, mut variance]: [FloatTensor<B>; 2],
    [means, variances]: [FloatTensor<B>; 2],
    groups: usize,
    update: RunningStatisticsUpdate,
) -> [FloatTensor<B>; 2] {
    let groups = split::<B>(means, groups)
        .into_iter()
        .zip(split::<B>(variances, groups));
    for (new_mean, new_variance) in groups {
        let unbiased = B::float_mul_scalar(new_variance, scalar(update.correction));
        mean = moving_average::<B>(mean, new_mean, [update.decay, update.momentum]);
        variance = moving_average::<B>(variance, unbiased, [update.decay, update.momentum]);
    }
    [mean, variance]
}

pub fn bce_with_logits<B: Backend>(
    logits: FloatTensor<B>,
    targets: Targets,
) -> (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>) {
    let (mut losses, mut gradients) = (Vec::new(), Vec::new());
    for (x, target) in split::<B>(logits, targets.parts)
        .into_iter()
        .zip(targets.targets)
    {
        let count = x.shape().num_elements() as f32;
        // ln(1 + e^x), without overflow.
        let softplus = B::float_neg(B::log_sigmoid(B::float_neg(x.clone())));
        let loss = B::float_sub(softplus, B::float_mul_scalar(x.clone(), scalar(target)));
        losses.push(B::float_mul_scalar(
            B::float_mean(loss),
            scalar(targets.share),
        ));
        // σ(x) − t, in a form without cancellation where the two are close.
        let factor = targets.share / count;
        let above = B::float_mul_scalar(B::sigmoid(x.clone()), scalar((1.0 - target) * factor));
        let below = B::float_mul_scalar(B::sigmoid(B::float_neg(x)), scalar(target * factor));
        gradients.push(B::float_sub(above, below));
    }
    let losses = join::<B>(losses);
    (B::float_sum(losses.clone()), losses, join::<B>(gradients))
}

pub fn adam<B: Backend>(
    weights: TensorList<B>,
    gradients: TensorList<B>,
    [first_moments, second_moments]: [TensorList<B>; 2],
    step: AdamStep,
) -> (TensorList<B>, TensorList<B>, TensorList<B>) {
    let slots = first_moments.0.into_iter().zip(second_moments.0);
    let updates = weights.0.into_iter().zip(gradients.0).zip(slots);
    let (weights, slots): (_, Vec<_>) = updates
        .map(|((weight, gradient), slots)| adam_one::<B>(weight, gradient, slots.into(), step))
        .unzip();
    let (first_moments, second_moments) = slots.into_iter().unzip();
    (
        TensorList(weights),
        TensorList(first_moments),
        TensorList(second_moments),
    )
}

fn adam_one<B: Backend>(
    weight: FloatTensor<B>,
    gradient: FloatTensor<B>,
    [first_moment, second_moment]: [FloatTensor<B>; 2],
    step: AdamStep,
) -> (FloatTensor<B>, (FloatTensor<B>, FloatTensor<B>)) {
    let squared = B::float_mul(gradient.clone(), gradient.clone());
    let first_moment =
        moving_average::<B>(first_moment, gradient, [step.beta1, step.one_minus_beta1]);
    let second_moment =
        moving_average::<B>(second_moment, squared, [step.beta2, step.one_minus_beta2]);
    let root = B::float_mul_scalar(
        B::float_sqrt(second_moment.clone()),
        scalar(step.inverse_sqrt_correction2),
    );
    let change = B::float_div(
        B::float_mul_scalar(first_moment.clone(), scalar(step.step_size)),
        B::float_add_scalar(root, scalar(step.epsilon)),
    );
    let weight = match step.decay_factor {
        1.0 => weight,
        keep => B::float_mul_scalar(weight, scalar(keep)),
    };
    (B::float_sub(weight, change), (first_moment, second_moment))
}

fn moving_average<B: Backend>(
    old: FloatTensor<B>,
    new: FloatTensor<B>,
    [keep, take]: [f32; 2],
) -> FloatTensor<B> {
    B::float_add(
        B::float_mul_scalar(old, scalar(keep)),
        B::float_mul_scalar(new, scalar(take)),
    )
}

pub fn lerp<B: Backend>(a: TensorList<B>, b: TensorList<B>, share: f32) -> TensorList<B> {
    let interpolated = a.0.into_iter().zip(b.0).map(|(a, b)| {
        let change = B::float_mul_scalar(B::float_sub(b, a.clone()), scalar(share));
        B::float_add(a, change)
    });
    TensorList(interpolated.collect())
}
