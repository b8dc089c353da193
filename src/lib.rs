//! Ganvas trains generative adversarial networks live, in a browser tab or natively, and draws with what
//! they learnt.
//!
//! A [`recipe`] is data: two networks as lists of layers ([`spec`]), a latent, an objective, two optimisers
//! and a schedule. With a [`data`] set it becomes a training session, which is pulled step by step: not pulling
//! is pausing. One seed fixes weights, batches and latents, and so the losses, on every backend.
//!
//! What a training leaves is a generator's file ([`weights`]) that carries all it takes to run. [`inference`]
//! draws with it on the CPU; [`latent`] walks and calculates in its latent space; [`import`] reads generators
//! that other frameworks wrote. Every failure is an [`Error`] with one [`sentence`] to show.
//!
//! # Features
//!
//! - `engine` (on by default, by way of `cli`): what trains or draws on burn, that is `training`, `network`,
//!   `generation` and `device`. Without it, the crate still reads and writes files, imports and draws.
//! - `cli` (on by default): the command line, `ganvas`.
//! - `wgpu`: native training on a GPU, by Vulkan, Metal or DirectX 12.
//! - `web`, `reader`, `runtime`: the three WebAssembly modules, each built by itself.
//!
//! The core does no I/O and knows no browser; the command line and the WebAssembly modules use it, and nothing
//! uses them.

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
