//! The weight gradient: for each component a GEMM of V with the transposed output transform of the
//! small images, and at the end the transposed filter transform.

use super::super::partition::Partition;
use super::super::weight_gradient::pack_pixels;
use super::super::{Block, ConvShape, area, row_blocks};
use super::input_transform::MAX_ALPHA;
use super::tiling::{TileAxis, Tiling, block_size};
use super::transformed_input::TransformedInput;
use super::{components, padded_stride, transforms};
use crate::kernels::cpu::gemm::{Beta, Offsets, ScatterMatrix, padded};
use crate::kernels::cpu::packing::{PackedMatrix, panels};
use crate::kernels::cpu::scratch::with_scratch;
use std::ops::Range;

/// The fewest channels on either side, and the fewest tiles.
const CHANNELS: usize = 32;
const TILES: usize = 128;

/// Like [`super::is_worthwhile`], for the weight gradient.
pub fn is_worthwhile(shape: &ConvShape) -> bool {
    super::is_worthwhile(shape) && is_large_enough(shape)
}

pub fn is_large_enough(shape: &ConvShape) -> bool {
    let tiles = shape.geometry.small.map(|pixels| pixels.div_ceil(2));
    shape.large_channels.min(shape.small_channels) >= CHANNELS && shape.batch * area(tiles) >= TILES
}

/// The samples and the rows of tiles of a block, for so many large channels.
pub fn gradient_block_size(shape: &ConvShape, channels: usize) -> (usize, usize) {
    let tiling = TileAxis::both(TileAxis::conv, shape.geometry);
    block_size(&tiling, channels, shape.batch)
}

/// A part of the gradient, transposed: `[large channels · taps, padded small channels]`.
pub fn compute_part(
    large: &[f32],
    small: &[f32],
    shape: &ConvShape,
    partition: Partition,
    part: usize,
) -> Vec<f32> {
    let [samples, channels] = partition.ranges(part..part + 1, shape);
    let tiling = TileAxis::both(TileAxis::conv, shape.geometry);
    let (_, alpha) = all_phases(&tiling);
    let padded_channels = padded(shape.small_channels);
    let (_, rows) = block_size(&tiling, channels.len(), partition.samples_per_block);
    let most = Block {
        samples: partition.samples_per_block,
        rows: 0..rows,
    };
    let tiles = most.tiles(&tiling);
    let [transformed, images, lines] = TransformedInput::new(&tiling, &most, channels.len())
        .scratch_lengths()
        .map(|count| count as usize);
    let pixels = 4 * tiles * padded_channels;
    let lengths = [
        transformed,
        images,
        lines,
        pixels,
        alpha[0] * alpha[1] * padded_stride(tiles * padded_channels),
    ];
    let planes = tiling[0].input_rows.len() * tiling[1].input_rows.len() * channels.len();
    let mut sums = vec![0.0; planes * padded_channels];
    let image = shape.large_image() / shape.large_channels;
    with_scratch(lengths, |[transformed, images, lines, pixels, b]| {
        for first in samples.clone().step_by(partition.samples_per_block) {
            let small = &small[first * shape.small_image()..];
            let count = partition.samples_per_block.min(samples.end - first);
            for block in row_blocks(count, tiling[0].tiles, rows) {
                let input = TransformedInput::new(&tiling, &block, channels.len());
                input.fill([transformed, images, lines], count, |sample, channel| {
                    let at = (first + sample) * shape.large_channels + channels.start + channel;
                    &large[at * image..][..image]
                });
                transform_small(b, pixels, small, shape, &tiling, &block);
                add_component_gemms(&mut sums, transformed, b, &input, shape);
            }
        }
    });
    gradient_from(&sums, channels.len(), shape, &tiling)
}

