//! What this module computes on: a GPU by WebGPU, or the CPU. JavaScript chooses between the modules.

use super::watch::Watch;
use burn::tensor::Device;
use wasm_bindgen::prelude::*;

/// A backend that has been opened.
#[wasm_bindgen]
pub struct Backend {
    pub(super) device: Device,
    pub(super) watch: Watch,
}

#[wasm_bindgen]
impl Backend {
    /// Opens the module's backend.
    ///
    /// # Errors
    /// `BackendUnavailable` where WebGPU cannot be opened.
    pub async fn open() -> Result<Backend, JsValue> {
        #[cfg(feature = "webgpu")]
        let (device, watch) = super::webgpu::open().await?;
        #[cfg(not(feature = "webgpu"))]
        let (device, watch) = cpu();
        Ok(Self { device, watch })
    }

    /// `"webgpu"` or `"cpu"`.
    #[wasm_bindgen(getter)]
    pub fn kind(&self) -> String {
        if cfg!(feature = "webgpu") {
            "webgpu"
        } else {
            "cpu"
        }
        .to_owned()
    }
}

#[cfg(not(feature = "webgpu"))]
fn cpu() -> (Device, Watch) {
    #[cfg(relaxed)]
    super::relaxed::enable();
    (Device::flex(), Watch::default())
}
