//! Updates of many tensors at once. Those that an update replaces lie one behind the other in one
//! buffer, and so do those that come of it: of the eight buffers of a dispatch six are left for what
//! goes along.

use super::launch::{MOST_GROUPS, Shader, bytes, empty, part};
use crate::kernels::AdamStep;
use burn_cubecl::tensor::CubeTensor;
use std::ops::Range;

const COMMON: &str = include_str!("shaders/pieces.wgsl");

static ADAM: Shader = Shader {
    name: "adam",
    pieces: &[COMMON, include_str!("shaders/adam.wgsl")],
    buffers: 8,
    units: 256,
};

static BLEND: Shader = Shader {
    name: "blend",
    pieces: &[COMMON, include_str!("shaders/blend.wgsl")],
    buffers: 8,
    units: 256,
};

/// Buffers of a dispatch for what goes along.
const SOURCES: usize = 6;
/// Pieces of a dispatch, and words of each.
const PIECES: usize = 24;
const WORDS: usize = 8;
/// Numbers that a workgroup takes.
const BLOCK: usize = 1024;
/// Numbers of a buffer, at most, but for a single tensor: half of what WebGPU lets one bind by default.
const MOST_NUMBERS: usize = 1 << 24;

/// See [`crate::kernels::Kernels::adam`].
pub fn adam(
    weights: &[CubeTensor],
    gradients: &[CubeTensor],
    [means, squares]: [&[CubeTensor]; 2],
    step: AdamStep,
) -> [Vec<CubeTensor>; 3] {
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
    let mut all = [(); 3].map(|()| Vec::new());
    for range in portions(&counts(weights), 3) {
        let state = [weights, means, squares].map(|tensors| &tensors[range.clone()]);
        let count = range.len();
        let state = state.concat();
        let layout = Layout::of(&state);
        let old = layout.gathered(&state);
        let new = empty(&old, [layout.size]);
        let update = Update {
            shader: &ADAM,
            numbers,
            apart: layout.size / 3,
        };
        update.run([&old, &new], &layout.starts[..count], &gradients[range]);
        let mut views = layout.views(&new, &state).into_iter();
        for tensors in &mut all {
            tensors.extend(views.by_ref().take(count));
        }
    }
    all
}

/// See [`crate::kernels::Kernels::blend`].
pub fn blend(a: &[CubeTensor], b: &[CubeTensor], share: f32) -> Vec<CubeTensor> {
    let mut all = Vec::new();
    for range in portions(&counts(a), 1) {
        let a = &a[range.clone()];
        let layout = Layout::of(a);
        let old = layout.gathered(a);
        let new = empty(&old, [layout.size]);
        Update::blend(share).run([&old, &new], &layout.starts, &b[range]);
        all.extend(layout.views(&new, a));
    }
    all
}

fn counts(tensors: &[CubeTensor]) -> Vec<usize> {
    let tensors = tensors.iter();
    tensors.map(|tensor| tensor.meta.num_elements()).collect()
}

/// Parts of the tensors' indices, so that each fits into a buffer so many times.
fn portions(counts: &[usize], times: usize) -> Vec<Range<usize>> {
    let mut portions = Vec::new();
    let (mut start, mut sum) = (0, 0);
    for (index, count) in counts.iter().enumerate() {
        let count = times * count;
        if index > start && sum + count > MOST_NUMBERS {
            portions.push(start..index);
            (start, sum) = (index, 0);
        }
        sum += count;
    }
    portions.push(start..counts.len());
    portions
}

/// Where tensors lie in one buffer, each at a place that can be bound.
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

    /// The buffer that holds the tensors like this: theirs if it does, as it does after an update,
    /// else a new one.
    fn gathered(&self, tensors: &[CubeTensor]) -> CubeTensor {
        self.found(tensors).unwrap_or_else(|| {
            let buffer = empty(&tensors[0], [self.size]);
            let whole = whole(&tensors[0]);
            Update::blend(1.0).run([&whole, &buffer], &self.starts, tensors);
            buffer
        })
    }

    fn found(&self, tensors: &[CubeTensor]) -> Option<CubeTensor> {
        let first = whole(tensors.first()?);
        let is_here = |(tensor, start): (&CubeTensor, &usize)| {
            tensor.handle.memory.descriptor() == first.handle.memory.descriptor()
                && tensor.handle.offset_start.unwrap_or(0) == bytes(*start)
        };
        let is_found = first.handle.size() >= bytes(self.size)
            && tensors.iter().zip(&self.starts).all(is_here);
        is_found.then_some(first)
    }

    /// The tensors that a buffer holds, shaped like others.
    fn views(&self, buffer: &CubeTensor, like: &[CubeTensor]) -> Vec<CubeTensor> {
        let views = like.iter().zip(&self.starts).map(|(like, start)| {
            let mut view = part(buffer, *start, like.meta.num_elements());
            view.meta = like.meta.clone();
            view
        });
        views.collect()
    }
}

