//! From an image to a vector.

use super::reshape::reshaped;
use super::form::form;
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};

/// An image becomes a vector, channel by channel, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Flatten {}

form!(Flatten {});

impl Layer for Flatten {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        Ok(Shape::Flat(input.size()))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        reshaped(x, at.layer.output)
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        reshaped(gradient, at.layer.input)
    }
}