/// Adds a block's GEMM of each component: a row for each plane of V.
fn add_component_gemms(
    sums: &mut [f32],
    transformed: &[f32],
    b: &[f32],
    input: &TransformedInput<'_>,
    shape: &ConvShape,
) {
    let TransformedInput { tiling, block, .. } = *input;
    let (group, alpha) = all_phases(tiling);
    let padded_channels = padded(shape.small_channels);
    let matrices = b.chunks_exact(padded_stride(block.tiles(tiling) * padded_channels));
    for (component, values) in components(alpha).zip(matrices) {
        let tiles = input.tile_offsets(block.tiles_needed(tiling, &group, component));
        let planes = input.planes_of(&group, component);
        let plane_offsets = input.plane_offsets(&planes);
        let c_rows: Vec<u32> = planes
            .iter()
            .map(|plane| plane * padded_channels as u32)
            .collect();
        let a = ScatterMatrix {
            values: transformed,
            rows: Offsets::new(&plane_offsets),
            columns: Offsets::new(&tiles),
        };
        let b = PackedMatrix {
            values,
            rows: tiles.len(),
            columns: shape.small_channels,
        };
        b.multiply(sums, Offsets::new(&c_rows), a, Beta::One);
    }
}

/// All phases as one group, and its components along rows and columns.
fn all_phases(tiling: &Tiling) -> ([Range<usize>; 2], [usize; 2]) {
    let group = tiling.each_ref().map(|axis| 0..axis.phases.len());
    let alpha = [0, 1].map(|axis| tiling[axis].max_components(&group[axis]));
    (group, alpha)
}

/// The transposed output transform of a block's small pixels: a packed matrix for each component, with
/// a row for each tile.
fn transform_small(
    to: &mut [f32],
    pixels: &mut [f32],
    small: &[f32],
    shape: &ConvShape,
    tiling: &Tiling,
    block: &Block,
) {
    let (group, alpha) = all_phases(tiling);
    let of_block = block.outputs(&tiling[0]);
    let count = block.samples * of_block.len() * tiling[1].output_len;
    let run = Block {
        samples: block.samples,
        rows: of_block,
    };
    pack_pixels(pixels, small, shape, &run);
    let matrix_stride = padded_stride(block.tiles(tiling) * padded(shape.small_channels));
    let tiles_needed: Vec<_> = components(alpha)
        .map(|component| block.tiles_needed(tiling, &group, component))
        .collect();
    for (panel, channels) in panels(count, shape.small_channels) {
        let width = padded(channels.len());
        for tile in block.each_tile(block.samples, &tiling[1]) {
            let from = block.pixels(tiling, &group, tile);
            let from = from.map(|row| row.map(|pixel| Some(panel + pixel? * width)));
            let [sample, row, column] = tile;
            let mut offsets = [[None; MAX_ALPHA]; MAX_ALPHA];
            for (index, component) in components(alpha).enumerate() {
                let [rows, columns] = tiles_needed[index];
                let panel = channels.start * block.samples * rows * columns;
                let tile = (sample * rows + row) * columns + column;
                offsets[component[0]][component[1]] = (row < rows && column < columns)
                    .then_some(index * matrix_stride + panel + tile * width);
            }
            transforms::output_transform_gradient(to, offsets, pixels, from, width);
        }
    }
}

/// The transposed filter transform of the whole gradient.
fn gradient_from(
    transformed: &[f32],
    channels: usize,
    shape: &ConvShape,
    [rows, columns]: &Tiling,
) -> Vec<f32> {
    let padded_channels = padded(shape.small_channels);
    let kernel = shape.geometry.kernel;
    let mut gradient = vec![0.0; channels * area(kernel) * padded_channels];
    for row in &rows.phases {
        for column in &columns.phases {
            let taps = [row.taps.len(), column.taps.len()];
            for channel in 0..channels {
                let from = |at: usize, other: usize| {
                    let component =
                        row.components[at] * columns.input_rows.len() + column.components[other];
                    (component * channels + channel) * padded_channels
                };
                let to = |at: usize, other: usize| {
                    let offset = row.taps[at] * kernel[1] + column.taps[other];
                    (channel * area(kernel) + offset) * padded_channels
                };
                transforms::filter_transform_gradient(
                    &mut gradient,
                    to,
                    transformed,
                    from,
                    taps,
                    padded_channels,
                );
            }
        }
    }
    gradient
}
