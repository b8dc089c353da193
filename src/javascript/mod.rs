//! What the WebAssembly modules share: all of them errors and JSON, the engine and the runtime also
//! what a generator is to JavaScript.

#[cfg(any(feature = "web", feature = "runtime"))]
mod generator;
#[cfg(any(feature = "web", feature = "runtime"))]
pub mod grid;
#[cfg(any(feature = "web", feature = "runtime"))]
pub mod latent;

use crate::Error;
use wasm_bindgen::prelude::*;

/// Runs once, when the module is instantiated: a panic is printed with its place.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// A JavaScript `Error` with the failure's stable name.
impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let value = js_sys::Error::new(&error.to_string());
        value.set_name(error.name());
        value.into()
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data is always JSON")
}
