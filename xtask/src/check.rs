//! The crate checked for wasm32, where the native checks do not look.

use crate::commands::run;
use crate::toolchain::Toolchain;
use crate::wasm::Module;
use crate::{Result, places};

/// Checks the library, for each module and with the features of all of them: features add up. A
/// warning in it is an error, one in a dependency is not.
pub fn run_check() -> Result<()> {
    for module in Module::ALL {
        check(&module.features())?;
    }
    check(&Module::ALL.map(Module::features).concat())?;
    println!("The crate checks for wasm32 without warnings.");
    Ok(())
}

fn check(features: &[&str]) -> Result<()> {
    let mut command = Toolchain::find()?.cargo("rustc");
    command
        // Nothing that is built here runs for long, so that optimising it would not pay.
        .args(["--config", "profile.dev.package.\"*\".opt-level=0"])
        // `cargo rustc` hands flags to this crate alone, so that dependencies are not built again.
        .args(features)
        .args(["--profile", "check", "--", "-Dwarnings"])
        .env("CARGO_TARGET_DIR", places::cache("wasm-check")?)
        .current_dir(places::root());
    run(&mut command, "The crate does not check for wasm32")
}
