//! The crate as a WebAssembly module, by cargo.

use crate::commands::run;
use crate::requirements::TARGET;
use crate::toolchain::Toolchain;
use crate::{Result, places};
use std::path::{Path, PathBuf};

/// What the module is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What is published: small.
    Release,
    /// Quick to build again.
    Dev,
}

/// The modules of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// Trains and draws on the CPU.
    Cpu,
    /// Trains and draws on a GPU.
    WebGpu,
    /// Imports generators of other programs: fetched only when one is opened.
    Reader,
    /// Draws on the CPU, for a page that only shows a generator.
    Runtime,
}

impl Module {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cpu, Self::WebGpu, Self::Reader, Self::Runtime];

    /// What its script is called, without its ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cpu => "ganvas_cpu",
            Self::WebGpu => "ganvas_webgpu",
            Self::Reader => "ganvas_reader",
            Self::Runtime => "ganvas_runtime",
        }
    }

    /// The file with its code.
    pub fn file(self) -> String {
        format!("{}_bg.wasm", self.name())
    }

    /// What cargo is told of it.
    pub fn features(self) -> [&'static str; 2] {
        let feature = match self {
            Self::Cpu => "web-cpu",
            Self::WebGpu => "webgpu",
            Self::Reader => "reader",
            Self::Runtime => "runtime",
        };
        ["--features", feature]
    }
}

/// What a release build is told besides the manifest; part of the hash.
pub const PROFILE: [&str; 2] = ["--profile", "wasm"];

/// Builds a module and gives its path.
pub fn build(module: Module, kind: Kind) -> Result<PathBuf> {
    let toolchain = Toolchain::find()?;
    let folder = places::cache(match kind {
        Kind::Release => "wasm",
        Kind::Dev => "wasm-dev",
    })?;
    let mut command = toolchain.cargo("build");
    command
        .args(PROFILE)
        .args(module.features())
        .env("CARGO_TARGET_DIR", &folder)
        .current_dir(places::root());
    match kind {
        Kind::Release => {
            command.arg("--config").arg(without_paths()?);
        }
        Kind::Dev => {
            command.args(["--config", "profile.wasm.lto=\"off\""]);
            command.args(["--config", "profile.wasm.codegen-units=16"]);
        }
    }
    run(&mut command, "The crate did not build for wasm32")?;
    // Every module is called so by cargo: the next one takes its place.
    let folder = folder.join(TARGET).join("wasm");
    let path = folder.join(module.file());
    let built = folder.join("ganvas.wasm");
    std::fs::copy(&built, &path).map_err(places::failed("copy", &built))?;
    Ok(path)
}

/// Flags that keep this machine's folders out of the module, where panic messages name files.
///
/// They join those of .cargo/config.toml.
fn without_paths() -> Result<String> {
    let home = places::cargo_home()?;
    let mut folders = vec![(places::root(), "ganvas"), (home.clone(), "cargo")];
    // Each registry is a folder of its own, whose name says where it was downloaded from.
    for entry in std::fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten()
        .flatten()
    {
        folders.push((entry.path(), "dependencies"));
    }
    folders.push((PathBuf::from("/usr/lib/rustlib/src/rust"), "rust"));
    let flags: Vec<String> = folders
        .iter()
        .map(|(folder, name)| literal(&format!("--remap-path-prefix={}={name}", show(folder))))
        .collect();
    Ok(format!("target.{TARGET}.rustflags=[{}]", flags.join(",")))
}

fn show(folder: &Path) -> String {
    folder.to_string_lossy().into_owned()
}

/// A TOML string.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
