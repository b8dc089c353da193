//! The Fréchet distance between two sets of features, each taken as one normal distribution
//! (Heusel et al. 2017, arXiv:1706.08500, there on Inception's features).

use nalgebra::{DMatrix, DVector, SymmetricEigen};

/// Most iterations of an eigenvalue problem; one of 48 dimensions takes about a hundred.
const MOST_ITERATIONS: usize = 100_000;

/// Mean and covariance of features.
#[derive(Debug, Clone)]
pub struct Moments {
    mean: DVector<f64>,
    covariance: DMatrix<f64>,
}

impl Moments {
    /// Of rows of `dimension` numbers each, at least two; the covariance is the unbiased one.
    pub fn of(features: &[f32], dimension: usize) -> Self {
        let rows = features.len() / dimension;
        let features = features.iter().map(|value| f64::from(*value));
        let mut columns = DMatrix::from_iterator(dimension, rows, features);
        let mean = columns.column_mean();
        for mut column in columns.column_iter_mut() {
            column -= &mean;
        }
        let covariance = &columns * columns.transpose() / (rows as f64 - 1.0);
        Self { mean, covariance }
    }

    /// |m₁ − m₂|² + Tr(S₁ + S₂ − 2 (S₁ S₂)^½), or `None` where the numbers do not allow it.
    ///
    /// (S₁ S₂)^½ has the trace of (S₁^½ S₂ S₁^½)^½, which is symmetric also where S₁ or S₂ is
    /// singular.
    pub fn distance(&self, other: &Self) -> Option<f64> {
        let root = root(&self.covariance)?;
        let product = &root * &other.covariance * &root;
        let product = (&product + product.transpose()) / 2.0;
        let roots: f64 = eigen(product)?
            .eigenvalues
            .iter()
            .map(|value| value.max(0.0).sqrt())
            .sum();
        let shift = (&self.mean - &other.mean).norm_squared();
        let distance = shift + self.covariance.trace() + other.covariance.trace() - 2.0 * roots;
        distance.is_finite().then_some(distance.max(0.0))
    }
}

/// The symmetric square root; what rounding made negative counts as 0.
fn root(matrix: &DMatrix<f64>) -> Option<DMatrix<f64>> {
    let SymmetricEigen {
        eigenvectors,
        eigenvalues,
    } = eigen(matrix.clone())?;
    let roots = DMatrix::from_diagonal(&eigenvalues.map(|value| value.max(0.0).sqrt()));
    Some(&eigenvectors * roots * eigenvectors.transpose())
}

fn eigen(matrix: DMatrix<f64>) -> Option<SymmetricEigen<f64, nalgebra::Dyn>> {
    let is_finite = matrix.iter().all(|value| value.is_finite());
    is_finite
        .then(|| SymmetricEigen::try_new(matrix, f64::EPSILON, MOST_ITERATIONS))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Purpose, Random};

    fn normals(seed: u64, rows: usize, dimension: usize) -> Vec<f32> {
        let mut random = Random::new(seed, Purpose::Latents, 0);
        (0..rows * dimension).map(|_| random.normal()).collect()
    }

    fn distance(a: &[f32], b: &[f32], dimension: usize) -> f64 {
        let distance = |a, b| {
            let [a, b] = [a, b].map(|features| Moments::of(features, dimension));
            a.distance(&b).unwrap()
        };
        let there = distance(a, b);
        assert!((there - distance(b, a)).abs() < 1e-9 * (1.0 + there));
        there
    }

    fn normal(mean: &[f64], covariance: &[f64]) -> Moments {
        let dimension = mean.len();
        Moments {
            mean: DVector::from_row_slice(mean),
            covariance: DMatrix::from_row_slice(dimension, dimension, covariance),
        }
    }

    fn is_near(found: Option<f64>, expected: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
    }

    #[test]
    fn moments_are_those_of_the_textbook() {
        let moments = Moments::of(&[1.0, 2.0, 3.0, 6.0, 5.0, 1.0], 2);
        assert_eq!(moments.mean.as_slice(), [3.0, 3.0]);
        assert_eq!(moments.covariance.as_slice(), [4.0, -1.0, -1.0, 7.0]);
    }

    #[test]
    fn a_set_has_no_distance_to_itself() {
        let set = normals(1, 500, 32);
        assert!(distance(&set, &set, 32) < 1e-9);
    }

    #[test]
    fn a_shift_counts_by_its_square() {
        let set = normals(1, 500, 8);
        let shifted: Vec<f32> = set.iter().map(|value| value + 0.5).collect();
        assert!((distance(&set, &shifted, 8) - 8.0 * 0.25).abs() < 1e-4);
    }

    #[test]
    fn diagonal_covariances_have_a_closed_form() {
        // Σ (√a − √b)², with the means' distance beside it.
        let a = normal(&[0.0, 1.0], &[4.0, 0.0, 0.0, 9.0]);
        let b = normal(&[3.0, 1.0], &[1.0, 0.0, 0.0, 0.25]);
        is_near(a.distance(&b), 9.0 + 1.0 + 6.25);
    }

    #[test]
    fn covariances_that_do_not_commute_follow_the_determinant() {
        // In two dimensions Tr (S₁ S₂)^½ = √(Tr S₁S₂ + 2 √(det S₁ det S₂)).
        let a = normal(&[0.0; 2], &[2.0, 1.0, 1.0, 3.0]);
        let b = normal(&[0.0; 2], &[1.0, -0.5, -0.5, 4.0]);
        let trace_of_product: f64 = 2.0 * 1.0 + 2.0 * (1.0 * -0.5) + 3.0 * 4.0;
        let determinants: f64 = 5.0 * 3.75;
        let root = (trace_of_product + 2.0 * determinants.sqrt()).sqrt();
        is_near(a.distance(&b), 5.0 + 5.0 - 2.0 * root);
        is_near(b.distance(&a), 5.0 + 5.0 - 2.0 * root);
    }

    #[test]
    fn singular_covariances_are_allowed() {
        let line = normal(&[0.0; 2], &[1.0, 1.0, 1.0, 1.0]);
        let point = normal(&[0.0; 2], &[0.0; 4]);
        let across = normal(&[0.0; 2], &[1.0, -1.0, -1.0, 1.0]);
        is_near(line.distance(&line), 0.0);
        is_near(line.distance(&point), 2.0);
        is_near(point.distance(&line), 2.0);
        is_near(line.distance(&across), 4.0);
        // Fewer rows than dimensions, and features that never move.
        let mut set = normals(1, 5, 32);
        set.iter_mut().step_by(4).for_each(|value| *value = 0.0);
        assert!(distance(&set, &set, 32) < 1e-6);
    }

    #[test]
    fn numbers_that_are_not_finite_have_no_distance() {
        let broken = Moments::of(&[f32::NAN, 1.0, 2.0, 3.0], 2);
        let sound = Moments::of(&[0.0, 1.0, 2.0, 3.0], 2);
        assert!(broken.distance(&sound).is_none() && sound.distance(&broken).is_none());
    }
}
