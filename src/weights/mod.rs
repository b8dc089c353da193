//! Weight files: safetensors whose header says what they are.

mod encoding;
mod file;
mod fold;
mod generator;
mod header;
#[cfg(test)]
mod tests;

pub use encoding::Encoding;
#[cfg(feature = "engine")]
pub(crate) use encoding::whole;
#[cfg(feature = "engine")]
pub(crate) use file::{TensorFile, serialise};
pub use generator::{GeneratorFile, LARGEST_GENERATOR, open_generator};
#[cfg(feature = "engine")]
pub(crate) use header::numbered;
pub use header::{Header, Trained};
