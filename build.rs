//! Compiles the products with relaxed SIMD for the engine in a browser: `kernels/cpu/product/relaxed`.

use std::env;
use std::path::Path;
use std::process::Command;

const SOURCE: &str = "src/kernels/cpu/product/relaxed/module.rs";
const LOOPS: &str = "src/kernels/cpu/product/tiles.rs";

fn main() {
    println!("cargo::rustc-check-cfg=cfg(relaxed)");
    for file in ["build.rs", SOURCE, LOOPS] {
        println!("cargo::rerun-if-changed={file}");
    }
    let is_web = env::var_os("CARGO_FEATURE_WEB").is_some();
    if is_web && variable("CARGO_CFG_TARGET_ARCH") == "wasm32" {
        if compile(&Path::new(&variable("OUT_DIR")).join("relaxed.wasm")) {
            println!("cargo::rustc-cfg=relaxed");
        } else {
            // As a Rust that builds its standard library first, for cargo and not for `rustc`.
            println!("cargo::warning={SOURCE} did not compile: no products with relaxed SIMD");
        }
    }
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

fn compile(to: &Path) -> bool {
    Command::new(variable("RUSTC"))
        .args([SOURCE, "-o"])
        .arg(to)
        .args(["--edition", "2024", "--crate-type", "cdylib"])
        .args(["--target", &variable("TARGET")])
        .args(["-Copt-level=3", "-Cpanic=abort", "-Cstrip=symbols"])
        .args(["-Ctarget-feature=+simd128,+relaxed-simd"])
        // The memory is the engine's. Without a stack nothing of that can be taken for one: a
        // function that wanted to would trap.
        .args(["-Clink-arg=--import-memory", "-Clink-arg=-zstack-size=0"])
        .status()
        .is_ok_and(|status| status.success())
}
