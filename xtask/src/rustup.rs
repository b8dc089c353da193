//! The Rust in use, usually rustup's.

use crate::commands::output;
use crate::requirements::{TARGET, is_new_enough};
use std::path::Path;
use std::process::Command;

/// Whether it is new enough and has the standard library for wasm32.
pub fn has_target() -> bool {
    let version = output(Command::new("rustc").arg("--version"));
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]));
    let (Some(version), Some(sysroot)) = (version, sysroot) else {
        return false;
    };
    let library = Path::new(&sysroot)
        .join("lib/rustlib")
        .join(TARGET)
        .join("lib");
    is_new_enough(&version) && library.is_dir()
}

/// Has rustup add the target; whether it is there now.
pub fn add_target() -> bool {
    eprintln!("Adding {TARGET}: rustup target add {TARGET}");
    let added = Command::new("rustup")
        .args(["target", "add", TARGET])
        .status();
    added.is_ok_and(|status| status.success()) && has_target()
}
