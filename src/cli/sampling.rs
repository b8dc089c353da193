//! What a training draws while it runs, as flags.

use super::every::Every;
use super::grid_size::GridSize;
use super::statistics::Statistics;
use clap::Args;
use ganvas::training::Drawing;

/// Sample grids.
#[derive(Args)]
pub struct Sampling {
    /// Steps or epochs between two sample grids, as 100 or 1epoch; 0 for none
    #[arg(long, default_value = "100", value_name = "STEPS|EPOCHS")]
    pub sample_every: Every,
    /// Images across and down in a sample grid; its first latents are the same in every size
    #[arg(long, default_value = "8x8", value_name = "COLUMNSxROWS")]
    pub grid: GridSize,
    /// Draw and write the generator of the last step, not the averaged one; a checkpoint holds both
    #[arg(long)]
    pub live: bool,
    /// What batch norm goes by in sample grids
    #[arg(long, value_enum, default_value = "running")]
    pub statistics: Statistics,
}

impl Sampling {
    /// Which generator draws, and how.
    pub fn drawing(&self) -> Drawing {
        Drawing {
            averaged: !self.live,
            statistics: self.statistics.into(),
        }
    }
}
