//! Maximum pooling.

use super::affine::{check_window, windows};
use super::checks::image;
use super::form::form;
use super::{At, Layer, Run};
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Padding, PerAxis, Scale, Shape, Window};

/// What stands where a kernel reaches beyond the image: less than any pixel.
const BEYOND: f32 = -1e30;

/// The largest of the pixels under a kernel, as PyTorch's `MaxPool2d`: beyond the edges there is nothing, not
/// zeros.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxPool {
    /// Height and width of the kernel.
    pub kernel: PerAxis,
    /// Step of the kernel; its own size where there is none.
    pub stride: Option<PerAxis>,
    /// Rows and columns around the image that the kernel may reach into.
    pub padding: Padding,
}

form!(MaxPool { kernel, stride = None, padding = Padding::Even(0) });

/// The largest along one axis. What is the largest of a rectangle is the largest of its rows' largest.
struct Along {
    /// For each of the kernel's pixels a channel that has the pixel under it.
    geometry: Geometry,
    /// The kernel's pixels.
    taps: usize,
    axis: usize,
}

impl Along {
    fn new(axis: usize, [rows, columns]: [usize; 2], window: Window) -> Self {
        let along = |this: usize, otherwise: usize| match axis {
            0 => [this, otherwise],
            _ => [otherwise, this],
        };
        Self {
            geometry: Geometry {
                large: [rows, columns],
                small: match axis {
                    0 => [window.output, columns],
                    _ => [rows, window.output],
                },
                kernel: along(window.kernel, 1),
                stride: along(window.stride, 1),
                padding: along(window.before, 0),
                groups: 1,
            },
            taps: window.kernel,
            axis,
        }
    }

    fn filter<T: Ops>(&self, x: &T) -> T {
        let [rows, columns] = self.geometry.kernel;
        let taps = 0..self.taps * self.taps;
        let ones = taps.map(|place| f32::from(u8::from(place % (self.taps + 1) == 0)));
        x.beside(ones.collect(), [self.taps, 1, rows, columns])
    }

    /// 0 where a pixel of the kernel lies on the image, else [`BEYOND`].
    fn beyond<T: Ops>(&self, x: &T) -> T {
        let axis = self.axis;
        let [large, small] = [self.geometry.large, self.geometry.small].map(|side| side[axis]);
        let (stride, before) = (self.geometry.stride[axis], self.geometry.padding[axis]);
        let places = (0..self.taps).flat_map(|tap| {
            (0..small).map(move |place| {
                let inside = (before..before + large).contains(&(place * stride + tap));
                if inside { 0.0 } else { BEYOND }
            })
        });
        let dims = match axis {
            0 => [1, self.taps, small, 1],
            _ => [1, self.taps, 1, small],
        };
        x.beside(places.collect(), dims)
    }

    /// The largest of the pixels of `x`, `[planes, 1, rows, columns]`, and where each pixel of the kernel but
    /// the first is larger than all before it.
    fn forward<T: Ops>(&self, x: T) -> (T, Vec<T>) {
        let (filter, beyond) = (self.filter(&x), self.beyond(&x));
        let pixels = x.conv(&filter, None, self.geometry, Activation::Identity);
        let pixels = pixels.add(beyond);
        let mut most = pixels.clone().narrow(0, 1);
        let mut larger = Vec::with_capacity(self.taps - 1);
        for tap in 1..self.taps {
            let pixel = pixels.clone().narrow(tap, 1);
            let is_larger = pixel.clone().sub(most.clone()).heaviside();
            most = kept(most, &is_larger).add(pixel.mul(is_larger.clone()));
            larger.push(is_larger);
        }
        (most, larger)
    }

    /// The gradient by what went into [`Along::forward`], from that by the largest.
    fn vjp<T: Ops>(&self, gradient: T, larger: Vec<T>) -> T {
        let filter = self.filter(&gradient);
        let mut gradient = gradient;
        let mut parts = Vec::with_capacity(self.taps);
        for is_larger in larger.into_iter().rev() {
            parts.push(gradient.clone().mul(is_larger.clone()));
            gradient = kept(gradient, &is_larger);
        }
        parts.push(gradient);
        parts.reverse();
        T::cat(parts).conv_transpose(&filter, None, self.geometry, Activation::Identity)
    }
}

/// `x` where `is_larger` is 0, else 0.
fn kept<T: Ops>(x: T, is_larger: &T) -> T {
    x.mul(is_larger.clone().mul_scalar(-1.0).add_scalar(1.0))
}

impl MaxPool {
    fn planned<T>(at: &At<'_, T>) -> [Along; 2] {
        let [down, across] = at.layer.windows.expect("a planned pooling has windows");
        let [_, rows, columns] = at.layer.input.dims();
        [
            Along::new(1, [rows, columns], across),
            Along::new(0, [rows, across.output], down),
        ]
    }
}

/// Each channel as an image of its own.
fn planes<T: Ops>(x: T) -> T {
    let [batch, channels, height, width] = x.dims();
    x.reshape([batch * channels, 1, height, width])
}

