//! Enlarging by a whole factor.

use super::form::form;
use super::checks::{image};
use super::{At, Layer, Run};
use crate::ops::{Ops, UpsampleMode};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// Makes an image larger by a whole factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Upsample {
    /// New pixels a pixel, along each axis.
    pub factor: usize,
    /// How the new pixels come about.
    pub mode: UpsampleMode,
}

form!(Upsample { factor, mode = UpsampleMode::default() });

impl Layer for Upsample {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let [channels, height, width] = image(input)?;
        let factor = self.factor;
        if !(1..=16).contains(&factor) {
            return Err(sentence!("a factor of {factor} is not 1 to 16", factor));
        }
        let output = Shape::Image([channels, height * factor, width * factor]);
        Ok(output)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let [_, height, width] = at.layer.output.dims();
        x.interpolate(self.mode, [height, width])
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        let [_, height, width] = at.layer.input.dims();
        gradient.interpolate_vjp(self.mode, [height, width])
    }
}
