//! A Rust that can build for wasm32: the one in use, or Debian's.

use crate::requirements::{OLDEST, TARGET};
use crate::{Result, debian, rustup};
use std::process::Command;

/// Which Rust builds for wasm32.
#[derive(Debug, Clone, Copy)]
pub enum Toolchain {
    /// The one in use: it has the target's standard library.
    InUse,
    /// Debian's, which builds the standard library from source.
    Debian,
}

impl Toolchain {
    /// Finds one, and installs what it lacks where that can be done.
    pub fn find() -> Result<Self> {
        if rustup::has_target() {
            return Ok(Self::InUse);
        }
        if debian::is_ready() {
            return Ok(Self::Debian);
        }
        if rustup::add_target() {
            return Ok(Self::InUse);
        }
        if debian::install() {
            return Ok(Self::Debian);
        }
        Err(format!(
            "No Rust {OLDEST} or newer that can build for wasm32 was found, and none could be \
             installed. Install one with\n    rustup target add {TARGET}\nor, on Debian, as root:\n    \
             {}",
            debian::INSTALL
        ))
    }

    /// A `cargo` command for wasm32: `what` is "build", "rustc" or the like.
    pub fn cargo(self, what: &str) -> Command {
        let mut command = match self {
            Self::InUse => Command::new("cargo"),
            Self::Debian => debian::cargo(),
        };
        // Flags from outside would replace those of .cargo/config.toml, simd128 among them.
        command
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .arg(what)
            .args(["--locked", "--package", "ganvas", "--lib"])
            .args(["--no-default-features", "--target", TARGET]);
        if let Self::Debian = self {
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command
    }
}
