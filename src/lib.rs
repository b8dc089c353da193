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
#[cfg(feature = "engine")]
pub mod generation;
pub mod grid;
pub mod import;
pub mod inference;
pub(crate) mod kernels;
pub mod kind;
pub mod latent;
pub mod nearest;
#[cfg(feature = "engine")]
pub mod network;
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
mod javascript;
#[cfg(all(target_arch = "wasm32", feature = "reader"))]
pub mod reader;
#[cfg(all(target_arch = "wasm32", feature = "runtime"))]
pub mod runtime;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
pub mod web;

pub use error::{Error, Result};
