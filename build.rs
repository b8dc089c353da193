//! Compiles the GEMM microkernel with relaxed SIMD for the engine in a browser: `kernels/cpu/gemm/relaxed`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCE: &str = "src/kernels/cpu/gemm/relaxed/module.rs";
const MICROKERNEL: &str = "src/kernels/cpu/gemm/microkernel.rs";

fn main() {
    println!("cargo::rustc-check-cfg=cfg(relaxed)");
    for file in ["build.rs", SOURCE, MICROKERNEL] {
        println!("cargo::rerun-if-changed={file}");
    }
    let is_web = env::var_os("CARGO_FEATURE_WEB_CPU").is_some();
    if is_web && variable("CARGO_CFG_TARGET_ARCH") == "wasm32" {
        let folder = PathBuf::from(variable("OUT_DIR"));
        // A Rust without a standard library for wasm32 has its source: cargo builds from that, and `rustc`
        // by itself needs a `core` that is built already.
        let is_compiled = compile(&folder) || (build_core(&folder) && compile(&folder));
        assert!(
            is_compiled,
            "{SOURCE} did not compile; rustc says why above"
        );
        println!("cargo::rustc-cfg=relaxed");
    }
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

/// The module, with the `core` that lies in the folder, if one does.
fn compile(folder: &Path) -> bool {
    run(rustc(folder)
        .args([SOURCE, "-o"])
        .arg(folder.join("relaxed.wasm"))
        .args(["--crate-type", "cdylib", "-Cstrip=symbols"])
        .args(["-Ctarget-feature=+simd128,+relaxed-simd"])
        // The memory is the engine's. Without a stack nothing of that can be taken for one: a
        // function that wanted to would trap.
        .args(["-Clink-arg=--import-memory", "-Clink-arg=-zstack-size=0"]))
}

/// Builds `core` into the folder, and beside it a `compiler_builtins` without functions: the module calls
/// none of them, and would not link if it did.
fn build_core(folder: &Path) -> bool {
    let mut ask = Command::new(variable("RUSTC"));
    let Ok(answer) = ask.args(["--print", "sysroot"]).output() else {
        return false;
    };
    let root = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    let core = Path::new(&root).join("lib/rustlib/src/rust/library/core/src/lib.rs");
    let builtins = folder.join("compiler_builtins.rs");
    let text = "#![feature(compiler_builtins)]\n#![compiler_builtins]\n#![no_std]\n";
    if !core.exists() || std::fs::write(&builtins, text).is_err() {
        return false;
    }
    [("core", core), ("compiler_builtins", builtins)]
        .iter()
        .all(|(name, source)| {
            run(rustc(folder)
                .arg(source)
                .args(["--crate-name", name, "--crate-type", "rlib"])
                .args(["-Zforce-unstable-if-unmarked", "--cap-lints=allow"])
                .env("RUSTC_BOOTSTRAP", "1")
                .arg("--out-dir")
                .arg(folder))
        })
}

fn rustc(folder: &Path) -> Command {
    let mut command = Command::new(variable("RUSTC"));
    command
        .args(["--edition", "2024", "--target", &variable("TARGET")])
        .args(["-Copt-level=3", "-Cpanic=abort", "-L"])
        .arg(folder);
    command
}

fn run(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}
