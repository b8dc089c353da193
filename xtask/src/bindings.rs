//! JavaScript and types around a module, by wasm-bindgen.

use crate::wasm::Module;
use crate::{Result, places};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// A fresh folder for the bindings, outside the checkout: pkg/ is replaced only once everything
/// has worked.
pub fn empty_folder() -> Result<PathBuf> {
    let folder = places::cache("pkg")?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(places::failed("clear", &folder))?;
    }
    Ok(folder)
}

/// Writes a module's script, its types and the module itself into `folder`; `built` is as cargo
/// left it.
pub fn generate(module: Module, built: &Path, folder: &Path) -> Result<()> {
    eprintln!("Writing bindings for {}", built.display());
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(built)
        .out_name(module.name())
        // So that `init()` finds the module beside its script, and bundlers see that it does.
        .omit_default_module_path(false)
        .typescript(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| format!("wasm-bindgen could not write the bindings: {error:#}."))
}
