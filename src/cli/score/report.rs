//! What `ganvas score` prints.

use super::super::statistics::Statistics;
use super::classifier::{CLASSES, Judgement};
use ganvas::weights::Header;
use serde::Serialize;

/// The whole report, as JSON.
#[derive(Serialize)]
pub struct Report {
    /// Path of the generator's file.
    pub model: String,
    /// Its name.
    pub name: String,
    /// How it was trained, if Ganvas trained it.
    pub training: Option<Training>,
    /// The data set that the images are held against.
    pub data: String,
    /// Generated images.
    pub count: usize,
    /// Seed of their latents.
    pub seed: u64,
    /// What their batch norm goes by.
    pub statistics: Statistics,
    /// Path of the classifier.
    pub classifier: String,
    /// Part of the test images that it classifies rightly.
    pub classifier_accuracy: f64,
    /// What the distances are measured on.
    pub features: &'static str,
    /// Fréchet distance of the generated images to the test images.
    pub frechet_distance: f64,
    /// The same of as many training images: what a perfect generator would have.
    pub floor: f64,
    /// Training images in the floor.
    pub floor_count: usize,
    /// Test images in both distances.
    pub test_count: usize,
    /// Generated images of each class, as the classifier sees them.
    pub class_counts: [usize; CLASSES],
    /// Classes with at least 1 % of the images.
    pub classes_covered: usize,
    /// Mean probability of the most probable class.
    pub mean_top_confidence: f64,
    /// The same on the test images.
    pub test_mean_top_confidence: f64,
}

/// How a generator was trained.
#[derive(Serialize)]
pub struct Training {
    /// Its recipe's name.
    pub recipe: String,
    /// Its recipe's width.
    pub width: usize,
    /// Training steps.
    pub step: u64,
    /// Seed of the training.
    pub seed: u64,
    /// Data set of the training.
    pub data: String,
    /// Whether these are the averaged weights.
    pub averaged: bool,
}

impl Training {
    /// As the generator's file tells it.
    pub fn of(header: &Header) -> Option<Self> {
        let trained = header.training.as_ref()?;
        Some(Self {
            recipe: trained.recipe.name.clone(),
            width: trained.recipe.width,
            step: trained.step,
            seed: trained.seed,
            data: trained.data.clone(),
            averaged: trained.averaged,
        })
    }
}

/// Images of each class.
pub fn class_counts(judgement: &Judgement) -> [usize; CLASSES] {
    let mut counts = [0; CLASSES];
    for &class in &judgement.classes {
        counts[usize::from(class)] += 1;
    }
    counts
}

/// Classes with at least 1 % of the images.
pub fn covered(counts: &[usize; CLASSES]) -> usize {
    let all: usize = counts.iter().sum();
    counts.iter().filter(|&&count| count * 100 >= all).count()
}

/// Mean probability of the most probable class.
pub fn mean_confidence(judgement: &Judgement) -> f64 {
    let sum: f64 = judgement.confidences.iter().map(|p| f64::from(*p)).sum();
    sum / judgement.confidences.len() as f64
}

/// Part of the images whose class is their label.
pub fn accuracy(judgement: &Judgement, labels: &[u8]) -> f64 {
    let pairs = judgement.classes.iter().zip(labels);
    pairs.filter(|(class, label)| class == label).count() as f64 / labels.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_covered_from_one_in_a_hundred() {
        let mut counts = [100; CLASSES];
        assert_eq!(covered(&counts), 10);
        counts[3] = 9;
        counts[4] = 191;
        assert_eq!(covered(&counts), 9);
        counts[3] = 10;
        counts[4] = 190;
        assert_eq!(covered(&counts), 10);
    }
}
