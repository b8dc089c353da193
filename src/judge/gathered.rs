//! What is known of a set of images, some of which are added at a time.

use super::classifier::{CLASSES, Classifier, Seen, centre};
use super::pixels::Pixels;
use crate::spec::ImageShape;
use std::sync::Arc;

/// How many images tell whether a data set is one of digits,
const LOOKED_AT: usize = 256;
/// and how sure the classifier must be of them, and how often right where they are labelled with numbers.
const SURE: f64 = 0.9;

/// Whether images of this shape may be digits as MNIST has them: of its size, or padded to 32×32.
pub fn may_be_digits(shape: ImageShape) -> bool {
    shape.channels == 1 && shape.height == shape.width && matches!(shape.height, 28 | 32)
}

/// Images as a judge sees them.
pub struct Gathered {
    shape: ImageShape,
    pub(super) classifier: Option<Arc<Classifier>>,
    pub(super) seen: Seen,
    pub(super) pixels: Pixels,
    /// Images whose label is a number, and those of them that the classifier takes for it.
    labelled: usize,
    right: usize,
}

impl Gathered {
    /// No image yet. With a classifier, images of [`may_be_digits`] are taken for digits.
    pub fn new(shape: ImageShape, classifier: Option<Arc<Classifier>>) -> Self {
        Self {
            shape,
            classifier: classifier.filter(|_| may_be_digits(shape)),
            seen: Seen::default(),
            pixels: Pixels::default(),
            labelled: 0,
            right: 0,
        }
    }

    /// Adds images, one behind the other. `labels` are what real ones are called; empty if they are called
    /// nothing.
    pub fn add(&mut self, images: &[u8], labels: &[&str]) {
        self.pixels.add(self.shape, images);
        let Some(classifier) = &self.classifier else {
            return;
        };
        let mut digits = Vec::with_capacity(images.len());
        for image in images.chunks_exact(self.shape.bytes()) {
            centre(image, self.shape.width, &mut digits);
        }
        let seen = classifier.see(&digits);
        for ((class, _), label) in seen.verdicts().zip(labels) {
            if let Ok(number) = label.parse::<usize>() {
                self.labelled += 1;
                self.right += usize::from(number == class);
            }
        }
        self.seen.features.extend(seen.features);
        self.seen.probabilities.extend(seen.probabilities);
    }

    /// How many images there are.
    pub fn count(&self) -> usize {
        self.pixels.count()
    }

    /// Whether the classifier is sure of the images, and agrees with their labels where those are numbers.
    pub fn are_digits(&self) -> bool {
        let agrees = self.right as f64 >= SURE * self.labelled as f64;
        self.classifier.is_some() && agrees && self.certainty() >= SURE
    }

    /// Looks at them by their pixels alone from now on, once there are enough of them to tell that they
    /// are no digits.
    pub fn decide(&mut self) {
        if self.count() >= LOOKED_AT {
            self.leave_if_no_digits();
        }
    }

    /// The same, however many there are.
    pub(super) fn leave_if_no_digits(&mut self) {
        if !self.are_digits() {
            self.classifier = None;
            self.seen = Seen::default();
        }
    }

    /// The mean probability of the class that an image is taken for.
    pub(super) fn certainty(&self) -> f64 {
        let verdicts = self.seen.verdicts();
        let sum: f64 = verdicts
            .map(|(_, probability)| f64::from(probability))
            .sum();
        sum / self.count() as f64
    }

    /// The share of each class.
    pub(super) fn classes(&self) -> [f64; CLASSES] {
        let mut shares = [0.0; CLASSES];
        for (class, _) in self.seen.verdicts() {
            shares[class] += 1.0;
        }
        shares.map(|count| count / self.count() as f64)
    }

    /// Mean and covariance of the features, if there are enough images for them.
    pub(super) fn moments(&self) -> Option<super::Moments> {
        let classifier = self.classifier.as_ref()?;
        let enough = self.count() > 1;
        enough.then(|| super::Moments::of(&self.seen.features, classifier.feature_count()))
    }
}
