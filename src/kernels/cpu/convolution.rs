//! Convolutions in both directions and their weights' gradient, as matrix products of blocks of
//! columns that stay in the cache.

use super::elementwise;
use super::lattice::{Block, Lattice};
use super::linear;
use super::product::{Destination, Matrix, WIDEST, multiply, padded};
use super::scratch::with_scratch;
use crate::kernels::Geometry;
use crate::parallel::{chunks, map};
use std::ops::Range;

/// Numbers in a block of columns: a quarter of a MiB, which the second cache of a core has room for.
const BLOCK: usize = 1 << 16;
/// Numbers that the parts of a weight's gradient may take together.
const PARTS: usize = 1 << 20;

/// The sizes of one convolution.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub batch: usize,
    /// Channels of the big side.
    pub big: usize,
    /// Channels of the small side.
    pub small: usize,
    pub geometry: Geometry,
}

fn area(side: [usize; 2]) -> usize {
    side[0] * side[1]
}

impl Sizes {
    /// Numbers of a big image.
    pub fn big_image(&self) -> usize {
        self.big * area(self.geometry.big)
    }

    /// Numbers of a small image.
    pub fn small_image(&self) -> usize {
        self.small * area(self.geometry.small)
    }

    /// Weights of one small channel: the rows of the columns' matrix.
    pub fn places(&self) -> usize {
        self.big * area(self.geometry.kernel)
    }

    /// Numbers of working memory that a pass takes, at most, however large its batch is.
    pub fn working_memory(&self) -> u64 {
        if self.geometry.is_product() {
            return 0;
        }
        let batch = usize::MAX;
        let (together, rows) = Self { batch, ..*self }.blocks(self.block());
        let pixels = together * rows * self.geometry.small[1] + 2 * WIDEST;
        let images = together as u64 * self.big as u64 * Lattice::new(self.geometry).numbers();
        images + pixels as u64 * (self.places() + self.small) as u64
    }

    /// Small pixels of a block of columns.
    fn block(&self) -> usize {
        (BLOCK / self.places()).max(48)
    }

    /// Samples that are worked on together, and their rows that are, for blocks of about `pixels`
    /// small pixels. Where a sample is smaller than a block, so that no core is left without work.
    fn blocks(&self, pixels: usize) -> (usize, usize) {
        let [height, width] = self.geometry.small;
        let together = pixels / (height * width);
        if together > 0 {
            return (together.min(self.batch.div_ceil(8)), height);
        }
        // Blocks of about the same size: a small rest would be slow.
        let parts = height.div_ceil((pixels / width).max(1));
        (1, height.div_ceil(parts))
    }
}

fn row_blocks(samples: usize, height: usize, rows: usize) -> impl Iterator<Item = Block> {
    (0..height).step_by(rows).map(move |start| Block {
        samples,
        rows: start..(start + rows).min(height),
    })
}

/// `[batch, small channels, …]` into `y`, of `[batch, big channels, …]`; `finish` gets every image
/// once, when it is done.
pub fn down(
    y: &mut [f32],
    x: &[f32],
    weight: &[f32],
    sizes: Sizes,
    finish: impl Fn(&mut [f32]) + Sync,
) {
    if sizes.geometry.is_product() {
        linear::down(y, x, weight, [sizes.small, sizes.places()]);
        chunks(y, sizes.small, |_, image| finish(image));
        return;
    }
    let lattice = Lattice::new(sizes.geometry);
    let (image, places) = (sizes.big * lattice.channel(), sizes.places());
    let (together, rows) = sizes.blocks(sizes.block());
    chunks(y, together * sizes.small_image(), |index, y| {
        let samples = y.len() / sizes.small_image();
        let most = padded(samples * rows * sizes.geometry.small[1]);
        let lengths = [samples * image, places * most, sizes.small * most];
        with_scratch(lengths, |[laid_out, columns, product]| {
            let from = &x[index * together * sizes.big_image()..];
            spread_all(laid_out, from, &lattice, samples, sizes.big);
            for block in row_blocks(samples, sizes.geometry.small[0], rows) {
                let row = padded(lattice.pixels(&block));
                lattice.gather(columns, laid_out, 0..sizes.big, sizes.big, &block, row);
                multiply(
                    product,
                    row,
                    [sizes.small, places, row],
                    Matrix::new(weight, places),
                    Matrix::new(columns, row),
                    Destination::Overwritten,
                );
                for_each_run(&sizes, &block, row, |image, columns| {
                    y[image].copy_from_slice(&product[columns]);
                });
            }
        });
        y.chunks_exact_mut(sizes.small_image()).for_each(&finish);
    });
}

