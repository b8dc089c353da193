//! A Rust that can build for wasm32: the one in use, or Debian's.

use crate::{Result, debian, rustup};
use std::process::Command;

/// The target of everything here.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The oldest Rust that the crate builds with: its `rust-version`.
pub const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

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

/// Runs a command whose output goes to the terminal; a failure is `problem`.
pub fn run(command: &mut Command, problem: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{problem} ({program}: {status}).")),
        Err(error) => Err(format!("{problem}: {program} did not start ({error}).")),
    }
}

/// The output of a command on one line; none if it failed.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Whether "rustc 1.95.0 (…)" is new enough.
pub fn is_new_enough(version: &str) -> bool {
    let number = |text: &str| -> Option<(u32, u32)> {
        let mut parts = text.split('.');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    let found = version.split(' ').nth(1).and_then(number);
    found.is_some() && found >= number(OLDEST)
}
