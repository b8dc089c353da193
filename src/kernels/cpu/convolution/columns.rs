//! Convolutions of few channels: the windows of a block of pixels become the columns of a matrix, and
//! vectors run along the pixels.

use super::lattice::Lattice;
use super::{Block, Finish, Sizes, row_blocks};
use crate::kernels::cpu::product::{Destination, Matrix, WIDEST, multiply, padded};
use crate::kernels::cpu::scratch::with_scratch;
use crate::parallel::chunks;
use std::ops::Range;

/// Numbers in a block of columns: a quarter of a MiB, which the second cache of a core has room for.
const BLOCK: usize = 1 << 16;

/// Numbers of working memory of a pass, at most.
pub fn working_memory(sizes: &Sizes) -> u64 {
    let (together, rows) = sizes.blocks(block(sizes));
    let pixels = together * rows * sizes.geometry.small[1] + 2 * WIDEST;
    let images = together as u64 * sizes.big as u64 * Lattice::new(sizes.geometry).numbers();
    images + pixels as u64 * (sizes.places() + sizes.small) as u64
}

/// Small pixels of a block of columns.
fn block(sizes: &Sizes) -> usize {
    (BLOCK / sizes.places()).max(48)
}

/// See [`super::down`].
pub fn down(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    let lattice = Lattice::new(sizes.geometry);
    let (image, places) = (sizes.big * lattice.channel(), sizes.places());
    let (together, rows) = sizes.blocks(block(&sizes));
    chunks(y, together * sizes.small_image(), |index, y| {
        let samples = y.len() / sizes.small_image();
        let most = padded(samples * rows * sizes.geometry.small[1]);
        let lengths = [samples * image, places * most, sizes.small * most];
        with_scratch(lengths, |[laid_out, columns, product]| {
            let from = &x[index * together * sizes.big_image()..];
            spread_all(laid_out, from, &lattice, samples, sizes.big);
            for block in row_blocks(samples, sizes.geometry.small[0], rows) {
                let row = padded(lattice.pixels(&block));
                lattice.gather(columns, laid_out, sizes.big, &block, row);
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
        y.chunks_exact_mut(sizes.small_image()).for_each(finish);
    });
}

/// See [`super::up`].
pub fn up(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    let lattice = Lattice::new(sizes.geometry);
    let (image, places) = (sizes.big * lattice.channel(), sizes.places());
    let (together, rows) = sizes.blocks(block(&sizes));
    chunks(y, together * sizes.big_image(), |index, y| {
        let samples = y.len() / sizes.big_image();
        // Pixels that no place of the kernel reaches.
        y.fill(0.0);
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
