//! `ganvas train`.

use super::checkpoints::{self, Checkpoints};
use super::data::Source;
use super::device::Processor;
use super::evaluating::{Evaluating, evaluate};
use super::every::Every;
use super::images::ImageFlags;
use super::knobs::Knobs;
use super::log::Progress;
use super::output::Output;
use super::recipe::resolve;
use super::sampling::Sampling;
use super::{Failure, interrupt};
use clap::Args;
use ganvas::data::DataSet;
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
    /// Learn from the first so many images alone, a folder's by the order of their paths [default:
    /// all]
    #[arg(long, value_name = "IMAGES")]
    train_size: Option<usize>,
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
    #[command(flatten)]
    sampling: Sampling,
    #[command(flatten)]
    evaluating: Evaluating,
    /// Steps between two histograms of z, D(x) and D(G(z)) in the log; 0 for none
    #[arg(long, default_value_t = 100, value_name = "STEPS")]
    histograms_every: u64,
    /// Steps or epochs between two checkpoints, as 500 or 2epochs; 0 for none but at the end
    #[arg(long, default_value = "500", value_name = "STEPS|EPOCHS")]
    checkpoint_every: Every,
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
        let (mut training, held_out) = match &self.resume {
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
                let (data, held_out) = self.data(&header.recipe, header.seed)?;
                let mut training = checkpoint.resume(Arc::new(data), &device)?;
                let [generator, discriminator] = self.knobs.rates();
                let recipe = training.recipe();
                let generator = generator.unwrap_or(recipe.generator_optimiser.rate);
                let discriminator = discriminator.unwrap_or(recipe.discriminator_optimiser.rate);
                training.set_rates(generator, discriminator)?;
                (training, held_out)
            }
            None => {
                let recipe = self.knobs.turn(resolve(&self.recipe)?)?;
                let seed = self.seed.unwrap_or(1);
                let (data, held_out) = self.data(&recipe, seed)?;
                let training = Training::new(recipe, Arc::new(data), seed, &device)?;
                (training, held_out)
            }
        };
        let grid = self.sampling.grid;
        training.set_grid(grid.columns, grid.rows)?;
        training.histograms_every(self.histograms_every);
        let steps = self.last_step(&training)?;
        let folder = self.out.clone().or_else(|| self.resumed_folder());
        let folder = folder.ok_or_else(|| {
            Failure::File("A checkpoint that is resumed from a file needs --out DIR.".to_owned())
        })?;
        let output = Output::create(&folder, training.step())?;
        let checkpoints = Checkpoints::new(&folder, self.keep);
        pollster::block_on(self.train(training, held_out, steps, output, checkpoints))
    }

    /// The images to learn from, and those that are held out.
    fn data(&self, recipe: &Recipe, seed: u64) -> Result<(DataSet, Option<DataSet>), Failure> {
        let source = match &self.data {
            Some(source) => source.clone(),
            None => Source::of(recipe)?,
        };
        // Before images are decoded: a recipe that does not hold together is told at once.
        recipe.plan()?;
        let folder = self.data_dir.as_deref();
        let all = source.open(folder, seed, &self.images, &recipe.image)?;
        let (data, held_out) = match self.evaluating.held_out {
            Some(count) => {
                let (left, held_out) = source.hold_out(all, count, folder)?;
                (left, Some(held_out))
            }
            None => (all, None),
        };
        let data = match self.train_size {
            Some(count) => {
                let name = format!("{}, first {count}", data.name());
                data.limited(count)?.named(&name)
            }
            None => data,
        };
        Ok((data, held_out))
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
        Ok(training.step_of_epoch(epochs))
    }

    async fn train(
        self,
        mut training: Training,
        held_out: Option<DataSet>,
        steps: u64,
        mut output: Output,
        checkpoints: Checkpoints,
    ) -> Result<(), Failure> {
        let interrupted = interrupt::watch()?;
        let progress = Progress::new(training.step(), steps);
        let (start, first) = (Instant::now(), training.step());
        while training.step() < steps && !interrupted.is_raised() {
            let step = training.step();
            let stops = [
                self.sampling.sample_every,
                self.evaluating.every(),
                self.checkpoint_every,
            ];
            let stops = stops.map(|every| every.next(&training));
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
                let grid = training.draw(self.sampling.drawing()).await?;
                output.samples(training.step(), &grid)?;
            }
            if training.step() == stops[1] {
                output.evaluated(&evaluate(&training, held_out.as_ref()).await?, seconds)?;
            }
            if training.step() == stops[2] && training.step() < steps {
                checkpoints.save(&training).await?;
            }
        }
        progress.finish();
        if training.step() == first {
            eprintln!("Nothing to do: the training is at step {first} of {steps}.");
        }
        let checkpoint = checkpoints.save(&training).await?;
        let averaged = !self.sampling.live;
        let file = weights::generator_file(&training, averaged, Encoding::F32).await?;
        let path = output.generator(&file)?;
        eprintln!(
            "The {} generator of step {} is in {}; {} goes on from there.",
            if averaged { "averaged" } else { "live" },
            training.step(),
            path.display(),
            format_args!("--resume {}", checkpoint.display())
        );
        Ok(())
    }
}
