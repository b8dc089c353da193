//! Weight files: safetensors whose header says what they are.

#[cfg(feature = "engine")]
mod checkpoint;
mod encoding;
mod file;
mod fold;
mod generator;
mod header;
#[cfg(test)]
mod tests;
#[cfg(feature = "engine")]
mod training;

#[cfg(feature = "engine")]
pub use checkpoint::{
    Checkpoint, CheckpointHeader, LARGEST_CHECKPOINT, checkpoint_file, open_checkpoint,
};
pub use encoding::Encoding;
pub use generator::{GeneratorFile, LARGEST_GENERATOR, open_generator};
pub use header::{Header, Trained};
#[cfg(feature = "engine")]
pub use training::generator_file;
