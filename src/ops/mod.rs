//! The operations that layers are written in, which burn's tensors (for training, and on a GPU)
//! and plain buffers (where there is no burn) both offer.

mod buffer;
mod interpolate;
#[cfg(feature = "engine")]
mod tensor;

pub(crate) use buffer::Buffer;
pub use interpolate::UpsampleMode;

use crate::kernels::{Activation, BatchNormOptions, Geometry, RunningStatisticsUpdate};

/// f32 in four dimensions, `[batch, channels, height, width]`: images, vectors as images of one
/// pixel, numbers per channel as `[1, channels, 1, 1]`. Where two meet, a side of 1 is repeated
/// as often as the other asks for.
pub(crate) trait Ops: Clone {
    fn dims(&self) -> [usize; 4];
    /// These numbers, on the device where this one lies.
    fn beside(&self, values: Vec<f32>, dims: [usize; 4]) -> Self;

    fn reshape(self, dims: [usize; 4]) -> Self;
    fn permute(self, axes: [usize; 4]) -> Self;
    /// Repeats sides of 1.
    fn expand(self, dims: [usize; 4]) -> Self;
    /// Their channels, one behind the other.
    fn cat(parts: Vec<Self>) -> Self;
    /// So many channels, from `start` on.
    fn narrow(self, start: usize, channels: usize) -> Self;

    /// A convolution, a bias per channel and an activation; the weight is
    /// `[out, in, rows, columns]`.
    fn conv(
        self,
        weight: &Self,
        bias: Option<&Self>,
        geometry: Geometry,
        epilogue: Activation,
    ) -> Self;
    /// A transposed convolution; the weight is `[in, out, rows, columns]`.
    fn conv_transpose(
        self,
        weight: &Self,
        bias: Option<&Self>,
        geometry: Geometry,
        epilogue: Activation,
    ) -> Self;
    /// Batch norm by given mean and variance.
    fn batch_norm(
        self,
        scale_and_shift: [&Self; 2],
        statistics: [&Self; 2],
        options: BatchNormOptions,
    ) -> Self;
    /// Batch norm by the batch's own mean and variance, and what `running` becomes by them.
    fn batch_norm_train(
        self,
        scale_and_shift: [&Self; 2],
        running: [&Self; 2],
        options: BatchNormOptions,
        update: RunningStatisticsUpdate,
    ) -> (Self, [Self; 2]);
    /// Images of another size.
    fn interpolate(self, mode: UpsampleMode, size: [usize; 2]) -> Self;
    /// Its input gradient, for an input of this size.
    fn interpolate_vjp(self, mode: UpsampleMode, size: [usize; 2]) -> Self;
    /// The product of matrices, rows × columns, for each sample and channel.
    fn matmul(self, other: Self) -> Self;
    /// The softmax of each row.
    fn softmax_rows(self) -> Self;
    /// The mean of each row, `[.., 1]`.
    fn mean_rows(&self) -> Self;

    fn activate(self, activation: Activation) -> Self;
    fn elu(self) -> Self;
    fn silu(self) -> Self;
    fn gelu(self) -> Self;
    fn softplus(self) -> Self;

    /// The same numbers, through which no gradient flows back.
    fn constant(self) -> Self;
    /// The same numbers, as running statistics are kept: off the autodiff device.
    fn plain(self) -> Self;

    fn exp(self) -> Self;
    fn erf(self) -> Self;
    fn sqrt(self) -> Self;
    fn clamp_max(self, most: f64) -> Self;
    /// 1 where a number is above 0, else 0; no gradient flows back.
    fn heaviside(self) -> Self;
    fn add(self, other: Self) -> Self;
    fn sub(self, other: Self) -> Self;
    fn mul(self, other: Self) -> Self;
    fn div(self, other: Self) -> Self;
    fn add_scalar(self, number: f64) -> Self;
    fn mul_scalar(self, number: f64) -> Self;
}

/// Dimensions in a file as those of a tensor at work: numbers per channel are an image of one pixel.
pub(crate) fn rank_4(dims: &[usize]) -> [usize; 4] {
    match *dims {
        [channels] => [1, channels, 1, 1],
        [inputs, outputs] => [inputs, outputs, 1, 1],
        [first, second, rows, columns] => [first, second, rows, columns],
        _ => unreachable!("tensors of layers have 1, 2 or 4 dimensions"),
    }
}
