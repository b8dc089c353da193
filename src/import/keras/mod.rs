//! Keras' models: `.h5`, `.keras`, and TensorFlow.js' layers model. All three hold the same
//! description of the layers; they differ in where the numbers lie.

mod activations;
mod archive;
mod configuration;
mod hdf5;
mod layers;
mod network;
mod numbers;
mod tensorflow_js;

pub(super) use archive::{archive, is_archive};
pub(super) use hdf5::{hdf5, is_hdf5};
pub(super) use tensorflow_js::{is_tensorflow_js, shards, tensorflow_js};
