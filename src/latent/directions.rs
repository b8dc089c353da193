//! The directions of latent space that matter first.

use crate::sentence::sentence;
use crate::{Error, Result};
use nalgebra::{DMatrix, SymmetricEigen};

/// Most dimensions of a latent whose directions are worked out.
pub const MOST_DIMENSIONS: usize = 1024;

/// Most iterations of the eigenvalue problem.
const MOST_ITERATIONS: usize = 100_000;

/// A direction in latent space.
#[derive(Debug, Clone, PartialEq)]
pub struct Direction {
    /// Of length 1.
    pub vector: Vec<f32>,
    /// How far the first layer's output moves, over all its numbers, for one step of length 1.
    pub strength: f32,
}

/// All directions, the strongest first: the principal components of the first layer's output over
/// random latents, followed back into latent space (after Härkönen et al. 2020, GANSpace,
/// arXiv:2004.02546).
///
/// A first layer is affine, y = A·z + b, and the coordinates of z are independent with the same
/// variance; so the components are those of A·Aᵀ, and their latents the eigenvectors of Aᵀ·A.
/// They are computed from A itself, and no chance is left in them.
///
/// `outputs` is what the layer makes of [`Space::probes`](super::Space::probes), one after another.
///
/// # Errors
/// [`Error::Training`] where the layer's numbers have no such directions.
pub(crate) fn directions(dimension: usize, outputs: &[f32]) -> Result<Vec<Direction>> {
    let width = outputs.len() / (dimension + 1);
    let (origin, rows) = outputs.split_at(width);
    let moved = |row, column| rows[row * width + column] - origin[column];
    let rows = DMatrix::from_fn(dimension, width, moved);
    let products = (&rows * rows.transpose()).map(f64::from);
    let eigen = SymmetricEigen::try_new(products, f64::EPSILON, MOST_ITERATIONS);
    let eigen = eigen.ok_or_else(|| {
        Error::Training(sentence!(
            "The first layer's weights have no principal directions."
        ))
    })?;
    let columns = eigen
        .eigenvalues
        .iter()
        .zip(eigen.eigenvectors.column_iter());
    let mut directions: Vec<Direction> = columns
        .map(|(value, vector)| {
            // Of the two signs, that whose largest coordinate is positive.
            let sign = vector[vector.iamax()].signum();
            Direction {
                vector: vector.iter().map(|part| (sign * part) as f32).collect(),
                strength: value.max(0.0).sqrt() as f32,
            }
        })
        .collect();
    directions.sort_by(|one, other| other.strength.total_cmp(&one.strength));
    Ok(directions)
}
