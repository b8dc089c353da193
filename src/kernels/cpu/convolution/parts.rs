//! How the gradient of a convolution's weights is divided.

use super::windows::PIXELS;
use super::{Sizes, area, winograd};
use crate::kernels::cpu::product::padded;
use std::ops::Range;

/// Numbers of a gradient that are worth having once for each part of a batch.
const SMALL: usize = 1 << 18;
/// Parts of the channels where they are not, and at least of the batch where they are.
const PARTS: usize = 4;

/// How a gradient is computed: in parts, of some samples or some big channels each. What comes out
/// depends on it, to the last digit, and so it must not depend on the number of cores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    pub along: Axis,
    /// Samples or channels of a part.
    pub length: usize,
    /// Samples that are summed together.
    pub together: usize,
    /// Whether it is computed as [`winograd`] does.
    pub in_tiles: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    Samples,
    Channels,
}

impl Parts {
    pub fn of(sizes: &Sizes) -> Self {
        let numbers = sizes.small * sizes.places();
        let in_tiles = winograd::suits_gradient(sizes);
        // In tiles a part ends with putting all its weights together.
        let most_parts = if in_tiles { PARTS } else { 2 * PARTS };
        let (along, length) = if numbers <= SMALL || sizes.big < PARTS {
            let most = (PARTS * SMALL / numbers).clamp(PARTS, most_parts);
            (Axis::Samples, sizes.batch.div_ceil(most))
        } else {
            (Axis::Channels, sizes.big.div_ceil(PARTS))
        };
        let (together, _) = match (in_tiles, along) {
            (false, _) => sizes.blocks(PIXELS),
            (true, Axis::Samples) => winograd::blocks_of_gradient(sizes, sizes.big),
            (true, Axis::Channels) => winograd::blocks_of_gradient(sizes, length),
        };
        Self {
            along,
            length,
            together,
            in_tiles,
        }
    }

    pub fn count(self, sizes: &Sizes) -> usize {
        match self.along {
            Axis::Samples => sizes.batch.div_ceil(self.length),
            Axis::Channels => sizes.big.div_ceil(self.length),
        }
    }

    /// The samples and the channels of some of them.
    pub fn ranges(self, which: Range<usize>, sizes: &Sizes) -> [Range<usize>; 2] {
        let [samples, channels] = [0..sizes.batch, 0..sizes.big];
        let range = |all: usize| which.start * self.length..(which.end * self.length).min(all);
        match self.along {
            Axis::Samples => [range(sizes.batch), channels],
            Axis::Channels => [samples, range(sizes.big)],
        }
    }

    /// Numbers of each part as it is computed, in their order.
    pub fn lengths(self, sizes: &Sizes) -> impl Iterator<Item = usize> {
        (0..self.count(sizes)).map(move |part| {
            let [_, channels] = self.ranges(part..part + 1, sizes);
            channels.len() * area(sizes.geometry.kernel) * padded(sizes.small)
        })
    }
}
