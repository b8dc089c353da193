//! Sub-pixel convolution's rearrangement (Shi et al. 2016).

use super::form::form;
use super::checks::{image};
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// `factor`² channels of a pixel become `factor` × `factor` pixels of one channel, as PyTorch's
/// `PixelShuffle`.
#[derive(Debug, Clone, PartialEq)]
pub struct PixelShuffle {
    /// New pixels a pixel, along each axis.
    pub factor: usize,
}

form!(PixelShuffle { factor });

impl Layer for PixelShuffle {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let [channels, height, width] = image(input)?;
        let factor = self.factor;
        if !(1..=16).contains(&factor) {
            return Err(sentence!("a factor of {factor} is not 1 to 16", factor));
        }
        let group = factor * factor;
        if channels % group != 0 {
            return Err(sentence!(
                "its channels are no multiple of {group}, the square of the factor",
                group
            ));
        }
        let output = Shape::Image([channels / group, height * factor, width * factor]);
        Ok(output)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        self.shuffle(x, at.layer.input.dims(), at.layer.output.dims())
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        self.unshuffle(gradient, at.layer.input.dims(), at.layer.output.dims())
    }
}

impl PixelShuffle {
    /// [planes · r, r, h, w] → [planes · r, h, w · r] → [planes, h · r, w · r].
    pub(super) fn shuffle<T: Ops>(
        &self,
        x: T,
        [_, height, width]: [usize; 3],
        [channels, tall, wide]: [usize; 3],
    ) -> T {
        let (r, batch) = (self.factor, x.dims()[0]);
        let planes = batch * channels;
        let across = x
            .reshape([planes * r, r, height, width])
            .permute([0, 2, 3, 1]);
        let down = across
            .reshape([planes, r, height, wide])
            .permute([0, 2, 1, 3]);
        down.reshape([batch, channels, tall, wide])
    }

    /// The same two steps back: the first dimensions are those that come out.
    pub(super) fn unshuffle<T: Ops>(
        &self,
        x: T,
        [inputs, height, width]: [usize; 3],
        [channels, _, wide]: [usize; 3],
    ) -> T {
        let (r, batch) = (self.factor, x.dims()[0]);
        let planes = batch * channels;
        let down = x.reshape([planes, height, r, wide]).permute([0, 2, 1, 3]);
        let across = down
            .reshape([planes * r, height, width, r])
            .permute([0, 3, 1, 2]);
        across.reshape([batch, inputs, height, width])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // torch.nn.PixelShuffle(2)(torch.arange(32.).reshape(1, 8, 2, 2))
        let order = [
            0, 4, 1, 5, 8, 12, 9, 13, 2, 6, 3, 7, 10, 14, 11, 15, 16, 20, 17, 21, 24, 28, 25, 29,
            18, 22, 19, 23, 26, 30, 27, 31,
        ];
        let mut x_gradient = [0.0; 32];
        for (place, &from) in order.iter().enumerate() {
            x_gradient[from] = (place + 1) as f32;
        }
        Reference {
            layer: PixelShuffle { factor: 2 }.into(),
            input: [8, 2, 2],
            tensors: &[],
            x: &std::array::from_fn::<f32, 32, _>(|place| place as f32),
            y: &order.map(|from| from as f32),
            x_gradient: &x_gradient,
            tensor_gradients: &[],
        }
        .check();
    }
}
