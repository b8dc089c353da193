//! Channelwise reductions: batch norm, and the gradients of activations and biases.

use super::launch::{ActivatedShader, PIECEWISE_LINEAR, Shader, activated_shader, empty, part};
use crate::kernels::{Activation, BatchNormOptions, BatchNormOutput, RunningStatisticsUpdate};
use burn_cubecl::CubeBackend;
use burn_cubecl::tensor::CubeTensor;

const COMMON: &str = include_str!("shaders/channelwise.wgsl");

static ACTIVATION_GRADIENT: Shader = Shader {
    name: "activation_gradient",
    sources: &[
        PIECEWISE_LINEAR,
        COMMON,
        include_str!("shaders/activation_gradient.wgsl"),
    ],
    buffers: 4,
    workgroup_size: 256,
};

static BATCH_NORM_TRAINING: ActivatedShader = activated_shader!(
    ["batch_norm_training", "batch_norm_training_smooth"],
    7,
    256,
    COMMON,
    include_str!("shaders/batch_norm_training.wgsl")
);

static BATCH_NORM_GRADIENT: ActivatedShader = activated_shader!(
    ["batch_norm_gradient", "batch_norm_gradient_smooth"],
    8,
    256,
    COMMON,
    include_str!("shaders/batch_norm_gradient.wgsl")
);

static BATCH_NORM_INFERENCE: ActivatedShader = activated_shader!(
    ["batch_norm_inference", "batch_norm_inference_smooth"],
    6,
    256,
    COMMON,
    include_str!("shaders/batch_norm_inference.wgsl")
);

/// How a tensor's channels are distributed over invocations.
struct Channelwise {
    /// Samples of a group, channels, pixels, groups.
    size: [usize; 4],
    /// Invocations of a channel, and those of them that share a sample's pixels: powers of two.
    lanes: usize,
    pixel_lanes: usize,
}

impl Channelwise {
    fn of(x: &CubeTensor, groups: usize) -> Self {
        let shape = x.meta.shape();
        let pixels = shape[2] * shape[3];
        let samples = shape[0] / groups;
        // About a hundred elements an invocation: with fewer the final reduction takes longer.
        let lanes = (samples * pixels / 128).clamp(1, 256);
        let lanes = 1 << lanes.ilog2();
        Self {
            size: [samples, shape[1], pixels, groups],
            lanes,
            pixel_lanes: lanes.min(pixels.next_power_of_two()),
        }
    }

    /// As small as possible: see `channelwise.wgsl`.
    fn workgroup_size(&self) -> usize {
        if self.lanes <= 64 { 64 } else { 256 }
    }

    /// Runs a shader; `stride` is that between two results in one buffer.
    fn run(
        &self,
        shader: &'static Shader,
        [inputs, outputs]: [&[&CubeTensor]; 2],
        (activation, epsilon): (Activation, f32),
        stride: usize,
        update: [f32; 3],
    ) {
        let parameter = ActivatedShader::parameter(activation);
        // The derivative where the output is y: coefficients of 1, y and y², and the limit up to which
        // it is the activation's parameter instead.
        let (coefficients, limit) = match activation {
            Activation::Tanh => ([1.0, 0.0, -1.0], f32::MIN),
            Activation::Sigmoid => ([0.0, 1.0, -1.0], f32::MIN),
            _ => ([1.0, 0.0, 0.0], 0.0),
        };
        let [one, linear, square] = coefficients.map(f32::to_bits);
        let [decay, momentum, correction] = update.map(f32::to_bits);
        let [samples, channels, pixels, parts] = self.size.map(|size| size as u32);
        let words = [
            samples,
            channels,
            pixels,
            parts,
            self.lanes as u32,
            self.pixel_lanes as u32,
            stride as u32,
            0,
            one,
            linear,
            square,
            parameter.to_bits(),
            limit.to_bits(),
            epsilon.to_bits(),
            0,
            0,
            decay,
            momentum,
            correction,
            0,
        ];
        let blocks = self.size[1].div_ceil(self.workgroup_size() / self.lanes);
        let groups = [blocks, 1, 1];
        shader.run_by(
            self.workgroup_size() as u32,
            groups,
            [inputs, outputs],
            &words,
        );
    }
}

