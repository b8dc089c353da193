//! A judge: what it knows of the data, and what it says of samples.

use super::classifier::Classifier;
use super::frechet::Moments;
use super::gathered::Gathered;
use super::pixels::Laid;
use super::quality::{Judged, Quality, Sizes};
use std::sync::Arc;

/// Holds samples against the data that a generator learns from.
pub struct Judge {
    by: By,
    /// The mean distance between two images of the data.
    apart: f64,
}

/// What is known of the data.
enum By {
    Digits(Arc<Classifier>, Option<Moments>),
    Pixels(Laid),
}

impl Judge {
    /// Knows the data by these images of it.
    pub fn new(mut data: Gathered) -> Self {
        data.leave_if_no_digits();
        let by = match &data.classifier {
            Some(classifier) => By::Digits(classifier.clone(), data.moments()),
            None => By::Pixels(data.pixels.laid()),
        };
        let apart = data.pixels.apart();
        Self { by, apart }
    }

    /// What judges.
    pub fn by(&self) -> Judged {
        match self.by {
            By::Digits(..) => Judged::Digits,
            By::Pixels(_) => Judged::Pixels,
        }
    }

    /// The classifier that samples are to be seen by.
    pub fn classifier(&self) -> Option<Arc<Classifier>> {
        match &self.by {
            By::Digits(classifier, _) => Some(classifier.clone()),
            By::Pixels(_) => None,
        }
    }

    /// Judges `count` samples of step `step`: none are given where they are not finite.
    pub fn quality(
        &self,
        step: u64,
        count: usize,
        samples: Option<&Gathered>,
        sizes: Sizes,
    ) -> Quality {
        let mut quality = Quality {
            step,
            samples: count,
            judge: self.by(),
            distance: None,
            classes: None,
            certainty: None,
            sliced: None,
            spread: None,
            sizes,
        };
        let Some(samples) = samples else {
            return quality;
        };
        quality.spread = finite(samples.pixels.apart() / self.apart);
        match &self.by {
            By::Digits(_, moments) => {
                let pair = moments.as_ref().zip(samples.moments());
                quality.distance = pair.and_then(|(data, samples)| samples.distance(data));
                quality.classes = Some(samples.classes());
                quality.certainty = finite(samples.certainty());
            }
            By::Pixels(laid) => quality.sliced = finite(samples.pixels.laid().distance(laid)),
        }
        quality
    }
}

/// The number, if it is one.
pub(crate) fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}
