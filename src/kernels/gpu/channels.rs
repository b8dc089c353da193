//! Activations' gradients and batch norm: work by channel.

use super::launch::{Activated, SHARP, Shader, activated, empty, part};
use crate::kernels::{Activation, Memory, Normalisation, Normalised};
use burn_cubecl::CubeBackend;
use burn_cubecl::tensor::CubeTensor;

const COMMON: &str = include_str!("shaders/channels.wgsl");

static ACTIVATION_GRADIENT: Shader = Shader {
    name: "activation_gradient",
    pieces: &[
        SHARP,
        COMMON,
        include_str!("shaders/activation_gradient.wgsl"),
    ],
    buffers: 4,
    units: 256,
};

static NORMALISE: Activated = activated!(
    ["normalise", "normalise_smooth"],
    7,
    256,
    COMMON,
    include_str!("shaders/normalise.wgsl")
);

static NORMALISE_GRADIENT: Activated = activated!(
    ["normalise_gradient", "normalise_gradient_smooth"],
    8,
    256,
    COMMON,
    include_str!("shaders/normalise_gradient.wgsl")
);

static NORMALISE_BY: Activated = activated!(
    ["normalise_by", "normalise_by_smooth"],
    6,
    256,
    COMMON,
    include_str!("shaders/normalise_by.wgsl")
);

/// How a tensor's channels are shared out.
struct Channels {
    /// Samples of a group, channels, pixels, groups.
    size: [usize; 4],
    /// Invocations of a channel, and those that share a sample's pixels: powers of two.
    lanes: usize,
    pixel_lanes: usize,
}

impl Channels {
    fn of(x: &CubeTensor, groups: usize) -> Self {
        let shape = x.meta.shape();
        let pixels = shape[2] * shape[3];
        let samples = shape[0] / groups;
        // A hundred numbers for an invocation: fewer, and summing up the invocations' sums takes
        // longer than their own.
        let lanes = (samples * pixels / 128).clamp(1, 256);
        let lanes = 1 << lanes.ilog2();
        Self {
            size: [samples, shape[1], pixels, groups],
            lanes,
            pixel_lanes: lanes.min(pixels.next_power_of_two()),
        }
    }

    /// Invocations of a workgroup. See `channels.wgsl`: as few as will do.
    fn units(&self) -> usize {
        if self.lanes <= 64 { 64 } else { 256 }
    }

    /// Runs a shader; `offset` lies between two results in one buffer.
    fn run(
        &self,
        shader: &'static Shader,
        [inputs, outputs]: [&[&CubeTensor]; 2],
        (activation, epsilon): (Activation, f32),
        offset: usize,
        memory: [f32; 3],
    ) {
        let number = Activated::number(activation);
        // The derivative where the output is y: coefficients of 1, y and y², and the limit up to
        // which it is the activation's number instead.
        let (coefficients, limit) = match activation {
            Activation::Tanh => ([1.0, 0.0, -1.0], f32::MIN),
            Activation::Sigmoid => ([0.0, 1.0, -1.0], f32::MIN),
            _ => ([1.0, 0.0, 0.0], 0.0),
        };
        let [one, linear, square] = coefficients.map(f32::to_bits);
        let [keep, take, correction] = memory.map(f32::to_bits);
        let [samples, channels, pixels, parts] = self.size.map(|size| size as u32);
        let words = [
            samples,
            channels,
            pixels,
            parts,
            self.lanes as u32,
            self.pixel_lanes as u32,
            offset as u32,
            0,
            one,
            linear,
            square,
            number.to_bits(),
            limit.to_bits(),
            epsilon.to_bits(),
            0,
            0,
            keep,
            take,
            correction,
            0,
        ];
        let blocks = self.size[1].div_ceil(self.units() / self.lanes);
        let groups = [blocks, 1, 1];
        shader.run_by(self.units() as u32, groups, [inputs, outputs], &words);
    }
}

/// See [`crate::kernels::Kernels::activation_gradient`].
pub fn activation_gradient(
    y: &CubeTensor,
    gradient: &CubeTensor,
    activation: Activation,
) -> (CubeTensor, CubeTensor) {
    let channels = Channels::of(y, 1);
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

/// See [`crate::kernels::Kernels::normalise`].
pub fn normalise(
    x: &CubeTensor,
    [scale, shift]: [&CubeTensor; 2],
    running: [&CubeTensor; 2],
    how: Normalisation,
    memory: Memory,
) -> Normalised<CubeBackend> {
    let channels = Channels::of(x, how.groups);
    let shape = x.meta.shape();
    let y = empty(x, [shape[0], shape[1], shape[2], shape[3]]);
    let of_groups = how.groups * shape[1];
    // One buffer for all of them, because each by itself would be one too many.
    let offset = aligned(x, of_groups);
    let statistics = empty(x, [4 * offset]);
    channels.run(
        NORMALISE.of(how.activation),
        [
            &[x, scale, shift, running[0], running[1]],
            &[&y, &statistics],
        ],
        (how.activation, how.epsilon),
        offset,
        [memory.keep, memory.take, memory.correction],
    );
    let part = |number: usize, count| part(&statistics, number * offset, count);
    Normalised {
        y,
        mean: part(0, of_groups),
        variance: part(1, of_groups),
        running_mean: part(2, shape[1]),
        running_variance: part(3, shape[1]),
    }
}

/// So many numbers, and as many more as it takes to bind what follows them.
fn aligned(x: &CubeTensor, numbers: usize) -> usize {
    let alignment = x.client.properties().memory.alignment as usize / size_of::<f32>();
    numbers.next_multiple_of(alignment.max(1))
}

/// See [`crate::kernels::Kernels::normalise_gradient`].
pub fn normalise_gradient(
    x: &CubeTensor,
    weights: [&CubeTensor; 2],
    statistics: [&CubeTensor; 2],
    gradient: &CubeTensor,
    how: Normalisation,
) -> (CubeTensor, CubeTensor, CubeTensor) {
    let channels = Channels::of(x, how.groups);
    let shape = x.meta.shape();
    let of_x = empty(x, [shape[0], shape[1], shape[2], shape[3]]);
    // One buffer for both, because a ninth would be one too many.
    let offset = aligned(x, shape[1]);
    let of_weights = empty(x, [2 * offset]);
    let ([scale, shift], [mean, variance]) = (weights, statistics);
    channels.run(
        NORMALISE_GRADIENT.of(how.activation),
        [
            &[x, scale, shift, mean, variance, gradient],
            &[&of_x, &of_weights],
        ],
        (how.activation, how.epsilon),
        offset,
        [0.0; 3],
    );
    let [scale, shift] = [0, offset].map(|start| part(&of_weights, start, shape[1]));
    (of_x, scale, shift)
}

/// See [`crate::kernels::Kernels::normalise_by`].
pub fn normalise_by(
    x: &CubeTensor,
    [scale, shift]: [&CubeTensor; 2],
    [mean, variance]: [&CubeTensor; 2],
    how: Normalisation,
) -> CubeTensor {
    let channels = Channels::of(x, 1);
    let shape = x.meta.shape();
    let y = empty(x, [shape[0], shape[1], shape[2], shape[3]]);
    channels.run(
        NORMALISE_BY.of(how.activation),
        [&[x, scale, shift, mean, variance], &[&y]],
        (how.activation, how.epsilon),
        0,
        [0.0; 3],
    );
    y
}
