//! A smaller module, by binaryen's wasm-opt from npm.

use crate::commands::run;
use crate::wasm::Module;
use crate::{Result, places};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What wasm-opt is told besides [`FEATURES`] in order to optimise; the names of functions stay.
/// Part of the hash.
pub const OPTIMISE: [&str; 2] = ["-Oz", "--debuginfo"];

/// What it is told then, in order to strip what no browser reads. Part of the hash.
pub const STRIP: [&str; 3] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// What it is told of each part of a module that was split. Part of the hash.
pub const OPTIMISE_PART: [&str; 1] = ["-Oz"];

/// The features that rustc and LLVM use. Part of the hash.
pub const FEATURES: [&str; 9] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// The path of wasm-opt.
pub fn find() -> Result<PathBuf> {
    let program = if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    };
    let path = places::root().join("node_modules/.bin").join(program);
    if path.exists() {
        return Ok(path);
    }
    Err(format!(
        "{} is missing: run `npm ci` first.",
        path.display()
    ))
}

/// Makes the module at `path` smaller, in place. One that still has its functions' names stays in
/// the cache: `npm run size` tells by it what takes the bytes.
pub fn run_on(module: Module, path: &Path) -> Result<()> {
    let size = |path| std::fs::metadata(path).map_or(0, |file| file.len());
    let before = size(path);
    eprintln!("Running wasm-opt on {before} bytes; this takes a while");
    let named = places::cache(&format!("{}.named.wasm", module.name()))?;
    wasm_opt(&OPTIMISE, path, &named)?;
    wasm_opt(&STRIP, &named, path)?;
    eprintln!("{before} bytes became {}", size(path));
    Ok(())
}

/// Makes a part of a split module smaller, in place: each has fewer callers of its functions than the
/// whole, and has been written anew.
pub fn run_on_part(path: &Path) -> Result<()> {
    eprintln!("Running wasm-opt on {}", path.display());
    wasm_opt(&OPTIMISE_PART, path, path)
}

fn wasm_opt(flags: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut command = Command::new(find()?);
    command
        .args(flags)
        .args(FEATURES)
        .arg(from)
        .arg("-o")
        .arg(to);
    run(&mut command, "wasm-opt failed")
}
