//! Convolutions in both directions and their weights' gradient, as matrix products of blocks of
//! columns that stay in the cache.

use super::columns::{Block, blocks, gather, scatter};
use super::parallel::{chunks, map, with_scratch};
use super::product::{Cores, Destination, Matrix, multiply};
use crate::kernels::Geometry;

/// Numbers in a block of columns: half of the second cache of a small core.
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

impl Sizes {
    fn pixels(side: [usize; 2]) -> usize {
        side[0] * side[1]
    }

    /// Numbers of a big image.
    pub fn big_image(&self) -> usize {
        self.big * Self::pixels(self.geometry.big)
    }

    /// Numbers of a small image.
    pub fn small_image(&self) -> usize {
        self.small * Self::pixels(self.geometry.small)
    }

    /// Weights of one small channel: the rows of the columns' matrix.
    pub fn places(&self) -> usize {
        self.big * Self::pixels(self.geometry.kernel)
    }

    /// Small pixels in a block.
    fn block(&self) -> usize {
        (BLOCK / self.places()).max(16)
    }
}

/// `[batch, small channels, …]` of `[batch, big channels, …]`; `finish` gets every image once, when
/// it is done.
pub fn down(
    x: &[f32],
    weight: &[f32],
    sizes: Sizes,
    finish: impl Fn(&mut [f32]) + Sync,
) -> Vec<f32> {
    let mut y = vec![0.0; sizes.batch * sizes.small_image()];
    let places = sizes.places();
    if sizes.geometry.is_product() {
        multiply(
            &mut y,
            [sizes.batch, places, sizes.small],
            Matrix::new(x, places),
            Matrix::new(weight, places).transposed(),
            Destination::Overwritten,
            Cores::All,
        );
        chunks(&mut y, sizes.small, |_, image| finish(image));
        return y;
    }
    let together = together(&sizes);
    let pixels = Sizes::pixels(sizes.geometry.small);
    chunks(&mut y, together * sizes.small_image(), |index, y| {
        let first = index * together;
        let samples = first..first + y.len() / sizes.small_image();
        for block in blocks(samples, &sizes.geometry, sizes.block()) {
            let length = block.len(&sizes.geometry);
            with_scratch((places + sizes.small) * length, |scratch| {
                let (columns, product) = scratch.split_at_mut(places * length);
                gather(columns, x, sizes.big, &sizes.geometry, &block);
                multiply(
                    product,
                    [sizes.small, places, length],
                    Matrix::new(weight, places),
                    Matrix::new(columns, length),
                    Destination::Overwritten,
                    Cores::One,
                );
                for_each_run(&sizes, &block, |sample, channel, run, place| {
                    let start = (sample - first) * sizes.small_image() + channel * pixels + place;
                    y[start..start + run.len()].copy_from_slice(&product[run]);
                });
            });
        }
        y.chunks_exact_mut(sizes.small_image()).for_each(&finish);
    });
    y
}

/// `[batch, big channels, …]` of `[batch, small channels, …]`; `finish` as in [`down`].
pub fn up(x: &[f32], weight: &[f32], sizes: Sizes, finish: impl Fn(&mut [f32]) + Sync) -> Vec<f32> {
    let mut y = vec![0.0; sizes.batch * sizes.big_image()];
    let places = sizes.places();
    if sizes.geometry.is_product() {
        multiply(
            &mut y,
            [sizes.batch, sizes.small, places],
            Matrix::new(x, sizes.small),
            Matrix::new(weight, places),
            Destination::Overwritten,
            Cores::All,
        );
        chunks(&mut y, places, |_, image| finish(image));
        return y;
    }
    let together = together(&sizes);
    chunks(&mut y, together * sizes.big_image(), |index, y| {
        let first = index * together;
        let samples = first..first + y.len() / sizes.big_image();
        for block in blocks(samples, &sizes.geometry, sizes.block()) {
            let length = block.len(&sizes.geometry);
            with_scratch((places + sizes.small) * length, |scratch| {
                let (columns, pixels) = scratch.split_at_mut(places * length);
                let pixels = small_pixels(x, pixels, &sizes, &block);
                multiply(
                    columns,
                    [places, sizes.small, length],
                    Matrix::new(weight, places).transposed(),
                    pixels,
                    Destination::Overwritten,
                    Cores::One,
                );
                let start = (block.samples.start - first) * sizes.big_image();
                scatter(&mut y[start..], columns, sizes.big, &sizes.geometry, &block);
            });
        }
        y.chunks_exact_mut(sizes.big_image()).for_each(&finish);
    });
    y
}