/// `[batch, big channels, …]` into `y`, which is all zeros, of `[batch, small channels, …]`;
/// `finish` as in [`down`].
pub fn up(
    y: &mut [f32],
    x: &[f32],
    weight: &[f32],
    sizes: Sizes,
    finish: impl Fn(&mut [f32]) + Sync,
) {
    if sizes.geometry.is_product() {
        linear::up(y, x, weight, [sizes.small, sizes.places()]);
        chunks(y, sizes.places(), |_, image| finish(image));
        return;
    }
    let lattice = Lattice::new(sizes.geometry);
    let (image, places) = (sizes.big * lattice.channel(), sizes.places());
    let (together, rows) = sizes.blocks(sizes.block());
    chunks(y, together * sizes.big_image(), |index, y| {
        let samples = y.len() / sizes.big_image();
        let most = padded(samples * rows * sizes.geometry.small[1]);
        let lengths = [samples * image, places * most, sizes.small * most];
        with_scratch(lengths, |[laid_out, columns, pixels]| {
            laid_out.fill(0.0);
            let from = &x[index * together * sizes.small_image()..];
            for block in row_blocks(samples, sizes.geometry.small[0], rows) {
                let row = padded(lattice.pixels(&block));
                // What is not a pixel is added to its neighbours, as nothing.
                pixels[..sizes.small * row].fill(0.0);
                for_each_run(&sizes, &block, row, |image, columns| {
                    pixels[columns].copy_from_slice(&from[image]);
                });
                multiply(
                    columns,
                    row,
                    [places, sizes.small, row],
                    Matrix::new(weight, places).transposed(),
                    Matrix::new(pixels, row),
                    Destination::Overwritten,
                );
                columns[places * row..][..WIDEST].fill(0.0);
                lattice.scatter(laid_out, columns, sizes.big, &block, row);
            }
            let images = y.chunks_exact_mut(sizes.big_image());
            for (to, from) in images.zip(laid_out.chunks_exact(image)) {
                lattice.collect(to, from, sizes.big);
                finish(to);
            }
        });
    });
}

/// `[small channels, big channels, kernel]`.
pub fn weight_gradient(big: &[f32], small: &[f32], sizes: Sizes) -> Vec<f32> {
    let places = sizes.places();
    if sizes.geometry.is_product() {
        return linear::weight_gradient(big, small, [sizes.small, places]);
    }
    // Parts of the batch, as many as the sizes say and not the machine: their sum must not depend
    // on the number of cores.
    let most = (PARTS / (sizes.small * places)).clamp(4, 8);
    let part = sizes.batch.div_ceil(most);
    let parts = map(sizes.batch.div_ceil(part), |index| {
        let samples = index * part..((index + 1) * part).min(sizes.batch);
        part_of_weight_gradient(big, small, &sizes, samples)
    });
    let sum = sum_of(parts);
    // It is `[places, padded small channels]`.
    let mut gradient = vec![0.0; sizes.small * places];
    chunks(&mut gradient, places, |channel, gradient| {
        let from = sum[channel..].iter().step_by(padded(sizes.small));
        for (to, from) in gradient.iter_mut().zip(from) {
            *to = *from;
        }
    });
    gradient
}

/// The parts' sum, in their order.
fn sum_of(parts: Vec<Vec<f32>>) -> Vec<f32> {
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

/// Of some samples, turned over: `[places, padded small channels]`.
fn part_of_weight_gradient(
    big: &[f32],
    small: &[f32],
    sizes: &Sizes,
    samples: Range<usize>,
) -> Vec<f32> {
    let lattice = Lattice::new(sizes.geometry);
    let (image, kernel) = (sizes.big * lattice.channel(), area(sizes.geometry.kernel));
    let (together, rows) = sizes.blocks(256);
    let most = padded(together * rows * sizes.geometry.small[1]);
    let channels = (BLOCK / (kernel * most)).clamp(1, sizes.big);
    let across = padded(sizes.small);
    let mut gradient = vec![0.0; sizes.places() * across];
    let lengths = [together * image, channels * kernel * most, most * across];
    with_scratch(lengths, |[laid_out, columns, pixels]| {
        pixels.fill(0.0);
        for first in samples.clone().step_by(together) {
            let count = together.min(samples.end - first);
            let from = &big[first * sizes.big_image()..];
            spread_all(laid_out, from, &lattice, count, sizes.big);
            let small = &small[first * sizes.small_image()..];
            for block in row_blocks(count, sizes.geometry.small[0], rows) {
                let length = lattice.pixels(&block);
                let row = padded(length);
                for_each_run(sizes, &block, row, |image, columns| {
                    let (channel, first) = (columns.start / row, columns.start % row);
                    let to = pixels[first * across + channel..]
                        .iter_mut()
                        .step_by(across);
                    for (to, from) in to.zip(&small[image]) {
                        *to = *from;
                    }
                });
                for start in (0..sizes.big).step_by(channels) {
                    let some = start..(start + channels).min(sizes.big);
                    let places = some.len() * kernel;
                    lattice.gather(columns, laid_out, some, sizes.big, &block, row);
                    multiply(
                        &mut gradient[start * kernel * across..],
                        across,
                        [places, length, across],
                        Matrix::new(columns, row),
                        Matrix::new(pixels, across),
                        Destination::AddedTo,
                    );
                }
            }
        }
    });
    gradient
}

/// Lays out the first `samples` images of `from`.
fn spread_all(to: &mut [f32], from: &[f32], lattice: &Lattice, samples: usize, channels: usize) {
    let (length, image) = (
        channels * lattice.channel(),
        channels * lattice.pixels_of_big(),
    );
    let pairs = to.chunks_exact_mut(length).zip(from.chunks_exact(image));
    for (to, from) in pairs.take(samples) {
        lattice.spread(to, from, channels);
    }
}

/// Calls `copy` with the place of each run of a block's pixels in the small images, and in a
/// `[small channels, block]` matrix whose rows are `row` apart.
fn for_each_run(
    sizes: &Sizes,
    block: &Block,
    row: usize,
    mut copy: impl FnMut(Range<usize>, Range<usize>),
) {
    let [height, width] = sizes.geometry.small;
    let run = block.rows.len() * width;
    for channel in 0..sizes.small {
        for sample in 0..block.samples {
            let image = ((sample * sizes.small + channel) * height + block.rows.start) * width;
            let column = channel * row + sample * run;
            copy(image..image + run, column..column + run);
        }
    }
}
