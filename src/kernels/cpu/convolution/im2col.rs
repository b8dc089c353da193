//! Convolutions with few output channels: im2col and GEMM, or GEMM and col2im, of a block of pixels.
//! Vectors run along the pixels.

use super::space_to_depth::SpaceToDepth;
use super::{Block, ConvShape, Epilogue, row_blocks};
use crate::kernels::cpu::gemm::{Beta, MAX_LANES, Matrix, gemm, padded};
use crate::kernels::cpu::scratch::with_scratch;
use crate::parallel::chunks;
use std::ops::Range;

/// Elements of a block of the im2col matrix: 256 KiB, which fits the L2 cache.
const BLOCK: usize = 1 << 16;

/// The most scratch memory that a pass takes, in f32.
pub fn working_memory(shape: &ConvShape) -> u64 {
    let (samples_per_block, rows) = shape.blocks(block(shape));
    let pixels = samples_per_block * rows * shape.geometry.small[1] + 2 * MAX_LANES;
    let images = samples_per_block as u64
        * shape.large_channels as u64
        * SpaceToDepth::new(shape.geometry).channel_len_u64();
    images + pixels as u64 * (shape.patch_len() + shape.small_channels) as u64
}

/// Small pixels of a block.
fn block(shape: &ConvShape) -> usize {
    (BLOCK / shape.patch_len()).max(48)
}

/// See [`super::conv`].
pub fn conv(y: &mut [f32], x: &[f32], weight: &[f32], shape: ConvShape, epilogue: Epilogue<'_>) {
    let layout = SpaceToDepth::new(shape.geometry);
    let (image, patch_len) = (
        shape.large_channels * layout.channel_len(),
        shape.patch_len(),
    );
    let (samples_per_block, rows) = shape.blocks(block(&shape));
    chunks(y, samples_per_block * shape.small_image(), |index, y| {
        let samples = y.len() / shape.small_image();
        let most = padded(samples * rows * shape.geometry.small[1]);
        let lengths = [
            samples * image,
            patch_len * most,
            shape.small_channels * most,
        ];
        with_scratch(lengths, |[blocked, columns, product]| {
            let from = &x[index * samples_per_block * shape.large_image()..];
            space_to_depth_all(blocked, from, &layout, samples, shape.large_channels);
            for block in row_blocks(samples, shape.geometry.small[0], rows) {
                let row_stride = padded(layout.pixels(&block));
                layout.im2col(columns, blocked, shape.large_channels, &block, row_stride);
                gemm(
                    product,
                    row_stride,
                    [shape.small_channels, patch_len, row_stride],
                    Matrix::new(weight, patch_len),
                    Matrix::new(columns, row_stride),
                    Beta::Zero,
                );
                for_each_run(&shape, &block, row_stride, |image, columns| {
                    y[image].copy_from_slice(&product[columns]);
                });
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
    let layout = SpaceToDepth::new(shape.geometry);
    let (image, patch_len) = (
        shape.large_channels * layout.channel_len(),
        shape.patch_len(),
    );
    let (samples_per_block, rows) = shape.blocks(block(&shape));
    chunks(y, samples_per_block * shape.large_image(), |index, y| {
        let samples = y.len() / shape.large_image();
        // Pixels that no tap reaches.
        y.fill(0.0);
        let most = padded(samples * rows * shape.geometry.small[1]);
        let lengths = [
            samples * image,
            patch_len * most,
            shape.small_channels * most,
        ];
        with_scratch(lengths, |[blocked, columns, pixels]| {
            blocked.fill(0.0);
            let from = &x[index * samples_per_block * shape.small_image()..];
            for block in row_blocks(samples, shape.geometry.small[0], rows) {
                let row_stride = padded(layout.pixels(&block));
                // col2im adds the padding of a row as well: it must be zero.
                pixels[..shape.small_channels * row_stride].fill(0.0);
                for_each_run(&shape, &block, row_stride, |image, columns| {
                    pixels[columns].copy_from_slice(&from[image]);
                });
                gemm(
                    columns,
                    row_stride,
                    [patch_len, shape.small_channels, row_stride],
                    Matrix::new(weight, patch_len).transposed(),
                    Matrix::new(pixels, row_stride),
                    Beta::Zero,
                );
                columns[patch_len * row_stride..][..MAX_LANES].fill(0.0);
                layout.col2im(blocked, columns, shape.large_channels, &block, row_stride);
            }
            let images = y.chunks_exact_mut(shape.large_image());
            for (to, from) in images.zip(blocked.chunks_exact(image)) {
                layout.depth_to_space(to, from, shape.large_channels);
                epilogue(to);
            }
        });
    });
}

/// Space-to-depth of the first `samples` images of `from`.
fn space_to_depth_all(
    to: &mut [f32],
    from: &[f32],
    layout: &SpaceToDepth,
    samples: usize,
    channels: usize,
) {
    let (length, image) = (
        channels * layout.channel_len(),
        channels * layout.large_pixels(),
    );
    let pairs = to.chunks_exact_mut(length).zip(from.chunks_exact(image));
    for (to, from) in pairs.take(samples) {
        layout.space_to_depth(to, from, channels);
    }
}

/// Calls `copy` for each contiguous run of a block's pixels, with its range in the small images and in
/// a matrix of `[small channels, block]`.
fn for_each_run(
    shape: &ConvShape,
    block: &Block,
    row_stride: usize,
    mut copy: impl FnMut(Range<usize>, Range<usize>),
) {
    let [height, width] = shape.geometry.small;
    let run = block.rows.len() * width;
    for channel in 0..shape.small_channels {
        for sample in 0..block.samples {
            let image =
                ((sample * shape.small_channels + channel) * height + block.rows.start) * width;
            let column = channel * row_stride + sample * run;
            copy(image..image + run, column..column + run);
        }
    }
}
