//! Convolutions, transposed convolutions and their weight gradient, as GEMMs of blocks that stay in the
//! cache.

mod im2col;
mod implicit_gemm;
mod padded;
#[cfg(feature = "cpu")]
mod partition;
mod space_to_depth;
#[cfg(feature = "cpu")]
mod weight_gradient;
mod winograd;

use super::linear;
use crate::kernels::Geometry;
use crate::parallel::chunks;
use std::ops::Range;

#[cfg(all(test, feature = "cpu"))]
pub use partition::GradientAlgorithm;
#[cfg(feature = "cpu")]
pub use partition::Partition;
#[cfg(feature = "cpu")]
pub use weight_gradient::{compute_parts, join_parts};

/// The shape of one convolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct ConvShape {
    pub batch: usize,
    pub large_channels: usize,
    pub small_channels: usize,
    pub geometry: Geometry,
}

fn area(side: [usize; 2]) -> usize {
    side[0] * side[1]
}

impl ConvShape {
    pub fn new(
        batch: usize,
        [large_channels, small_channels]: [usize; 2],
        geometry: Geometry,
    ) -> Self {
        Self {
            batch,
            large_channels,
            small_channels,
            geometry,
        }
    }

    /// Elements of a large image.
    pub fn large_image(&self) -> usize {
        self.large_channels * area(self.geometry.large)
    }

    /// Elements of a small image.
    pub fn small_image(&self) -> usize {
        self.small_channels * area(self.geometry.small)
    }

    /// Elements of the patch under the kernel: GEMM's k, and the weights of one small channel.
    pub fn patch_len(&self) -> usize {
        self.large_channels * area(self.geometry.kernel)
    }

    /// The most scratch memory that a pass takes, in f32, however large its batch is.
    pub fn working_memory(&self) -> u64 {
        if self.geometry.is_linear() {
            return 0;
        }
        let batch = usize::MAX;
        let shape = Self { batch, ..*self };
        // The algorithm for a smaller batch is not known here: of all that may be chosen the largest
        // counts.
        let mut memory = im2col::working_memory(&shape);
        if shape.vectorises_over_channels([shape.large_channels, shape.small_channels]) {
            memory = memory.max(implicit_gemm::conv_working_memory(&shape));
        }
        if shape.vectorises_over_channels([shape.small_channels, shape.large_channels]) {
            memory = memory.max(implicit_gemm::conv_transpose_working_memory(&shape));
        }
        if winograd::is_worthwhile(&shape) {
            memory = memory.max(winograd::working_memory(&shape));
        }
        memory
    }

    /// Whether vectors should run along the output channels instead of the pixels: where there are
    /// enough of them, enough elements in a patch to be worth transposing the result, and enough pixels
    /// to be worth packing the weights.
    fn vectorises_over_channels(&self, [input, output]: [usize; 2]) -> bool {
        output >= 8
            && input * area(self.geometry.kernel) >= 96
            && self.batch.saturating_mul(area(self.geometry.small)) >= input
    }

    /// Multiplications of a pass.
    #[cfg(feature = "cpu")]
    pub fn multiplications(&self) -> u64 {
        [self.batch, self.small_image(), self.patch_len()]
            .iter()
            .map(|&count| count as u64)
            .product()
    }

    /// The smallest batch that is computed by the same algorithm, so that a sample's result is the same
    /// to the last bit.
    #[cfg(feature = "cpu")]
    pub fn min_equivalent_batch(&self, [input, output]: [usize; 2]) -> usize {
        if self.geometry.is_linear() {
            linear::FEW
        } else if self.vectorises_over_channels([input, output]) {
            input.div_ceil(area(self.geometry.small))
        } else {
            1
        }
    }

    /// The samples and the rows of a block of about `pixels` small pixels. A block of several samples
    /// takes at most an eighth of the batch, so that every core has work.
    fn blocks(&self, pixels: usize) -> (usize, usize) {
        let [height, width] = self.geometry.small;
        let samples_per_block = pixels / (height * width);
        if samples_per_block > 0 {
            return (samples_per_block.min(self.batch.div_ceil(8)), height);
        }
        // Blocks of about the same size: a small remainder would be slow.
        let parts = height.div_ceil((pixels / width).max(1));
        (1, height.div_ceil(parts))
    }
}

/// Small pixels, or Winograd tiles, that are computed together: the same rows of some samples.
#[derive(Debug, Clone)]
struct Block {
    samples: usize,
    rows: Range<usize>,
}

impl Block {
    /// The block's first pixel in each image, and how many it has of each.
    fn run(&self, shape: &ConvShape) -> (usize, usize) {
        let width = shape.geometry.small[1];
        (self.rows.start * width, self.rows.len() * width)
    }
}

fn row_blocks(samples: usize, height: usize, rows: usize) -> impl Iterator<Item = Block> {
    (0..height).step_by(rows).map(move |start| Block {
        samples,
        rows: start..(start + rows).min(height),
    })
}

/// What is applied to every image once it is computed: bias and activation. Dynamic, because every
/// algorithm would be compiled again for each closure.
pub type Epilogue<'a> = &'a (dyn Fn(&mut [f32]) + Sync);

/// A convolution of `x`, `[batch, large channels, …]`, into `y`, `[batch, small channels, …]`.
pub fn conv(y: &mut [f32], x: &[f32], weight: &[f32], shape: ConvShape, epilogue: Epilogue<'_>) {
    if shape.geometry.is_linear() {
        linear::conv(y, x, weight, [shape.small_channels, shape.patch_len()]);
        chunks(y, shape.small_channels, |_, image| epilogue(image));
    } else if !shape.vectorises_over_channels([shape.large_channels, shape.small_channels]) {
        im2col::conv(y, x, weight, shape, epilogue);
    } else if winograd::is_worthwhile(&shape) {
        winograd::conv(y, x, weight, shape, epilogue);
    } else {
        implicit_gemm::conv(y, x, weight, shape, epilogue);
    }
}

/// A transposed convolution of `x`, `[batch, small channels, …]`, into `y`, `[batch, large channels, …]`.
pub fn conv_transpose(
    y: &mut [f32],
    x: &[f32],
    weight: &[f32],
    shape: ConvShape,
    epilogue: Epilogue<'_>,
) {
    if shape.geometry.is_linear() {
        linear::conv_transpose(y, x, weight, [shape.small_channels, shape.patch_len()]);
        chunks(y, shape.patch_len(), |_, image| epilogue(image));
    } else if !shape.vectorises_over_channels([shape.small_channels, shape.large_channels]) {
        im2col::conv_transpose(y, x, weight, shape, epilogue);
    } else if winograd::is_worthwhile(&shape) {
        winograd::conv_transpose(y, x, weight, shape, epilogue);
    } else {
        implicit_gemm::conv_transpose(y, x, weight, shape, epilogue);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scratch_memory_of_a_large_image_is_a_fraction_of_it() {
        let geometry = Geometry::square([1024, 512], 4, 2, 1);
        for (large, small) in [(3, 32), (32, 64)] {
            let shape = ConvShape::new(1, [large, small], geometry);
            let images = (shape.large_image() + shape.small_image()) as u64;
            assert!(
                shape.working_memory() < images + images / 8,
                "{large}, {small}"
            );
        }
    }
}
