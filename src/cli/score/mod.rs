//! `ganvas score`: how far a generator's images are from real ones.

mod classifier;
mod digits;
mod frechet;
mod generate;
mod progress;
mod report;
mod tensors;

use super::{Failure, data, files, stdout};
use burn::tensor::{Device, Tensor};
use clap::{Args, ValueEnum};
use classifier::{Classifier, FEATURE_COUNT, FEATURES, Judgement};
use digits::Digits;
use frechet::Moments;
use ganvas::data::DataSet;
use ganvas::weights::{GeneratorFile, LARGEST_GENERATOR, open_generator};
use progress::Progress;
use report::{Report, Training, accuracy, class_counts, covered, mean_confidence};
use std::path::{Path, PathBuf};

/// Images in MNIST's test set.
const TEST_COUNT: usize = 10_000;

#[derive(Args)]
pub struct Score {
    /// The generator: a .safetensors file that ganvas wrote
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// The images to hold it against
    #[arg(long, value_enum, default_value = "mnist")]
    data: Judged,
    /// Folder with the data set's files, test images included
    #[arg(long, value_name = "DIR")]
    data_dir: PathBuf,
    /// The classifier whose features are compared [default: the file named by GANVAS_CLASSIFIER,
    /// else ../shared/models/burn-mnist-cnn/mnist.safetensors]
    #[arg(long, value_name = "FILE")]
    classifier: Option<PathBuf>,
    /// Images to generate, 100 to 60000
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(100..=60_000))]
    count: u32,
    /// Seed of the latents
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Data sets that there is a classifier for.
#[derive(Clone, Copy, ValueEnum)]
enum Judged {
    /// MNIST: against its 10,000 test images
    Mnist,
}

impl Score {
    pub fn run(self) -> Result<(), Failure> {
        let Judged::Mnist = self.data;
        let device = Device::flex();
        let name = self.model.display().to_string();
        let model = files::read(&self.model, LARGEST_GENERATOR as u64)?;
        let model = open_generator(&name, &model)?;
        digits::check_image(model.header.image).map_err(|why| {
            let called = &model.header.name;
            Failure::File(format!("The generator {called} of {name} {why}."))
        })?;
        let path = Classifier::path(self.classifier.clone());
        let classifier = Classifier::open(&path, &device)?;
        let report = self.report(&model, &path, &classifier, &device)?;
        let json = serde_json::to_string_pretty(&report)
            .map_err(|error| Failure::File(format!("The score cannot be written: {error}.")))?;
        stdout::print(&(json + "\n"))
    }

    fn report(
        &self,
        model: &GeneratorFile,
        path: &Path,
        classifier: &Classifier,
        device: &Device,
    ) -> Result<Report, Failure> {
        let count = self.count as usize;
        let (test, labels) = self.digits("t10k", TEST_COUNT)?;
        let (train, _) = self.digits("train", count)?;
        let test_judged = judge(classifier, "Judging the test images", &test)?;
        let train_judged = judge(classifier, "Judging training images", &train)?;
        let progress = Progress::new("Generating", count);
        let name = self.model.display().to_string();
        let made = generate::generate(&name, model, count, self.seed, device, |done| {
            progress.show(done);
        })?;
        progress.finish();
        let judged = judge(classifier, "Judging the generated images", &made)?;

        let [to, from, floor] = [&test_judged, &judged, &train_judged]
            .map(|judged| Moments::of(&judged.features, FEATURE_COUNT));
        let header = &model.header;
        let class_counts = class_counts(&judged);
        Ok(Report {
            model: name,
            name: header.name.clone(),
            training: Training::of(header),
            data: "mnist".to_owned(),
            count,
            seed: self.seed,
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
    fn digits(&self, half: &str, count: usize) -> Result<(Digits, Vec<u8>), Failure> {
        let read = |part: &str| data::read(&self.data_dir, &format!("{half}-{part}-ubyte"));
        let data = DataSet::idx(
            &format!("MNIST {half}"),
            &read("images-idx3")?,
            Some(&read("labels-idx1")?),
        )?;
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

/// A tensor's numbers, off the device, all finite. `who` begins the error: "The generator makes".
fn values(tensor: Tensor<4>, who: &str) -> Result<Vec<f32>, Failure> {
    let values: Vec<f32> = tensor
        .into_data()
        .try_into_vec()
        .map_err(|error| Failure::File(format!("{who} other than f32: {error:?}.")))?;
    if values.iter().all(|value| value.is_finite()) {
        return Ok(values);
    }
    Err(Failure::File(format!("{who} numbers that are not finite.")))
}
