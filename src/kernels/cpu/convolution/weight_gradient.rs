//! The gradient of a convolution's weights.

use super::implicit_gemm::{PIXELS, patch_offsets, patch_starts};
use super::padded::PaddedLayout;
use super::partition::{GradientAlgorithm, Partition, SplitAxis};
use super::{Block, ConvShape, area, row_blocks, winograd};
use crate::kernels::cpu::elementwise;
use crate::kernels::cpu::gemm::{Beta, Offsets, ScatterMatrix, padded};
use crate::kernels::cpu::packing::{PackedMatrix, panels};
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::cpu::transpose::transpose;
use crate::parallel::{chunks, map, zeros};
use std::ops::Range;

/// Computes some of the parts, for [`join_parts`].
pub fn compute_parts(
    large: &[f32],
    small: &[f32],
    shape: &ConvShape,
    partition: Partition,
    which: Range<usize>,
) -> Vec<Vec<f32>> {
    map(which.len(), |index| {
        let compute = match partition.algorithm {
            GradientAlgorithm::Winograd => winograd::compute_part,
            GradientAlgorithm::ImplicitGemm => compute_part,
        };
        compute(large, small, shape, partition, which.start + index)
    })
}

/// The whole gradient from all its parts: `[small channels, large channels, kernel]`.
pub fn join_parts(computed: Vec<Vec<f32>>, shape: &ConvShape, partition: Partition) -> Vec<f32> {
    let (patch_len, padded_channels) = (shape.patch_len(), padded(shape.small_channels));
    let (step, computed) = match partition.axis {
        SplitAxis::Samples => (patch_len, vec![sum(computed)]),
        SplitAxis::Channels => (computed[0].len() / padded_channels, computed),
    };
    let mut gradient = zeros(shape.small_channels * patch_len);
    /// Channels that one core transposes at a time.
    const BAND: usize = 16;
    chunks(&mut gradient, BAND * patch_len, |index, gradient| {
        let channels = gradient.len() / patch_len;
        for (at, part) in computed.iter().enumerate() {
            let size = [part.len() / padded_channels, channels];
            let to = &mut gradient[at * step..];
            transpose(to, patch_len, &part[index * BAND..], padded_channels, size);
        }
    });
    gradient
}

/// The split-K reduction, in order.
fn sum(parts: Vec<Vec<f32>>) -> Vec<f32> {
    let mut parts = parts.into_iter();
    let mut sum = parts.next().expect("a batch has samples");
    let rest: Vec<_> = parts.collect();
    chunks(&mut sum, 1 << 13, |index, sum| {
        for part in &rest {
            elementwise::add(sum, &part[index << 13..]);
        }
    });
    sum
}

/// A part, transposed: `[large channels · taps, padded small channels]`.
fn compute_part(
    large: &[f32],
    small: &[f32],
    shape: &ConvShape,
    partition: Partition,
    part: usize,
) -> Vec<f32> {
    let [samples, channels] = partition.ranges(part..part + 1, shape);
    let own = ConvShape {
        large_channels: channels.len(),
        ..*shape
    };
    let layout = PaddedLayout::large(own.geometry);
    let padded_channels = padded(own.small_channels);
    let (samples_per_block, (_, rows)) = (partition.samples_per_block, own.blocks(PIXELS));
    let most = samples_per_block * rows * own.geometry.small[1];
    let image = own.large_channels * layout.channel_len();
    let mut gradient = vec![0.0; own.patch_len() * padded_channels];
    let c_rows: Vec<u32> = (0..own.patch_len())
        .map(|offset| (offset * padded_channels) as u32)
        .collect();
    let offsets = patch_offsets(&own, &layout);
    let [offsets, c_rows] = [&offsets, &c_rows].map(|list| Offsets::new(list));
    let skipped = channels.start * area(own.geometry.large);
    with_scratch(
        [samples_per_block * image, most * padded_channels],
        |[images, pixels]| {
            for first in samples.clone().step_by(samples_per_block) {
                let count = samples_per_block.min(samples.end - first);
                for (index, to) in images.chunks_exact_mut(image).take(count).enumerate() {
                    let from = &large[(first + index) * shape.large_image() + skipped..];
                    layout.fill(to, &from[..own.large_image()]);
                }
                for block in row_blocks(count, own.geometry.small[0], rows) {
                    let starts = patch_starts(&own, &layout, &block);
                    pack_pixels(pixels, &small[first * own.small_image()..], &own, &block);
                    let a = ScatterMatrix {
                        values: images,
                        rows: offsets,
                        columns: Offsets::new(&starts),
                    };
                    let b = PackedMatrix {
                        values: pixels,
                        rows: starts.len(),
                        columns: own.small_channels,
                    };
                    b.multiply(&mut gradient, c_rows, a, Beta::One);
                }
            }
        },
    );
    gradient
}

/// Packs a block's pixels of the small images: a row for each pixel.
pub fn pack_pixels(to: &mut [f32], small: &[f32], shape: &ConvShape, block: &Block) {
    let (start, run) = block.run(shape);
    let row = area(shape.geometry.small);
    for (panel, channels) in panels(block.samples * run, shape.small_channels) {
        let width = padded(channels.len());
        for sample in 0..block.samples {
            let from = &small[sample * shape.small_image() + channels.start * row + start..];
            let to = &mut to[panel + sample * run * width..];
            transpose(to, width, from, row, [channels.len(), run]);
        }
    }
}
