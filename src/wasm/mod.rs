//! The boundary to JavaScript: three WebAssembly modules, each of a feature, and what they share (all of
//! them errors and JSON, the engine and the runtime also what a generator is).

#[cfg(feature = "web")]
pub mod engine;
#[cfg(any(feature = "web", feature = "runtime"))]
pub mod grid;
#[cfg(any(feature = "web", feature = "runtime"))]
pub mod latent;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(feature = "runtime")]
pub mod runtime;
#[cfg(any(feature = "web", feature = "runtime"))]
mod shared;

use crate::Error;
use wasm_bindgen::prelude::*;

unsafe extern "C" {
    /// What libraries have done before anything else. A module that does not call it itself is linked so
    /// that every call from JavaScript does, and with burn on a GPU it takes as long as a small kernel.
    fn __wasm_call_ctors();
}

/// Runs once, when the module is instantiated: a panic is printed with its place.
#[wasm_bindgen(start)]
pub fn start() {
    // SAFETY: nothing has run yet, and it does not run again.
    unsafe { __wasm_call_ctors() };
    console_error_panic_hook::set_once();
}

/// A JavaScript `Error` with the failure's stable name, and in `sentence` what a page needs to say it in
/// another language, as JSON.
impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let value = js_sys::Error::new(&error.to_string());
        value.set_name(error.name());
        let sentence = json(error.sentence()).into();
        js_sys::Reflect::set(&value, &"sentence".into(), &sentence).ok();
        value.into()
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data is always JSON")
}
