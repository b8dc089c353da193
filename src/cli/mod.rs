//! Commands, and what they share.

mod arrays;
mod bar;
mod convert;
mod copies;
mod data;
mod device;
mod evaluating;
mod every;
mod files;
mod grid_size;
#[cfg(test)]
mod hostile;
mod images;
mod import;
mod interrupt;
mod judging;
mod knobs;
mod learning;
mod log;
mod numerals;
mod numpy;
mod play;
mod proposing;
mod recipe;
mod recipes;
mod rgba;
mod run;
mod sampling;
mod score;
mod statistics;
pub mod stderr;
mod stdout;
mod summary;
mod table;
mod tarred;
mod timelapse;
mod train;

use clap::{Parser, Subcommand};
use ganvas::printable::sentence;

/// Train generative adversarial networks, and play with what they learnt.
#[derive(Parser)]
#[command(version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train a GAN: samples, log and weights go into a folder.
    Train(Box<train::Train>),
    /// Make a run's samples an animated GIF, which shows how it learnt.
    Timelapse(timelapse::Timelapse),
    /// Draw a grid of samples, or given latents.
    Sample(play::Sample),
    /// Go from latent to latent: a strip of images, or an animation.
    Interpolate(play::Interpolate),
    /// Move one coordinate of the latent at a time.
    Sweep(play::Sweep),
    /// Calculate with latents: A − B + C.
    Arithmetic(play::Arithmetic),
    /// Write a generator's file anew: smaller, with a licence, or out of a checkpoint.
    Convert(convert::Convert),
    /// Turn a generator of another program into a model file of Ganvas.
    Import(import::Import),
    /// Measure how far a generator's images are from real ones; prints JSON.
    Score(score::Score),
    /// Look for the training images that are nearest to a generator's; prints JSON.
    Copies(copies::Copies),
    /// List the recipes, or print one as JSON.
    Recipes(recipes::Recipes),
    /// Print a recipe's layers, their shapes and their parameters.
    Summary(summary::Summary),
}

/// What went wrong, as a sentence.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The core refused.
    #[error("{0}")]
    Core(#[from] ganvas::Error),
    /// A file could not be read or written.
    #[error("{}", sentence(.0))]
    File(String),
}

impl Cli {
    /// Runs the command.
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Train(train) => train.run(),
            Command::Timelapse(timelapse) => timelapse.run(),
            Command::Sample(sample) => sample.run(),
            Command::Interpolate(interpolate) => interpolate.run(),
            Command::Sweep(sweep) => sweep.run(),
            Command::Arithmetic(arithmetic) => arithmetic.run(),
            Command::Convert(convert) => convert.run(),
            Command::Import(import) => import.run(),
            Command::Score(score) => score.run(),
            Command::Copies(copies) => copies.run(),
            Command::Recipes(recipes) => recipes.run(),
            Command::Summary(summary) => summary.run(),
        }
    }
}
