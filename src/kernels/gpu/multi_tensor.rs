//! Multi-tensor Adam: state is packed into one buffer, leaving six bindings for gradients. Multi-tensor
//! lerp likewise.

use super::launch::{MAX_WORKGROUPS, Shader, bytes, empty, part};
use crate::kernels::AdamStep;
use burn_cubecl::tensor::CubeTensor;
use std::ops::Range;

const COMMON: &str = include_str!("shaders/multi_tensor.wgsl");

static ADAM: Shader = Shader {
    name: "adam",
    sources: &[COMMON, include_str!("shaders/adam.wgsl")],
    buffers: 8,
    workgroup_size: 256,
};

static LERP: Shader = Shader {
    name: "lerp",
    sources: &[COMMON, include_str!("shaders/lerp.wgsl")],
    buffers: 8,
    workgroup_size: 256,
};

/// Bindings for source tensors, such as gradients.
const SOURCES: usize = 6;
/// Spans of a dispatch, and words of each.
const SPANS: usize = 24;
const WORDS: usize = 8;
/// Elements that a workgroup takes at a time.
const BLOCK: usize = 1024;
/// The most elements of a packed buffer, unless a single tensor has more: half of WebGPU's default
/// binding size.
const MAX_ELEMENTS: usize = 1 << 24;

/// See [`crate::kernels::Kernels::adam`].
pub fn adam(
    weights: &[CubeTensor],
    gradients: &[CubeTensor],
    [first_moments, second_moments]: [&[CubeTensor]; 2],
    step: AdamStep,
) -> [Vec<CubeTensor>; 3] {
    let parameters = [
        step.beta1,
        step.one_minus_beta1,
        step.beta2,
        step.one_minus_beta2,
        step.decay_factor,
        step.step_size,
        step.inverse_sqrt_correction2,
        step.epsilon,
    ];
    let mut all = [(); 3].map(|()| Vec::new());
    for range in batches(&counts(weights), 3) {
        let state = [weights, first_moments, second_moments].map(|tensors| &tensors[range.clone()]);
        let count = range.len();
        let state = state.concat();
        let layout = Layout::of(&state);
        let old = layout.packed(&state);
        let new = empty(&old, [layout.size]);
        let update = Update {
            shader: &ADAM,
            parameters,
            stride: layout.size / 3,
        };
        update.run([&old, &new], &layout.starts[..count], &gradients[range]);
        let mut views = layout.views(&new, &state).into_iter();
        for tensors in &mut all {
            tensors.extend(views.by_ref().take(count));
        }
    }
    all
}

/// See [`crate::kernels::Kernels::lerp`].
pub fn lerp(a: &[CubeTensor], b: &[CubeTensor], share: f32) -> Vec<CubeTensor> {
    let mut all = Vec::new();
    for range in batches(&counts(a), 1) {
        let a = &a[range.clone()];
        let layout = Layout::of(a);
        let old = layout.packed(a);
        let new = empty(&old, [layout.size]);
        Update::lerp(share).run([&old, &new], &layout.starts, &b[range]);
        all.extend(layout.views(&new, a));
    }
    all
}

fn counts(tensors: &[CubeTensor]) -> Vec<usize> {
    let tensors = tensors.iter();
    tensors.map(|tensor| tensor.meta.num_elements()).collect()
}

/// Ranges of tensors that fit into a packed buffer, `times` each.
fn batches(counts: &[usize], times: usize) -> Vec<Range<usize>> {
    let mut batches = Vec::new();
    let (mut start, mut sum) = (0, 0);
    for (index, count) in counts.iter().enumerate() {
        let count = times * count;
        if index > start && sum + count > MAX_ELEMENTS {
            batches.push(start..index);
            (start, sum) = (index, 0);
        }
        sum += count;
    }
    batches.push(start..counts.len());
    batches
}

/// The layout of tensors packed into one buffer, each at an offset that can be bound.
struct Layout {
    starts: Vec<usize>,
    size: usize,
}

impl Layout {
    fn of(tensors: &[CubeTensor]) -> Self {
        let mut size = 0;
        let starts = tensors.iter().map(|tensor| {
            let alignment = tensor.client.properties().memory.alignment as usize;
            let start = size;
            size += tensor
                .meta
                .num_elements()
                .next_multiple_of((alignment / size_of::<f32>()).max(1));
            start
        });
        Self {
            starts: starts.collect(),
            size,
        }
    }

    /// The buffer that holds the tensors in this layout: their own, as after an update, or a packed copy.
    fn packed(&self, tensors: &[CubeTensor]) -> CubeTensor {
        self.existing(tensors).unwrap_or_else(|| {
            let buffer = empty(&tensors[0], [self.size]);
            let whole = whole(&tensors[0]);
            Update::lerp(1.0).run([&whole, &buffer], &self.starts, tensors);
            buffer
        })
    }

