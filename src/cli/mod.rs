//! Commands, and what they share.

mod data;
mod images;
mod log;
mod output;
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
    Train(train::Train),
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
        }
    }
}
