//! `ganvas train`.

use super::device::Processor;
use super::evaluating::{Evaluating, evaluate};
use super::every::Every;
use super::images::ImageFlags;
use super::judging::{Judging, judge};
use super::knobs::Knobs;
use super::learning::Learning;
use super::log::Progress;
use super::recipe::resolve;
use super::run::{self, Checkpoints, Found, Lock, Output, Record};
use super::sampling::Sampling;
use super::{Failure, files, interrupt};
use crate::cli::stderr;
use burn::tensor::Device;
use clap::Args;
use ganvas::data::DataSet;
use ganvas::recipe::Recipe;
use ganvas::training::{self, Training};
use ganvas::weights::Encoding;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Most steps between two looks at the device,
const READ_EVERY: u64 = 10;
/// and the time between them: whoever ends the run does not wait long.
const READ_WITHIN: Duration = Duration::from_millis(500);

/// A training, and the images that are held out.
type Begun = (Training, Option<DataSet>);

#[derive(Args)]
pub struct Train {
    /// The recipe: a name, or a JSON file; `ganvas recipes` lists the names
    #[arg(long, default_value = "fast-digits", value_name = "NAME|FILE.json")]
    recipe: String,
    /// Go on teaching this generator: it takes the place of the recipe's, which gives the rest
    #[arg(long, value_name = "FILE", conflicts_with = "resume")]
    generator: Option<PathBuf>,
    #[command(flatten)]
    learning: Learning,
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
    #[command(flatten)]
    judging: Judging,
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
    /// Start anew in a folder that holds a run; what that run wrote is removed
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    knobs: Knobs,
    #[command(flatten)]
    images: ImageFlags,
}

impl Train {
    pub fn run(mut self) -> Result<(), Failure> {
        let folder = self.out.clone().or_else(|| self.resumed_folder());
        let folder = folder.ok_or_else(|| self.needs_out())?;
        let mut lock = folder.is_dir().then(|| Lock::take(&folder)).transpose()?;
        let mut found = self.resume.as_deref().map(run::find).transpose()?;
        let own = found.as_mut().filter(|found| found.is_of(&folder));
        let goes_on = own.is_some();
        let history = own.map(|found| found.record.history());
        if !goes_on && !self.force {
            run::refuse_used(&folder)?;
        }
        let device = self.device.open()?;
        let (mut training, held_out) = match found {
            Some(found) => self.resumed(found, &device)?,
            None => self.begun(&device)?,
        };
        let grid = self.sampling.grid;
        training.set_grid(grid.columns, grid.rows)?;
        training.histograms_every(self.histograms_every);
        let steps = self.last_step(&training)?;

        // Only now is anything written: all of that holds together.
        std::fs::create_dir_all(&folder).map_err(|error| files::unwritable(&folder, &error))?;
        if lock.is_none() {
            lock = Some(Lock::take(&folder)?);
        }
        if !goes_on && self.force {
            run::clear(&folder)?;
        }
        let (images, count) = (&self.images, self.evaluating.held_out);
        let learned = self.learning.learned(images, count, training.recipe())?;
        let record = Record {
            data: Some(learned),
            ..history.unwrap_or_default()
        };
        let output = Output::create(&folder, training.step())?;
        let checkpoints = Checkpoints::new(&folder, record, training.step(), self.keep)?;
        pollster::block_on(self.train(training, held_out, steps, output, checkpoints))?;
        drop(lock);
        Ok(())
    }

    /// A training from the start.
    fn begun(&self, device: &Device) -> Result<Begun, Failure> {
        let mut recipe = resolve(&self.recipe)?;
        let given = self
            .generator
            .as_deref()
            .map(files::generator)
            .transpose()?;
        if let Some(given) = &given {
            recipe = given.header.put_into(recipe);
        }
        let recipe = self.knobs.turn(recipe)?;
        let seed = self.seed.unwrap_or(1);
        let (data, held_out) = self.data(&recipe, seed)?;
        let recipe = self
            .knobs
            .with_classes_of(&data, recipe.fitted(data.shape()))?;
        let mut training = Training::new(recipe, Arc::new(data), seed, device)?;
        if let Some(given) = given {
            training.begin_with(&given.tensors)?;
        }
        Ok((training, held_out))
    }

