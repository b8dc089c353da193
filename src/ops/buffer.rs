//! Plain buffers, for the CPU's kernels alone: small enough for a page that only shows a generator.

mod operations;

use super::Ops;
use crate::kernels::cpu::batch_norm::{BatchNormTensors, ImageShape, normalise};
use crate::kernels::cpu::convolution::ConvShape;
use crate::kernels::{BatchNormOptions, Geometry};

/// Numbers in memory, row by row.
#[derive(Debug, Clone)]
pub(crate) struct Buffer {
    dims: [usize; 4],
    values: Vec<f32>,
}

impl Buffer {
    /// `values` are as many as `dims` say.
    pub fn new(values: Vec<f32>, dims: [usize; 4]) -> Self {
        debug_assert_eq!(values.len(), dims.iter().product::<usize>());
        Self { dims, values }
    }

    pub fn into_values(self) -> Vec<f32> {
        self.values
    }

    /// Changes each number in place.
    fn each(mut self, function: impl Fn(f32) -> f32) -> Self {
        for value in &mut self.values {
            *value = function(*value);
        }
        self
    }

    fn zip(mut self, other: &Self, function: fn(f32, f32) -> f32) -> Self {
        let dims: [usize; 4] = std::array::from_fn(|axis| self.dims[axis].max(other.dims[axis]));
        if self.dims != dims {
            self = self.expand(dims);
        }
        let strides = other.strides_in(dims);
        let [_, channels, height, width] = dims;
        let rows = self.values.chunks_exact_mut(width);
        for (index, row) in rows.enumerate() {
            let at = [
                index / (channels * height),
                index / height % channels,
                index % height,
            ];
            let start: usize = at.iter().zip(strides).map(|(at, stride)| at * stride).sum();
            for (column, value) in row.iter_mut().enumerate() {
                *value = function(*value, other.values[start + column * strides[3]]);
            }
        }
        self
    }

    /// How far apart neighbours of each axis lie in it where it stands for `dims`.
    fn strides_in(&self, dims: [usize; 4]) -> [usize; 4] {
        let mut stride = 1;
        let mut strides = [0; 4];
        for axis in (0..4).rev() {
            debug_assert!(self.dims[axis] == dims[axis] || self.dims[axis] == 1);
            strides[axis] = if self.dims[axis] == 1 { 0 } else { stride };
            stride *= self.dims[axis];
        }
        strides
    }

    /// The numbers in the order of `dims`, each axis with its stride here.
    fn gather(&self, dims: [usize; 4], strides: [usize; 4]) -> Self {
        let mut values = Vec::with_capacity(dims.iter().product());
        for sample in 0..dims[0] {
            for channel in 0..dims[1] {
                for row in 0..dims[2] {
                    let start = sample * strides[0] + channel * strides[1] + row * strides[2];
                    let row = (0..dims[3]).map(|column| self.values[start + column * strides[3]]);
                    values.extend(row);
                }
            }
        }
        Self { dims, values }
    }

    /// Either convolution, group by group, by `one` of a single group.
    fn grouped(
        self,
        weight: &Self,
        bias: Option<&Self>,
        geometry: Geometry,
        one: impl Fn(Self, &Self, Option<&Self>, Geometry) -> Self,
    ) -> Self {
        let groups = geometry.groups;
        let geometry = Geometry {
            groups: 1,
            ..geometry
        };
        let part = |all: &Self, group: usize| {
            let channels = all.dims[1] / groups;
            all.clone().narrow(group * channels, channels)
        };
        let [small, large, rows, columns] = weight.dims;
        let kernels = weight.clone().reshape([1, small, large, rows * columns]);
        let parts = (0..groups).map(|group| {
            let weight = part(&kernels, group).reshape([small / groups, large, rows, columns]);
            let bias = bias.map(|bias| part(bias, group));
            one(part(&self, group), &weight, bias.as_ref(), geometry)
        });
        Self::cat(parts.collect())
    }

    fn shape(&self, weight: &Self, geometry: Geometry) -> ConvShape {
        let [small, large, _, _] = weight.dims;
        ConvShape::new(self.dims[0], [large, small], geometry)
    }

    fn image_shape(&self) -> ImageShape {
        let [batch, channels, height, width] = self.dims;
        ImageShape {
            batch,
            channels,
            pixels: height * width,
        }
    }

    fn normalised(
        self,
        [scale, shift]: [&Self; 2],
        [mean, variance]: [&[f32]; 2],
        options: BatchNormOptions,
    ) -> Self {
        let numbers = BatchNormTensors {
            scale: &scale.values,
            shift: &shift.values,
            mean,
            variance,
        };
        let mut y = vec![0.0; self.values.len()];
        normalise(&mut y, &self.values, self.image_shape(), numbers, options);
        Self { values: y, ..self }
    }
}

/// How far apart neighbours of each axis lie.
fn strides([_, channels, height, width]: [usize; 4]) -> [usize; 4] {
    [channels * height * width, height * width, width, 1]
}
