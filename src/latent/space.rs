//! The latent space of one generator: what people ask of it, checked before it is computed.

use super::directions::MOST_DIMENSIONS;
use super::point::MOST_IMAGES;
use super::text::LatentText;
use super::{Walk, arithmetic, mean, neighbours, samples, truncate};
use crate::recipe::Latent;
use crate::sentence::sentence;
use crate::{Error, Result};

/// Most numbers of the latents of one call (256 MiB).
const MOST_NUMBERS: usize = 1 << 26;

/// What a generator draws from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Space {
    /// The latents.
    pub latent: Latent,
    /// How many classes it tells apart, if it is conditional.
    pub classes: Option<usize>,
}

impl Space {
    /// The first `count` latents of a seed, one after another.
    ///
    /// # Errors
    /// [`Error::Recipe`] for more than [`MOST_IMAGES`], or more than memory has room for.
    pub fn samples(self, count: usize, seed: u64) -> Result<Vec<f32>> {
        check_count(count, self.latent.dimension)?;
        Ok(samples(self.latent, seed, count))
    }

    /// The weights of the classes of `count` samples, which take turns; empty without classes.
    pub fn turns(self, count: usize) -> Vec<f32> {
        let known = self.classes.unwrap_or(0);
        let mut weights = vec![0.0; count * known];
        for (sample, weights) in weights.chunks_mut(known.max(1)).enumerate() {
            weights[sample % known] = 1.0;
        }
        weights
    }

    /// The weights of these classes, one-hot; empty for a generator without classes, whatever the
    /// labels are.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a label that is no class.
    pub fn one_hot(self, labels: &[u8]) -> Result<Vec<f32>> {
        let Some(known) = self.classes else {
            return Ok(Vec::new());
        };
        let mut weights = vec![0.0; labels.len() * known];
        for (label, weights) in labels.iter().zip(weights.chunks_exact_mut(known)) {
            let weight = weights.get_mut(usize::from(*label)).ok_or_else(|| {
                Error::recipe(sentence!(
                    "Class {label} was asked for; the generator has the classes 0 to {last}.",
                    label,
                    last = known - 1
                ))
            })?;
            *weight = 1.0;
        }
        Ok(weights)
    }

    /// Checks what is to be drawn, `count` images: latents one after another, and for each the
    /// weights of all classes.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless there are 1 to [`MOST_IMAGES`], as many latents and weights, and
    /// all of them are finite.
    pub fn check(self, count: usize, latents: &[f32], classes: &[f32]) -> Result<()> {
        if count == 0 {
            return Err(out_of_bounds(count));
        }
        let (dimension, known) = (self.latent.dimension, self.classes.unwrap_or(0));
        check_count(count, dimension)?;
        if latents.len() != count * dimension {
            return Err(Error::recipe(sentence!(
                "{latents} numbers were given as latents; expected {count} × {dimension}.",
                latents = latents.len(),
                count,
                dimension
            )));
        }
        if let Some(place) = latents.iter().position(|value| !value.is_finite()) {
            return Err(Error::recipe(sentence!(
                "A latent holds {number} at place {place}; expected a finite number.",
                number = latents[place],
                place
            )));
        }
        if classes.len() != count * known || !classes.iter().all(|weight| weight.is_finite()) {
            return Err(Error::recipe(sentence!(
                "{classes} numbers were given as weights of classes; expected {count} × {known}, all \
                 finite.",
                classes = classes.len(),
                count,
                known
            )));
        }
        Ok(())
    }

    /// Where a walk is at each of these times; `start` is where it is at time 0.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a start of another space, or too many times.
    pub fn walk(
        self,
        seed: u64,
        start: Option<&[f32]>,
        truncation: f32,
        times: &[f64],
    ) -> Result<Vec<f32>> {
        check_count(times.len(), self.latent.dimension)?;
        if let Some(start) = start {
            self.check_whole(start)?;
        }
        let walk = Walk {
            latent: self.latent,
            seed,
            start,
            truncation,
        };
        Ok(times.iter().flat_map(|time| walk.at(*time)).collect())
    }

    /// `side` × `side` latents around one, up to `radius` of a latent's length away.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a latent of another space, or too many neighbours.
    pub fn neighbours(
        self,
        centre: &[f32],
        side: usize,
        radius: f32,
        seed: u64,
    ) -> Result<Vec<f32>> {
        check_count(side.saturating_mul(side), self.latent.dimension)?;
        self.check_whole(centre)?;
        Ok(neighbours(self.latent, centre, side, radius, seed))
    }

    /// Latents nearer to the mean: at 1 they stay, at 0 they are the mean.
    ///
    /// # Errors
    /// [`Error::Recipe`] for latents of another space.
    pub fn truncated(self, mut latents: Vec<f32>, truncation: f32) -> Result<Vec<f32>> {
        self.check_whole(&latents)?;
        truncate(&mut latents, truncation, self.latent.distribution);
        Ok(latents)
    }

    /// The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents.
    ///
    /// # Errors
    /// [`Error::Recipe`] for latents of another space, or none.
    pub fn arithmetic(self, a: &[f32], b: &[f32], c: &[f32]) -> Result<Vec<f32>> {
        let [a, b, c] = [self.mean(a)?, self.mean(b)?, self.mean(c)?];
        let result = arithmetic(&a, &b, &c);
        Ok([a, result].concat())
    }

