//! Where the engine computes: WebGPU or the CPU.

use super::adapter::Adapter;
use crate::{Error, Result};
use burn::tensor::Device;
use std::cell::RefCell;
use std::sync::{Arc, Mutex};
use wasm_bindgen::prelude::*;

/// Commands that burn gathers before it submits them to the GPU.
const TASKS_PER_SUBMIT: usize = 64;

thread_local! {
    /// The device of this worker: burn opens it only once.
    static WEBGPU: RefCell<Option<WebGpu>> = const { RefCell::new(None) };
}

#[derive(Clone)]
struct WebGpu {
    device: Device,
    refusal: Refusal,
}

/// The first thing that the device refused, as a shader. Whatever it computes afterwards is not
/// to be trusted, and nothing else would say so: the numbers just come out wrong.
#[derive(Clone, Default)]
pub struct Refusal(Arc<Mutex<Option<String>>>);

impl Refusal {
    /// Fails once the device has refused something.
    ///
    /// # Errors
    /// [`Error::Device`], quoting the device.
    pub fn check(&self) -> Result<()> {
        let refused = self.0.lock().ok().and_then(|first| first.clone());
        refused.map_or(Ok(()), |why| {
            Err(Error::Device(format!(
                "The graphics device refused a command, so its results cannot be trusted; \
                 choose the CPU backend. It said: {why}"
            )))
        })
    }

    fn record(&self, why: String) {
        if let Ok(mut first) = self.0.lock() {
            first.get_or_insert(why);
        }
    }
}

/// A backend that has been opened.
#[wasm_bindgen]
pub struct Backend {
    pub(super) device: Device,
    pub(super) refusal: Refusal,
    kind: &'static str,
    adapter: String,
    reason: Option<String>,
}

#[wasm_bindgen]
impl Backend {
    /// Opens `"webgpu"`, `"cpu"`, or with `"auto"` WebGPU where it is worth it, else the CPU.
    ///
    /// # Errors
    /// `BackendUnavailable` when WebGPU was asked for and is not to be had.
    pub async fn open(choice: String) -> std::result::Result<Backend, JsValue> {
        Ok(match choice.as_str() {
            "cpu" => Self::cpu(None),
            "webgpu" => Self::webgpu(Adapter::request().await?).await?,
            "auto" => Self::automatic().await,
            other => {
                return Err(Error::BackendUnavailable(format!(
                    "There is no backend {other:?}; the backends are auto, webgpu and cpu."
                ))
                .into());
            }
        })
    }

    /// `"webgpu"` or `"cpu"`.
    #[wasm_bindgen(getter)]
    pub fn kind(&self) -> String {
        self.kind.to_owned()
    }

    /// What the adapter calls itself.
    #[wasm_bindgen(getter)]
    pub fn adapter(&self) -> String {
        self.adapter.clone()
    }

    /// Why WebGPU was not taken, when it was open to choice.
    #[wasm_bindgen(getter)]
    pub fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

impl Backend {
    async fn automatic() -> Self {
        match Adapter::request().await {
            Ok(adapter) if adapter.is_software => Self::cpu(Some(format!(
                "The only WebGPU adapter here is a software one ({}), slower than the CPU backend.",
                adapter.name
            ))),
            Ok(adapter) => Self::webgpu(adapter)
                .await
                .unwrap_or_else(|error| Self::cpu(Some(error.to_string()))),
            Err(error) => Self::cpu(Some(error.to_string())),
        }
    }

    fn cpu(reason: Option<String>) -> Self {
        Self {
            device: Device::flex(),
            refusal: Refusal::default(),
            kind: "cpu",
            adapter: "WebAssembly SIMD".to_owned(),
            reason,
        }
    }

    async fn webgpu(adapter: Adapter) -> Result<Self> {
        let opened = WEBGPU.with_borrow(Clone::clone);
        let WebGpu { device, refusal } = match opened {
            Some(opened) => opened,
            None => {
                let opened = open_webgpu().await?;
                WEBGPU.set(Some(opened.clone()));
                opened
            }
        };
        refusal.check()?;
        Ok(Self {
            device,
            refusal,
            kind: "webgpu",
            adapter: adapter.name,
            reason: None,
        })
    }
}

async fn open_webgpu() -> Result<WebGpu> {
    let options = Device::wgpu_options().tasks_max(TASKS_PER_SUBMIT);
    let (device, setup) = options.init_with_setup_async().await.map_err(|error| {
        Error::BackendUnavailable(format!("WebGPU could not be opened: {error}."))
    })?;
    let refusal = Refusal::default();
    let record = refusal.clone();
    // In place of burn's handler, which panics: a panic would kill this wasm instance.
    setup
        .device
        .on_uncaptured_error(Arc::new(move |error| record.record(error.to_string())));
    Ok(WebGpu { device, refusal })
}
