//! How far a generator's digits are from MNIST's, on a classifier's features.

use super::super::Failure;
use super::super::arrays::{self, Part};
use super::super::bar::Progress;
use super::classifier::{Classifier, FEATURE_COUNT, FEATURES, Judgement};
use super::digits::{self, Digits};
use super::report::{Report, Training, accuracy, class_counts, covered, mean_confidence};
use super::{Judged, generate};
use burn::tensor::Device;
use ganvas::judge::Moments;
use std::path::{Path, PathBuf};

/// Images in MNIST's test set.
const TEST_COUNT: usize = 10_000;
/// Images that are generated, unless asked for otherwise.
const COUNT: usize = 10_000;

/// Where the real images and the classifier lie.
pub struct Mnist<'a> {
    /// Folder of the IDX files.
    pub folder: &'a Path,
    /// The classifier's file, if it was named.
    pub classifier: Option<PathBuf>,
}

impl Mnist<'_> {
    /// Measures a generator.
    pub fn report(&self, judged: &Judged<'_>, device: &Device) -> Result<Report, Failure> {
        let Judged {
            name,
            model,
            count,
            seed,
            statistics,
        } = *judged;
        let count = count.unwrap_or(COUNT);
        let header = &model.header;
        digits::check_image(header.image).map_err(|why| {
            Failure::File(format!("The generator {} of {name} {why}.", header.name))
        })?;
        let path = Classifier::path(self.classifier.clone());
        let classifier = &Classifier::open(&path, device)?;
        let (test, labels) = self.digits(Part::Test, TEST_COUNT)?;
        let (train, _) = self.digits(Part::Train, count)?;
        let test_judged = judge(classifier, "Judging the test images", &test)?;
        let train_judged = judge(classifier, "Judging training images", &train)?;
        let bytes = generate::generate(judged, count)?;
        let mut made = Digits::default();
        for image in bytes.chunks_exact(header.image.height * header.image.width) {
            made.push(image, header.image.width);
        }
        let judged = judge(classifier, "Judging the generated images", &made)?;

        let [to, from, floor] = [&test_judged, &judged, &train_judged]
            .map(|judged| Moments::of(&judged.features, FEATURE_COUNT));
        let class_counts = class_counts(&judged);
        Ok(Report {
            model: name.to_owned(),
            name: header.name.clone(),
            training: Training::of(header),
            data: "mnist".to_owned(),
            count,
            seed,
            statistics,
            classifier: path.display().to_string(),
            classifier_accuracy: accuracy(&test_judged, &labels),
            features: FEATURES,
            frechet_distance: distance(&from, &to)?,
            floor: distance(&floor, &to)?,
            floor_count: train.count(),
            test_count: test.count(),
            classes_covered: covered(&class_counts),
            class_counts,
            mean_top_confidence: mean_confidence(&judged),
            test_mean_top_confidence: mean_confidence(&test_judged),
        })
    }

    /// The first `count` images of one half of MNIST, with their labels.
    fn digits(&self, half: Part, count: usize) -> Result<(Digits, Vec<u8>), Failure> {
        let data = arrays::part(self.folder, half)?.open("MNIST", Some(false))?;
        Digits::first(&data, count).map_err(|why| Failure::File(format!("{why}.")))
    }
}

fn judge(classifier: &Classifier, title: &str, digits: &Digits) -> Result<Judgement, Failure> {
    let progress = Progress::new(title, digits.count());
    let judgement = classifier.judge(digits, |done| progress.show(done))?;
    progress.finish();
    Ok(judgement)
}

fn distance(from: &Moments, to: &Moments) -> Result<f64, Failure> {
    from.distance(to).ok_or_else(|| {
        Failure::File("The features are too far apart for a distance in numbers.".to_owned())
    })
}
