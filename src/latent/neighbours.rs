//! What lies around a latent.

use crate::random::{Purpose, Random};
use crate::recipe::{Distribution, Latent};

/// `side` × `side` latents around `centre`, row by row, in the plane of two random directions of
/// `seed`. The middles of the grid's edges are `radius` away, in lengths of a drawn latent. Where
/// latents are normal they keep the centre's length: shorter and longer ones are unlike any drawn.
pub fn neighbours(latent: Latent, centre: &[f32], side: usize, radius: f32, seed: u64) -> Vec<f32> {
    let (across, down) = plane(latent, seed);
    let length = norm(centre);
    let place = |index: usize| (2.0 * index as f32 + 1.0 - side as f32) / (side.max(2) - 1) as f32;
    (0..side * side)
        .flat_map(|cell| {
            let (x, y) = (radius * place(cell % side), radius * place(cell / side));
            let directions = across.iter().zip(&down);
            let moved: Vec<f32> = centre
                .iter()
                .zip(directions)
                .map(|(value, (across, down))| value + x * across + y * down)
                .collect();
            settled(latent, moved, length)
        })
        .collect()
}

/// Two directions at right angles, each as long as a drawn latent is on average.
fn plane(latent: Latent, seed: u64) -> (Vec<f32>, Vec<f32>) {
    let mut random = Random::new(seed, Purpose::Neighbours, 0);
    let mut direction = || (0..latent.dimension).map(|_| random.normal()).collect();
    let (mut across, mut down): (Vec<f32>, Vec<f32>) = (direction(), direction());
    let spread = match latent.distribution {
        Distribution::Normal { deviation } => deviation,
        Distribution::Uniform { low, high } => (high - low) / 12_f32.sqrt(),
    };
    let wanted = spread * (latent.dimension as f32).sqrt();
    scale(&mut across, wanted);
    if latent.dimension > 1 {
        let dot: f32 = across.iter().zip(&down).map(|(a, d)| a * d).sum();
        let part = dot / wanted.powi(2);
        for (down, across) in down.iter_mut().zip(&across) {
            *down -= part * across;
        }
    }
    scale(&mut down, wanted);
    (across, down)
}

fn settled(latent: Latent, mut moved: Vec<f32>, length: f32) -> Vec<f32> {
    // The mean itself has no length to keep.
    if matches!(latent.distribution, Distribution::Normal { .. }) && length > 0.0 {
        scale(&mut moved, length);
    }
    for value in &mut moved {
        *value = latent.distribution.clamp(*value);
    }
    moved
}

fn scale(vector: &mut [f32], length: f32) {
    let factor = length / norm(vector).max(f32::MIN_POSITIVE);
    // So that an unmoved latent stays the same to the last bit.
    if (factor - 1.0).abs() > 1e-6 {
        vector.iter_mut().for_each(|value| *value *= factor);
    }
}

fn norm(vector: &[f32]) -> f32 {
    vector.iter().map(|v| v * v).sum::<f32>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATENT: Latent = Latent {
        dimension: 50,
        distribution: Distribution::Normal { deviation: 1.0 },
    };

    fn apart(one: &[f32], other: &[f32]) -> f32 {
        let difference: Vec<f32> = one.iter().zip(other).map(|(a, b)| a - b).collect();
        norm(&difference)
    }

    #[test]
    fn the_middle_of_the_neighbours_is_the_sample_and_the_others_lie_around_it() {
        let centre = LATENT.numbers(&mut Random::new(1, Purpose::FixedLatents, 0), 1);
        let found = neighbours(LATENT, &centre, 5, 0.2, 9);
        let cells: Vec<&[f32]> = found.chunks(50).collect();
        assert_eq!(cells.len(), 25);
        assert_eq!(cells[12], centre);
        let step = 0.1 * 50_f32.sqrt();
        assert!((apart(cells[13], &centre) - step).abs() < 0.02 * step);
        assert!((apart(cells[17], &centre) - step).abs() < 0.02 * step);
        assert!((apart(cells[13], cells[17]) - 2_f32.sqrt() * step).abs() < 0.03 * step);
        for cell in cells {
            assert!((norm(cell) - norm(&centre)).abs() < 1e-3);
        }
    }

    #[test]
    fn neighbours_of_one_dimension_or_of_the_mean_are_finite() {
        let line = Latent {
            dimension: 1,
            ..LATENT
        };
        assert!(
            neighbours(line, &[0.5], 3, 1.0, 1)
                .iter()
                .all(|v| v.is_finite())
        );
        let mean = vec![0.0; 50];
        assert!(
            neighbours(LATENT, &mean, 3, 1.0, 1)
                .iter()
                .all(|v| v.is_finite())
        );
    }
}
