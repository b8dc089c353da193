//! Activations' gradients and batch norm: work by channel.

use super::launch::{ACTIVATION, Shader, empty};
use super::product::code;
use crate::kernels::{Activation, Normalisation};
use burn_cubecl::tensor::CubeTensor;
use burn::tensor::Shape;

const COMMON: &str = include_str!("shaders/channels.wgsl");

/// A shader that works by channel.
macro_rules! shader {
    ($name:literal, $buffers:literal) => {
        Shader {
            name: $name,
            pieces: &[
                ACTIVATION,
                COMMON,
                include_str!(concat!("shaders/", $name, ".wgsl")),
            ],
            buffers: $buffers,
            units: 256,
        }
    };
}

static ACTIVATION_GRADIENT: Shader = shader!("activation_gradient", 4);
static CHANNEL_SUMS: Shader = shader!("channel_sums", 2);
static NORMALISE: Shader = shader!("normalise", 6);
static NORMALISE_GRADIENT: Shader = shader!("normalise_gradient", 8);
static NORMALISE_BY: Shader = shader!("normalise_by", 6);

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
        let pixel_lanes = pixels.next_power_of_two().min(256);
        // Sixty-four invocations a channel are enough to keep a GPU from waiting for each other's
        // memory, and few enough to have many channels in a workgroup.
        let sample_lanes = (64 / pixel_lanes).clamp(1, samples.next_power_of_two());
        Self {
            size: [samples, shape[1], pixels, groups],
            lanes: pixel_lanes * sample_lanes,
            pixel_lanes,
        }
    }

    fn groups(&self, groups: usize) -> [usize; 3] {
        [self.size[1].div_ceil(256 / self.lanes), groups, 1]
    }

    fn words(&self, activation: Activation, epsilon: f32, offset: usize) -> [u32; 12] {
        let (activation, slope) = code(activation);
        let [samples, channels, pixels, groups] = self.size.map(|size| size as u32);
        [
            samples,
            channels,
            pixels,
            groups,
            self.lanes as u32,
            self.pixel_lanes as u32,
            activation,
            slope,
            epsilon.to_bits(),
            offset as u32,
            0,
            0,
        ]
    }
}

/// See [`crate::kernels::Kernels::activation_gradient`].
pub fn activation_gradient(
    y: &CubeTensor,
    gradient: CubeTensor,
    activation: Activation,
) -> (CubeTensor, CubeTensor) {
    let channels = Channels::of(y, 1);
    let sums = empty(y, [channels.size[1]]);
    let words = channels.words(activation, 0.0, 0);
    let groups = channels.groups(1);
    if activation == Activation::Identity {
        CHANNEL_SUMS.run(groups, &[&gradient], &[&sums], &words);
        return (gradient, sums);
    }
    let shape = y.meta.shape();
    let before = empty(y, [shape[0], shape[1], shape[2], shape[3]]);
    ACTIVATION_GRADIENT.run(groups, &[y, &gradient], &[&before, &sums], &words);
    (before, sums)
}

/// See [`crate::kernels::Kernels::normalise`].
pub fn normalise(
    x: &CubeTensor,
    [scale, shift]: [&CubeTensor; 2],
    how: Normalisation,
) -> (CubeTensor, CubeTensor, CubeTensor) {
    let channels = Channels::of(x, how.groups);
    let shape = x.meta.shape();
    let y = empty(x, [shape[0], shape[1], shape[2], shape[3]]);
    let [mean, variance] = [(); 2].map(|()| empty(x, [how.groups * shape[1]]));
    NORMALISE.run(
        channels.groups(how.groups),
        &[x, scale, shift],
        &[&y, &mean, &variance],
        &channels.words(how.activation, how.epsilon, 0),
    );
    (y, mean, variance)
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
    let alignment = x.client.properties().memory.alignment as usize / size_of::<f32>();
    let offset = shape[1].next_multiple_of(alignment.max(1));
    let of_weights = empty(x, [2 * offset]);
    NORMALISE_GRADIENT.run(
        channels.groups(1),
        &[x, weights[0], weights[1], statistics[0], statistics[1], gradient],
        &[&of_x, &of_weights],
        &channels.words(how.activation, how.epsilon, offset),
    );
    let [scale, shift] = [0, offset].map(|start| part(&of_weights, start, shape[1]));
    (of_x, scale, shift)
}

/// `count` numbers of a buffer, from `start` on.
fn part(buffer: &CubeTensor, start: usize, count: usize) -> CubeTensor {
    let bytes = |numbers: usize| (numbers * size_of::<f32>()) as u64;
    let behind = buffer.meta.num_elements() - start - count;
    let handle = buffer.handle.clone();
    let handle = handle.offset_start(bytes(start)).offset_end(bytes(behind));
    CubeTensor::new_contiguous(
        buffer.client.clone(),
        buffer.device.clone(),
        Shape::new([count]),
        handle,
        buffer.dtype,
    )
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
    NORMALISE_BY.run(
        channels.groups(1),
        &[x, scale, shift, mean, variance],
        &[&y],
        &channels.words(how.activation, how.epsilon, 0),
    );
    y
}
