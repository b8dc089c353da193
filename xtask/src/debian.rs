//! Debian's Rust: it has no standard library for wasm32, but its source.

use crate::commands::output;
use crate::requirements::is_new_enough;
use std::path::Path;
use std::process::Command;

const PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "lld-22",
];

/// The command that installs it.
pub const INSTALL: &str = "apt-get install --no-install-recommends \
    rustc-web cargo-web rust-web-src rust-web-llvm lld-22";

/// The standard library's source.
const SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// `rustc` calls it; Debian's packages leave the link dangling without `lld`.
const LINKER: &str = "/usr/bin/rust-lld";

/// Whether all of it is there, and new enough.
pub fn is_ready() -> bool {
    let version = output(bare(&mut Command::new("/usr/bin/rustc")).arg("--version"));
    version.is_some_and(|version| is_new_enough(&version))
        && ["/usr/bin/cargo", SOURCE, LINKER]
            .iter()
            .all(|path| Path::new(path).exists())
}

/// Installs it where that needs no question: as root, with apt. Whether it is there now.
pub fn install() -> bool {
    let root = output(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    if !root || !Path::new("/usr/bin/apt-get").exists() {
        return false;
    }
    eprintln!("Installing Debian's Rust for wasm32: {INSTALL}");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(arguments);
        command.status().is_ok_and(|status| status.success())
    };
    apt(&["update"])
        && apt(&[&["install", "-y", "--no-install-recommends"], &PACKAGES[..]].concat())
        && is_ready()
}

/// Its `cargo`, allowed to build the standard library.
pub fn cargo() -> Command {
    let mut command = Command::new("/usr/bin/cargo");
    let path = std::env::var("PATH").unwrap_or_default();
    bare(&mut command)
        .env("PATH", format!("/usr/bin:{path}"))
        .env("RUSTC_BOOTSTRAP", "1");
    command
}

/// Without what the outer `cargo run` and rustup set for their own Rust.
fn bare(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        let theirs = matches!(
            &*name,
            "CARGO"
                | "RUSTC"
                | "RUSTDOC"
                | "RUSTC_WRAPPER"
                | "RUSTC_WORKSPACE_WRAPPER"
                | "LD_LIBRARY_PATH"
        ) || [
            "RUSTUP_",
            "RUST_RECURSION_",
            "CARGO_PKG_",
            "CARGO_MANIFEST_",
            "CARGO_BIN_",
        ]
        .iter()
        .any(|start| name.starts_with(start));
        if theirs {
            command.env_remove(&*name);
        }
    }
    command
}
