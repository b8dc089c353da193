//! From an image to a vector.

use super::reshape::reshaped;
use super::no_fields::{NoFields, no_fields};
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};
use serde::{Deserialize, Serialize};

/// An image becomes a vector, channel by channel, row by row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "NoFields")]
pub struct Flatten {}

no_fields!(Flatten);

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
