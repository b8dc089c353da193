//! Where the engine computes: WebGPU or the CPU.

use super::adapter::Adapter;
use super::timer;
use super::watch::Watch;
use crate::device::TASKS_PER_SUBMIT;
use crate::sentence::{Sentence, sentence};
use crate::wasm::json;
use crate::{Error, Result};
use burn::tensor::Device;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// How long WebGPU may take to open. Some drivers never answer, and the page would wait with them.
const PATIENCE_MILLISECONDS: i32 = 10_000;

thread_local! {
    /// The device of this worker: burn opens it only once.
    static WEBGPU: RefCell<Option<WebGpu>> = const { RefCell::new(None) };
}

#[derive(Clone)]
struct WebGpu {
    device: Device,
    watch: Watch,
}

/// A backend that has been opened.
#[wasm_bindgen]
pub struct Backend {
    pub(super) device: Device,
    pub(super) watch: Watch,
    kind: &'static str,
    adapter: String,
    reason: Option<Sentence>,
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
            "webgpu" => {
                within_patience(async { Self::webgpu(Adapter::request().await?).await }).await?
            }
            "auto" => Self::automatic().await,
            other => {
                return Err(Error::BackendUnavailable(sentence!(
                    "There is no backend {other}; the backends are auto, webgpu and cpu.",
                    other = format!("{other:?}")
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
        self.reason.as_ref().map(json)
    }
}

impl Backend {
    async fn automatic() -> Self {
        let webgpu = within_patience(async {
            let adapter = Adapter::request().await?;
            if adapter.is_software {
                return Err(Error::BackendUnavailable(sentence!(
                    "The only WebGPU adapter here is a software one ({name}), slower than the CPU backend.",
                    name = adapter.name
                )));
            }
            Self::webgpu(adapter).await
        });
        let opened = webgpu.await;
        opened.unwrap_or_else(|error| Self::cpu(Some(error.sentence().clone())))
    }

    fn cpu(reason: Option<Sentence>) -> Self {
        #[cfg(relaxed)]
        super::relaxed::enable();
        Self {
            device: Device::flex(),
            watch: Watch::default(),
            kind: "cpu",
            adapter: "WebAssembly SIMD".to_owned(),
            reason,
        }
    }

    async fn webgpu(adapter: Adapter) -> Result<Self> {
        let opened = WEBGPU.with_borrow(Clone::clone);
        let WebGpu { device, watch } = match opened {
            Some(opened) => opened,
            None => {
                let opened = open_webgpu().await?;
                WEBGPU.set(Some(opened.clone()));
                opened
            }
        };
        watch.check()?;
        Ok(Self {
            device,
            watch,
            kind: "webgpu",
            adapter: adapter.name,
            reason: None,
        })
    }
}

/// Ends what opens WebGPU when it takes too long.
async fn within_patience(opening: impl Future<Output = Result<Backend>>) -> Result<Backend> {
    let opened = timer::within(PATIENCE_MILLISECONDS, opening).await;
    opened.unwrap_or_else(|| {
        Err(Error::BackendUnavailable(sentence!(
            "WebGPU did not answer within {seconds} seconds.",
            seconds = PATIENCE_MILLISECONDS / 1000
        )))
    })
}

async fn open_webgpu() -> Result<WebGpu> {
    let options = Device::wgpu_options().tasks_max(TASKS_PER_SUBMIT);
    let (device, setup) = options.init_with_setup_async().await.map_err(|error| {
        Error::BackendUnavailable(sentence!(
            "WebGPU could not be opened: {error}.",
            error = error.to_string()
        ))
    })?;
    let watch = Watch::new(&setup.device);
    Ok(WebGpu { device, watch })
}