/// See [`crate::kernels::Kernels::activation_gradient`].
pub fn activation_gradient(
    y: &CubeTensor,
    gradient: &CubeTensor,
    activation: Activation,
) -> (CubeTensor, CubeTensor) {
    let channels = Channelwise::of(y, 1);
    let sums = empty(y, [channels.size[1]]);
    let shape = y.meta.shape();
    let before = empty(y, [shape[0], shape[1], shape[2], shape[3]]);
    let buffers: [&[&CubeTensor]; 2] = [&[y, gradient], &[&before, &sums]];
    channels.run(
        &ACTIVATION_GRADIENT,
        buffers,
        (activation, 0.0),
        0,
        [0.0; 3],
    );
    (before, sums)
}

/// See [`crate::kernels::Kernels::batch_norm_training`].
pub fn batch_norm_training(
    x: &CubeTensor,
    [scale, shift]: [&CubeTensor; 2],
    running: [&CubeTensor; 2],
    options: BatchNormOptions,
    update: RunningStatisticsUpdate,
) -> BatchNormOutput<CubeBackend> {
    let channels = Channelwise::of(x, options.groups);
    let shape = x.meta.shape();
    let y = empty(x, [shape[0], shape[1], shape[2], shape[3]]);
    let of_groups = options.groups * shape[1];
    // One buffer for all statistics, because of the limit of eight.
    let stride = aligned(x, of_groups);
    let statistics = empty(x, [4 * stride]);
    channels.run(
        BATCH_NORM_TRAINING.of(options.activation),
        [
            &[x, scale, shift, running[0], running[1]],
            &[&y, &statistics],
        ],
        (options.activation, options.epsilon),
        stride,
        [update.decay, update.momentum, update.correction],
    );
    let part = |number: usize, count| part(&statistics, number * stride, count);
    BatchNormOutput {
        y,
        mean: part(0, of_groups),
        variance: part(1, of_groups),
        running_mean: part(2, shape[1]),
        running_variance: part(3, shape[1]),
    }
}

/// `count`, padded so that what follows can be bound.
fn aligned(x: &CubeTensor, count: usize) -> usize {
    let alignment = x.client.properties().memory.alignment as usize / size_of::<f32>();
    count.next_multiple_of(alignment.max(1))
}

/// See [`crate::kernels::Kernels::batch_norm_gradient`].
pub fn batch_norm_gradient(
    x: &CubeTensor,
    weights: [&CubeTensor; 2],
    statistics: [&CubeTensor; 2],
    gradient: &CubeTensor,
    options: BatchNormOptions,
) -> (CubeTensor, CubeTensor, CubeTensor) {
    let channels = Channelwise::of(x, options.groups);
    let shape = x.meta.shape();
    let of_x = empty(x, [shape[0], shape[1], shape[2], shape[3]]);
    // One buffer for both, because of the limit of eight.
    let stride = aligned(x, shape[1]);
    let of_weights = empty(x, [2 * stride]);
    let ([scale, shift], [mean, variance]) = (weights, statistics);
    channels.run(
        BATCH_NORM_GRADIENT.of(options.activation),
        [
            &[x, scale, shift, mean, variance, gradient],
            &[&of_x, &of_weights],
        ],
        (options.activation, options.epsilon),
        stride,
        [0.0; 3],
    );
    let [scale, shift] = [0, stride].map(|start| part(&of_weights, start, shape[1]));
    (of_x, scale, shift)
}

/// See [`crate::kernels::Kernels::batch_norm_inference`].
pub fn batch_norm_inference(
    x: &CubeTensor,
    [scale, shift]: [&CubeTensor; 2],
    [mean, variance]: [&CubeTensor; 2],
    options: BatchNormOptions,
) -> CubeTensor {
    let channels = Channelwise::of(x, 1);
    let shape = x.meta.shape();
    let y = empty(x, [shape[0], shape[1], shape[2], shape[3]]);
    channels.run(
        BATCH_NORM_INFERENCE.of(options.activation),
        [&[x, scale, shift, mean, variance], &[&y]],
        (options.activation, options.epsilon),
        0,
        [0.0; 3],
    );
    y
}