    /// A latent, and its class if it has one, as a short text.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a latent of another space.
    pub fn write_latent(self, latent: &[f32], label: Option<u8>) -> Result<String> {
        self.check_whole(latent)?;
        Ok(LatentText::of_numbers(latent, label).to_string())
    }

    /// The latent that a text stands for, and its class if the text names one.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a text that is none, or one of another space.
    pub fn read_latent(self, text: &str) -> Result<(Vec<f32>, Option<u8>)> {
        let code = LatentText::read(text)?;
        Ok((code.latent(self.latent)?, code.label))
    }

    /// The latents by which [`super::directions`] learns what a first layer does, `dimension` + 1:
    /// the origin, then a step along each coordinate. What they differ in is the linear part.
    ///
    /// # Errors
    /// [`Error::Recipe`] for more than [`MOST_DIMENSIONS`].
    pub(crate) fn probes(self) -> Result<Vec<f32>> {
        let dimension = self.latent.dimension;
        if dimension > MOST_DIMENSIONS {
            return Err(Error::recipe(sentence!(
                "The latent has {dimension} dimensions; directions are worked out for up to \
                 {most}.",
                dimension,
                most = MOST_DIMENSIONS
            )));
        }
        let mut latents = vec![0.0; (dimension + 1) * dimension];
        for coordinate in 0..dimension {
            latents[(coordinate + 1) * dimension + coordinate] = 1.0;
        }
        Ok(latents)
    }

    fn mean(self, latents: &[f32]) -> Result<Vec<f32>> {
        self.check_whole(latents)?;
        let latents = latents.chunks(self.latent.dimension);
        Ok(mean(&latents.map(<[f32]>::to_vec).collect::<Vec<_>>()))
    }

    /// Checks that there are whole latents.
    fn check_whole(self, latents: &[f32]) -> Result<()> {
        let dimension = self.latent.dimension;
        if latents.len().is_multiple_of(dimension) && !latents.is_empty() {
            return Ok(());
        }
        Err(Error::recipe(sentence!(
            "Latents of this generator have {dimension} numbers each; found {latents}.",
            dimension,
            latents = latents.len()
        )))
    }
}

/// Checks a number of latents of so many dimensions.
pub(super) fn check_count(count: usize, dimension: usize) -> Result<()> {
    if count > MOST_IMAGES {
        return Err(out_of_bounds(count));
    }
    if count.saturating_mul(dimension) > MOST_NUMBERS {
        return Err(Error::recipe(sentence!(
            "{count} latents of {dimension} numbers were asked for at once; the most is \
             {most} numbers.",
            count,
            dimension,
            most = MOST_NUMBERS
        )));
    }
    Ok(())
}

fn out_of_bounds(count: usize) -> Error {
    Error::recipe(sentence!(
        "{count} images were asked for; it must be 1 to {most}.",
        count,
        most = MOST_IMAGES
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Distribution;

    const SPACE: Space = Space {
        latent: Latent {
            dimension: 2,
            distribution: Distribution::Normal { deviation: 1.0 },
        },
        classes: Some(3),
    };

    #[test]
    fn classes_take_turns_and_labels_are_one_hot() {
        let turns = SPACE.turns(4);
        assert_eq!(
            turns,
            [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0]
        );
        assert_eq!(SPACE.one_hot(&[0, 1, 2, 0]).unwrap(), turns);
        let error = SPACE.one_hot(&[3]).unwrap_err().to_string();
        assert!(error.contains("Class 3") && error.contains("0 to 2"));
        let plain = Space {
            classes: None,
            ..SPACE
        };
        assert!(plain.turns(4).is_empty() && plain.one_hot(&[9]).unwrap().is_empty());
    }

    #[test]
    fn what_does_not_fit_the_space_is_refused() {
        let refused = |result: Result<Vec<f32>>| result.unwrap_err().to_string();
        assert!(refused(SPACE.samples(MOST_IMAGES + 1, 1)).contains("4097 images"));
        let large = Space {
            latent: Latent {
                dimension: 1 << 16,
                ..SPACE.latent
            },
            ..SPACE
        };
        assert!(refused(large.samples(MOST_IMAGES, 1)).contains("65536 numbers"));
        assert!(refused(SPACE.truncated(vec![0.0; 3], 1.0)).contains("found 3"));
        assert!(refused(SPACE.arithmetic(&[0.0; 2], &[], &[0.0; 2])).contains("found 0"));
        assert!(refused(SPACE.neighbours(&[0.0; 2], usize::MAX, 1.0, 1)).contains("images"));
        assert!(refused(SPACE.walk(1, Some(&[0.0]), 1.0, &[0.0])).contains("found 1"));
        for (count, latents, classes, word) in [
            (0, vec![], vec![], "0 images"),
            (1, vec![0.0], vec![0.0; 3], "expected 1 × 2"),
            (1, vec![0.0, f32::NAN], vec![0.0; 3], "NaN at place 1"),
            (1, vec![0.0; 2], vec![0.0; 2], "expected 1 × 3"),
            (1, vec![0.0; 2], vec![f32::INFINITY; 3], "finite"),
        ] {
            let error = SPACE.check(count, &latents, &classes).unwrap_err();
            assert!(error.to_string().contains(word), "{error}");
        }
        SPACE.check(1, &[0.0; 2], &[0.5, 0.5, 0.0]).unwrap();
    }
}
