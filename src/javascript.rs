//! What both WebAssembly modules, the engine ([`web`](crate::web)) and the reader, share.

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