    /// A training that goes on.
    fn resumed(&mut self, found: Found, device: &Device) -> Result<Begun, Failure> {
        if self.knobs.more_than_rates() {
            return Err(Failure::File(
                "A resumed training keeps its recipe, but for its learning rates: leave out the \
                 other flags that change it."
                    .to_owned(),
            ));
        }
        let header = &found.checkpoint.header;
        match found.record.data {
            Some(learned) => {
                let held_out = &mut self.evaluating.held_out;
                self.learning
                    .go_on_from(learned, &mut self.images, held_out)?;
            }
            None => self.learning.go_on_from_name(&header.data),
        }
        let (data, held_out) = self.data(&header.recipe, header.seed)?;
        if self.learning.says_how_many() {
            header.check_data(&data)?;
        }
        let count = data.len();
        let mut training = found.checkpoint.resume(Arc::new(data), device)?;
        let [generator, discriminator] = self.knobs.rates();
        if training.data_len() != count {
            stderr::tell(&format!("It goes on with {}.", training.data_name()));
        }
        let recipe = training.recipe();
        let generator = generator.unwrap_or(recipe.generator_optimiser.rate);
        let discriminator = discriminator.unwrap_or(recipe.discriminator_optimiser.rate);
        training.set_rates(generator, discriminator)?;
        Ok((training, held_out))
    }

    fn data(&self, recipe: &Recipe, seed: u64) -> Result<(DataSet, Option<DataSet>), Failure> {
        let held_out = self.evaluating.held_out;
        self.learning.open(&self.images, held_out, recipe, seed)
    }

    /// A run's folder goes on being the run's folder.
    fn resumed_folder(&self) -> Option<PathBuf> {
        self.resume.clone().filter(|path| path.is_dir())
    }

    /// A file may be of a run, whose later steps would go: nobody is taken at less than his word.
    fn needs_out(&self) -> Failure {
        let run = self.resume.as_deref().and_then(run::folder_of);
        let own = run.map(|run| {
            format!(
                " --out {} goes on in its run's folder, in place of what came after it there.",
                run.display()
            )
        });
        Failure::File(format!(
            "A checkpoint that is resumed from a file needs --out DIR.{}",
            own.unwrap_or_default()
        ))
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
        mut checkpoints: Checkpoints,
    ) -> Result<(), Failure> {
        let interrupted = interrupt::watch()?;
        let mut progress = Progress::new(training.step(), steps);
        let (start, first) = (Instant::now(), training.step());
        let mut most = 1;
        while training.step() < steps && !interrupted.is_raised() {
            let step = training.step();
            let stops = [
                self.sampling.sample_every,
                self.evaluating.every(),
                self.checkpoint_every,
                self.judging.judge_every,
            ];
            let stops = stops.map(|every| every.next(&training));
            let stop = stops.into_iter().fold(steps, u64::min);
            let pulled = Instant::now();
            let reports = match training.next((stop - step).min(most) as usize).await {
                Ok(reports) => reports,
                Err(error) => {
                    progress.finish();
                    return Err(error.into());
                }
            };
            most = if pulled.elapsed() < READ_WITHIN {
                (2 * most).min(READ_EVERY)
            } else {
                most.div_ceil(2)
            };
            let seconds = start.elapsed().as_secs_f64();
            for report in &reports {
                output.log(report, seconds)?;
            }
            if training.step() == stops[3] {
                let quality = judge(&mut training).await?;
                output.judged(&quality, seconds)?;
                progress.judged(&quality);
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
            stderr::tell(&format!(
                "Nothing to do: the training is at step {first} of {steps}."
            ));
        }
        let checkpoint = checkpoints.save(&training).await?;
        let averaged = !self.sampling.live;
        let file = training::generator_file(&training, averaged, Encoding::F32).await?;
        let path = output.generator(&file)?;
        stderr::tell(&format!(
            "The {} generator of step {} is in {}; --resume {} goes on from there.",
            if averaged { "averaged" } else { "live" },
            training.step(),
            path.display(),
            checkpoint.display()
        ));
        Ok(())
    }
}
