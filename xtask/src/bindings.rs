//! JavaScript and types around the module, by wasm-bindgen.

use crate::{Result, places};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The name of the module among the files written.
pub const WASM: &str = "ganvas_bg.wasm";

/// Writes ganvas.js, ganvas.d.ts and the module into a fresh folder beside `module`.
///
/// It lies outside the checkout: pkg/ is replaced only once everything has worked.
pub fn generate(module: &Path) -> Result<PathBuf> {
    let folder = places::cache("pkg")?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(places::failed("clear", &folder))?;
    }
    eprintln!("Writing bindings for {}", module.display());
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("ganvas")
        // So that `init()` finds the module beside its script, and bundlers see that it does.
        .omit_default_module_path(false)
        .typescript(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(&folder))
        .map_err(|error| format!("wasm-bindgen could not write the bindings: {error:#}."))?;
    Ok(folder)
}
