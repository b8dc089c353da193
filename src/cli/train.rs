//! `ganvas train`.

use super::checkpoints::{self, Checkpoints};
use super::data::Source;
use super::device::Processor;
use super::images::ImageFlags;
use super::knobs::Knobs;
use super::log::Progress;
use super::output::Output;
use super::recipe::resolve;
use super::{Failure, interrupt};
use clap::Args;
use ganvas::recipe::Recipe;
use ganvas::training::Training;
use ganvas::weights::{self, Checkpoint, Encoding};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// Steps between two looks at the device.
const READ_EVERY: u64 = 10;

#[derive(Args)]
pub struct Train {
    /// The recipe: a name, or a JSON file; `ganvas recipes` lists the names
    #[arg(long, default_value = "dcgan-mnist", value_name = "NAME|FILE.json")]
    recipe: String,
    /// The images to learn: mnist or mnist-all (train and test; both from --data-dir),
    /// drawn-digits, drawn-faces, or a folder or ZIP file of images (./mnist if a folder has a
    /// data set's name) [default: what the recipe is meant for]
    #[arg(long, value_name = "NAME|DIR|FILE.zip")]
    data: Option<Source>,
    /// Folder with the data set's files
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Epochs to train, counted from the very start [default: the recipe's]
    #[arg(long, conflicts_with = "steps")]
    epochs: Option<f64>,
    /// Steps to train, counted from the very start
    #[arg(long)]
    steps: Option<u64>,
    /// Seed of weights, batches and latents [default: 1]
    #[arg(long, conflicts_with = "resume")]
    seed: Option<u64>,
    /// Where to compute
    #[arg(long, value_enum, default_value = "cpu")]
    device: Processor,
    /// Steps between two sample grids; 0 for none
    #[arg(long, default_value_t = 100, value_name = "STEPS")]
    sample_every: u64,
    /// Steps between two histograms of z, D(x) and D(G(z)) in the log; 0 for none
    #[arg(long, default_value_t = 100, value_name = "STEPS")]
    histograms_every: u64,
    /// Steps between two checkpoints; 0 for none but at the end
    #[arg(long, default_value_t = 500, value_name = "STEPS")]
    checkpoint_every: u64,
    /// Checkpoints to keep, the newest ones
    #[arg(long, default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..), value_name = "CHECKPOINTS")]
    keep: usize,
    /// Go on from a checkpoint: a file, or a run's folder for its newest one
    #[arg(long, value_name = "FILE|DIR", conflicts_with = "recipe")]
    resume: Option<PathBuf>,
    /// Folder for log, samples, checkpoints and weights [default: the folder that is resumed]
    #[arg(long, value_name = "DIR", required_unless_present = "resume")]
    out: Option<PathBuf>,
    #[command(flatten)]
    knobs: Knobs,
    #[command(flatten)]
    images: ImageFlags,
}

impl Train {
    pub fn run(self) -> Result<(), Failure> {
        let device = self.device.open()?;
        let training = match &self.resume {
            Some(path) => {
                if self.knobs.more_than_rates() {
                    return Err(Failure::File(
                        "A resumed training keeps its recipe, but for its learning rates: leave \
                         out the other flags that change it."
                            .to_owned(),
                    ));
                }
                let checkpoint = checkpoints::open(path)?;
                let Checkpoint { header, .. } = &checkpoint;
                let data = self.data(&header.recipe, header.seed)?;
                let mut training = checkpoint.resume(Arc::new(data), &device)?;
                let [generator, discriminator] = self.knobs.rates();
                let recipe = training.recipe();
                let generator = generator.unwrap_or(recipe.generator_optimiser.rate);
                let discriminator = discriminator.unwrap_or(recipe.discriminator_optimiser.rate);
                training.set_rates(generator, discriminator)?;
                training
            }
            None => {
                let recipe = self.knobs.turn(resolve(&self.recipe)?)?;
                let seed = self.seed.unwrap_or(1);
                let data = self.data(&recipe, seed)?;
                Training::new(recipe, Arc::new(data), seed, &device)?
            }
        };
        let steps = self.last_step(&training)?;
        let folder = self.out.clone().or_else(|| self.resumed_folder());
        let folder = folder.ok_or_else(|| {
            Failure::File("A checkpoint that is resumed from a file needs --out DIR.".to_owned())
        })?;
        let output = Output::create(&folder, training.step())?;
        let checkpoints = Checkpoints::new(&folder, self.keep);
        pollster::block_on(self.train(training, steps, output, checkpoints))
    }

    fn data(&self, recipe: &Recipe, seed: u64) -> Result<ganvas::data::DataSet, Failure> {
        let source = match &self.data {
            Some(source) => source.clone(),
            None => Source::of(recipe)?,
        };
        // Before images are decoded: a recipe that does not hold together is told at once.
        recipe.plan()?;
        source.open(self.data_dir.as_deref(), seed, &self.images, &recipe.image)
    }

    /// A run's folder goes on being the run's folder.
    fn resumed_folder(&self) -> Option<PathBuf> {
        self.resume.clone().filter(|path| path.is_dir())
    }

    fn last_step(&self, training: &Training) -> Result<u64, Failure> {
        if let Some(steps) = self.steps {
            return Ok(steps);
        }
        let epochs = self.epochs.unwrap_or(training.recipe().epochs as f64);
        if !(epochs.is_finite() && epochs > 0.0) {
            return Err(Failure::File(format!(
                "--epochs is {epochs}; it must be above 0."
            )));
        }
        Ok(training.steps_for(epochs))
    }

    async fn train(
        self,
        mut training: Training,
        steps: u64,
        mut output: Output,
        checkpoints: Checkpoints,
    ) -> Result<(), Failure> {
        training.histograms_every(self.histograms_every);
        let interrupted = interrupt::watch()?;
        let progress = Progress::new(training.step(), steps);
        let (start, first) = (Instant::now(), training.step());
        while training.step() < steps && !interrupted.is_raised() {
            let step = training.step();
            let stops = [self.sample_every, self.checkpoint_every].map(|every| next(step, every));
            let stop = stops.into_iter().fold(steps, u64::min);
            let pull = (stop - step).min(READ_EVERY) as usize;
            let reports = match training.next(pull).await {
                Ok(reports) => reports,
                Err(error) => {
                    progress.finish();
                    return Err(error.into());
                }
            };
            let seconds = start.elapsed().as_secs_f64();
            for report in &reports {
                output.log(report, seconds)?;
            }
            if let Some(last) = reports.last() {
                progress.show(last, seconds);
            }
            if training.step() == stops[0] {
                output.samples(training.step(), &training.samples(true).await?)?;
            }
            if training.step() == stops[1] && training.step() < steps {
                checkpoints.save(&training).await?;
            }
        }
        progress.finish();
        if training.step() == first {
            eprintln!("Nothing to do: the training is at step {first} of {steps}.");
        }
        let checkpoint = checkpoints.save(&training).await?;
        let path =
            output.generator(&weights::generator_file(&training, true, Encoding::F32).await?)?;
        eprintln!(
            "The generator of step {} is in {}; {} goes on from there.",
            training.step(),
            path.display(),
            format_args!("--resume {}", checkpoint.display())
        );
        Ok(())
    }
}

/// The next multiple of `every` after `step`; never, for 0.
fn next(step: u64, every: u64) -> u64 {
    match every {
        0 => u64::MAX,
        every => (step / every + 1).saturating_mul(every),
    }
}
