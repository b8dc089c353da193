//! The kernels on the CPU, on slices.

pub mod batch_norm;
pub mod convolution;
pub mod elementwise;
#[cfg(feature = "cpu")]
mod flex;
#[cfg(not(relaxed))]
mod gemm;
#[cfg(relaxed)]
pub mod gemm;
mod linear;
mod packing;
pub mod scratch;
// Only in browsers.
#[cfg(feature = "cpu")]
#[cfg_attr(not(feature = "web"), allow(dead_code, unused_imports))]
pub mod offload;
mod simd;
mod transpose;
