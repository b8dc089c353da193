//! `ganvas sweep`: one coordinate of the latent at a time (the visualisations 1 to 4 of DCGAN in
//! TensorFlow, T. Kim 2016).

use super::super::Failure;
use super::super::files::unwritable;
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
    /// Seed of the random latent (mode random) and of the random classes (mode grids)
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Folder for the pictures
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// The modes 1 to 4 of the source.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Mode {
    /// A PNG grid for each dimension; the others are 0, the classes random
    #[value(alias = "1")]
    Grids,
    /// A GIF for each dimension; the others are those of one random latent
    #[value(alias = "2")]
    Random,
    /// A GIF for each dimension; the others are 0
    #[value(alias = "3")]
    Zero,
    /// One GIF of all dimensions' sweeps side by side, there and back
    #[value(alias = "4")]
    Merged,
}

/// Milliseconds of a GIF's frame.
const PACE: u64 = 100;

impl Sweep {
    pub fn run(self) -> Result<(), Failure> {
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
            frames.save(&path, columns, at_once, PACE)?;
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
        frames.save(&self.out.join("merged.gif"), None, dimensions.len(), PACE)
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
        let latent = play.header().latent;
        let mut random = Random::new(self.seed, Purpose::FixedLatents, 0);
        let base = match self.mode {
            Mode::Random => latent.numbers(&mut random, 1),
            _ => vec![0.0; latent.dimension],
        };
        let classes = play.header().classes().unwrap_or(1) as u32;
        let mut latents = Vec::with_capacity(steps.len() * dimensions.len());
        let mut labels = Vec::with_capacity(latents.capacity());
        for step in steps {
            for dimension in dimensions {
                let mut latent = base.clone();
                latent[*dimension] = *step;
                latents.push(latent);
                labels.push(match self.mode {
                    Mode::Grids => play.label(random.below(classes) as usize),
                    _ => play.one_label(),
                });
            }
        }
        play.frames(&latents, &labels)
    }
}
