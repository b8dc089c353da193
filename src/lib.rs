//! Ganvas: train generative adversarial networks live, in a browser tab or natively.
//!
//! The core (everything but `cli` and `web`) does no I/O and knows no browser: specs and recipes
//! are data, a [`training::Training`] is pulled step by step, and one seed fixes a run on every
//! backend.

#![warn(missing_docs)]

pub mod data;
pub mod error;
pub mod generation;
pub mod grid;
pub mod import;
pub(crate) mod kernels;
pub mod latent;
pub mod nearest;
pub mod network;
mod parallel;
pub mod random;
pub mod recipe;
pub mod spec;
pub mod training;
pub mod weights;

#[cfg(target_arch = "wasm32")]
mod javascript;
#[cfg(all(target_arch = "wasm32", feature = "reader"))]
pub mod reader;
#[cfg(all(target_arch = "wasm32", not(feature = "reader")))]
pub mod web;

pub use error::{Error, Result};
