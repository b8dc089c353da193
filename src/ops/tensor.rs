//! The operations on burn's tensors: differentiable on an autodiff device, on whatever backend there is.

use super::interpolate::sources;
use super::{Ops, UpsampleMode};
use crate::kernels::{self, Activation, BatchNormOptions, Geometry, RunningStatisticsUpdate};
use burn::tensor::{Device, Tensor, TensorData, activation};

impl Ops for Tensor<4> {
    fn dims(&self) -> [usize; 4] {
        self.dims()
    }

    fn beside(&self, values: Vec<f32>, dims: [usize; 4]) -> Self {
        Self::from_data(TensorData::new(values, dims), &self.device())
    }

    fn reshape(self, dims: [usize; 4]) -> Self {
        self.reshape(dims)
    }

    fn permute(self, axes: [usize; 4]) -> Self {
        self.permute(axes.map(|axis| axis as isize))
    }

    fn expand(self, dims: [usize; 4]) -> Self {
        self.expand(dims)
    }

    fn cat(parts: Vec<Self>) -> Self {
        Self::cat(parts, 1)
    }

    fn narrow(self, start: usize, channels: usize) -> Self {
        self.narrow(1, start, channels)
    }

    fn conv(
        self,
        weight: &Self,
        bias: Option<&Self>,
        geometry: Geometry,
        epilogue: Activation,
    ) -> Self {
        kernels::conv(self, weight.clone(), bias.map(flat), geometry, epilogue)
    }

    fn conv_transpose(
        self,
        weight: &Self,
        bias: Option<&Self>,
        geometry: Geometry,
        epilogue: Activation,
    ) -> Self {
        kernels::conv_transpose(self, weight.clone(), bias.map(flat), geometry, epilogue)
    }

    fn batch_norm(
        self,
        scale_and_shift: [&Self; 2],
        statistics: [&Self; 2],
        options: BatchNormOptions,
    ) -> Self {
        kernels::batch_norm_inference(
            self,
            scale_and_shift.map(flat),
            statistics.map(flat),
            options,
        )
    }

    fn batch_norm_train(
        self,
        scale_and_shift: [&Self; 2],
        running: [&Self; 2],
        options: BatchNormOptions,
        update: RunningStatisticsUpdate,
    ) -> (Self, [Self; 2]) {
        let dims = running[0].dims();
        let (y, running) = kernels::batch_norm_training(
            self,
            scale_and_shift.map(flat),
            running.map(flat),
            options,
            update,
        );
        (y, running.map(|running| running.reshape(dims)))
    }

    fn interpolate(self, mode: UpsampleMode, [height, width]: [usize; 2]) -> Self {
        let [batch, channels, rows, columns] = self.dims();
        let planes = batch * channels;
        let y = match repeats(mode, [rows, columns], [height, width]) {
            Some([down, across]) => self
                .reshape([planes, rows, 1, columns, 1])
                .expand([planes, rows, down, columns, across])
                .reshape([planes, height, width]),
            None => {
                let device = self.device();
                let turned = along(
                    self.reshape([planes, rows, columns]),
                    shares(mode, columns, width, &device),
                );
                along(turned, shares(mode, rows, height, &device))
            }
        };
        y.reshape([batch, channels, height, width])
    }

    fn interpolate_vjp(self, mode: UpsampleMode, [rows, columns]: [usize; 2]) -> Self {
        let [batch, channels, height, width] = self.dims();
        let planes = batch * channels;
        let gradient = match repeats(mode, [rows, columns], [height, width]) {
            Some([down, across]) => self
                .reshape([planes, rows, down, columns, across])
                .sum_dim(4)
                .sum_dim(2)
                .reshape([planes, rows, columns]),
            None => {
                let device = self.device();
                let turned = along(
                    self.reshape([planes, height, width]),
                    shares(mode, columns, width, &device).transpose(),
                );
                along(turned, shares(mode, rows, height, &device).transpose())
            }
        };
        gradient.reshape([batch, channels, rows, columns])
    }

