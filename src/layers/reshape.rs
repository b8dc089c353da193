//! From a vector to an image.

use super::form::form;
use super::checks::{at};
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape, Size};

/// A vector becomes an image, channel by channel, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Reshape {
    /// Channels, height, width.
    pub to: [Size; 3],
}

form!(Reshape { to });

impl Layer for Reshape {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let [channels, height, width] = self.to;
        let [channels, height, width] =
            [at(channels, scale)?, at(height, scale)?, at(width, scale)?];
        let wanted = channels as u128 * height as u128 * width as u128;
        if wanted != input.size() as u128 {
            return Err(sentence!(
                "{channels}×{height}×{width} would need {wanted} numbers, not {input}",
                channels,
                height,
                width,
                wanted,
                input = input.size()
            ));
        }
        Ok(Shape::Image([channels, height, width]))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        reshaped(x, at.layer.output)
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        reshaped(gradient, at.layer.input)
    }
}

/// The same numbers in samples of another shape.
pub(super) fn reshaped<T: Ops>(x: T, shape: Shape) -> T {
    let [channels, height, width] = shape.dims();
    let batch = x.dims()[0];
    x.reshape([batch, channels, height, width])
}
