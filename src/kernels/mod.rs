//! The operations that a convolutional GAN spends its time in, each as one fused operation of a
//! backend.
//!
//! All tensors are f32, images NCHW. The two sides of a convolution are named by their resolution: the
//! large side is the input of a convolution and the output of a transposed one, the small side the
//! other. A weight is `[small channels, large channels, kernel rows, kernel columns]` in both
//! directions, which is PyTorch's layout of `Conv2d` and of `ConvTranspose2d`.

mod activation;
#[cfg(feature = "engine")]
mod autodiff;
// Without training on the CPU only the forward passes are used.
#[cfg_attr(not(feature = "cpu"), allow(dead_code))]
pub mod cpu;
#[cfg(feature = "engine")]
mod extension;
#[cfg(feature = "engine")]
mod functional;
mod geometry;
#[cfg(any(feature = "webgpu", feature = "wgpu"))]
mod gpu;
#[cfg(feature = "engine")]
mod grouped;
mod options;
#[cfg(feature = "engine")]
mod reference;
#[cfg(feature = "engine")]
mod tensor_list;
#[cfg(all(feature = "cpu", test))]
mod tests;

pub use activation::Activation;
#[cfg(feature = "engine")]
pub use extension::{BatchNormOutput, Bias, Kernels};
#[cfg(feature = "engine")]
pub use functional::{
    adam, batch_norm_inference, batch_norm_training, bce_with_logits, conv, conv_transpose, lerp,
    matmul,
};
pub use geometry::Geometry;
#[cfg(feature = "engine")]
pub use options::Targets;
pub use options::{AdamStep, BatchNormOptions, RunningStatisticsUpdate};
#[cfg(feature = "engine")]
pub use tensor_list::TensorList;
