//! `ganvas score`: how far a generator's images are from real ones.

mod classifier;
mod digits;
pub mod generate;
mod mnist;
pub mod real;
mod report;
mod swd;
mod tensors;

use super::data::Source;
use super::images::{ImageFlags, Wanted};
use super::statistics::Statistics;
use super::{Failure, files, stdout};
use burn::tensor::Device;
use clap::Args;
use ganvas::weights::GeneratorFile;
use mnist::Mnist;
use std::path::PathBuf;

/// What is printed, as errors call it.
const SCORE: &str = "The score";

#[derive(Args)]
pub struct Score {
    /// The generator: a .safetensors file that ganvas wrote
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// The images to hold it against: mnist (from --data-dir) for the Fréchet distance on a
    /// classifier's features; drawn-faces, drawn-digits, or a folder or ZIP file of images for the
    /// sliced Wasserstein distance
    #[arg(long, default_value = "mnist", value_name = "NAME|DIR|FILE.zip")]
    data: Source,
    /// Folder with the data set's files, test images included
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// The classifier whose features are compared [default: the file named by GANVAS_CLASSIFIER,
    /// else ../shared/models/burn-mnist-cnn/mnist.safetensors]
    #[arg(long, value_name = "FILE")]
    classifier: Option<PathBuf>,
    /// Images to generate, 100 to 60000 [default: 10000 for mnist, else 4096]
    #[arg(long, value_parser = clap::value_parser!(u32).range(100..=60_000))]
    count: Option<u32>,
    /// Seed of the latents
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// What batch norm goes by: the running statistics of training, or those of each hundred images
    #[arg(long, value_enum, default_value = "running")]
    statistics: Statistics,
    #[command(flatten)]
    images: ImageFlags,
}

/// What is judged.
pub struct Judged<'a> {
    /// The file's path.
    pub name: &'a str,
    pub model: &'a GeneratorFile,
    /// Images to generate, if it was said.
    pub count: Option<usize>,
    /// Of the latents.
    pub seed: u64,
    /// What batch norm goes by.
    pub statistics: Statistics,
}

impl Score {
    pub fn run(self) -> Result<(), Failure> {
        let device = Device::flex();
        let name = self.model.display().to_string();
        let model = files::generator(&self.model)?;
        let judged = Judged {
            name: &name,
            model: &model,
            count: self.count.map(|count| count as usize),
            seed: self.seed,
            statistics: self.statistics,
        };
        match (&self.data, &self.data_dir) {
            (Source::Mnist, Some(folder)) => {
                let classifier = self.classifier.clone();
                let report = Mnist { folder, classifier }.report(&judged, &device)?;
                stdout::print_json(SCORE, &report)
            }
            (source, folder) => {
                let wanted = Wanted {
                    image: &model.header.image,
                    labelled: false,
                };
                let data = source.open(folder.as_deref(), self.seed, &self.images, &wanted)?;
                stdout::print_json(SCORE, &swd::report(&judged, &data)?)
            }
        }
    }
}
