//! The operations that a convolutional GAN spends its time in, each as one step of a backend's own.
//!
//! All tensors are f32, images `[batch, channels, height, width]`. Of the two sides of a
//! convolution the big one has the pixels before a stride, the small one those after it; a weight
//! is `[small channels, big channels, rows, columns]` for both directions.

mod activation;
#[cfg(feature = "engine")]
mod composed;
// Without the engine only what draws is used, and not what trains.
#[cfg_attr(not(feature = "engine"), allow(dead_code))]
pub mod cpu;
#[cfg(feature = "engine")]
mod differentiable;
#[cfg(feature = "engine")]
mod extension;
mod geometry;
#[cfg(all(feature = "engine", any(target_arch = "wasm32", feature = "wgpu")))]
mod gpu;
#[cfg(feature = "engine")]
mod many;
mod numbers;
#[cfg(feature = "engine")]
mod tensors;
#[cfg(all(feature = "engine", test))]
mod tests;

pub use activation::Activation;
#[cfg(feature = "engine")]
pub use extension::{Bias, Kernels, Normalised, Targets};
pub use geometry::Geometry;
#[cfg(feature = "engine")]
pub use many::Many;
pub use numbers::{AdamStep, Memory, Normalisation};
#[cfg(feature = "engine")]
pub use tensors::{adam, blend, cross_entropy, down, normalise, normalise_by, up};
