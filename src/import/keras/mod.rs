//! Keras' models: `.h5`, `.keras`, a description in JSON beside weights, and TensorFlow.js' layers
//! model. All hold the same description of the layers; they differ in where the numbers lie.

mod activations;
mod archive;
mod configuration;
mod datasets;
mod description;
mod hdf5;
mod images;
mod layers;
mod network;
mod normalisation;
mod numbers;
mod tensorflow_js;
mod variables;

pub(super) use archive::{archive, is_archive};
pub(super) use description::{description, is_description};
pub(super) use hdf5::{hdf5, is_hdf5, lacks_description};
pub(super) use tensorflow_js::{is_tensorflow_js, shards, tensorflow_js};