    fn matmul(self, other: Self) -> Self {
        kernels::matmul(self, other)
    }

    fn softmax_rows(self) -> Self {
        activation::softmax(self, 3)
    }

    fn mean_rows(&self) -> Self {
        self.clone().mean_dim(3)
    }

    fn activate(self, activation: Activation) -> Self {
        match activation {
            Activation::Identity => self,
            Activation::Relu => activation::relu(self),
            Activation::LeakyRelu { slope } => {
                // At 0, where a black image and an untrained bias meet, the derivative is the
                // slope, as in PyTorch and TensorFlow; burn's own has 1 there.
                let is_negative = self.clone().lower_equal_scalar(0.0);
                self.clone().mask_where(is_negative, self * slope)
            }
            Activation::Tanh => activation::tanh(self),
            Activation::Sigmoid => activation::sigmoid(self),
        }
    }

    fn elu(self) -> Self {
        activation::elu(self, 1.0)
    }

    fn silu(self) -> Self {
        activation::silu(self)
    }

    fn gelu(self) -> Self {
        activation::gelu(self)
    }

    fn softplus(self) -> Self {
        activation::softplus(self, 1.0)
    }

    fn constant(self) -> Self {
        Self::from_inner(self.without_autodiff())
    }

    fn plain(self) -> Self {
        self.without_autodiff()
    }

    fn exp(self) -> Self {
        self.exp()
    }

    fn erf(self) -> Self {
        self.erf()
    }

    fn sqrt(self) -> Self {
        self.sqrt()
    }

    fn clamp_max(self, most: f64) -> Self {
        self.clamp_max(most)
    }

    fn heaviside(self) -> Self {
        Self::from_inner(self.without_autodiff().greater_scalar(0.0).float())
    }

    fn add(self, other: Self) -> Self {
        self + other
    }

    fn sub(self, other: Self) -> Self {
        self - other
    }

    fn mul(self, other: Self) -> Self {
        self * other
    }

    fn div(self, other: Self) -> Self {
        self / other
    }

    fn add_scalar(self, number: f64) -> Self {
        self + number
    }

    fn mul_scalar(self, number: f64) -> Self {
        self * number
    }
}

/// Numbers per channel, as kernels take them.
fn flat(tensor: &Tensor<4>) -> Tensor<1> {
    let [_, channels, _, _] = tensor.dims();
    tensor.clone().reshape([channels])
}

/// How often each pixel is repeated down and across, where that is all.
fn repeats(mode: UpsampleMode, from: [usize; 2], to: [usize; 2]) -> Option<[usize; 2]> {
    let is_whole = to[0].is_multiple_of(from[0]) && to[1].is_multiple_of(from[1]);
    (mode == UpsampleMode::Nearest && is_whole).then(|| [to[0] / from[0], to[1] / from[1]])
}

/// Each row of `x`, `[planes, rows, from]`, by the weights `[from, to]`, as a column: twice, and the
/// planes are as they were.
fn along(x: Tensor<3>, weights: Tensor<2>) -> Tensor<3> {
    let ([planes, rows, from], [_, to]) = (x.dims(), weights.dims());
    let x = x.reshape([planes * rows, from, 1, 1]);
    let weights = weights.reshape([from, to, 1, 1]);
    kernels::conv_transpose(x, weights, None, Geometry::LINEAR, Activation::Identity)
        .reshape([planes, rows, to])
        .swap_dims(1, 2)
}

/// Weights `[from, to]` of each old pixel in each new one.
fn shares(mode: UpsampleMode, from: usize, to: usize, device: &Device) -> Tensor<2> {
    let mut weights = vec![0.0_f32; from * to];
    for (new, source) in sources(mode, from, to).into_iter().enumerate() {
        weights[source.pixel * to + new] += 1.0 - source.part;
        weights[source.next * to + new] += source.part;
    }
    Tensor::from_data(TensorData::new(weights, [from, to]), device)
}
