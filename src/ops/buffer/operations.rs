//! What the operations compute on buffers.

use super::super::interpolate::sources;
use super::super::{Ops, UpsampleMode};
use super::{Buffer, strides};
use crate::kernels::cpu::batch_norm;
use crate::kernels::cpu::convolution;
use crate::kernels::cpu::elementwise::{activate, epilogue as apply_epilogue, lerp, silu, sum};
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::{Activation, BatchNormOptions, Geometry, RunningStatisticsUpdate};
use std::f32::consts::FRAC_1_SQRT_2;

impl Ops for Buffer {
    fn dims(&self) -> [usize; 4] {
        self.dims
    }

    fn beside(&self, values: Vec<f32>, dims: [usize; 4]) -> Self {
        Self::new(values, dims)
    }

    fn reshape(self, dims: [usize; 4]) -> Self {
        Self::new(self.values, dims)
    }

    fn permute(self, axes: [usize; 4]) -> Self {
        let strides = strides(self.dims);
        self.gather(
            axes.map(|axis| self.dims[axis]),
            axes.map(|axis| strides[axis]),
        )
    }

    fn expand(self, dims: [usize; 4]) -> Self {
        self.gather(dims, self.strides_in(dims))
    }

    fn cat(parts: Vec<Self>) -> Self {
        let [batch, _, height, width] = parts[0].dims;
        let channels = parts.iter().map(|part| part.dims[1]).sum();
        let mut values = Vec::with_capacity(batch * channels * height * width);
        for sample in 0..batch {
            for part in &parts {
                let length = part.dims[1] * height * width;
                values.extend_from_slice(&part.values[sample * length..][..length]);
            }
        }
        Self::new(values, [batch, channels, height, width])
    }

    fn narrow(self, start: usize, channels: usize) -> Self {
        let [batch, own, height, width] = self.dims;
        let pixels = height * width;
        let mut values = Vec::with_capacity(batch * channels * pixels);
        for sample in self.values.chunks_exact(own * pixels) {
            values.extend_from_slice(&sample[start * pixels..][..channels * pixels]);
        }
        Self::new(values, [batch, channels, height, width])
    }

    fn conv(
        self,
        weight: &Self,
        bias: Option<&Self>,
        geometry: Geometry,
        epilogue: Activation,
    ) -> Self {
        if geometry.groups > 1 {
            return self.grouped(weight, bias, geometry, |x, weight, bias, geometry| {
                x.conv(weight, bias, geometry, epilogue)
            });
        }
        let shape = self.shape(weight, geometry);
        let [height, width] = geometry.small;
        let mut y = vec![0.0; shape.batch * shape.small_image()];
        let bias = bias.map(|bias| bias.values.as_slice());
        let apply = |image: &mut [f32]| apply_epilogue(image, bias, height * width, epilogue);
        convolution::conv(&mut y, &self.values, &weight.values, shape, &apply);
        Self::new(y, [shape.batch, shape.small_channels, height, width])
    }

    fn conv_transpose(
        self,
        weight: &Self,
        bias: Option<&Self>,
        geometry: Geometry,
        epilogue: Activation,
    ) -> Self {
        if geometry.groups > 1 {
            return self.grouped(weight, bias, geometry, |x, weight, bias, geometry| {
                x.conv_transpose(weight, bias, geometry, epilogue)
            });
        }
        let shape = self.shape(weight, geometry);
        let [height, width] = geometry.large;
        let mut y = vec![0.0; shape.batch * shape.large_image()];
        let bias = bias.map(|bias| bias.values.as_slice());
        let apply = |image: &mut [f32]| apply_epilogue(image, bias, height * width, epilogue);
        convolution::conv_transpose(&mut y, &self.values, &weight.values, shape, &apply);
        Self::new(y, [shape.batch, shape.large_channels, height, width])
    }

    fn batch_norm(
        self,
        scale_and_shift: [&Self; 2],
        [mean, variance]: [&Self; 2],
        options: BatchNormOptions,
    ) -> Self {
        let statistics = [mean.values.as_slice(), variance.values.as_slice()];
        self.normalised(scale_and_shift, statistics, options)
    }

    fn batch_norm_train(
        self,
        scale_and_shift: [&Self; 2],
        [running_mean, running_variance]: [&Self; 2],
        options: BatchNormOptions,
        update: RunningStatisticsUpdate,
    ) -> (Self, [Self; 2]) {
        let shape = self.image_shape();
        let [means, variances] = batch_norm::statistics(&self.values, shape, options.groups);
        let follow = |running: &Self, batch: &[f32], correction: f32| {
            let mut running = running.clone();
            for batch in batch.chunks_exact(shape.channels) {
                for (own, batch) in running.values.iter_mut().zip(batch) {
                    *own = *own * update.decay + batch * correction * update.momentum;
                }
            }
            running
        };
        let running = [
            follow(running_mean, &means, 1.0),
            follow(running_variance, &variances, update.correction),
        ];
        (
            self.normalised(scale_and_shift, [&means, &variances], options),
            running,
        )
    }

