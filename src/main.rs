//! The native command line: `ganvas train`.

mod cli;
#[cfg(test)]
#[path = "../tests/fuzz/mod.rs"]
mod fuzz;

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Keeps the memory of large tensors for the next ones: with the system's, a quarter of a training
/// step went into pages given back and fetched again.
#[cfg(not(test))]
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Counts what inputs take.
#[cfg(test)]
#[global_allocator]
static ALLOCATOR: fuzz::Counting<MiMalloc> = fuzz::Counting(MiMalloc);

fn main() -> ExitCode {
    // On one of the threads that share the work: any other would hand over every piece of it and wait,
    // which took as long as a small network's step itself.
    rayon::scope(|_| run())
}

fn run() -> ExitCode {
    match cli::Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::stderr::tell(&format!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}
