//! How a device is used, and what it says when it fails, as errors of ours.

use crate::Error;
use crate::sentence::sentence;
use burn::tensor::ExecutionError;

/// Commands that burn gathers before it submits them to the GPU.
#[cfg(any(feature = "webgpu", feature = "wgpu"))]
pub const TASKS_PER_SUBMIT: usize = 64;

impl Error {
    /// The device is lost; `why` is what it said.
    pub(crate) fn lost(why: &str) -> Self {
        Self::DeviceLost(sentence!(
            "The graphics device was lost, as after a driver reset; start again. It said: {why}",
            why
        ))
    }
}

impl From<ExecutionError> for Error {
    fn from(error: ExecutionError) -> Self {
        let why = error.reason().lines().next().unwrap_or_default();
        if error.is_device_poisoned() {
            Self::lost(why)
        } else {
            Self::Device(sentence!(
                "The device did not deliver its results. It said: {why}",
                why
            ))
        }
    }
}