/// The buffer that a tensor lies in.
fn whole(tensor: &CubeTensor) -> CubeTensor {
    let mut whole = tensor.clone();
    (whole.handle.offset_start, whole.handle.offset_end) = (None, None);
    whole
}

/// What is done to every number.
struct Update {
    shader: &'static Shader,
    numbers: [f32; 8],
    /// Numbers between two parts of the buffer.
    apart: usize,
}

impl Update {
    fn blend(share: f32) -> Self {
        Self {
            shader: &BLEND,
            numbers: [share; 8],
            apart: 0,
        }
    }

    /// Moves the tensors that start at `starts` on, from the old buffer to the new one, each along with
    /// a source of as many numbers.
    fn run(&self, [old, new]: [&CubeTensor; 2], starts: &[usize], sources: &[CubeTensor]) {
        let mut dispatch = Dispatch::default();
        for (start, source) in starts.iter().zip(sources) {
            if !dispatch.has_place_for(source) {
                std::mem::take(&mut dispatch).run(self, [old, new]);
            }
            dispatch.add(*start, source);
        }
        dispatch.run(self, [old, new]);
    }
}

/// What one dispatch takes.
#[derive(Default)]
struct Dispatch {
    sources: Vec<CubeTensor>,
    pieces: Vec<[usize; 5]>,
    blocks: usize,
}

impl Dispatch {
    /// Which of its sources holds a tensor.
    fn source_of(&self, tensor: &CubeTensor) -> Option<usize> {
        let memory = tensor.handle.memory.descriptor();
        let mut sources = self.sources.iter();
        sources.position(|source| source.handle.memory.descriptor() == memory)
    }

    fn has_place_for(&self, tensor: &CubeTensor) -> bool {
        let is_bound = self.sources.len() < SOURCES || self.source_of(tensor).is_some();
        self.pieces.len() < PIECES && is_bound
    }

    fn add(&mut self, start: usize, tensor: &CubeTensor) {
        let source = self.source_of(tensor).unwrap_or_else(|| {
            self.sources.push(whole(tensor));
            self.sources.len() - 1
        });
        let offset = tensor.handle.offset_start.unwrap_or(0) as usize / size_of::<f32>();
        let count = tensor.meta.num_elements();
        self.pieces
            .push([self.blocks, count, start, source, offset]);
        self.blocks += count.div_ceil(BLOCK);
    }

    fn run(self, update: &Update, [old, new]: [&CubeTensor; 2]) {
        let Some(last) = self.sources.last() else {
            return;
        };
        let mut words = [0; 12 + WORDS * PIECES];
        words[..3].copy_from_slice(
            &[self.pieces.len(), self.blocks, update.apart].map(|word| word as u32),
        );
        words[4..12].copy_from_slice(&update.numbers.map(f32::to_bits));
        for (words, piece) in words[12..].chunks_mut(WORDS).zip(&self.pieces) {
            words[..5].copy_from_slice(&piece.map(|word| word as u32));
        }
        let mut inputs = vec![old];
        inputs.extend(&self.sources);
        inputs.resize(1 + SOURCES, last);
        let groups = [self.blocks.min(MOST_GROUPS), 1, 1];
        update.shader.run(groups, &inputs, &[new], &words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_network_is_updated_in_portions() {
        let quarter = MOST_NUMBERS / 4;
        assert_eq!(portions(&[7, 9, 1], 3), [0..3]);
        assert_eq!(portions(&[quarter; 7], 1), [0..4, 4..7]);
        assert_eq!(portions(&[1, quarter, quarter, 5], 3), [0..2, 2..4]);
        assert_eq!(portions(&[MOST_NUMBERS, 1, 1], 3), [0..1, 1..3]);
    }
}
