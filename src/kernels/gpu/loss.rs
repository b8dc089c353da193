//! Binary cross-entropy.

use super::launch::{Shader, empty};
use crate::kernels::Targets;
use burn_cubecl::tensor::CubeTensor;

static BCE_WITH_LOGITS: Shader = Shader {
    name: "bce_with_logits",
    sources: &[include_str!("shaders/bce_with_logits.wgsl")],
    buffers: 4,
    workgroup_size: 64,
};

/// See [`crate::kernels::Kernels::bce_with_logits`].
pub fn bce_with_logits(logits: &CubeTensor, targets: Targets) -> [CubeTensor; 3] {
    let [sum, each] = [1, targets.parts].map(|count| empty(logits, [count]));
    let mut gradient = empty(logits, [logits.meta.num_elements()]);
    gradient.meta = logits.meta.clone();
    let words = [
        (logits.meta.num_elements() / targets.parts) as u32,
        targets.parts as u32,
        targets.targets[0].to_bits(),
        targets.targets[1].to_bits(),
        targets.share.to_bits(),
        0,
        0,
        0,
    ];
    BCE_WITH_LOGITS.run([1, 1, 1], &[logits], &[&sum, &each, &gradient], &words);
    [sum, each, gradient]
}
