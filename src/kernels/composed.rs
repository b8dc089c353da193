//! Every kernel, composed of burn's own operations: for backends that do not write it themselves,
//! and what the others are tested against.

use super::{
    Activation, AdamStep, Bias, Geometry, Many, Memory, Normalisation, Normalised, Targets,
};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Backend, FloatDType, Scalar, TensorMetadata, get_device_settings};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions};
use burn::tensor::{Shape, Slice};

fn scalar(value: f32) -> Scalar {
    Scalar::Float(f64::from(value))
}

/// Rows and columns behind the last place of the kernel that the big side is short of; negative
/// where it has more.
fn missing(geometry: Geometry) -> [isize; 2] {
    [0, 1].map(|axis| {
        let reach = (geometry.small[axis] - 1) * geometry.stride[axis] + geometry.kernel[axis];
        reach as isize - (geometry.before[axis] + geometry.big[axis]) as isize
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

/// Without the rows and columns that no place of the kernel reaches.
fn reached<B: Backend>(big: FloatTensor<B>, geometry: Geometry) -> FloatTensor<B> {
    let unused = missing(geometry).map(|missing| (-missing).max(0) as usize);
    crop::<B>(big, [0, 1].map(|axis| geometry.big[axis] - unused[axis]))
}

fn options(geometry: Geometry) -> ConvOptions<2> {
    let after = missing(geometry).map(|missing| missing.max(0) as usize);
    ConvOptions::new_with_padding(
        geometry.stride,
        [0, 1].map(|axis| (geometry.before[axis], after[axis])),
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

pub fn down<B: Backend>(
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    bias: Bias<B>,
    geometry: Geometry,
    activation: Activation,
) -> FloatTensor<B> {
    let x = reached::<B>(x, geometry);
    let y = B::conv2d(x, weight, optional(bias), options(geometry));
    activate::<B>(y, activation)
}

/// burn cuts as much at the end as at the start, and adds rows behind the end: where more is to be
/// cut there, the rest is sliced off.
pub fn up<B: Backend>(
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    bias: Bias<B>,
    geometry: Geometry,
    activation: Activation,
) -> FloatTensor<B> {
    let missing = missing(geometry);
    let options = ConvTransposeOptions::new(
        geometry.stride,
        geometry.before,
        [0, 1].map(|axis| (geometry.before[axis] as isize - missing[axis]).max(0) as usize),
        [1, 1],
        1,
    );
    let y = B::conv_transpose2d(x, weight, optional(bias), options);
    activate::<B>(crop::<B>(y, geometry.big), activation)
}

pub fn weight_gradient<B: Backend>(
    big: FloatTensor<B>,
    small: FloatTensor<B>,
    geometry: Geometry,
) -> FloatTensor<B> {
    let [rows, columns] = geometry.kernel;
    let shape = Shape::new([small.shape()[1], big.shape()[1], rows, columns]);
    // Only its shape is looked at.
    let weight = B::float_zeros(shape, &big.device(), FloatDType::F32);
    B::conv2d_weight_backward(
        reached::<B>(big, geometry),
        weight,
        small,
        options(geometry),
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
fn before_activation<B: Backend>(
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
    let gradient = before_activation::<B>(y, gradient, activation);
    (gradient.clone(), channel_sums::<B>(gradient))
}

/// `[channels]`.
fn channel_sums<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let channels = x.shape()[1];
    let sums = B::float_sum_dims(x, &[0, 2, 3]);
    B::float_reshape(sums, Shape::new([channels]))
}

/// `tensor` in `groups` parts along its first dimension.
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

pub fn normalise<B: Backend>(
    x: FloatTensor<B>,
    [scale, shift]: [FloatTensor<B>; 2],
    running: [FloatTensor<B>; 2],
    how: Normalisation,
    memory: Memory,
) -> Normalised<B> {
    let (mut y, mut means, mut variances) = (Vec::new(), Vec::new(), Vec::new());
    for x in split::<B>(x, how.groups) {
        let epsilon = f64::from(how.epsilon);
        let result = B::batch_norm_train(x, scale.clone(), shift.clone(), epsilon);
        y.push(activate::<B>(result.output, how.activation));
        means.push(result.mean);
        variances.push(result.variance);
    }
    let [y, mean, variance] = [y, means, variances].map(join::<B>);
    let statistics = [mean.clone(), variance.clone()];
    let [running_mean, running_variance] = remember::<B>(running, statistics, how.groups, memory);
    Normalised {
        y,
        mean,
        variance,
        running_mean,
        running_variance,
    }
}

pub fn normalise_gradient<B: Backend>(
    x: FloatTensor<B>,
    [scale, shift]: [FloatTensor<B>; 2],
    [mean, variance]: [FloatTensor<B>; 2],
    gradient: FloatTensor<B>,
    how: Normalisation,
) -> (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>) {
    let epsilon = f64::from(how.epsilon);
    let statistics = split::<B>(mean, how.groups)
        .into_iter()
        .zip(split::<B>(variance, how.groups));
    let parts = split::<B>(x, how.groups)
        .into_iter()
        .zip(split::<B>(gradient, how.groups));
    let (mut x_gradient, mut weights) = (Vec::new(), None);
    for ((x, gradient), (mean, variance)) in parts.zip(statistics) {
        let gradient = match how.activation {
            Activation::Identity => gradient,
            activation => {
                let (scale, shift) = (scale.clone(), shift.clone());
                let statistics = (mean.clone(), variance.clone());
                let y = B::batch_norm(x.clone(), scale, shift, statistics.0, statistics.1, epsilon);
                before_activation::<B>(activate::<B>(y, activation), gradient, activation)
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

/// Running statistics after another batch, of each of its groups in turn.
pub fn remember<B: Backend>(
    [mut mean, mut variance]: [FloatTensor<B>; 2],
    [means, variances]: [FloatTensor<B>; 2],
    groups: usize,
    memory: Memory,
) -> [FloatTensor<B>; 2] {
    let groups = split::<B>(means, groups)
        .into_iter()
        .zip(split::<B>(variances, groups));
    for (new_mean, new_variance) in groups {
        let unbiased = B::float_mul_scalar(new_variance, scalar(memory.correction));
        mean = follow::<B>(mean, new_mean, [memory.keep, memory.take]);
        variance = follow::<B>(variance, unbiased, [memory.keep, memory.take]);
    }
    [mean, variance]
}

pub fn cross_entropy<B: Backend>(
    logits: FloatTensor<B>,
    told: Targets,
) -> (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>) {
    let (mut losses, mut gradients) = (Vec::new(), Vec::new());
    for (x, target) in split::<B>(logits, told.parts).into_iter().zip(told.targets) {
        let count = x.shape().num_elements() as f32;
        // ln(1 + e^x), without overflow.
        let softplus = B::float_neg(B::log_sigmoid(B::float_neg(x.clone())));
        let loss = B::float_sub(softplus, B::float_mul_scalar(x.clone(), scalar(target)));
        losses.push(B::float_mul_scalar(B::float_mean(loss), scalar(told.share)));
        // σ(x) − t, which would cancel where the two are close.
        let factor = told.share / count;
        let above = B::float_mul_scalar(B::sigmoid(x.clone()), scalar((1.0 - target) * factor));
        let below = B::float_mul_scalar(B::sigmoid(B::float_neg(x)), scalar(target * factor));
        gradients.push(B::float_sub(above, below));
    }
    let losses = join::<B>(losses);
    (B::float_sum(losses.clone()), losses, join::<B>(gradients))
}

pub fn adam<B: Backend>(
    weights: Many<B>,
    gradients: Many<B>,
    [means, squares]: [Many<B>; 2],
    step: AdamStep,
) -> (Many<B>, Many<B>, Many<B>) {
    let slots = means.0.into_iter().zip(squares.0);
    let updates = weights.0.into_iter().zip(gradients.0).zip(slots);
    let (weights, slots): (_, Vec<_>) = updates
        .map(|((weight, gradient), slots)| adam_one::<B>(weight, gradient, slots.into(), step))
        .unzip();
    let (means, squares) = slots.into_iter().unzip();
    (Many(weights), Many(means), Many(squares))
}

fn adam_one<B: Backend>(
    weight: FloatTensor<B>,
    gradient: FloatTensor<B>,
    [mean, square]: [FloatTensor<B>; 2],
    step: AdamStep,
) -> (FloatTensor<B>, (FloatTensor<B>, FloatTensor<B>)) {
    let squared = B::float_mul(gradient.clone(), gradient.clone());
    let mean = follow::<B>(mean, gradient, [step.keep_mean, step.take_mean]);
    let square = follow::<B>(square, squared, [step.keep_square, step.take_square]);
    let root = B::float_mul_scalar(B::float_sqrt(square.clone()), scalar(step.root));
    let change = B::float_div(
        B::float_mul_scalar(mean.clone(), scalar(step.rate)),
        B::float_add_scalar(root, scalar(step.epsilon)),
    );
    let weight = match step.keep_weight {
        1.0 => weight,
        keep => B::float_mul_scalar(weight, scalar(keep)),
    };
    (B::float_sub(weight, change), (mean, square))
}

fn follow<B: Backend>(
    old: FloatTensor<B>,
    new: FloatTensor<B>,
    [keep, take]: [f32; 2],
) -> FloatTensor<B> {
    B::float_add(
        B::float_mul_scalar(old, scalar(keep)),
        B::float_mul_scalar(new, scalar(take)),
    )
}

pub fn blend<B: Backend>(a: Many<B>, b: Many<B>, share: f32) -> Many<B> {
    let blended = a.0.into_iter().zip(b.0).map(|(a, b)| {
        let change = B::float_mul_scalar(B::float_sub(b, a.clone()), scalar(share));
        B::float_add(a, change)
    });
    Many(blended.collect())
}
