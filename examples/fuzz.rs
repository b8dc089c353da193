//! Runs parsers under inputs that nobody would write, as many as one likes:
//!
//! ```sh
//! cargo run --no-default-features --example fuzz -- --target onnx --inputs 1000000 --seed 1
//! ```
//!
//! Without a target all of them run. Built for development, so with checks of overflows, and without the
//! engine, which no parser but that of checkpoints needs.

#[path = "../tests/fuzz/mod.rs"]
mod fuzz;
#[path = "../tests/fuzzing.rs"]
mod fuzzing;

use fuzz::{Counting, Plan, run};
use fuzzing::TARGETS;
use std::alloc::System;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: Counting<System> = Counting(System);

const USAGE: &str = "Usage: fuzz [--target NAME] [--inputs COUNT] [--seed NUMBER] [--first INPUT]";

fn main() -> ExitCode {
    let mut plan = Plan {
        seed: 1,
        first: 0,
        inputs: 10_000,
    };
    let mut wanted = None;
    let mut arguments = std::env::args().skip(1);
    while let (Some(flag), value) = (arguments.next(), arguments.next()) {
        let value = value.unwrap_or_default();
        let number = match flag.as_str() {
            "--target" => {
                wanted = Some(value);
                continue;
            }
            "--inputs" => &mut plan.inputs,
            "--seed" => &mut plan.seed,
            "--first" => &mut plan.first,
            _ => return refused(),
        };
        match value.parse() {
            Ok(value) => *number = value,
            Err(_) => return refused(),
        }
    }
    let is_wanted = |name: &str| wanted.as_deref().is_none_or(|wanted| wanted == name);
    let targets: Vec<_> = TARGETS
        .iter()
        .filter(|target| is_wanted(target.name))
        .collect();
    if targets.is_empty() {
        return refused();
    }
    let mut is_kept = true;
    for target in targets {
        let report = run(target, &plan);
        println!("{report}");
        is_kept &= report.failures.is_empty();
    }
    if is_kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn refused() -> ExitCode {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    eprintln!("{USAGE}\nTargets: {}", names.join(", "));
    ExitCode::FAILURE
}
