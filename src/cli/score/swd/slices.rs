//! The sliced Wasserstein distance (Rabin et al. 2011): along random lines, where the optimal
//! transport between two sets of numbers is to sort both.

use ganvas::judge::directions;
use ganvas::random::{Purpose, Random};
use nalgebra::DMatrixView;
use rayon::prelude::*;

/// Random lines.
const LINES: usize = 512;
/// Lines that the patches are laid along at once.
const TOGETHER: usize = 32;

/// The mean over the lines of the mean distance between two sets of as many points each, which
/// stand one after another with `length` coordinates each.
pub fn distance(one: Vec<f32>, other: Vec<f32>, length: usize) -> f64 {
    let lines = lines(length);
    let sum: f64 = lines
        .chunks(TOGETHER * length)
        .map(|lines| {
            let [one, other] = [&one, &other].map(|points| projected(points, lines, length));
            let points = one.len() / (lines.len() / length);
            let pairs = one.par_chunks(points).zip(other.par_chunks(points));
            let distances: Vec<f64> = pairs.map(|(one, other)| apart(one, other)).collect();
            distances.iter().sum::<f64>()
        })
        .sum();
    sum / LINES as f64
}

/// Random directions of length 1, one after another.
fn lines(length: usize) -> Vec<f32> {
    let mut random = Random::new(0, Purpose::Patches, 1 << 47);
    directions(&mut random, LINES, length)
}

/// Where the points lie along each line, sorted, one line after another.
fn projected(points: &[f32], lines: &[f32], length: usize) -> Vec<f32> {
    let count = points.len() / length;
    // Column by column: a point, or a line, is a column.
    let lines = DMatrixView::from_slice(lines, length, lines.len() / length);
    let points = DMatrixView::from_slice(points, length, count);
    let together = lines.ncols();
    // The transposed copy makes this one blocked matrix product; `tr_mul` is a dot product each.
    let places = lines.transpose() * points;
    let of_point = places.as_slice();
    let mut places = vec![0.0; of_point.len()];
    let of_lines = places.par_chunks_mut(count).enumerate();
    of_lines.for_each(|(line, places)| {
        for (place, of_point) in places.iter_mut().zip(of_point.chunks_exact(together)) {
            *place = of_point[line];
        }
        places.sort_unstable_by(f32::total_cmp);
    });
    places
}

fn apart(one: &[f32], other: &[f32]) -> f64 {
    let pairs = one.iter().zip(other);
    let sum: f64 = pairs.map(|(a, b)| f64::from((a - b).abs())).sum();
    sum / one.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_along_one_axis_is_seen_by_the_lines_that_lie_along_it() {
        let mut random = Random::new(1, Purpose::Latents, 0);
        let one: Vec<f32> = (0..3000).map(|_| random.normal()).collect();
        let mut other = one.clone();
        for point in other.chunks_exact_mut(3) {
            point[1] += 0.5;
        }
        // The mean of a random unit vector's coordinate in three dimensions is 1/2 in size.
        let distance = distance(one, other, 3);
        assert!((distance - 0.25).abs() < 0.02, "{distance}");
    }
}
