//! The boundary to JavaScript: three WebAssembly modules, each of a feature, and what they share (all of
//! them errors, JSON and grids of images, the engine and the runtime also what a generator is).

#[cfg(feature = "web")]
pub mod engine;
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
use crate::place::{Key, Place};
use js_sys::Array;
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

/// A JavaScript `Error` with the failure's stable name; in `sentence` what a page needs to say it in
/// another language, as JSON; and, of a recipe, in `field` the keys that lead to what is wrong, or in
/// `position` the line and column where its text could not be read.
impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let value = js_sys::Error::new(&error.to_string());
        value.set_name(error.name());
        let set = |name: &str, to: JsValue| {
            js_sys::Reflect::set(&value, &name.into(), &to).ok();
        };
        set("sentence", json(error.sentence()).into());
        match error.place() {
            Some(Place::Field(keys)) => {
                set("field", keys.iter().map(key).collect::<Array>().into())
            }
            Some(&Place::Position { line, column }) => {
                let numbers = [line, column].map(|number| JsValue::from(number as u32));
                set("position", Array::from_iter(numbers).into());
            }
            None => {}
        }
        value.into()
    }
}

fn key(key: &Key) -> JsValue {
    match *key {
        Key::Name(name) => name.into(),
        Key::Index(index) => (index as u32).into(),
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data is always JSON")
}