    fn interpolate(self, mode: UpsampleMode, [height, width]: [usize; 2]) -> Self {
        let [batch, channels, rows, columns] = self.dims;
        let [down, across] = [sources(mode, rows, height), sources(mode, columns, width)];
        let mut y = vec![0.0; batch * channels * height * width];
        let planes = y.chunks_exact_mut(height * width);
        with_scratch([rows * width], |[wide]| {
            for (y, x) in planes.zip(self.values.chunks_exact(rows * columns)) {
                for (wide, x) in wide.chunks_exact_mut(width).zip(x.chunks_exact(columns)) {
                    for (wide, source) in wide.iter_mut().zip(&across) {
                        let value = x[source.pixel];
                        *wide = value + (x[source.next] - value) * source.part;
                    }
                }
                for (y, source) in y.chunks_exact_mut(width).zip(&down) {
                    y.copy_from_slice(&wide[source.pixel * width..][..width]);
                    if source.part > 0.0 {
                        lerp(y, &wide[source.next * width..][..width], source.part);
                    }
                }
            }
        });
        Self::new(y, [batch, channels, height, width])
    }

    fn interpolate_vjp(self, mode: UpsampleMode, [rows, columns]: [usize; 2]) -> Self {
        let [batch, channels, height, width] = self.dims;
        let [down, across] = [sources(mode, rows, height), sources(mode, columns, width)];
        let mut x = vec![0.0; batch * channels * rows * columns];
        let planes = x.chunks_exact_mut(rows * columns);
        for (x, gradient) in planes.zip(self.values.chunks_exact(height * width)) {
            for (gradient, row) in gradient.chunks_exact(width).zip(&down) {
                for (gradient, column) in gradient.iter().zip(&across) {
                    for (row, down) in row.shares() {
                        for (column, across) in column.shares() {
                            x[row * columns + column] += gradient * down * across;
                        }
                    }
                }
            }
        }
        Self::new(x, [batch, channels, rows, columns])
    }

    fn matmul(self, other: Self) -> Self {
        let [batch, channels, rows, inner] = self.dims;
        let columns = other.dims[3];
        let mut values = vec![0.0; batch * channels * rows * columns];
        let matrices = self.values.chunks_exact(rows * inner);
        let matrices = matrices.zip(other.values.chunks_exact(inner * columns));
        for (product, (left, right)) in values.chunks_exact_mut(rows * columns).zip(matrices) {
            let lines = product.chunks_exact_mut(columns);
            for (line, factors) in lines.zip(left.chunks_exact(inner)) {
                for (factor, row) in factors.iter().zip(right.chunks_exact(columns)) {
                    for (sum, value) in line.iter_mut().zip(row) {
                        *sum += factor * value;
                    }
                }
            }
        }
        Self::new(values, [batch, channels, rows, columns])
    }

    fn softmax_rows(mut self) -> Self {
        for row in self.values.chunks_exact_mut(self.dims[3]) {
            let largest = row.iter().fold(f32::MIN, |most, value| value.max(most));
            row.iter_mut()
                .for_each(|value| *value = libm::expf(*value - largest));
            let whole = sum(row) as f32;
            row.iter_mut().for_each(|value| *value /= whole);
        }
        self
    }

    fn mean_rows(&self) -> Self {
        let [batch, channels, height, width] = self.dims;
        let means = self.values.chunks_exact(width);
        let means = means.map(|row| (sum(row) / width as f64) as f32);
        Self::new(means.collect(), [batch, channels, height, 1])
    }

    fn activate(mut self, activation: Activation) -> Self {
        activate(&mut self.values, activation);
        self
    }

    fn elu(self) -> Self {
        self.each(|x| if x > 0.0 { x } else { libm::expm1f(x) })
    }

    fn silu(mut self) -> Self {
        silu(&mut self.values);
        self
    }

    fn gelu(self) -> Self {
        self.each(|x| 0.5 * x * (1.0 + libm::erff(x * FRAC_1_SQRT_2)))
    }

    fn softplus(self) -> Self {
        self.each(|x| x.max(0.0) + libm::log1pf(libm::expf(-x.abs())))
    }

    fn constant(self) -> Self {
        self
    }

    fn plain(self) -> Self {
        self
    }

    fn exp(self) -> Self {
        self.each(libm::expf)
    }

    fn erf(self) -> Self {
        self.each(libm::erff)
    }

    fn sqrt(self) -> Self {
        self.each(f32::sqrt)
    }

    fn clamp_max(self, most: f64) -> Self {
        self.each(|x| x.min(most as f32))
    }

    fn heaviside(self) -> Self {
        self.each(|x| if x > 0.0 { 1.0 } else { 0.0 })
    }

    fn add(self, other: Self) -> Self {
        self.zip(&other, |a, b| a + b)
    }

    fn sub(self, other: Self) -> Self {
        self.zip(&other, |a, b| a - b)
    }

    fn mul(self, other: Self) -> Self {
        self.zip(&other, |a, b| a * b)
    }

    fn div(self, other: Self) -> Self {
        self.zip(&other, |a, b| a / b)
    }

    fn add_scalar(self, number: f64) -> Self {
        self.each(|x| x + number as f32)
    }

    fn mul_scalar(self, number: f64) -> Self {
        self.each(|x| x * number as f32)
    }
}
