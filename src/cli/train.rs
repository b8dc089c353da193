//! `ganvas train`.

use super::Failure;
use super::data::Source;
use super::images::ImageFlags;
use super::log::Progress;
use super::output::Output;
use super::recipe::resolve;
use burn::tensor::Device;
use clap::{Args, ValueEnum};
use ganvas::training::Training;
use ganvas::weights;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Steps between two looks at the device.
const READ_EVERY: u64 = 10;

#[derive(Args)]
pub struct Train {
    /// The recipe: a name, or a JSON file
    #[arg(long, default_value = "dcgan-mnist", value_name = "NAME|FILE.json")]
    recipe: String,
    /// The images to learn: mnist (from --data-dir), drawn-digits, or a folder or ZIP file of
    /// images (./mnist if a folder has a data set's name)
    #[arg(long, value_name = "NAME|DIR|FILE.zip", default_value = "mnist")]
    data: Source,
    /// Folder with the data set's files
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Training steps
    #[arg(long, default_value_t = 3000)]
    steps: u64,
    /// Images in a batch [default: the recipe's]
    #[arg(long)]
    batch: Option<usize>,
    /// Base number of channels [default: the recipe's]
    #[arg(long)]
    width: Option<usize>,
    /// Seed of weights, batches and latents
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where to compute
    #[arg(long, value_enum, default_value = "cpu")]
    device: Processor,
    /// Steps between two sample grids; 0 for none
    #[arg(long, default_value_t = 100)]
    sample_every: u64,
    /// Folder for log, samples and weights
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    images: ImageFlags,
}

#[derive(Clone, Copy, ValueEnum)]
enum Processor {
    /// The CPU, on all cores
    Cpu,
}

impl Train {
    pub fn run(self) -> Result<(), Failure> {
        let mut recipe = resolve(&self.recipe)?;
        recipe.batch = self.batch.unwrap_or(recipe.batch);
        recipe.width = self.width.unwrap_or(recipe.width);
        let folder = self.data_dir.as_deref();
        let data = Arc::new(
            self.data
                .open(folder, self.seed, &self.images, &recipe.image)?,
        );
        let Processor::Cpu = self.device;
        let training = Training::new(recipe, data, self.seed, &Device::flex())?;
        let output = Output::create(&self.out)?;
        pollster::block_on(self.train(training, output))
    }

    async fn train(self, mut training: Training, mut output: Output) -> Result<(), Failure> {
        let stopped = stop_on_interrupt()?;
        let progress = Progress::new(self.steps);
        let start = Instant::now();
        while training.step() < self.steps && !stopped.load(Ordering::Relaxed) {
            let next_sample = match self.sample_every {
                0 => u64::MAX,
                every => (training.step() / every + 1) * every,
            };
            let pull = next_sample.min(self.steps) - training.step();
            let reports = training.next(pull.min(READ_EVERY) as usize).await?;
            let seconds = start.elapsed().as_secs_f64();
            for report in &reports {
                output.log(report, seconds)?;
            }
            if let Some(last) = reports.last() {
                progress.show(last, seconds);
            }
            if training.step() == next_sample {
                output.samples(training.step(), &training.samples(true).await?)?;
            }
        }
        progress.finish();
        let path = output.generator(&weights::generator_file(&training, true).await?)?;
        eprintln!(
            "The generator of step {} is in {}.",
            training.step(),
            path.display()
        );
        Ok(())
    }
}

/// A flag that Ctrl-C raises: the run ends after the step under way, and saves.
fn stop_on_interrupt() -> Result<Arc<AtomicBool>, Failure> {
    let stopped = Arc::new(AtomicBool::new(false));
    let raised = stopped.clone();
    ctrlc::set_handler(move || raised.store(true, Ordering::Relaxed))
        .map_err(|error| Failure::File(format!("Ctrl-C cannot be caught: {error}.")))?;
    Ok(stopped)
}
