//! A smaller module, by binaryen's wasm-opt from npm.

use crate::toolchain::run;
use crate::{Result, places};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What wasm-opt is told; part of the hash. The features are those that rustc and LLVM use.
pub const FLAGS: [&str; 13] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
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

/// Makes the module at `path` smaller, in place.
pub fn run_on(path: &Path) -> Result<()> {
    let size = |path| std::fs::metadata(path).map_or(0, |file| file.len());
    let before = size(path);
    eprintln!("Running wasm-opt on {before} bytes; this takes a while");
    let mut command = Command::new(find()?);
    command.args(FLAGS).arg(path).arg("-o").arg(path);
    run(&mut command, "wasm-opt failed")?;
    eprintln!("{before} bytes became {}", size(path));
    Ok(())
}
