//! The CPU's products by a module of their own with relaxed SIMD, in browsers that have it.

use crate::kernels::cpu::product::relaxed;
use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use std::sync::Once;
use wasm_bindgen::prelude::*;

/// Sees to it that products are computed so from now on, if they can be.
pub fn enable() {
    static ONCE: Once = Once::new();
    // Without it they are slower, and nothing else.
    ONCE.call_once(|| drop(instantiate()));
}

fn instantiate() -> Result<(), JsValue> {
    let bytes = Uint8Array::from(relaxed::MODULE);
    if !WebAssembly::validate(&bytes)? {
        return Ok(());
    }
    let [imports, env] = [Object::new(), Object::new()];
    Reflect::set(&env, &"memory".into(), &wasm_bindgen::memory())?;
    Reflect::set(&imports, &"env".into(), &env)?;
    let module = WebAssembly::Module::new(&bytes)?;
    let instance = WebAssembly::Instance::new(&module, &imports)?;
    let multiply: Function = Reflect::get(&instance.exports(), &"multiply".into())?.dyn_into()?;

    let functions: WebAssembly::Table = wasm_bindgen::function_table().dyn_into()?;
    let place = functions.grow(1)?;
    functions.set(place, &multiply)?;
    // SAFETY: it stands there now, and has this memory.
    unsafe { relaxed::set(place as usize) };
    Ok(())
}
