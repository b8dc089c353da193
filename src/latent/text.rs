//! A latent as a short text that another person can paste.

use super::point::{MOST_IMAGES, sample};
use crate::recipe::Latent;
use crate::sentence::sentence;
use crate::{Error, Result};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use half::f16;
use std::fmt;

/// A point in latent space, and a class, as text: `7.12` is sample 12 of seed 7; any other point
/// is `z` and its numbers as f16, in base64. `:3` at the end is class 3.
#[derive(Debug, Clone, PartialEq)]
pub struct LatentText {
    point: Point,
    /// The class, for a conditional generator.
    pub label: Option<u8>,
}

#[derive(Debug, Clone, PartialEq)]
enum Point {
    Sample { seed: u64, index: usize },
    Numbers(Vec<f16>),
}

impl LatentText {
    /// Sample number `index` of a seed's grid.
    pub fn of_sample(seed: u64, index: usize, label: Option<u8>) -> Self {
        let point = Point::Sample { seed, index };
        Self { point, label }
    }

    /// Any latent, rounded to f16: only [`LatentText::latent`] of it gives the very same image.
    pub fn of_numbers(latent: &[f32], label: Option<u8>) -> Self {
        let numbers = latent.iter().map(|value| f16::from_f32(*value));
        let point = Point::Numbers(numbers.collect());
        Self { point, label }
    }

    /// Reads what [`LatentText`] writes.
    ///
    /// # Errors
    /// [`Error::Recipe`], saying what was expected.
    pub fn read(text: &str) -> Result<Self> {
        let text = text.trim();
        let refused = || {
            Error::recipe(sentence!(
                "“{text}” is no latent: expected a seed and a sample, as 7.12, or z and the numbers \
                 that were copied; a class may follow, as :3.",
                text = text.chars().take(60).collect::<String>()
            ))
        };
        let (point, label) = match text.split_once(':') {
            Some((point, label)) => (point, Some(label.parse().map_err(|_| refused())?)),
            None => (text, None),
        };
        let point = if let Some(numbers) = point.strip_prefix('z') {
            let bytes = BASE64.decode(numbers).map_err(|_| refused())?;
            let (pairs, rest) = bytes.as_chunks();
            let numbers: Vec<f16> = pairs.iter().map(|pair| f16::from_le_bytes(*pair)).collect();
            if !rest.is_empty() || !numbers.iter().all(|number| number.is_finite()) {
                return Err(refused());
            }
            Point::Numbers(numbers)
        } else {
            let (seed, index) = point.split_once('.').ok_or_else(refused)?;
            let seed = seed.parse().map_err(|_| refused())?;
            let index = index.parse().map_err(|_| refused())?;
            if index >= MOST_IMAGES {
                return Err(refused());
            }
            Point::Sample { seed, index }
        };
        Ok(Self { point, label })
    }

    /// The latent's numbers.
    ///
    /// # Errors
    /// [`Error::Recipe`] when it belongs to a generator with another number of dimensions.
    pub fn latent(&self, of: Latent) -> Result<Vec<f32>> {
        match &self.point {
            Point::Sample { seed, index } => Ok(sample(of, *seed, *index)),
            Point::Numbers(numbers) if numbers.len() == of.dimension => {
                Ok(numbers.iter().map(|number| number.to_f32()).collect())
            }
            Point::Numbers(numbers) => Err(Error::recipe(sentence!(
                "The latent has {found} dimensions; this generator takes {dimension}.",
                found = numbers.len(),
                dimension = of.dimension
            ))),
        }
    }
}

impl fmt::Display for LatentText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.point {
            Point::Sample { seed, index } => write!(out, "{seed}.{index}")?,
            Point::Numbers(numbers) => {
                let bytes: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
                write!(out, "z{}", BASE64.encode(bytes))?;
            }
        }
        match self.label {
            Some(label) => write!(out, ":{label}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Distribution;

    const LATENT: Latent = Latent {
        dimension: 3,
        distribution: Distribution::Normal { deviation: 1.0 },
    };

    #[test]
    fn a_sample_is_named_by_seed_and_place() {
        let code = LatentText::of_sample(7, 12, Some(3));
        assert_eq!(code.to_string(), "7.12:3");
        assert_eq!(LatentText::read(" 7.12:3\n").unwrap(), code);
        assert_eq!(code.latent(LATENT).unwrap(), sample(LATENT, 7, 12));
    }

    #[test]
    fn any_latent_survives_being_copied_and_pasted() {
        let text = LatentText::of_numbers(&[0.1, -2.5, 1e-9], None).to_string();
        let read = LatentText::read(&text).unwrap();
        assert_eq!(read.to_string(), text);
        let latent = read.latent(LATENT).unwrap();
        assert!(
            (latent[0] - 0.1).abs() < 1e-4 && latent[1] == -2.5,
            "{latent:?}"
        );
        assert_eq!(LatentText::of_numbers(&latent, None), read);
    }

    #[test]
    fn what_is_no_latent_is_refused_in_a_sentence() {
        let huge = format!("1.{MOST_IMAGES}");
        let infinite = LatentText::of_numbers(&[f32::INFINITY], None).to_string();
        for text in [
            "", "7", "7.x", "-1.2", "z!", "zAAAA", "7.1:300", &huge, &infinite,
        ] {
            let error = LatentText::read(text).unwrap_err().to_string();
            assert!(error.contains("is no latent"), "{error}");
        }
        let other = LatentText::of_numbers(&[1.0], None)
            .latent(LATENT)
            .unwrap_err();
        assert!(other.to_string().contains("1 dimensions"), "{other}");
    }
}
