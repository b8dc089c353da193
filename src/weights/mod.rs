//! Weight files: safetensors whose header carries the recipe.

mod file;
mod generator;

pub use generator::{GeneratorFile, Header, LARGEST_GENERATOR, generator_file, open_generator};