    fn existing(&self, tensors: &[CubeTensor]) -> Option<CubeTensor> {
        let first = whole(tensors.first()?);
        let is_here = |(tensor, start): (&CubeTensor, &usize)| {
            tensor.handle.memory.descriptor() == first.handle.memory.descriptor()
                && tensor.handle.offset_start.unwrap_or(0) == bytes(*start)
        };
        let is_found = first.handle.size() >= bytes(self.size)
            && tensors.iter().zip(&self.starts).all(is_here);
        is_found.then_some(first)
    }

    /// Views of a packed buffer with the shapes of other tensors.
    fn views(&self, buffer: &CubeTensor, like: &[CubeTensor]) -> Vec<CubeTensor> {
        let views = like.iter().zip(&self.starts).map(|(like, start)| {
            let mut view = part(buffer, *start, like.meta.num_elements());
            view.meta = like.meta.clone();
            view
        });
        views.collect()
    }
}

/// The whole buffer that a tensor is a view of.
fn whole(tensor: &CubeTensor) -> CubeTensor {
    let mut whole = tensor.clone();
    (whole.handle.offset_start, whole.handle.offset_end) = (None, None);
    whole
}

/// An elementwise update.
struct Update {
    shader: &'static Shader,
    parameters: [f32; 8],
    /// The stride between weights and moments in the packed buffer.
    stride: usize,
}

impl Update {
    fn lerp(share: f32) -> Self {
        Self {
            shader: &LERP,
            parameters: [share; 8],
            stride: 0,
        }
    }

    /// Updates the tensors that start at `starts`, from the old buffer to the new one, each with a
    /// source of the same length.
    fn run(&self, [old, new]: [&CubeTensor; 2], starts: &[usize], sources: &[CubeTensor]) {
        let mut dispatch = Dispatch::default();
        for (start, source) in starts.iter().zip(sources) {
            if !dispatch.has_room_for(source) {
                std::mem::take(&mut dispatch).run(self, [old, new]);
            }
            dispatch.add(*start, source);
        }
        dispatch.run(self, [old, new]);
    }
}

/// The spans and sources of one dispatch.
#[derive(Default)]
struct Dispatch {
    sources: Vec<CubeTensor>,
    spans: Vec<[usize; 5]>,
    blocks: usize,
}

impl Dispatch {
    /// The source whose buffer holds a tensor.
    fn source_of(&self, tensor: &CubeTensor) -> Option<usize> {
        let memory = tensor.handle.memory.descriptor();
        let mut sources = self.sources.iter();
        sources.position(|source| source.handle.memory.descriptor() == memory)
    }

    fn has_room_for(&self, tensor: &CubeTensor) -> bool {
        let is_bound = self.sources.len() < SOURCES || self.source_of(tensor).is_some();
        self.spans.len() < SPANS && is_bound
    }

    fn add(&mut self, start: usize, tensor: &CubeTensor) {
        let source = self.source_of(tensor).unwrap_or_else(|| {
            self.sources.push(whole(tensor));
            self.sources.len() - 1
        });
        let offset = tensor.handle.offset_start.unwrap_or(0) as usize / size_of::<f32>();
        let count = tensor.meta.num_elements();
        self.spans.push([self.blocks, count, start, source, offset]);
        self.blocks += count.div_ceil(BLOCK);
    }

    fn run(self, update: &Update, [old, new]: [&CubeTensor; 2]) {
        let Some(last) = self.sources.last() else {
            return;
        };
        let mut words = [0; 12 + WORDS * SPANS];
        words[..3].copy_from_slice(
            &[self.spans.len(), self.blocks, update.stride].map(|word| word as u32),
        );
        words[4..12].copy_from_slice(&update.parameters.map(f32::to_bits));
        for (words, span) in words[12..].chunks_mut(WORDS).zip(&self.spans) {
            words[..5].copy_from_slice(&span.map(|word| word as u32));
        }
        let mut inputs = vec![old];
        inputs.extend(&self.sources);
        inputs.resize(1 + SOURCES, last);
        let groups = [self.blocks.min(MAX_WORKGROUPS), 1, 1];
        update.shader.run(groups, &inputs, &[new], &words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_network_is_updated_in_batches() {
        let quarter = MAX_ELEMENTS / 4;
        assert_eq!(batches(&[7, 9, 1], 3), [0..3]);
        assert_eq!(batches(&[quarter; 7], 1), [0..4, 4..7]);
        assert_eq!(batches(&[1, quarter, quarter, 5], 3), [0..2, 2..4]);
        assert_eq!(batches(&[MAX_ELEMENTS, 1, 1], 3), [0..1, 1..3]);
    }
}
