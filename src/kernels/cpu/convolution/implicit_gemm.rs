//! Convolutions as implicit GEMM: the im2col matrix is a [`ScatterMatrix`] over the padded images.
//! Vectors run along the output channels.

use super::padded::{PaddedLayout, taps};
use super::{Block, ConvShape, Epilogue, area, row_blocks};
use crate::kernels::Geometry;
use crate::kernels::cpu::gemm::{Beta, Offsets, ScatterMatrix, padded};
use crate::kernels::cpu::packing::{PackedMatrix, pack_transposed, panels};
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::cpu::transpose::transpose;
use crate::parallel::{chunks, map};

/// Small pixels of a block.
pub const PIXELS: usize = 192;

/// The most scratch memory that [`conv`] takes, in f32.
pub fn conv_working_memory(shape: &ConvShape) -> u64 {
    let (samples_per_block, rows) = shape.blocks(PIXELS);
    let pixels = rows * shape.geometry.small[1];
    let image = shape.large_channels as u64 * PaddedLayout::large(shape.geometry).channel_len_u64();
    let padded_channels = padded(shape.small_channels) as u64;
    samples_per_block as u64 * (image + pixels as u64 * padded_channels)
        + shape.patch_len() as u64 * padded_channels
}

/// The most scratch memory that [`conv_transpose`] takes, in f32.
pub fn conv_transpose_working_memory(shape: &ConvShape) -> u64 {
    let (samples_per_block, _) = shape.blocks(PIXELS);
    let image = shape.small_channels as u64 * PaddedLayout::small(shape.geometry).channel_len_u64();
    let padded_channels = padded(shape.large_channels) as u64;
    let weights =
        shape.small_channels as u64 * area(shape.geometry.kernel) as u64 * padded_channels;
    samples_per_block as u64 * (image + area(shape.geometry.large) as u64 * padded_channels)
        + weights
}

/// See [`super::conv`].
pub fn conv(y: &mut [f32], x: &[f32], weight: &[f32], shape: ConvShape, epilogue: Epilogue<'_>) {
    let layout = PaddedLayout::large(shape.geometry);
    let padded_channels = padded(shape.small_channels);
    let packed = pack_transposed(weight, [1, shape.small_channels, shape.patch_len()]);
    let b = PackedMatrix {
        values: &packed,
        rows: shape.patch_len(),
        columns: shape.small_channels,
    };
    let columns = patch_offsets(&shape, &layout);
    let columns = Offsets::new(&columns);
    let (samples_per_block, rows) = shape.blocks(PIXELS);
    chunks(y, samples_per_block * shape.small_image(), |index, y| {
        let samples = y.len() / shape.small_image();
        let pixels = samples * rows * shape.geometry.small[1];
        let lengths = [
            samples * shape.large_channels * layout.channel_len(),
            pixels * padded_channels,
        ];
        with_scratch(lengths, |[images, product]| {
            let images = &mut images[..lengths[0]];
            layout.fill(
                images,
                &x[index * samples_per_block * shape.large_image()..],
            );
            for block in row_blocks(samples, shape.geometry.small[0], rows) {
                let rows = patch_starts(&shape, &layout, &block);
                let c_rows: Vec<u32> = (0..rows.len())
                    .map(|row| (row * padded_channels) as u32)
                    .collect();
                let a = ScatterMatrix {
                    values: images,
                    rows: Offsets::new(&rows),
                    columns,
                };
                b.multiply(product, Offsets::new(&c_rows), a, Beta::Zero);
                let (first, run) = block.run(&shape);
                for sample in 0..samples {
                    let to = &mut y[sample * shape.small_image() + first..];
                    let from = &product[sample * run * padded_channels..];
                    let row = area(shape.geometry.small);
                    transpose(to, row, from, padded_channels, [run, shape.small_channels]);
                }
            }
        });
        y.chunks_exact_mut(shape.small_image()).for_each(epilogue);
    });
}

/// See [`super::conv_transpose`].
pub fn conv_transpose(
    y: &mut [f32],
    x: &[f32],
    weight: &[f32],
    shape: ConvShape,
    epilogue: Epilogue<'_>,
) {
    let layout = PaddedLayout::small(shape.geometry);
    let (image, padded_channels) = (
        shape.small_channels * layout.channel_len(),
        padded(shape.large_channels),
    );
    let (samples_per_block, _) = shape.blocks(PIXELS);
    let [rows, columns] = shape.geometry.stride;
    let phases = map(rows * columns, |phase| {
        let phase = [phase / columns, phase % columns];
        Phase::new(&shape, &layout, weight, phase, samples_per_block)
    });
    chunks(y, samples_per_block * shape.large_image(), |index, y| {
        let samples = y.len() / shape.large_image();
        let pixels = area(shape.geometry.large);
        with_scratch(
            [samples * image, samples * pixels * padded_channels],
            |[images, product]| {
                let images = &mut images[..samples * image];
                layout.fill(
                    images,
                    &x[index * samples_per_block * shape.small_image()..],
                );
                for phase in &phases {
                    let count = phase.rows.len() / samples_per_block * samples;
                    let a = ScatterMatrix {
                        values: images,
                        rows: Offsets::new(&phase.rows[..count]),
                        columns: Offsets::new(&phase.columns),
                    };
                    let c_rows = Offsets::new(&phase.c_rows[..count]);
                    phase
                        .b(shape.large_channels)
                        .multiply(product, c_rows, a, Beta::Zero);
                }
                let images = y.chunks_exact_mut(shape.large_image());
                for (to, from) in images.zip(product.chunks_exact(pixels * padded_channels)) {
                    transpose(
                        to,
                        pixels,
                        from,
                        padded_channels,
                        [pixels, shape.large_channels],
                    );
                    epilogue(to);
                }
            },
        );
    });
}