/// `[small channels, big channels, kernel]`.
pub fn weight_gradient(big: &[f32], small: &[f32], sizes: Sizes) -> Vec<f32> {
    let places = sizes.places();
    let length = sizes.small * places;
    if sizes.geometry.is_product() {
        let mut gradient = vec![0.0; length];
        multiply(
            &mut gradient,
            [sizes.small, sizes.batch, places],
            Matrix::new(small, sizes.small).transposed(),
            Matrix::new(big, places),
            Destination::Overwritten,
            Cores::All,
        );
        return gradient;
    }
    // Parts of the batch, as many as the sizes say and not the machine: their sum must not depend
    // on the number of cores.
    let most = (PARTS / length).clamp(4, 32);
    let part = sizes.batch.div_ceil(most);
    let parts = map(sizes.batch.div_ceil(part), |index| {
        let samples = index * part..((index + 1) * part).min(sizes.batch);
        let mut gradient = vec![0.0; length];
        for block in blocks(samples, &sizes.geometry, sizes.block()) {
            let length = block.len(&sizes.geometry);
            with_scratch((places + sizes.small) * length, |scratch| {
                let (columns, pixels) = scratch.split_at_mut(places * length);
                gather(columns, big, sizes.big, &sizes.geometry, &block);
                let pixels = small_pixels(small, pixels, &sizes, &block);
                multiply(
                    &mut gradient,
                    [sizes.small, length, places],
                    pixels,
                    Matrix::new(columns, length).transposed(),
                    Destination::AddedTo,
                    Cores::One,
                );
            });
        }
        gradient
    });
    let mut parts = parts.into_iter();
    let mut sum = parts.next().expect("a batch has samples");
    for part in parts {
        for (sum, part) in sum.iter_mut().zip(part) {
            *sum += part;
        }
    }
    sum
}

/// Samples that one core takes at a time.
fn together(sizes: &Sizes) -> usize {
    (sizes.block() / Sizes::pixels(sizes.geometry.small)).clamp(1, sizes.batch.div_ceil(8).max(1))
}

/// The small images' pixels of a block, `[channels, block]`: where they lie if it is one image, else
/// copied to `scratch`.
fn small_pixels<'a>(
    small: &'a [f32],
    scratch: &'a mut [f32],
    sizes: &Sizes,
    block: &Block,
) -> Matrix<'a> {
    let pixels = Sizes::pixels(sizes.geometry.small);
    if block.samples.len() == 1 {
        let start =
            block.samples.start * sizes.small_image() + block.rows.start * sizes.geometry.small[1];
        return Matrix::new(&small[start..], pixels);
    }
    for_each_run(sizes, block, |sample, channel, run, place| {
        let start = sample * sizes.small_image() + channel * pixels + place;
        let length = run.len();
        scratch[run].copy_from_slice(&small[start..start + length]);
    });
    Matrix::new(scratch, block.len(&sizes.geometry))
}

/// Calls `copy` with a sample, a channel, where their pixels are in a `[channels, block]` matrix,
/// and the first one's place in the image.
fn for_each_run(
    sizes: &Sizes,
    block: &Block,
    mut copy: impl FnMut(usize, usize, std::ops::Range<usize>, usize),
) {
    let width = sizes.geometry.small[1];
    let (length, run) = (block.len(&sizes.geometry), block.rows.len() * width);
    for channel in 0..sizes.small {
        for (index, sample) in block.samples.clone().enumerate() {
            let start = channel * length + index * run;
            copy(
                sample,
                channel,
                start..start + run,
                block.rows.start * width,
            );
        }
    }
}
