//! Where to compute.

use super::Failure;
use burn::tensor::Device;
use clap::ValueEnum;

/// A device by name.
#[derive(Clone, Copy, ValueEnum)]
pub enum Processor {
    /// The CPU
    Cpu,
    /// The GPU, through Vulkan, Metal or DirectX; in builds with --features wgpu
    Wgpu,
}

impl Processor {
    pub fn open(self) -> Result<Device, Failure> {
        match self {
            Self::Cpu => Ok(Device::flex()),
            Self::Wgpu => wgpu(),
        }
    }
}

#[cfg(feature = "wgpu")]
fn wgpu() -> Result<Device, Failure> {
    let options = Device::wgpu_options();
    pollster::block_on(options.init_async()).map_err(|error| {
        Failure::File(format!(
            "The GPU could not be opened: {error}. --device cpu needs none."
        ))
    })
}

#[cfg(not(feature = "wgpu"))]
fn wgpu() -> Result<Device, Failure> {
    Err(Failure::File(
        "This build has no GPU backend: build it with --features wgpu, or take --device cpu."
            .to_owned(),
    ))
}
