//! A way through several latents.

use super::interpolation::{Interpolation, interpolate};
use super::space::check_count;
use crate::sentence::sentence;
use crate::{Error, Result};

/// Latents that are passed one after another.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    keys: Vec<Vec<f32>>,
    how: Interpolation,
    closed: bool,
}

impl Path {
    /// Through `keys`; a closed path goes back from the last to the first.
    ///
    /// # Errors
    /// [`Error::Recipe`] for fewer than two latents, or latents of different lengths.
    pub fn new(keys: Vec<Vec<f32>>, how: Interpolation, closed: bool) -> Result<Self> {
        if keys.len() < 2 {
            return Err(Error::recipe(sentence!(
                "A path needs at least 2 latents; found {count}.",
                count = keys.len()
            )));
        }
        let dimension = keys[0].len();
        if let Some(other) = keys.iter().find(|key| key.len() != dimension) {
            return Err(Error::recipe(sentence!(
                "A path's latents have {dimension} and {other} dimensions; expected the same.",
                dimension,
                other = other.len()
            )));
        }
        Ok(Self { keys, how, closed })
    }

    /// Legs from a latent to the next.
    pub fn legs(&self) -> usize {
        self.keys.len() - usize::from(!self.closed)
    }

    /// The latent at a part of the way, 0 to 1; every leg takes the same part.
    pub fn at(&self, part: f32) -> Vec<f32> {
        let place = f64::from(part.clamp(0.0, 1.0)) * self.legs() as f64;
        let leg = (place as usize).min(self.legs() - 1);
        let to = (leg + 1) % self.keys.len();
        let t = (place - leg as f64) as f32;
        interpolate(&self.keys[leg], &self.keys[to], t, self.how)
    }

    /// The latents at these parts of the way, one after another.
    ///
    /// # Errors
    /// [`Error::Recipe`] for more than [`MOST_IMAGES`](super::MOST_IMAGES), or more than memory has
    /// room for.
    pub fn points(&self, parts: &[f32]) -> Result<Vec<f32>> {
        check_count(parts.len(), self.keys[0].len())?;
        Ok(parts.iter().flat_map(|part| self.at(*part)).collect())
    }

    /// `count` latents, evenly along the way. An open path ends with its last latent; a closed
    /// one stops short of its first, so that it can be played in a loop.
    pub fn frames(&self, count: usize) -> Vec<Vec<f32>> {
        let steps = if self.closed { count } else { count.max(2) - 1 };
        (0..count)
            .map(|frame| self.at(frame as f32 / steps as f32))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corners() -> Vec<Vec<f32>> {
        vec![vec![0.0, 0.0], vec![1.0, 0.0], vec![1.0, 1.0]]
    }

    #[test]
    fn an_open_path_passes_every_key_and_ends_at_the_last() {
        let path = Path::new(corners(), Interpolation::Linear, false).unwrap();
        assert_eq!((path.legs(), path.frames(5).len()), (2, 5));
        let halves = [[0.0, 0.0], [0.5, 0.0], [1.0, 0.0], [1.0, 0.5], [1.0, 1.0]];
        assert_eq!(path.frames(5), halves);
        assert_eq!(
            (path.at(-1.0), path.at(2.0)),
            (vec![0.0, 0.0], vec![1.0, 1.0])
        );
        assert_eq!(path.frames(1), [[0.0, 0.0]]);
    }

    #[test]
    fn a_closed_path_comes_back_and_does_not_show_its_start_twice() {
        let path = Path::new(corners(), Interpolation::Linear, true).unwrap();
        let frames = path.frames(6);
        let back = &frames[5];
        assert_eq!(path.legs(), 3);
        assert!(
            back.iter().all(|part| (part - 0.5).abs() < 1e-6),
            "{back:?}"
        );
        assert_eq!(path.at(1.0), path.at(0.0));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        let refused = |keys| {
            Path::new(keys, Interpolation::Slerp, true)
                .unwrap_err()
                .to_string()
        };
        assert!(refused(vec![vec![0.0]]).contains("found 1"));
        assert!(refused(vec![vec![0.0], vec![0.0, 1.0]]).contains("1 and 2"));
    }
}
