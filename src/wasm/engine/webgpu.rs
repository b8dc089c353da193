//! The WebGPU device of this thread.

use super::timer;
use super::watch::Watch;
use crate::device::TASKS_PER_SUBMIT;
use crate::sentence::sentence;
use crate::{Error, Result};
use burn::tensor::Device;
use std::cell::RefCell;

/// How long it may take to open. Some drivers never answer, and the page would wait with them.
const PATIENCE_MILLISECONDS: i32 = 10_000;

thread_local! {
    /// burn opens it only once.
    static OPENED: RefCell<Option<(Device, Watch)>> = const { RefCell::new(None) };
}

/// Opens it, unless that has been done.
///
/// # Errors
/// [`Error::BackendUnavailable`] where there is none, or it does not answer, and as [`Watch::check`].
pub async fn open() -> Result<(Device, Watch)> {
    let opened = match OPENED.with_borrow(Clone::clone) {
        Some(opened) => opened,
        None => {
            let opening = timer::within(PATIENCE_MILLISECONDS, initialise()).await;
            let opened = opening.unwrap_or_else(|| {
                Err(Error::BackendUnavailable(sentence!(
                    "WebGPU did not answer within {seconds} seconds.",
                    seconds = PATIENCE_MILLISECONDS / 1000
                )))
            })?;
            OPENED.set(Some(opened.clone()));
            opened
        }
    };
    opened.1.check()?;
    Ok(opened)
}

async fn initialise() -> Result<(Device, Watch)> {
    let options = Device::wgpu_options().tasks_max(TASKS_PER_SUBMIT);
    let (device, setup) = options.init_with_setup_async().await.map_err(|error| {
        Error::BackendUnavailable(sentence!(
            "WebGPU could not be opened: {error}.",
            error = error.to_string()
        ))
    })?;
    Ok((device, Watch::new(&setup.device)))
}
