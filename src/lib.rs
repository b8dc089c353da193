//! Ganvas: train generative adversarial networks live, in a browser tab or natively.
//!
//! The core (everything but `cli` and `web`) does no I/O and knows no browser: specs and recipes
//! are data, a `training::Training` is pulled step by step, and one seed fixes a run on every
//! backend. What trains or runs on burn is there with the feature `engine`, which is on by default;
//! the rest reads and writes weight files and, by [`inference`], draws.

#![warn(missing_docs)]

pub mod data;
#[cfg(feature = "engine")]
pub mod device;
pub mod error;
pub mod generator;
pub mod grid;
pub mod import;
pub(crate) mod kernels;
pub mod kind;
pub mod latent;
pub mod layers;
pub mod nearest;
pub mod network;
pub(crate) mod ops;
mod parallel;
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

pub use error::{Error, Result};