impl Layer for MaxPool {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let [channels, _, _] = image(input)?;
        Ok(super::affine::shape(channels, self.windows(input, scale)?))
    }

    fn windows(&self, input: Shape, _: &Scale) -> Result<Option<[Window; 2]>, Sentence> {
        image(input)?;
        let stride = self.stride.unwrap_or(self.kernel);
        check_window([self.kernel, stride, PerAxis::ONE], self.padding)?;
        windows(input, |axis, pixels| {
            let (kernel, stride) = (self.kernel.0[axis], stride.0[axis]);
            let window = Window::convolution(pixels, kernel, stride, self.padding, axis)?;
            let last = (window.output - 1) * stride;
            if window.before >= kernel || last >= window.before + pixels {
                return Err(sentence!(
                    "its kernel of {kernel} lies beyond the image at an edge: let the padding be less",
                    kernel
                ));
            }
            Ok(window)
        })
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let [batch, channels, _, _] = x.dims();
        let along = Self::planned(at).into_iter();
        let most = along.fold(planes(x), |x, along| along.forward(x).0);
        let [_, rows, columns] = at.layer.output.dims();
        most.reshape([batch, channels, rows, columns])
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        let dims = x.dims();
        let [across, down] = Self::planned(at);
        let (most, in_rows) = across.forward(planes(x));
        let (_, in_columns) = down.forward(most);
        let gradient = down.vjp(planes(gradient), in_columns);
        across.vjp(gradient, in_rows).reshape(dims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::PlannedLayer;
    use crate::layers::reference::Reference;

    const X: [f32; 16] = [
        1.0, -2.0, 3.0, 0.5, 4.0, 4.0, -1.0, -1.5, -0.5, 2.0, -3.0, -0.25, -4.0, 0.75, -2.5, -0.125,
    ];

    #[test]
    fn it_is_that_of_pytorch() {
        // F.max_pool2d(x, 2); of two equal pixels the first counts.
        Reference {
            layer: MaxPool {
                kernel: 2.into(),
                stride: None,
                padding: Padding::Even(0),
            }
            .into(),
            input: [2, 2, 4],
            tensors: &[],
            x: &X,
            y: &[4.0, 3.0, 2.0, -0.125],
            x_gradient: &HALVES_X,
            tensor_gradients: &[],
        }
        .check();
        // F.max_pool2d(x, 3, stride=2, padding=1)
        Reference {
            layer: MaxPool {
                kernel: 3.into(),
                stride: Some(2.into()),
                padding: Padding::Even(1),
            }
            .into(),
            input: [1, 4, 4],
            tensors: &[],
            x: &X,
            y: &[4.0; 4],
            x_gradient: &OVERLAPPING_X,
            tensor_gradients: &[],
        }
        .check();
        // F.max_pool2d(-x.abs() - 1, (2, 3), stride=(1, 2), padding=1): the edges are no zeros.
        Reference {
            layer: MaxPool {
                kernel: PerAxis([2, 3]),
                stride: Some(PerAxis([1, 2])),
                padding: Padding::Even(1),
            }
            .into(),
            input: [1, 4, 4],
            tensors: &[],
            x: &X.map(|x| -x.abs() - 1.0),
            y: &NEGATIVE_Y,
            x_gradient: &NEGATIVE_X,
            tensor_gradients: &[],
        }
        .check();
    }

    #[test]
    fn a_kernel_meets_the_image_everywhere() {
        let scale = Scale {
            width: 1,
            image: [1, 4, 4],
            classes: None,
        };
        let refusal = |json: &str| {
            let layer = serde_json::from_str(json).unwrap();
            let planned = PlannedLayer::new(&layer, Shape::Image([1, 4, 4]), &scale);
            planned.err().map(|why| why.to_string())
        };
        let said = refusal(r#"{"layer":"max-pool","kernel":2,"padding":2}"#).unwrap();
        assert!(said.starts_with("its kernel of 2 lies beyond the image"), "{said}");
        let behind = refusal(r#"{"layer":"max-pool","kernel":2,"padding":[0,3,0,0]}"#);
        assert!(behind.is_some());
        assert_eq!(refusal(r#"{"layer":"max-pool","kernel":3,"stride":2,"padding":"same"}"#), None);
        assert_eq!(refusal(r#"{"layer":"max-pool","kernel":4}"#), None);
        assert!(refusal(r#"{"layer":"max-pool","kernel":5}"#).is_some());
        assert!(refusal(r#"{"layer":"max-pool","kernel":0}"#).is_some());
    }

    const HALVES_X: [f32; 16] = [
        0.0, 0.0, 2.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 4.0,
    ];
    const OVERLAPPING_X: [f32; 16] = [
        0.0, 0.0, 0.0, 0.0, 4.0, 6.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
    ];
    const NEGATIVE_Y: [f32; 10] = [-2.0, -1.5, -2.0, -1.5, -1.5, -1.25, -1.5, -1.125, -1.75, -1.125];
    const NEGATIVE_X: [f32; 16] = [
        4.0, 0.0, 0.0, 6.0, 0.0, 0.0, 0.0, 0.0, 12.0, 0.0, 0.0, 6.0, 0.0, 9.0, 0.0, 18.0,
    ];
}
