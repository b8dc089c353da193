//! Which statistics batch norm goes by, as a flag.

use clap::ValueEnum;
use ganvas::generator::Statistics as Core;
use serde::Serialize;

/// Statistics by name.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Statistics {
    /// The running statistics of training
    Running,
    /// Those of the images that are drawn together, as in training
    Batch,
}

impl From<Statistics> for Core {
    fn from(statistics: Statistics) -> Self {
        match statistics {
            Statistics::Running => Self::Running,
            Statistics::Batch => Self::Batch,
        }
    }
}
