//! Builds `pkg/`, the JavaScript package, from the crate; says whether it is up to date.

mod bindings;
mod check;
mod commands;
mod debian;
mod inputs;
mod optimise;
mod package;
mod places;
mod requirements;
mod rustup;
mod split;
mod toolchain;
mod wasm;

use std::process::ExitCode;

/// What went wrong, as a sentence for the person at the terminal.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
Usage: cargo xtask <command>
  build         build pkg/ for release
  build --dev   build pkg/ quickly; it counts as stale until it is built for release
  hash          say whether pkg/ belongs to the sources: exit status 0 if so, 1 if not
  check-wasm    check the crate for wasm32; its warnings are errors";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["build"] => build(wasm::Kind::Release),
        ["build", "--dev"] => build(wasm::Kind::Dev),
        ["hash"] => package::check_fresh(),
        ["check-wasm"] => check::run_check(),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn build(kind: wasm::Kind) -> Result<()> {
    if kind == wasm::Kind::Release {
        // Sooner said than after the long part.
        optimise::find()?;
    }
    split::find()?;
    // A file saved while the build runs must make pkg/ stale.
    let hash = inputs::hash()?;
    let folder = bindings::empty_folder()?;
    for module in wasm::Module::ALL {
        bindings::generate(module, &wasm::build(module, kind)?, &folder)?;
        if kind == wasm::Kind::Release {
            optimise::run_on(module, &folder.join(module.file()))?;
        }
    }
    split::run_on(&folder, kind)?;
    if kind == wasm::Kind::Release {
        for part in [wasm::Module::WebGpu.file(), split::DEFERRED.to_owned()] {
            optimise::run_on_part(&folder.join(part))?;
        }
    }
    package::complete(&folder, kind, &hash)
}
