//! Convolutions in both directions and their weights' gradient, as matrix products of blocks that
//! stay in the cache.

mod columns;
mod lattice;
mod padded;
#[cfg(feature = "engine")]
mod parts;
#[cfg(feature = "engine")]
mod weights;
mod windows;
mod winograd;

use super::linear;
use crate::kernels::Geometry;
use crate::parallel::chunks;
use std::ops::Range;

#[cfg(feature = "engine")]
pub use parts::{Axis, Parts};
#[cfg(feature = "engine")]
pub use weights::{compute as compute_parts, joined as join_parts};

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
    pub fn new(batch: usize, [big, small]: [usize; 2], geometry: Geometry) -> Self {
        Self {
            batch,
            big,
            small,
            geometry,
        }
    }

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
        let sizes = Self { batch, ..*self };
        // Which way a small batch goes is not known here; the ways that none goes do not count.
        let mut memory = columns::working_memory(&sizes);
        if sizes.runs_across([sizes.big, sizes.small]) {
            memory = memory.max(windows::memory_down(&sizes));
        }
        if sizes.runs_across([sizes.small, sizes.big]) {
            memory = memory.max(windows::memory_up(&sizes));
        }
        if winograd::suits(&sizes) {
            memory = memory.max(winograd::working_memory(&sizes));
        }
        memory
    }

    /// Whether vectors are better run across the channels that come out than along the pixels: where
    /// there are enough of them, enough numbers in a window to be worth turning the result over, and
    /// enough pixels to be worth laying out the weights.
    fn runs_across(&self, [going_in, coming_out]: [usize; 2]) -> bool {
        coming_out >= 8
            && going_in * area(self.geometry.kernel) >= 96
            && self.batch.saturating_mul(area(self.geometry.small)) >= going_in
    }

    /// Multiplications of a pass.
    #[cfg(feature = "engine")]
    pub fn multiplications(&self) -> u64 {
        [self.batch, self.small_image(), self.places()]
            .iter()
            .map(|&count| count as u64)
            .product()
    }

    /// The smallest batch that is computed as this one is, so that a sample comes out the same.
    #[cfg(feature = "engine")]
    pub fn least_alike(&self, [going_in, coming_out]: [usize; 2]) -> usize {
        if self.geometry.is_product() {
            linear::FEW
        } else if self.runs_across([going_in, coming_out]) {
            going_in.div_ceil(area(self.geometry.small))
        } else {
            1
        }
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

/// Small pixels that are computed together, or tiles of pixels: the same rows of some samples.
#[derive(Debug, Clone)]
struct Block {
    samples: usize,
    rows: Range<usize>,
}

impl Block {
    /// The block's first pixel in an image, and how many it has of one.
    fn run(&self, sizes: &Sizes) -> (usize, usize) {
        let width = sizes.geometry.small[1];
        (self.rows.start * width, self.rows.len() * width)
    }
}

fn row_blocks(samples: usize, height: usize, rows: usize) -> impl Iterator<Item = Block> {
    (0..height).step_by(rows).map(move |start| Block {
        samples,
        rows: start..(start + rows).min(height),
    })
}

/// What is done with every image once, when its numbers are there. One function for all of them: the ways
/// that a convolution goes would be compiled once more for each.
pub type Finish<'a> = &'a (dyn Fn(&mut [f32]) + Sync);

/// A convolution: `[batch, big channels, …]` into `y`, of `[batch, small channels, …]`; `finish` gets
/// every image once, when it is done.
pub fn down(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    if sizes.geometry.is_product() {
        linear::down(y, x, weight, [sizes.small, sizes.places()]);
        chunks(y, sizes.small, |_, image| finish(image));
    } else if !sizes.runs_across([sizes.big, sizes.small]) {
        columns::down(y, x, weight, sizes, finish);
    } else if winograd::suits(&sizes) {
        winograd::down(y, x, weight, sizes, finish);
    } else {
        windows::down(y, x, weight, sizes, finish);
    }
}

/// A transposed convolution: `[batch, small channels, …]` into `y`, of `[batch, big channels, …]`;
/// `finish` as in [`down`].
pub fn up(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    if sizes.geometry.is_product() {
        linear::up(y, x, weight, [sizes.small, sizes.places()]);
        chunks(y, sizes.places(), |_, image| finish(image));
    } else if !sizes.runs_across([sizes.small, sizes.big]) {
        columns::up(y, x, weight, sizes, finish);
    } else if winograd::suits(&sizes) {
        winograd::up(y, x, weight, sizes, finish);
    } else {
        windows::up(y, x, weight, sizes, finish);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_image_takes_hardly_more_room_than_itself() {
        let geometry = Geometry::square([1024, 512], 4, 2, 1);
        for (big, small) in [(3, 32), (32, 64)] {
            let sizes = Sizes::new(1, [big, small], geometry);
            let images = (sizes.big_image() + sizes.small_image()) as u64;
            assert!(
                sizes.working_memory() < images + images / 8,
                "{big}, {small}"
            );
        }
    }
}
