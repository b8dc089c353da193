//! Bringing images to a size.

use super::form::form;
use super::checks::{at, image};
use super::{At, Layer, Run};
use crate::ops::{Ops, UpsampleMode};
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape, Size};

/// Brings an image to another size, whole multiple or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Resize {
    /// Height and width that come out.
    pub to: [Size; 2],
    /// How the new pixels come about: nearest takes pixel ⌊i·from/to⌋, as PyTorch does.
    pub mode: UpsampleMode,
}

form!(Resize { to, mode = UpsampleMode::default() });

impl Layer for Resize {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let [channels, _, _] = image(input)?;
        let [height, width] = self.to;
        let output = Shape::Image([channels, at(height, scale)?, at(width, scale)?]);
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
