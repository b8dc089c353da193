//! What the browser says of its WebGPU adapter, asked before the engine commits to it.

use crate::sentence::sentence;
use crate::{Error, Result};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The browser's adapter.
pub struct Adapter {
    /// Vendor and architecture, or the description: what the browser gives away.
    pub name: String,
    /// Whether the processor only plays a GPU.
    pub is_software: bool,
}

impl Adapter {
    /// Asks the browser for its adapter.
    ///
    /// # Errors
    /// [`Error::BackendUnavailable`], saying why there is no WebGPU.
    pub async fn request() -> Result<Self> {
        let gpu = property(&js_sys::global(), "navigator")
            .and_then(|navigator| property(&navigator, "gpu"))
            .ok_or_else(|| {
                let is_secure = property(&js_sys::global(), "isSecureContext")
                    .is_some_and(|yes| yes.is_truthy());
                Error::BackendUnavailable(if is_secure {
                    sentence!("This browser has no WebGPU.")
                } else {
                    sentence!(
                        "WebGPU needs a secure page: open this one by https:// or from localhost."
                    )
                })
            })?;
        let adapter = call(&gpu, "requestAdapter")
            .await
            .filter(JsValue::is_object)
            .ok_or_else(|| {
                Error::BackendUnavailable(sentence!(
                    "This browser has WebGPU, but found no graphics adapter for it."
                ))
            })?;
        let info = property(&adapter, "info").unwrap_or(JsValue::NULL);
        let text = |key| {
            property(&info, key)
                .and_then(|value| value.as_string())
                .unwrap_or_default()
        };
        let [vendor, architecture, description] =
            ["vendor", "architecture", "description"].map(text);
        let known = [&vendor, &architecture]
            .into_iter()
            .filter(|part| !part.is_empty());
        let name = known.map(String::as_str).collect::<Vec<_>>().join(" ");
        let is_fallback = [&info, &adapter]
            .into_iter()
            .any(|object| property(object, "isFallbackAdapter").is_some_and(|yes| yes.is_truthy()));
        Ok(Self {
            is_software: is_fallback || is_rasteriser(&format!("{name} {description}")),
            name: [name, description]
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_else(|| "unnamed adapter".to_owned()),
        })
    }
}

/// Software rasterisers that do not call themselves a fallback.
fn is_rasteriser(name: &str) -> bool {
    let name = name.to_lowercase();
    ["swiftshader", "llvmpipe", "lavapipe", "basic render"]
        .iter()
        .any(|known| name.contains(known))
}

fn property(object: &JsValue, key: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &key.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

async fn call(object: &JsValue, method: &str) -> Option<JsValue> {
    let function: Function = property(object, method)?.dyn_into().ok()?;
    let promise: Promise = function.call0(object).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
