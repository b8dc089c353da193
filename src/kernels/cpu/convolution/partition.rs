//! How the work on a convolution's weight gradient is split: split-K over samples, or over large channels.

use super::implicit_gemm::PIXELS;
use super::{ConvShape, area, winograd};
use crate::kernels::cpu::gemm::padded;
use std::ops::Range;

/// Elements of a gradient that is worth computing once for each part of a batch (split-K).
const SMALL: usize = 1 << 18;
/// Parts of the channels for larger ones, and the least parts of the batch otherwise.
const PARTS: usize = 4;

/// The parts that a gradient is computed in, each of some samples or some large channels. The result
/// depends on it to the last bit, so it must not depend on the number of cores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct Partition {
    pub axis: SplitAxis,
    /// Samples or channels of a part.
    pub length: usize,
    /// Samples of a block of the GEMM.
    pub samples_per_block: usize,
    pub algorithm: GradientAlgorithm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum SplitAxis {
    Samples,
    Channels,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum GradientAlgorithm {
    ImplicitGemm,
    Winograd,
}

impl Partition {
    /// Of nothing, for work that is not a weight gradient.
    pub const NONE: Self = Self {
        axis: SplitAxis::Samples,
        length: 0,
        samples_per_block: 0,
        algorithm: GradientAlgorithm::ImplicitGemm,
    };

    pub fn of(shape: &ConvShape) -> Self {
        let algorithm = match winograd::is_worthwhile_for_gradient(shape) {
            true => GradientAlgorithm::Winograd,
            false => GradientAlgorithm::ImplicitGemm,
        };
        Self::by(algorithm, shape)
    }

    /// The same by a given algorithm.
    pub fn by(algorithm: GradientAlgorithm, shape: &ConvShape) -> Self {
        let elements = shape.small_channels * shape.patch_len();
        let is_winograd = algorithm == GradientAlgorithm::Winograd;
        // With Winograd each part ends with the transform of its whole gradient.
        let most_parts = if is_winograd { PARTS } else { 2 * PARTS };
        let (axis, length) = if elements <= SMALL || shape.large_channels < PARTS {
            let most = (PARTS * SMALL / elements).clamp(PARTS, most_parts);
            (SplitAxis::Samples, shape.batch.div_ceil(most))
        } else {
            (SplitAxis::Channels, shape.large_channels.div_ceil(PARTS))
        };
        let (samples_per_block, _) = match (is_winograd, axis) {
            (false, _) => shape.blocks(PIXELS),
            (true, SplitAxis::Samples) => {
                winograd::gradient_block_size(shape, shape.large_channels)
            }
            (true, SplitAxis::Channels) => winograd::gradient_block_size(shape, length),
        };
        Self {
            axis,
            length,
            samples_per_block,
            algorithm,
        }
    }

    pub fn count(self, shape: &ConvShape) -> usize {
        match self.axis {
            SplitAxis::Samples => shape.batch.div_ceil(self.length),
            SplitAxis::Channels => shape.large_channels.div_ceil(self.length),
        }
    }

    /// The samples and the channels of some parts.
    pub fn ranges(self, which: Range<usize>, shape: &ConvShape) -> [Range<usize>; 2] {
        let [samples, channels] = [0..shape.batch, 0..shape.large_channels];
        let range = |all: usize| which.start * self.length..(which.end * self.length).min(all);
        match self.axis {
            SplitAxis::Samples => [range(shape.batch), channels],
            SplitAxis::Channels => [samples, range(shape.large_channels)],
        }
    }

    /// Elements of each part's result, in order.
    pub fn lengths(self, shape: &ConvShape) -> impl Iterator<Item = usize> {
        (0..self.count(shape)).map(move |part| {
            let [_, channels] = self.ranges(part..part + 1, shape);
            channels.len() * area(shape.geometry.kernel) * padded(shape.small_channels)
        })
    }
}
