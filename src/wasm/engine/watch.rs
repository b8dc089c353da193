//! Watching a WebGPU device: what it refuses, and whether it is lost.

use super::timer;
use crate::sentence::sentence;
use crate::{Error, Result};
use std::sync::{Arc, Mutex};

/// What a device has reported. A device that refused a shader goes on and computes wrong numbers;
/// nothing but this report tells.
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<Reports>>);

#[derive(Default)]
struct Reports {
    refused: Mutex<Option<String>>,
    lost: Mutex<Option<String>>,
}

impl Watch {
    /// Watches `device`, in place of burn's handlers: its handler of errors panics, and a panic
    /// would kill this wasm instance.
    #[cfg(feature = "webgpu")]
    pub fn new(device: &burn_wgpu::wgpu::Device) -> Self {
        let reports = Arc::new(Reports::default());
        let to = reports.clone();
        device.on_uncaptured_error(Arc::new(move |error| keep(&to.refused, &error.to_string())));
        let to = reports.clone();
        device.set_device_lost_callback(move |_, message| keep(&to.lost, &message));
        Self(Some(reports))
    }

    /// Passes on what was computed, unless the device has reported something: that explains a
    /// failure better than the failure does, and makes a success worthless. A CPU has no reports.
    ///
    /// # Errors
    /// [`Error::DeviceLost`] or [`Error::Device`], quoting the device; else that of `result`.
    pub async fn trusted<T>(&self, result: Result<T>) -> Result<T> {
        let Some(reports) = &self.0 else {
            return result;
        };
        // Reports are tasks of their own: they come later than the readback that they spoil.
        timer::wait(0).await;
        reports.check().and(result)
    }

    /// Fails if the device has reported something.
    ///
    /// # Errors
    /// As [`Watch::trusted`].
    #[cfg(feature = "webgpu")]
    pub fn check(&self) -> Result<()> {
        self.0.as_ref().map_or(Ok(()), |reports| reports.check())
    }
}

impl Reports {
    fn check(&self) -> Result<()> {
        if let Some(why) = first(&self.lost) {
            return Err(Error::lost(&why));
        }
        match first(&self.refused) {
            None => Ok(()),
            Some(why) => Err(Error::Device(sentence!(
                "The graphics device refused a command, so its results cannot be trusted; \
                 choose the CPU backend. It said: {why}",
                why
            ))),
        }
    }
}

/// Keeps the first report, as one line.
#[cfg(feature = "webgpu")]
fn keep(slot: &Mutex<Option<String>>, report: &str) {
    if let Ok(mut first) = slot.lock() {
        let line = report.lines().find(|line| !line.trim().is_empty());
        first.get_or_insert_with(|| line.unwrap_or("nothing.").trim().to_owned());
    }
}

fn first(slot: &Mutex<Option<String>>) -> Option<String> {
    slot.lock().ok().and_then(|first| first.clone())
}
