//! The gradient of a convolution's weights.

use super::padded::Padded;
use super::panels::{Panels, panels};
use super::transposed::transpose;
use super::windows::{window, windows};
use super::{Sizes, area, row_blocks};
use crate::kernels::cpu::product::{Destination, Windows, padded};
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::cpu::{elementwise, linear};
use crate::parallel::{chunks, map};
use std::ops::Range;

/// Numbers that the parts of a gradient may take together.
const PARTS: usize = 1 << 20;
/// Small pixels of a block.
const PIXELS: usize = 192;

/// `[small channels, big channels, kernel]`.
pub fn weight_gradient(big: &[f32], small: &[f32], sizes: Sizes) -> Vec<f32> {
    let (places, across) = (sizes.places(), padded(sizes.small));
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
    let mut gradient = vec![0.0; sizes.small * places];
    /// Channels that one core turns over at a time.
    const BAND: usize = 16;
    chunks(&mut gradient, BAND * places, |index, gradient| {
        let channels = gradient.len() / places;
        transpose(
            gradient,
            places,
            &sum[index * BAND..],
            across,
            [places, channels],
        );
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
    let layout = Padded::big(sizes.geometry);
    let across = padded(sizes.small);
    let (together, rows) = sizes.blocks(PIXELS);
    let most = together * rows * sizes.geometry.small[1];
    let image = sizes.big * layout.channel();
    let mut gradient = vec![0.0; sizes.places() * across];
    let to_rows: Vec<u32> = (0..sizes.places())
        .map(|place| (place * across) as u32)
        .collect();
    let places = window(sizes, &layout);
    with_scratch([together * image, most * across], |[images, pixels]| {
        for first in samples.clone().step_by(together) {
            let count = together.min(samples.end - first);
            let images = &mut images[..count * image];
            layout.fill(images, &big[first * sizes.big_image()..]);
            for block in row_blocks(count, sizes.geometry.small[0], rows) {
                let windows = windows(sizes, &layout, &block);
                let (start, run) = block.run(sizes);
                let row = area(sizes.geometry.small);
                for (panel, channels) in panels(windows.len(), sizes.small) {
                    let width = padded(channels.len());
                    for sample in 0..count {
                        let image = (first + sample) * sizes.small_image();
                        let from = &small[image + channels.start * row + start..];
                        let to = &mut pixels[panel + sample * run * width..];
                        transpose(to, width, from, row, [channels.len(), run]);
                    }
                }
                let left = Windows {
                    values: images,
                    rows: &places,
                    columns: &windows,
                };
                let right = Panels {
                    values: pixels,
                    rows: windows.len(),
                    columns: sizes.small,
                };
                right.multiply(&mut gradient, &to_rows, left, Destination::AddedTo);
            }
        }
    });
    gradient
}
