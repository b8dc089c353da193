//! Rearrangements of pixels that are convolutions with fixed numbers, each channel for itself.

use super::array::Array;
use super::draft::{Draft, made, padding};
use super::found::Found;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::{Padding, PerAxis, Shape, Size};

impl Draft {
    /// The mean under a kernel that moves over an image, with zeros around.
    pub fn average_pool(
        &mut self,
        kernel: [usize; 2],
        stride: [usize; 2],
        around: [usize; 4],
    ) -> Found<()> {
        let [_, height, width] = self.shape().dims();
        let [down, across] = kernel;
        let is_plain = down == across && stride == kernel && around == [0; 4];
        if is_plain && down > 0 && height.is_multiple_of(down) && width.is_multiple_of(across) {
            return self.plain(LayerSpec::AvgPool(layers::AvgPool { kernel: Some(down) }));
        }
        if down * across == 0 {
            return Err(sentence!("its kernel is {down}×{across}", down, across));
        }
        let plane = vec![1.0 / (down * across) as f32; down * across];
        self.depthwise(&[plane], kernel, stride, around)
    }

    /// The largest pixel under a kernel that moves over an image, with nothing around.
    pub fn max_pool(
        &mut self,
        kernel: [usize; 2],
        stride: [usize; 2],
        padding: Padding,
    ) -> Found<()> {
        let [kernel, stride] = [kernel, stride].map(PerAxis);
        self.plain(LayerSpec::MaxPool(layers::MaxPool {
            kernel,
            stride: (stride != kernel).then_some(stride),
            padding,
        }))
    }

    /// The pixels from a first one on, so many by a step, along rows and columns.
    pub fn crop(&mut self, rows: [usize; 3], columns: [usize; 3]) -> Found<()> {
        let [_, height, width] = self.shape().dims();
        let kernel = [(rows, height), (columns, width)]
            .map(|([_, count, step], side)| side.saturating_sub((count - 1) * step));
        let mut plane = vec![0.0; kernel[0] * kernel[1]];
        let place = rows[0] * kernel[1] + columns[0];
        let picked = plane.get_mut(place);
        *picked.ok_or_else(|| sentence!("it takes pixels that are not there"))? = 1.0;
        self.depthwise(&[plane], kernel, [rows[2], columns[2]], [0; 4])
    }

    /// `factor` × `factor` pixels of a channel become channels, as PyTorch's `PixelUnshuffle`.
    pub fn unshuffle(&mut self, factor: usize) -> Found<()> {
        let block = factor * factor;
        let plane = |place: usize| {
            let mut plane = vec![0.0; block];
            plane[place] = 1.0;
            plane
        };
        let planes: Vec<Vec<f32>> = (0..block).map(plane).collect();
        self.depthwise(&planes, [factor; 2], [factor; 2], [0; 4])
    }

    /// Group normalisation without scale and shift: an instance norm over the channels of each group.
    pub fn group_norm(&mut self, groups: usize, epsilon: f64) -> Found<()> {
        let shape = self.shape();
        let Shape::Image(dims) = shape else {
            return Err(sentence!("it works on something other than an image"));
        };
        if groups == 0 || !dims[0].is_multiple_of(groups) {
            return Err(sentence!(
                "{groups} groups do not divide {channels} channels",
                groups,
                channels = dims[0]
            ));
        }
        let layer = layers::InstanceNorm { epsilon };
        let ones = made("scale", Array::full(groups, 1.0));
        let zeros = made("shift", Array::full(groups, 0.0));
        self.reshape([groups, 1, shape.size() / groups])?;
        self.push("", layer.into(), vec![ones, zeros])?;
        self.reshape(dims)
    }

    fn reshape(&mut self, dims: [usize; 3]) -> Found<()> {
        if self.shape() == Shape::Image(dims) {
            return Ok(());
        }
        self.plain(LayerSpec::Flatten(layers::Flatten {}))?;
        let to = dims.map(Size::fixed);
        self.plain(LayerSpec::Reshape(layers::Reshape { to }))
    }

    /// A convolution of each channel by itself, with each of `planes`.
    fn depthwise(
        &mut self,
        planes: &[Vec<f32>],
        kernel: [usize; 2],
        stride: [usize; 2],
        around: [usize; 4],
    ) -> Found<()> {
        let Shape::Image([channels, _, _]) = self.shape() else {
            return Err(sentence!("it works on something other than an image"));
        };
        let numbers: usize = planes.iter().map(Vec::len).sum();
        self.budget.made(channels.saturating_mul(numbers), 0)?;
        let layer = layers::Conv {
            stride: PerAxis(stride),
            groups: Size::fixed(channels),
            padding: padding(around),
            bias: false,
            ..layers::Conv::new(Size::fixed(channels * planes.len()), PerAxis(kernel))
        };
        let values = (0..channels).flat_map(|_| planes.concat()).collect();
        let dims = vec![channels * planes.len(), 1, kernel[0], kernel[1]];
        self.push(
            "",
            layer.into(),
            vec![made("weight", Array { dims, values })],
        )
    }
}