/// The large pixels of one stride phase: the same taps reach all of them.
struct Phase {
    /// Offsets of each pixel's patch in the small images, and of the pixel in the result.
    rows: Vec<u32>,
    c_rows: Vec<u32>,
    /// Offsets within a patch: for each channel those under the phase's taps, in reverse.
    columns: Vec<u32>,
    /// The taps' weights, packed.
    weights: Vec<f32>,
}

impl Phase {
    fn new(
        shape: &ConvShape,
        layout: &PaddedLayout,
        weight: &[f32],
        phase: [usize; 2],
        samples_per_block: usize,
    ) -> Self {
        let kernel = [0, 1].map(|axis| phase_taps(shape.geometry, axis, phase[axis]));
        let mut columns = Vec::new();
        for channel in 0..shape.small_channels {
            for &(_, row) in &kernel[0] {
                for &(_, column) in &kernel[1] {
                    columns.push(
                        (channel * layout.channel_len() + row * layout.row_stride() + column)
                            as u32,
                    );
                }
            }
        }
        let (rows, c_rows) = Self::pixels(shape, layout, phase, samples_per_block);
        Self {
            rows,
            c_rows,
            columns,
            weights: Self::weights(shape, weight, &kernel),
        }
    }

    /// The offsets of each pixel's patch, and of the pixel itself.
    fn pixels(
        shape: &ConvShape,
        layout: &PaddedLayout,
        phase: [usize; 2],
        samples_per_block: usize,
    ) -> (Vec<u32>, Vec<u32>) {
        let geometry = shape.geometry;
        let (image, padded_channels) = (
            shape.small_channels * layout.channel_len(),
            padded(shape.large_channels),
        );
        let pixels = [0, 1].map(|axis| phase_pixels(geometry, axis, phase[axis]));
        let mut offsets = (Vec::new(), Vec::new());
        for sample in 0..samples_per_block {
            for &(row, patch_row) in &pixels[0] {
                for &(column, patch_column) in &pixels[1] {
                    let pixel = (sample * geometry.large[0] + row) * geometry.large[1] + column;
                    let patch = patch_row * layout.row_stride() + patch_column;
                    offsets.0.push((sample * image + patch) as u32);
                    offsets.1.push((pixel * padded_channels) as u32);
                }
            }
        }
        offsets
    }

    /// The weights of the phase's taps, packed.
    fn weights(shape: &ConvShape, weight: &[f32], kernel: &[Vec<(usize, usize)>; 2]) -> Vec<f32> {
        let rows = shape.small_channels * kernel[0].len() * kernel[1].len();
        let mut weights = vec![0.0; rows * padded(shape.large_channels)];
        for (start, channels) in panels(rows, shape.large_channels) {
            let mut c_rows = weights[start..].chunks_exact_mut(padded(channels.len()));
            for channel in 0..shape.small_channels {
                for &(row, _) in &kernel[0] {
                    for &(column, _) in &kernel[1] {
                        let offset = row * shape.geometry.kernel[1] + column;
                        let from = weight[channel * shape.patch_len() + offset..]
                            .iter()
                            .step_by(area(shape.geometry.kernel))
                            .skip(channels.start);
                        let to = c_rows.next().expect("a row for each tap and channel");
                        for (to, from) in to[..channels.len()].iter_mut().zip(from) {
                            *to = *from;
                        }
                    }
                }
            }
        }
        weights
    }

    fn b(&self, channels: usize) -> PackedMatrix<'_> {
        PackedMatrix {
            values: &self.weights,
            rows: self.columns.len(),
            columns: channels,
        }
    }
}

/// Along an axis: the large pixels of a phase, and where the patch of each begins.
fn phase_pixels(geometry: Geometry, axis: usize, phase: usize) -> Vec<(usize, usize)> {
    let stride = geometry.stride[axis];
    (0..geometry.large[axis])
        .map(|pixel| (pixel, pixel + geometry.padding[axis]))
        .filter(|(_, from_edge)| from_edge % stride == phase)
        .map(|(pixel, from_edge)| (pixel, from_edge / stride))
        .collect()
}

/// Along an axis: the taps of a phase, and the offset of each within a patch.
fn phase_taps(geometry: Geometry, axis: usize, phase: usize) -> Vec<(usize, usize)> {
    let last = taps(geometry)[axis] - 1;
    (phase..geometry.kernel[axis])
        .step_by(geometry.stride[axis])
        .enumerate()
        .map(|(tap, offset)| (offset, last - tap))
        .collect()
}

/// The offsets of a patch's elements in the large images, from where the patch begins.
pub fn patch_offsets(shape: &ConvShape, layout: &PaddedLayout) -> Vec<u32> {
    let [rows, columns] = shape.geometry.kernel;
    let mut offsets = Vec::with_capacity(shape.patch_len());
    for channel in 0..shape.large_channels {
        for row in 0..rows {
            let start = channel * layout.channel_len() + row * layout.row_stride();
            offsets.extend((start..start + columns).map(|offset| offset as u32));
        }
    }
    offsets
}

/// Where the patch of each small pixel of a block begins in the large images.
pub fn patch_starts(shape: &ConvShape, layout: &PaddedLayout, block: &Block) -> Vec<u32> {
    let [row_stride, column_stride] = shape.geometry.stride;
    let mut offsets = Vec::new();
    for sample in 0..block.samples {
        for row in block.rows.clone() {
            let start = sample * shape.large_channels * layout.channel_len()
                + row * row_stride * layout.row_stride();
            let columns = 0..shape.geometry.small[1];
            offsets.extend(columns.map(|column| (start + column * column_stride) as u32));
        }
    }
    offsets
}
