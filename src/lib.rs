//! Ganvas: train generative adversarial networks live, in a browser tab or natively.
//!
//! Networks and recipes are data ([`layers`], [`recipe`]); a [`training::Training`] is pulled step by step,
//! and one seed fixes a run on every backend; a [`generator::Generator`] draws, on the CPU without
//! burn or on a device of burn's. The core does no I/O and knows no browser: the command line and
//! the boundary to JavaScript (`wasm`) are the only rooms that do.
//!
//! ```
//! # #[cfg(feature = "cpu")]
//! # fn main() -> ganvas::Result<()> {
//! use ganvas::burn::tensor::Device;
//! use ganvas::data::DataSet;
//! use ganvas::generator::{Generator, Statistics, now};
//! use ganvas::recipe::preset;
//! use ganvas::training::{Training, generator_file};
//! use ganvas::weights::{Encoding, open_generator};
//! use pollster::block_on;
//!
//! let mut recipe = preset("dcgan-mnist")?;
//! (recipe.width, recipe.batch) = (2, 4);
//! let digits = DataSet::drawn_digits(1).into();
//! let mut training = Training::new(recipe, digits, 1, &Device::flex())?;
//! let reports = block_on(training.next(2))?;
//! assert_eq!(reports[1].step, 2);
//!
//! let bytes = block_on(generator_file(&training, true, Encoding::F16))?;
//! let file = open_generator("digits.safetensors", &bytes)?;
//! let generator = Generator::on_cpu(&file, Statistics::Running)?;
//! let grid = now(generator.images(9, 1))?;
//! assert_eq!((grid.columns, grid.rows, grid.width), (3, 3, 28));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "cpu"))]
//! # fn main() {}
//! ```
//!
//! `engine` trains and draws with burn, on the backends whose features are on: `cpu`, which is the default,
//! and `wgpu`. Without it there are weight files, imports and drawing on the CPU.

#![warn(missing_docs)]

pub mod data;
#[cfg(feature = "engine")]
pub mod device;
pub mod error;
pub mod generator;
pub mod grid;
pub mod import;
#[cfg(feature = "engine")]
pub mod judge;
pub(crate) mod kernels;
pub mod kind;
pub mod latent;
// Without the engine only what draws is used of layers, networks and operations.
#[cfg_attr(not(feature = "engine"), allow(dead_code))]
pub mod layers;
pub mod nearest;
#[cfg_attr(not(feature = "engine"), allow(dead_code))]
pub mod network;
#[cfg_attr(not(feature = "engine"), allow(dead_code))]
pub(crate) mod ops;
mod parallel;
pub mod place;
pub mod printable;
pub mod random;
pub mod recipe;
pub mod sentence;
pub mod spec;
#[cfg(feature = "engine")]
pub mod training;
pub mod weights;

#[cfg(target_arch = "wasm32")]
pub mod wasm;

/// The tensors, devices and modules that training is written in.
#[cfg(feature = "engine")]
pub use burn;
pub use error::{Error, Result};
