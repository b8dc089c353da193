//! Space to depth: the way back of a sub-pixel convolution's rearrangement.

use super::form::form;
use super::checks::{image};
use super::{At, Layer, PixelShuffle, Run};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// `factor` × `factor` pixels of a channel become `factor`² channels of a pixel, as PyTorch's
/// `PixelUnshuffle`.
#[derive(Debug, Clone, PartialEq)]
pub struct PixelUnshuffle {
    /// Pixels that become one, along each axis.
    pub factor: usize,
}

form!(PixelUnshuffle { factor });

impl PixelUnshuffle {
    fn mirrored(&self) -> PixelShuffle {
        PixelShuffle {
            factor: self.factor,
        }
    }
}

impl Layer for PixelUnshuffle {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let [channels, height, width] = image(input)?;
        let factor = self.factor;
        if !(1..=16).contains(&factor) {
            return Err(sentence!("a factor of {factor} is not 1 to 16", factor));
        }
        if height % factor != 0 || width % factor != 0 {
            return Err(sentence!(
                "a factor of {factor} does not divide the image's sides",
                factor
            ));
        }
        let channels = channels.saturating_mul(factor * factor);
        Ok(Shape::Image([channels, height / factor, width / factor]))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        self.mirrored().unshuffle(x, at.layer.output.dims(), at.layer.input.dims())
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        self.mirrored().shuffle(gradient, at.layer.output.dims(), at.layer.input.dims())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // torch.nn.PixelUnshuffle(2)(torch.arange(8.).reshape(1, 1, 2, 4))
        Reference {
            layer: PixelUnshuffle { factor: 2 }.into(),
            input: [1, 2, 4],
            tensors: &[],
            x: &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0],
            y: &[0.0, 2.0, 1.0, 3.0, 4.0, 6.0, 5.0, 7.0],
            x_gradient: &[1.0, 3.0, 2.0, 4.0, 5.0, 7.0, 6.0, 8.0],
            tensor_gradients: &[],
        }
        .check();
    }
}
