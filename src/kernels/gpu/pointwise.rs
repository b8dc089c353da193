//! Work number by number.

use super::launch::{Shader, empty, groups_for};
use crate::kernels::{AdamStep, Memory, Targets};
use burn_cubecl::tensor::CubeTensor;

static ADAM: Shader = Shader {
    name: "adam",
    pieces: &[include_str!("shaders/adam.wgsl")],
    buffers: 7,
    units: 256,
};

static BLEND: Shader = Shader {
    name: "blend",
    pieces: &[include_str!("shaders/blend.wgsl")],
    buffers: 3,
    units: 256,
};

static REMEMBER: Shader = Shader {
    name: "remember",
    pieces: &[include_str!("shaders/remember.wgsl")],
    buffers: 6,
    units: 256,
};

static CROSS_ENTROPY: Shader = Shader {
    name: "cross_entropy",
    pieces: &[include_str!("shaders/cross_entropy.wgsl")],
    buffers: 4,
    units: 64,
};

/// A tensor like `other`, not filled.
fn like(other: &CubeTensor) -> CubeTensor {
    let mut tensor = empty(other, [other.meta.num_elements()]);
    tensor.meta = other.meta.clone();
    tensor
}

/// See [`crate::kernels::Kernels::adam`].
pub fn adam(
    weight: &CubeTensor,
    gradient: &CubeTensor,
    [mean, square]: [&CubeTensor; 2],
    step: AdamStep,
) -> [CubeTensor; 3] {
    let next = [weight, mean, square].map(like);
    let count = weight.meta.num_elements();
    let numbers = [
        step.keep_mean,
        step.take_mean,
        step.keep_square,
        step.take_square,
        step.keep_weight,
        step.rate,
        step.root,
        step.epsilon,
    ];
    let mut words = [count as u32; 12];
    for (word, number) in words[1..].iter_mut().zip(numbers) {
        *word = number.to_bits();
    }
    ADAM.run(
        groups_for(count),
        &[weight, gradient, mean, square],
        &[&next[0], &next[1], &next[2]],
        &words,
    );
    next
}

/// See [`crate::kernels::Kernels::blend`].
pub fn blend(a: &CubeTensor, b: &CubeTensor, share: f32) -> CubeTensor {
    let c = like(a);
    let count = a.meta.num_elements();
    let words = [count as u32, share.to_bits(), 0, 0];
    BLEND.run(groups_for(count), &[a, b], &[&c], &words);
    c
}

/// See [`crate::kernels::Kernels::remember`].
pub fn remember(
    running: [&CubeTensor; 2],
    [mean, variance]: [&CubeTensor; 2],
    memory: Memory,
) -> [CubeTensor; 2] {
    let next = running.map(like);
    let channels = running[0].meta.num_elements();
    let words = [
        channels as u32,
        memory.groups as u32,
        memory.keep.to_bits(),
        memory.take.to_bits(),
        memory.correction.to_bits(),
        0,
        0,
        0,
    ];
    REMEMBER.run(
        groups_for(channels),
        &[running[0], running[1], mean, variance],
        &[&next[0], &next[1]],
        &words,
    );
    next
}

/// See [`crate::kernels::Kernels::cross_entropy`].
pub fn cross_entropy(logits: &CubeTensor, told: Targets) -> [CubeTensor; 3] {
    let [sum, each] = [1, told.parts].map(|count| empty(logits, [count]));
    let gradient = like(logits);
    let words = [
        (logits.meta.num_elements() / told.parts) as u32,
        told.parts as u32,
        told.targets[0].to_bits(),
        told.targets[1].to_bits(),
        told.share.to_bits(),
        0,
        0,
        0,
    ];
    CROSS_ENTROPY.run([1, 1, 1], &[logits], &[&sum, &each, &gradient], &words);
    [sum, each, gradient]
}
