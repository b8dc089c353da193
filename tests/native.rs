//! Every native test from outside the crate, in one program: each further one would be linked, with all
//! of burn, for itself.

mod arrays;
mod checkpoints;
mod cli;
mod cli_folders;
mod cli_hostile;
mod cli_import;
mod cli_resume;
#[cfg(unix)]
mod cli_signals;
mod cli_watching;
mod copies;
mod encodings;
mod evaluation;
mod eyes;
mod field_data;
mod fuzz;
mod fuzzing;
mod image_archives;
mod images;
mod import;
mod inference;
mod mnist;
mod network;
mod outside;
mod parity;
mod play;
mod program;
mod recipes;
mod rooms;
mod score;
mod security;
mod style_mixing;
mod sweeps;
mod timelapse;
mod training;
mod turns;
mod weights;

/// Counts what inputs take: see `fuzz`.
#[global_allocator]
static ALLOCATOR: fuzz::Counting<std::alloc::System> = fuzz::Counting(std::alloc::System);

/// A file that nobody names here would never be compiled.
#[test]
fn every_file_is_named() {
    let named = include_str!("native.rs");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.extension().is_some_and(|extension| extension == "rs") && name != "native" {
            let line = format!("\nmod {name};\n");
            assert!(named.contains(&line), "tests/native.rs lacks `mod {name};`");
        }
    }
}
