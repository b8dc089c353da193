//! Smoothing before pixels are left out (Zhang 2019).

use super::form::form;
use super::affine::windows;
use super::checks::{image};
use super::{At, Layer, Run};
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Padding, Scale, Shape, Window};

/// Every `stride`th pixel of each channel after a binomial filter of `size` pixels: 4 is 1 3 3 1, 3 is
/// 1 2 1. Beyond the edges there are zeros, as in StyleGAN2.
#[derive(Debug, Clone, PartialEq)]
pub struct BlurPool {
    /// Pixels along each axis that a new one is the weighted mean of.
    pub size: usize,
    /// Pixels along each axis that become one.
    pub stride: usize,
}

form!(BlurPool { size = 4, stride = 2 });

impl BlurPool {
    /// The filter, a channel at a time, and where it falls.
    fn planned<T: Ops>(&self, x: &T, at: &At<'_, T>) -> (T, Geometry) {
        let mut taps = vec![1.0_f32];
        while taps.len() < self.size {
            let shifted = [0.0].into_iter().chain(taps.clone());
            taps = taps.iter().chain(&[0.0]).zip(shifted).map(|(a, b)| a + b).collect();
        }
        let whole: f32 = taps.iter().sum();
        let products = taps.iter().flat_map(|a| taps.iter().map(move |b| a * b));
        let values = products.map(|product| product / (whole * whole)).collect();
        let filter = x.beside(values, [1, 1, self.size, self.size]);
        let windows = at.layer.windows.expect("a planned blur has windows");
        let [_, height, width] = at.layer.input.dims();
        let geometry = Geometry {
            large: [height, width],
            small: windows.map(|window| window.output),
            kernel: windows.map(|window| window.kernel),
            stride: windows.map(|window| window.stride),
            padding: windows.map(|window| window.before),
            groups: 1,
        };
        (filter, geometry)
    }
}

impl Layer for BlurPool {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let [channels, _, _] = image(input)?;
        let windows = self.windows(input, scale)?;
        let [height, width] = windows.map_or([1, 1], |windows| windows.map(|window| window.output));
        Ok(Shape::Image([channels, height, width]))
    }

    fn windows(&self, input: Shape, _: &Scale) -> Result<Option<[Window; 2]>, Sentence> {
        let Self { size, stride } = *self;
        if !(1..=16).contains(&size) {
            return Err(sentence!("a size of {size} is not 1 to 16", size));
        }
        if !(1..=16).contains(&stride) {
            return Err(sentence!("a stride of {stride} is not 1 to 16", stride));
        }
        windows(input, |axis, pixels| {
            Window::convolution(pixels, size, stride, Padding::SAME, axis)
        })
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let (filter, geometry) = self.planned(&x, at);
        let [batch, channels, height, width] = x.dims();
        let [rows, columns] = geometry.small;
        x.reshape([batch * channels, 1, height, width])
            .conv(&filter, None, geometry, Activation::Identity)
            .reshape([batch, channels, rows, columns])
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        let (filter, geometry) = self.planned(&x, at);
        let ([batch, channels, rows, columns], dims) = (gradient.dims(), x.dims());
        gradient
            .reshape([batch * channels, 1, rows, columns])
            .conv_transpose(&filter, None, geometry, Activation::Identity)
            .reshape(dims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // F.conv2d(x, torch.outer(f, f)[None, None], stride=2, padding=1), f = [1, 3, 3, 1] / 8
        Reference {
            layer: BlurPool { size: 4, stride: 2 }.into(),
            input: [1, 2, 4],
            tensors: &[],
            x: &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0],
            y: &BLUR_Y,
            x_gradient: &BLUR_X,
            tensor_gradients: &[],
        }
        .check();
    }

    const BLUR_Y: [f32; 2] = [2.4375, 3.46875];
    const BLUR_X: [f32; 8] = [0.140625, 0.234375, 0.328125, 0.28125, 0.140625, 0.234375, 0.328125, 0.28125];
}
