//! The gradient of a convolution's weights.

use super::padded::Padded;
use super::parts::{Axis, Parts};
use super::windows::{PIXELS, window, windows};
use super::{Block, Sizes, area, row_blocks, winograd};
use crate::kernels::cpu::elementwise;
use crate::kernels::cpu::panels::{Panels, panels};
use crate::kernels::cpu::product::{Destination, List, Windows, padded};
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::cpu::transposed::transpose;
use crate::parallel::{chunks, map, zeros};
use std::ops::Range;

/// Some of the parts, as [`joined`] takes them.
pub fn compute(
    big: &[f32],
    small: &[f32],
    sizes: &Sizes,
    parts: Parts,
    which: Range<usize>,
) -> Vec<Vec<f32>> {
    map(which.len(), |index| {
        let part = match parts.in_tiles {
            true => winograd::part_of_weight_gradient,
            false => part_of_weight_gradient,
        };
        part(big, small, sizes, parts, which.start + index)
    })
}

/// The whole gradient of all its parts: `[small channels, big channels, kernel]`.
pub fn joined(computed: Vec<Vec<f32>>, sizes: &Sizes, parts: Parts) -> Vec<f32> {
    let (places, across) = (sizes.places(), padded(sizes.small));
    let (step, computed) = match parts.along {
        Axis::Samples => (places, vec![sum_of(computed)]),
        Axis::Channels => (computed[0].len() / across, computed),
    };
    let mut gradient = zeros(sizes.small * places);
    /// Channels that one core turns over at a time.
    const BAND: usize = 16;
    chunks(&mut gradient, BAND * places, |index, gradient| {
        let channels = gradient.len() / places;
        for (at, part) in computed.iter().enumerate() {
            let size = [part.len() / across, channels];
            let to = &mut gradient[at * step..];
            transpose(to, places, &part[index * BAND..], across, size);
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

/// Turned over: `[places of the part's channels, padded small channels]`.
fn part_of_weight_gradient(
    big: &[f32],
    small: &[f32],
    sizes: &Sizes,
    parts: Parts,
    part: usize,
) -> Vec<f32> {
    let [samples, channels] = parts.ranges(part..part + 1, sizes);
    let own = Sizes {
        big: channels.len(),
        ..*sizes
    };
    let layout = Padded::big(own.geometry);
    let across = padded(own.small);
    let (together, (_, rows)) = (parts.together, own.blocks(PIXELS));
    let most = together * rows * own.geometry.small[1];
    let image = own.big * layout.channel();
    let mut gradient = vec![0.0; own.places() * across];
    let to_rows: Vec<u32> = (0..own.places())
        .map(|place| (place * across) as u32)
        .collect();
    let places = window(&own, &layout);
    let [places, to_rows] = [&places, &to_rows].map(|list| List::new(list));
    let skipped = channels.start * area(own.geometry.big);
    with_scratch([together * image, most * across], |[images, pixels]| {
        for first in samples.clone().step_by(together) {
            let count = together.min(samples.end - first);
            for (index, to) in images.chunks_exact_mut(image).take(count).enumerate() {
                let from = &big[(first + index) * sizes.big_image() + skipped..];
                layout.fill(to, &from[..own.big_image()]);
            }
            for block in row_blocks(count, own.geometry.small[0], rows) {
                let windows = windows(&own, &layout, &block);
                turn_over(pixels, &small[first * own.small_image()..], &own, &block);
                let left = Windows {
                    values: images,
                    rows: places,
                    columns: List::new(&windows),
                };
                let right = Panels {
                    values: pixels,
                    rows: windows.len(),
                    columns: own.small,
                };
                right.multiply(&mut gradient, to_rows, left, Destination::AddedTo);
            }
        }
    });
    gradient
}

/// A block's pixels of the small images, in panels: a row for each pixel.
pub fn turn_over(to: &mut [f32], small: &[f32], sizes: &Sizes, block: &Block) {
    let (start, run) = block.run(sizes);
    let row = area(sizes.geometry.small);
    for (panel, channels) in panels(block.samples * run, sizes.small) {
        let width = padded(channels.len());
        for sample in 0..block.samples {
            let from = &small[sample * sizes.small_image() + channels.start * row + start..];
            let to = &mut to[panel + sample * run * width..];
            transpose(to, width, from, row, [channels.len(), run]);
        }
    }
}
