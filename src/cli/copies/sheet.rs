//! A picture of the samples that are nearest to a training image.

use super::super::rgba::rgba;
use super::super::{Failure, files};
use super::search::{FOUND, Found};
use ganvas::grid::Grid;
use ganvas::recipe::ImageSpec;
use image::ImageFormat;
use std::path::Path;

/// Samples shown, and how many of them side by side.
const ROWS: usize = 12;
const ACROSS: usize = 2;

/// Writes it: each sample, its nearest by pixels, its nearest by gradients. `images` are the samples and
/// the training images.
pub fn write(
    path: &Path,
    image: ImageSpec,
    [made, all]: [&[u8]; 2],
    [pixels, gradients]: [&[Found]; 2],
) -> Result<(), Failure> {
    let size = image.shape().bytes();
    let mut order: Vec<usize> = (0..pixels.len()).collect();
    order.sort_by(|&one, &other| pixels[one][0].1.total_cmp(&pixels[other][0].1));
    order.truncate(ROWS * ACROSS);
    let mut shown = Vec::new();
    for sample in order {
        shown.extend_from_slice(&made[sample * size..][..size]);
        for (place, _) in pixels[sample].iter().chain(&gradients[sample]) {
            shown.extend_from_slice(&all[place * size..][..size]);
        }
    }
    let grid = Grid::with_columns(image, &shown, ACROSS * (1 + 2 * FOUND));
    let written = rgba(grid).save_with_format(path, ImageFormat::Png);
    written.map_err(|error| files::unwritable(path, &error))
}
