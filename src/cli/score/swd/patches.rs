//! Patches of one level of many images' pyramids.

use super::pyramid::{self, Plane};
use ganvas::data::ImageShape;
use ganvas::random::{Purpose, Random};
use rayon::prelude::*;

/// Pixels along a patch's side.
const SIDE: usize = 7;
/// Patches of an image.
const OF_EACH: usize = 128;

/// Numbers in a patch.
pub fn length(channels: usize) -> usize {
    channels * SIDE * SIDE
}

/// The patches of a level, one after another, each channel with mean 0 and deviation 1 over all.
/// The same places in every set.
pub fn of_level(shape: ImageShape, images: &[u8], level: usize, count: usize) -> Vec<f32> {
    let one = length(shape.channels);
    let mut patches = vec![0.0; images.len() / shape.bytes() * OF_EACH * one];
    patches
        .par_chunks_mut(OF_EACH * one)
        .zip(images.par_chunks_exact(shape.bytes()))
        .enumerate()
        .for_each(|(number, (patches, image))| {
            let planes = image.chunks_exact(shape.height * shape.width).map(|plane| {
                let plane = Plane {
                    height: shape.height,
                    width: shape.width,
                    values: plane.iter().map(|byte| f32::from(*byte)).collect(),
                };
                pyramid::level(plane, level, count)
            });
            let planes: Vec<Plane> = planes.collect();
            let stream = (number as u64) << 8 | level as u64;
            let mut random = Random::new(0, Purpose::Patches, stream);
            for patch in patches.chunks_exact_mut(one) {
                cut(&planes, &mut random, patch);
            }
        });
    normalise(&mut patches, SIDE * SIDE, shape.channels);
    patches
}

fn cut(planes: &[Plane], random: &mut Random, patch: &mut [f32]) {
    let mut start = |side: usize| random.below((side - SIDE + 1) as u32) as usize;
    let (top, left) = (start(planes[0].height), start(planes[0].width));
    for (plane, out) in planes.iter().zip(patch.chunks_exact_mut(SIDE * SIDE)) {
        for (row, out) in out.chunks_exact_mut(SIDE).enumerate() {
            out.copy_from_slice(&plane.values[(top + row) * plane.width + left..][..SIDE]);
        }
    }
}

/// Each channel to mean 0 and deviation 1; a channel without any contrast becomes 0.
fn normalise(patches: &mut [f32], pixels: usize, channels: usize) {
    for channel in 0..channels {
        let numbers = |patches: &[f32]| -> (f64, f64) {
            let of_channel = patches.par_chunks_exact(pixels * channels).map(|patch| {
                let numbers = &patch[channel * pixels..][..pixels];
                numbers.iter().fold((0.0, 0.0), |(sum, squares), value| {
                    let value = f64::from(*value);
                    (sum + value, squares + value * value)
                })
            });
            // Collected first: a sum in parallel has no fixed order.
            let sums: Vec<(f64, f64)> = of_channel.collect();
            sums.iter().fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1))
        };
        let count = (patches.len() / channels) as f64;
        let (sum, squares) = numbers(patches);
        let mean = sum / count;
        let deviation = (squares / count - mean * mean).max(0.0).sqrt();
        let scale = if deviation > 0.0 {
            1.0 / deviation
        } else {
            0.0
        };
        patches
            .par_chunks_exact_mut(pixels * channels)
            .for_each(|patch| {
                for value in &mut patch[channel * pixels..][..pixels] {
                    *value = ((f64::from(*value) - mean) * scale) as f32;
                }
            });
    }
}
