//! Images by their pixels: reduced to few, laid along random lines, and held against one another.

use crate::random::{Purpose, Random};
use crate::spec::ImageShape;

/// Pixels along a side, at most.
const SIDE: usize = 16;
/// Random lines.
const LINES: usize = 64;
/// Pairs of images whose distance is taken.
const PAIRS: usize = 10_000;
/// Counters of the streams that the lines and the pairs come from.
const OF_LINES: u64 = 0;
const OF_PAIRS: u64 = 1;

/// Images of few pixels, black 0 and white 1, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Pixels {
    values: Vec<f32>,
    count: usize,
}

/// Where images lie along each line, in order, one line behind the other.
#[derive(Debug)]
pub(super) struct Laid {
    places: Vec<f32>,
    count: usize,
}

impl Pixels {
    /// Appends images; of those with more than [`SIDE`] pixels along a side, blocks of pixels become one.
    pub fn add(&mut self, shape: ImageShape, images: &[u8]) {
        let [down, across] = [shape.height, shape.width].map(|side| side.div_ceil(SIDE));
        for plane in images.chunks_exact(shape.height * shape.width) {
            for rows in plane.chunks(down * shape.width) {
                for left in (0..shape.width).step_by(across) {
                    let wide = across.min(shape.width - left);
                    let block = rows
                        .chunks_exact(shape.width)
                        .flat_map(|row| &row[left..left + wide]);
                    let sum: u32 = block.map(|byte| u32::from(*byte)).sum();
                    let count = rows.len() / shape.width * wide;
                    self.values.push(sum as f32 / (255 * count) as f32);
                }
            }
        }
        self.count += images.len() / shape.bytes();
    }

    /// How many images there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Numbers of an image.
    fn length(&self) -> usize {
        self.values.len() / self.count.max(1)
    }

    /// The mean distance between two of the images, over random pairs; no number for fewer than two.
    pub fn apart(&self) -> f64 {
        if self.count < 2 {
            return f64::NAN;
        }
        let length = self.length();
        let image = |number: u32| &self.values[number as usize * length..][..length];
        let mut random = Random::new(0, Purpose::Judging, OF_PAIRS);
        let count = self.count as u32;
        let distances = (0..PAIRS).map(|_| {
            let one = random.below(count);
            let other = (one + 1 + random.below(count - 1)) % count;
            let pairs = image(one).iter().zip(image(other));
            let square: f32 = pairs.map(|(a, b)| (a - b) * (a - b)).sum();
            f64::from(square.sqrt())
        });
        distances.sum::<f64>() / PAIRS as f64
    }

    /// Lays them along random lines, the same for images of as many numbers.
    pub fn laid(&self) -> Laid {
        let length = self.length().max(1);
        let mut random = Random::new(0, Purpose::Judging, OF_LINES);
        let mut places = Vec::with_capacity(LINES * self.count);
        for line in directions(&mut random, LINES, length).chunks_exact(length) {
            let start = places.len();
            places.extend(self.values.chunks_exact(length).map(|image| {
                let products = image.iter().zip(line);
                products.map(|(pixel, part)| pixel * part).sum::<f32>()
            }));
            places[start..].sort_unstable_by(f32::total_cmp);
        }
        Laid {
            places,
            count: self.count,
        }
    }
}

impl Laid {
    /// The sliced Wasserstein distance (Rabin et al. 2011): the mean over the lines of how far one
    /// set has to be moved to lie as the other.
    pub fn distance(&self, other: &Self) -> f64 {
        let lines = self.places.chunks_exact(self.count.max(1));
        let pairs = lines.zip(other.places.chunks_exact(other.count.max(1)));
        pairs.map(|(one, other)| moved(one, other)).sum::<f64>() / LINES as f64
    }
}

/// How far numbers in order have to be moved, on average, to lie as others: each part of the one goes
/// to the same part of the other.
fn moved(one: &[f32], other: &[f32]) -> f64 {
    let (mut first, mut second, mut from, mut sum) = (0, 0, 0, 0.0);
    let whole = one.len() * other.len();
    while from < whole {
        let ends = [(first + 1) * other.len(), (second + 1) * one.len()];
        let to = ends[0].min(ends[1]);
        let distance = f64::from((one[first] - other[second]).abs());
        sum += (to - from) as f64 * distance;
        first += usize::from(to == ends[0]);
        second += usize::from(to == ends[1]);
        from = to;
    }
    sum / whole as f64
}

/// Random directions of length 1 in so many dimensions, one behind the other.
pub fn directions(random: &mut Random, count: usize, length: usize) -> Vec<f32> {
    let mut lines: Vec<f32> = (0..count * length).map(|_| random.normal()).collect();
    for line in lines.chunks_exact_mut(length) {
        let norm = line.iter().map(|part| part * part).sum::<f32>().sqrt();
        line.iter_mut().for_each(|part| *part /= norm);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const GREY: ImageShape = ImageShape {
        channels: 1,
        height: 28,
        width: 20,
    };

    #[test]
    fn blocks_of_pixels_become_one() {
        let mut pixels = Pixels::default();
        let shape = ImageShape {
            channels: 2,
            height: 17,
            width: 3,
        };
        // The second plane is white; in the first, the last row alone.
        let mut image = vec![255; shape.bytes()];
        image[..16 * 3].fill(0);
        pixels.add(shape, &image);
        // 17 rows become 9, the last block of one row.
        assert_eq!(pixels.values.len(), 2 * 9 * 3);
        assert!(pixels.values[..8 * 3].iter().all(|value| *value == 0.0));
        assert!(pixels.values[8 * 3..].iter().all(|value| *value == 1.0));
        assert_eq!(pixels.count(), 1);
    }

    #[test]
    fn sets_of_other_sizes_are_moved_part_by_part() {
        assert_eq!(moved(&[0.0, 1.0], &[0.0, 1.0]), 0.0);
        assert_eq!(moved(&[0.0, 1.0], &[0.5]), 0.5);
        // Of six parts one moves from 0 to 1, and two from 1 to 2.
        let moved = moved(&[0.0, 1.0], &[0.0, 1.0, 2.0]);
        assert!((moved - (1.0 / 6.0 + 1.0 / 3.0)).abs() < 1e-9, "{moved}");
    }

    fn noise(seed: u64, count: usize, low: u32) -> Pixels {
        let mut random = Random::new(seed, Purpose::Latents, 0);
        let bytes: Vec<u8> = (0..count * GREY.bytes())
            .map(|_| (low + random.below(256 - low)) as u8)
            .collect();
        let mut pixels = Pixels::default();
        pixels.add(GREY, &bytes);
        pixels
    }

    #[test]
    fn a_set_is_no_distance_from_itself_and_brighter_images_are_far() {
        let one = noise(1, 100, 0).laid();
        let alike = one.distance(&noise(2, 150, 0).laid());
        let brighter = one.distance(&noise(3, 100, 100).laid());
        assert_eq!(one.distance(&one), 0.0);
        assert!(alike > 0.0 && brighter > 5.0 * alike, "{alike} {brighter}");
    }

    #[test]
    fn copies_of_one_image_are_not_apart() {
        let mut same = Pixels::default();
        (0..9).for_each(|_| same.add(GREY, &[77; 28 * 20]));
        assert_eq!(same.apart(), 0.0);
        assert!(noise(1, 50, 0).apart() > 0.1);
        assert!(noise(1, 1, 0).apart().is_nan() && noise(1, 0, 0).apart().is_nan());
    }
}
