//! The objective.

use super::launch::{Shader, empty};
use crate::kernels::Targets;
use burn_cubecl::tensor::CubeTensor;

static CROSS_ENTROPY: Shader = Shader {
    name: "cross_entropy",
    pieces: &[include_str!("shaders/cross_entropy.wgsl")],
    buffers: 4,
    units: 64,
};

/// See [`crate::kernels::Kernels::cross_entropy`].
pub fn cross_entropy(logits: &CubeTensor, told: Targets) -> [CubeTensor; 3] {
    let [sum, each] = [1, told.parts].map(|count| empty(logits, [count]));
    let mut gradient = empty(logits, [logits.meta.num_elements()]);
    gradient.meta = logits.meta.clone();
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
