//! The nearest vectors of a set.

use super::super::bar::Progress;
use ganvas::data::nearest::Nearest;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many are found for each query.
pub const FOUND: usize = 3;

/// Places in the set with their distances, the nearest first.
pub type Found = [(usize, f64); FOUND];

/// Vectors to look through.
pub struct Set {
    vectors: Vec<Vec<f32>>,
    /// Half their squared lengths.
    halves: Vec<f32>,
}

impl Set {
    pub fn new(vectors: Vec<Vec<f32>>) -> Self {
        let halves = vectors.iter().map(|vector| dot(vector, vector) / 2.0);
        let halves = halves.collect();
        Self { vectors, halves }
    }

    /// The vectors at these places.
    pub fn at(&self, places: &[usize]) -> Vec<Vec<f32>> {
        let vectors = places.iter().map(|&place| self.vectors[place].clone());
        vectors.collect()
    }

    /// The nearest ones of each query, of which there are two forms; `without` is the place that each is
    /// not to find: its own.
    pub fn nearest(
        &self,
        title: &str,
        queries: &[Vec<Vec<f32>>; 2],
        without: Option<&[usize]>,
    ) -> Vec<Found> {
        let count = queries[0].len();
        let progress = Progress::new(title, count);
        let done = AtomicUsize::new(0);
        let all = (0..count).into_par_iter().map(|query| {
            let forms = [0, 1].map(|form| &queries[form][query]);
            let found = self.nearest_of(forms, without.map(|places| places[query]));
            progress.show(done.fetch_add(1, Ordering::Relaxed) + 1);
            found
        });
        let all = all.collect();
        progress.finish();
        all
    }

    fn nearest_of(&self, forms: [&Vec<f32>; 2], without: Option<usize>) -> Found {
        let mut nearest = Nearest::new(FOUND);
        for (place, (vector, half)) in self.vectors.iter().zip(&self.halves).enumerate() {
            // |q − v|² = |q|² − 2 (q·v − |v|² / 2), and |q| is the same for both forms.
            let likeness = forms.map(|form| dot(form, vector) - half);
            let distance = -likeness[0].max(likeness[1]);
            if Some(place) != without {
                nearest.offer(place, distance);
            }
        }
        // The rounding of the short way is taken out of those that were found.
        std::array::from_fn(|at| {
            let (place, _) = nearest.found()[at];
            let squares = forms.map(|form| squared_distance(form, &self.vectors[place]));
            (place, squares[0].min(squares[1]).sqrt())
        })
    }
}

fn squared_distance(one: &[f32], other: &[f32]) -> f64 {
    let pairs = one.iter().zip(other);
    pairs.map(|(a, b)| f64::from(a - b).powi(2)).sum()
}

/// In eight sums at once, as processors like it.
fn dot(one: &[f32], other: &[f32]) -> f32 {
    let mut sums = [0.0; 8];
    let (ones, others) = (one.chunks_exact(8), other.chunks_exact(8));
    let rest = ones.remainder().iter().zip(others.remainder());
    let rest: f32 = rest.map(|(a, b)| a * b).sum();
    for (one, other) in ones.zip(others) {
        for (sum, (a, b)) in sums.iter_mut().zip(one.iter().zip(other)) {
            *sum += a * b;
        }
    }
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_in_either_form_and_never_the_query_itself() {
        let points = [[0.0, 0.0], [3.0, 0.0], [0.0, 4.0], [-3.0, 0.5], [9.0, 9.0]];
        let vectors: Vec<Vec<f32>> = points.iter().map(|point| point.to_vec()).collect();
        let set = Set::new(vectors);
        let queries = [vec![vec![3.0, 0.0]], vec![vec![-3.0, 0.0]]];
        let found = set.nearest("test", &queries, Some(&[1]));
        let places = found[0].map(|(place, _)| place);
        assert_eq!(places, [3, 0, 2]);
        assert_eq!(found[0].map(|(_, distance)| distance), [0.5, 3.0, 5.0]);
        let itself = set.nearest("test", &queries, None);
        assert_eq!(itself[0][0], (1, 0.0));
    }
}
