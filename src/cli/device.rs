//! Where to compute.

use burn::tensor::Device;
use clap::ValueEnum;

/// A device by name.
#[derive(Clone, Copy, ValueEnum)]
pub enum Processor {
    /// The CPU
    Cpu,
}

impl Processor {
    pub fn open(self) -> Device {
        match self {
            Self::Cpu => Device::flex(),
        }
    }
}
