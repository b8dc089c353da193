//! Commands, and what they share.

mod checkpoints;
mod data;
mod device;
mod files;
mod images;
mod import;
mod interrupt;
mod knobs;
mod log;
mod output;
mod recipe;
mod recipes;
mod score;
mod stdout;
mod summary;
mod table;
mod train;

use clap::{Parser, Subcommand};

/// Train generative adversarial networks.
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
    /// Turn a generator of another program into a model file of Ganvas.
    Import(import::Import),
    /// Measure how far a generator's images are from real ones; prints JSON.
    Score(score::Score),
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
    #[error("{0}")]
    File(String),
}

impl Cli {
    /// Runs the command.
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Train(train) => train.run(),
            Command::Import(import) => import.run(),
            Command::Score(score) => score.run(),
            Command::Recipes(recipes) => recipes.run(),
            Command::Summary(summary) => summary.run(),
        }
    }
}
