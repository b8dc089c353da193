//! Weight files: safetensors whose header carries the recipe.

mod checkpoint;
mod file;
mod generator;

pub use checkpoint::{
    Checkpoint, CheckpointHeader, LARGEST_CHECKPOINT, checkpoint_file, open_checkpoint,
};
pub use generator::{GeneratorFile, Header, LARGEST_GENERATOR, generator_file, open_generator};
