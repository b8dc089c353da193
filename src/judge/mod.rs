//! How good a generator's images are, held against the data: digits on the features of a small
//! classifier, other images on their pixels. Bytes in, numbers out.

mod classifier;
mod frechet;
mod gathered;
#[allow(clippy::module_inception)]
mod judge;
mod pixels;
mod quality;
#[cfg(test)]
mod tests;

pub use classifier::{
    CLASSES, Classifier, DIGIT, LARGEST_CLASSIFIER, Seen, centre, classifier_file,
};
pub use frechet::Moments;
pub use gathered::{Gathered, may_be_digits};
pub use judge::Judge;
pub(crate) use judge::finite;
pub use pixels::directions;
pub use quality::{Judged, Quality, Sizes};
