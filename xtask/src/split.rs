//! The engine for WebGPU in two parts, by `scripts/split`: what every visit runs, and what it may never need.

use crate::commands::{output, run};
use crate::wasm::Kind;
use crate::{Result, places};
use std::path::Path;
use std::process::Command;

/// The file of the second part.
pub const DEFERRED: &str = "ganvas_webgpu_deferred_bg.wasm";

/// The scripts, from the root. Part of the hash.
pub const SCRIPTS: &str = "scripts/split";

/// Makes sure that there is Node.
pub fn find() -> Result<()> {
    match output(Command::new("node").arg("--version")) {
        Some(_) => Ok(()),
        None => Err("Node.js 20 or newer is missing: https://nodejs.org has it.".to_owned()),
    }
}

/// Splits the engine in the folder with the bindings, for release; a browser tells what belongs to the
/// first part. Its script loads the second.
pub fn run_on(folder: &Path, kind: Kind) -> Result<()> {
    let mut command = Command::new("node");
    command
        .arg(places::root().join(SCRIPTS).join("main.mjs"))
        .arg(folder)
        .current_dir(places::root());
    if kind == Kind::Dev {
        command.arg("--whole");
    }
    run(&mut command, "The engine could not be split")
}
