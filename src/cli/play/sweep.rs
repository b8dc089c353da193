//! `ganvas sweep`: one coordinate of the latent at a time (the visualisations 1 to 4 of DCGAN in
//! TensorFlow, T. Kim 2016).

use super::super::Failure;
use super::super::files::unwritable;
use super::base::{Base, spread};
use super::generator::{Choice, Play, count};
use super::picture::Frames;
use clap::{Args, ValueEnum};
use ganvas::random::{Purpose, Random};
use std::path::PathBuf;

#[derive(Args)]
pub struct Sweep {
    #[command(flatten)]
    choice: Choice,
    /// What is swept
    #[arg(long, value_enum, default_value = "grids")]
    mode: Mode,
    /// Dimensions to sweep, counted from 0, as 0,5,7 [default: all]
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    dimensions: Vec<usize>,
    /// Images of a dimension
    #[arg(long, default_value_t = 64, value_name = "IMAGES", value_parser = count)]
    count: usize,
    /// Where the coordinate starts
    #[arg(
        long,
        default_value_t = 0.0,
        value_name = "VALUE",
        allow_hyphen_values = true
    )]
    from: f32,
    /// Where it would be one image after the last
    #[arg(
        long,
        default_value_t = 1.0,
        value_name = "VALUE",
        allow_hyphen_values = true
    )]
    to: f32,
    /// Draw the other coordinates uniformly from −SPREAD to SPREAD: for each image in mode grids,
    /// once in the modes random and merged [default: as the mode says]
    #[arg(long, value_name = "SPREAD", value_parser = spread)]
    spread: Option<f32>,
    /// Seed of the random latents and, in mode grids, of the random classes
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// About how long a GIF takes [default: a tenth of a second for each image]
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    seconds: Option<f32>,
    /// Folder for the pictures
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// The modes 1 to 4 of the source.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Mode {
    /// A PNG grid for each dimension; the others are 0 (since 2018 in the source as by --spread 1),
    /// the classes random
    #[value(alias = "1")]
    Grids,
    /// A GIF for each dimension; the others are those of one random latent (in the source as by
    /// --spread 0.2 --seconds 2)
    #[value(alias = "2")]
    Random,
    /// A GIF for each dimension; the others are 0
    #[value(alias = "3")]
    Zero,
    /// One GIF of all dimensions' sweeps side by side, there and back
    #[value(alias = "4")]
    Merged,
}

/// Milliseconds of a GIF's frame, if nothing else is asked for.
const PACE: u64 = 100;
/// The least that a GIF's frame takes: browsers slow down what is faster.
const FASTEST: u64 = 20;

/// Checks how long a GIF is to take.
fn seconds(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(seconds) if seconds > 0.0 && seconds <= 3600.0 => Ok(seconds),
        _ => Err("expected a number above 0, up to 3600".to_owned()),
    }
}

impl Sweep {
    pub fn run(self) -> Result<(), Failure> {
        if self.mode == Mode::Zero && self.spread.is_some() {
            return Err(Failure::File(
                "--spread is not for --mode zero, whose other coordinates are 0; --mode random \
                 draws them."
                    .to_owned(),
            ));
        }
        let play = self.choice.open()?;
        let has = play.header().latent.dimension;
        let dimensions = if self.dimensions.is_empty() {
            (0..has).collect()
        } else {
            self.dimensions.clone()
        };
        if let Some(beyond) = dimensions.iter().find(|dimension| **dimension >= has) {
            return Err(Failure::File(format!(
                "--dimensions {beyond}: the latent has the dimensions 0 to {}.",
                has - 1
            )));
        }
        if !(self.from.is_finite() && self.to.is_finite()) {
            return Err(Failure::File(
                "--from and --to must be finite numbers.".to_owned(),
            ));
        }
        std::fs::create_dir_all(&self.out).map_err(|error| unwritable(&self.out, &error))?;
        if self.mode == Mode::Merged {
            return self.merged(&play, &dimensions);
        }
        for dimension in dimensions {
            let frames = self.frames(&play, &[dimension], &self.steps())?;
            let (ending, columns, at_once) = match self.mode {
                Mode::Grids => ("png", None, self.count),
                _ => ("gif", None, 1),
            };
            let path = self.out.join(format!("dimension_{dimension:03}.{ending}"));
            frames.save(&path, columns, at_once, self.pace(self.count))?;
        }
        Ok(())
    }

    /// All dimensions in one picture that moves there and back.
    fn merged(&self, play: &Play, dimensions: &[usize]) -> Result<(), Failure> {
        let there = self.steps();
        let back = there
            .iter()
            .rev()
            .skip(1)
            .take(there.len().saturating_sub(2));
        let steps: Vec<f32> = there.iter().chain(back).copied().collect();
        let frames = self.frames(play, dimensions, &steps)?;
        let pace = self.pace(steps.len());
        frames.save(&self.out.join("merged.gif"), None, dimensions.len(), pace)
    }

    /// Milliseconds of each frame of a GIF of so many.
    fn pace(&self, frames: usize) -> u64 {
        self.seconds.map_or(PACE, |seconds| {
            ((seconds * 1e3 / frames as f32).round() as u64).max(FASTEST)
        })
    }

    /// The values that the coordinate takes: evenly up to, but without, the last.
    fn steps(&self) -> Vec<f32> {
        let part = |step: usize| step as f32 / self.count as f32;
        (0..self.count)
            .map(|step| self.from + part(step) * (self.to - self.from))
            .collect()
    }

    /// For each step an image of each dimension.
    fn frames(&self, play: &Play, dimensions: &[usize], steps: &[f32]) -> Result<Frames, Failure> {
        play.check_room(steps.len().saturating_mul(dimensions.len()))?;
        let latent = play.header().latent;
        let mut random = Random::new(self.seed, Purpose::FixedLatents, 0);
        let base = match (self.spread, self.mode) {
            (Some(spread), _) => Base::Uniform(spread),
            (None, Mode::Random) => Base::Latent,
            (None, _) => Base::Zero,
        };
        let one = base.draw(latent, &mut random);
        let classes = play.header().classes().unwrap_or(1) as u32;
        let mut latents = Vec::with_capacity(steps.len() * dimensions.len());
        let mut labels = Vec::with_capacity(latents.capacity());
        for step in steps {
            for dimension in dimensions {
                let mut z = match (self.mode, self.spread) {
                    (Mode::Grids, Some(_)) => base.draw(latent, &mut random),
                    _ => one.clone(),
                };
                z[*dimension] = *step;
                latents.push(z);
                labels.push(match self.mode {
                    Mode::Grids => play.label(random.below(classes) as usize),
                    _ => play.one_label(),
                });
            }
        }
        play.frames(&latents, &labels)
    }
}
