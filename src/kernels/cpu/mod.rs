//! The kernels on the CPU, on slices of numbers.

pub mod convolution;
pub mod elementwise;
#[cfg(feature = "engine")]
mod flex;
mod linear;
pub mod normalisation;
mod panels;
#[cfg(not(relaxed))]
mod product;
#[cfg(relaxed)]
pub mod product;
pub mod scratch;
// Only browsers have helpers.
#[cfg(feature = "engine")]
#[cfg_attr(not(feature = "web"), allow(dead_code, unused_imports))]
pub mod shared;
mod transposed;
mod vectors;
