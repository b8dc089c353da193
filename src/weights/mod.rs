//! Weight files: safetensors whose header says what they are.

mod checkpoint;
mod encoding;
mod file;
mod fold;
mod generator;
mod header;

pub use checkpoint::{
    Checkpoint, CheckpointHeader, LARGEST_CHECKPOINT, checkpoint_file, open_checkpoint,
};
pub use encoding::Encoding;
pub use generator::{GeneratorFile, LARGEST_GENERATOR, generator_file, open_generator};
pub use header::{Header, Trained};
