//! Where to compute.

use super::Failure;
#[cfg(feature = "wgpu")]
use crate::cli::stderr;
use burn::tensor::Device;
use clap::ValueEnum;
use ganvas::generator::{Generator, Statistics};
use ganvas::weights::GeneratorFile;

/// A device by name.
#[derive(Clone, Copy, ValueEnum)]
pub enum Processor {
    /// The CPU
    Cpu,
    /// The GPU, through WebGPU's native twin: Vulkan, Metal or DirectX 12
    #[value(aliases = ["gpu", "webgpu"])]
    Wgpu,
}

impl Processor {
    /// The generator of a file, to draw here.
    ///
    /// # Errors
    /// As [`Processor::open`]; where the file cannot be drawn by these statistics.
    pub fn generator(
        self,
        file: &GeneratorFile,
        statistics: Statistics,
    ) -> Result<Generator, Failure> {
        Ok(match self {
            Self::Cpu => Generator::on_cpu(file, statistics)?,
            Self::Wgpu => Generator::on(&wgpu()?, file, statistics)?,
        })
    }

    /// # Errors
    /// When it is not compiled in, or not there.
    pub fn open(self) -> Result<Device, Failure> {
        match self {
            Self::Cpu => Ok(Device::flex()),
            Self::Wgpu => wgpu(),
        }
    }
}

#[cfg(feature = "wgpu")]
fn wgpu() -> Result<Device, Failure> {
    let options = Device::wgpu_options().tasks_max(ganvas::device::TASKS_PER_SUBMIT);
    let (device, setup) = options.init_with_setup().map_err(|error| {
        Failure::from(ganvas::Error::BackendUnavailable(
            format!(
                "--device wgpu needs a graphics adapter with Vulkan, Metal or DirectX 12, and none \
                 could be opened: {error}."
            )
            .into(),
        ))
    })?;
    let name = ganvas::printable::printable(&setup.adapter.get_info().name);
    stderr::tell(&format!("Computing on {name}."));
    Ok(device)
}

#[cfg(not(feature = "wgpu"))]
fn wgpu() -> Result<Device, Failure> {
    Err(Failure::File(
        "This build computes on the CPU only; for --device wgpu build with --features wgpu."
            .to_owned(),
    ))
}
