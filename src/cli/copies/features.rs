//! What images are compared by.

use ganvas::data::ImageShape;
use rayon::prelude::*;

/// Pixels that an image is reduced to along its longer side.
const REDUCED: usize = 16;
/// Cells of gradients along each side, and orientations in a cell.
const CELLS: usize = 8;
const ORIENTATIONS: usize = 9;
/// Added to the energy of a block: where nothing is to be seen, nothing is made of it.
const FAINT: f32 = 25.0;

/// A kind of features.
pub struct Features {
    /// What the search by them is called.
    pub name: &'static str,
    of_image: fn(ImageShape, &[u8]) -> Vec<f32>,
}

/// The pixels, reduced; the distance of two images is the root mean square difference.
pub const PIXELS: Features = Features {
    name: "Comparing pixels",
    of_image: pixels,
};

/// Histograms of oriented gradients (Dalal and Triggs 2005).
pub const GRADIENTS: Features = Features {
    name: "Comparing gradients",
    of_image: gradients,
};

impl Features {
    /// A vector for each of some images.
    pub fn of(&self, shape: ImageShape, images: &[u8]) -> Vec<Vec<f32>> {
        let images = images.par_chunks_exact(shape.bytes());
        images.map(|image| (self.of_image)(shape, image)).collect()
    }
}

fn pixels(shape: ImageShape, image: &[u8]) -> Vec<f32> {
    let side = shape.height.max(shape.width).div_ceil(REDUCED).max(1);
    let (rows, columns) = (shape.height.div_ceil(side), shape.width.div_ceil(side));
    let mut all = Vec::with_capacity(shape.channels * rows * columns);
    for plane in image.chunks_exact(shape.height * shape.width) {
        for row in 0..rows {
            for column in 0..columns {
                let block = plane
                    .chunks_exact(shape.width)
                    .skip(row * side)
                    .take(side)
                    .flat_map(|row| row.iter().skip(column * side).take(side));
                let (sum, count) = block.fold((0.0, 0.0), |(sum, count), &byte| {
                    (sum + f32::from(byte), count + 1.0)
                });
                all.push(sum / count);
            }
        }
    }
    let scale = 1.0 / (all.len() as f32).sqrt();
    all.iter_mut().for_each(|value| *value *= scale);
    all
}

fn gradients(shape: ImageShape, image: &[u8]) -> Vec<f32> {
    let cells = cells(shape, &grey(shape, image));
    let mut all = Vec::new();
    for row in 0..CELLS - 1 {
        for column in 0..CELLS - 1 {
            let block = [(0, 0), (0, 1), (1, 0), (1, 1)];
            let block = block.map(|(down, right)| &cells[(row + down) * CELLS + column + right]);
            let values = block.into_iter().flatten();
            let energy: f32 = values.clone().map(|value| value * value).sum();
            let scale = 1.0 / (energy + FAINT * FAINT).sqrt();
            all.extend(values.map(|value| value * scale));
        }
    }
    all
}

fn grey(shape: ImageShape, image: &[u8]) -> Vec<f32> {
    let plane = shape.height * shape.width;
    // A fourth channel is opacity.
    let colours = if shape.channels == 4 {
        3
    } else {
        shape.channels
    };
    let weights: &[f32] = if colours == 3 {
        &[0.299, 0.587, 0.114]
    } else {
        &[1.0]
    };
    (0..plane)
        .map(|pixel| {
            let channels = weights.iter().enumerate();
            channels
                .map(|(channel, weight)| weight * f32::from(image[channel * plane + pixel]))
                .sum()
        })
        .collect()
}

/// For each cell how strong the gradients of each orientation are.
fn cells(ImageShape { height, width, .. }: ImageShape, grey: &[f32]) -> Vec<[f32; ORIENTATIONS]> {
    let mut cells = vec![[0.0; ORIENTATIONS]; CELLS * CELLS];
    let at = |row: usize, column: usize| grey[row.min(height - 1) * width + column.min(width - 1)];
    for row in 0..height {
        for column in 0..width {
            let right = at(row, column + 1) - at(row, column.saturating_sub(1));
            let down = at(row + 1, column) - at(row.saturating_sub(1), column);
            let turn = down.atan2(right) / std::f32::consts::PI;
            let orientation = (turn.rem_euclid(1.0) * ORIENTATIONS as f32) as usize;
            let cell = row * CELLS / height * CELLS + column * CELLS / width;
            cells[cell][orientation.min(ORIENTATIONS - 1)] += right.hypot(down);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use ganvas::data::nearest::mirrored;

    const SHAPE: ImageShape = ImageShape {
        channels: 3,
        height: 64,
        width: 64,
    };

    fn distance(features: &Features, one: &[u8], other: &[u8]) -> f32 {
        let [one, other] = [one, other].map(|image| features.of(SHAPE, image).remove(0));
        let squares = one.iter().zip(&other).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f32>().sqrt()
    }

    #[test]
    fn pixels_tell_by_how_much_and_gradients_by_what_shape() {
        let mut face = vec![0; SHAPE.bytes()];
        ganvas::data::drawn_faces::draw(1, 1, &mut face);
        let mut other = vec![0; SHAPE.bytes()];
        ganvas::data::drawn_faces::draw(1, 2, &mut other);
        let darker: Vec<u8> = face.iter().map(|byte| byte - byte / 4).collect();
        let black = vec![0; SHAPE.bytes()];
        let white = vec![255; SHAPE.bytes()];
        assert!((distance(&PIXELS, &black, &white) - 255.0).abs() < 0.01);
        assert_eq!(distance(&GRADIENTS, &black, &white), 0.0);
        let [same, unlike] = [&darker, &other].map(|image| distance(&GRADIENTS, &face, image));
        assert!(10.0 * same < unlike, "{same}, {unlike}");
        assert!(distance(&PIXELS, &face, &darker) > 10.0);
        let twice = mirrored(SHAPE.width, &mirrored(SHAPE.width, &face));
        assert_eq!(twice, face);
        assert!(distance(&PIXELS, &face, &mirrored(SHAPE.width, &face)) > 5.0);
    }
}
