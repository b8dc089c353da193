//! Average pooling.

use super::form::form;
use super::checks::{image};
use super::{At, Layer, Run};
use crate::ops::{Ops, UpsampleMode};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// The mean of each `kernel` × `kernel` pixels, as PyTorch's `AvgPool2d`; of all pixels of a channel
/// where there is no kernel (global average pooling), which leaves a vector.
#[derive(Debug, Clone, PartialEq)]
pub struct AvgPool {
    /// Pixels along each axis that become one.
    pub kernel: Option<usize>,
}

form!(AvgPool { kernel = None });

impl Layer for AvgPool {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let [channels, height, width] = image(input)?;
        let Some(kernel) = self.kernel else {
            return Ok(Shape::Flat(channels));
        };
        if kernel == 0 || height % kernel != 0 || width % kernel != 0 {
            return Err(sentence!(
                "a kernel of {kernel} does not divide the image's sides",
                kernel
            ));
        }
        Ok(Shape::Image([channels, height / kernel, width / kernel]))
    }

    /// Sums, as the gradient of repeated pixels has them.
    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let [[_, rows, columns], [_, height, width]] =
            [at.layer.output, at.layer.input].map(Shape::dims);
        let pixels = (height * width / (rows * columns)) as f64;
        x.interpolate_vjp(UpsampleMode::Nearest, [rows, columns])
            .mul_scalar(1.0 / pixels)
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        let [[_, rows, columns], [_, height, width]] =
            [at.layer.output, at.layer.input].map(Shape::dims);
        let pixels = (height * width / (rows * columns)) as f64;
        gradient
            .interpolate(UpsampleMode::Nearest, [height, width])
            .mul_scalar(1.0 / pixels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        let x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
        // torch.nn.AvgPool2d(2)
        Reference {
            layer: AvgPool { kernel: Some(2) }.into(),
            input: [1, 2, 4],
            tensors: &[],
            x: &x,
            y: &[3.5, 5.5],
            x_gradient: &[0.25, 0.25, 0.5, 0.5, 0.25, 0.25, 0.5, 0.5],
            tensor_gradients: &[],
        }
        .check();
        // torch.nn.AdaptiveAvgPool2d(1)
        Reference {
            layer: AvgPool { kernel: None }.into(),
            input: [2, 2, 2],
            tensors: &[],
            x: &x,
            y: &[2.5, 6.5],
            x_gradient: &[0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5],
            tensor_gradients: &[],
        }
        .check();
    }
}
