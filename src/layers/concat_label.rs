//! Labels of conditional networks.

use super::form::form;
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// Appends the one-hot label to the features, or as constant channels to the image.
#[derive(Debug, Clone, PartialEq)]
pub struct ConcatLabel {}

form!(ConcatLabel {});

impl Layer for ConcatLabel {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let classes = scale
            .classes
            .ok_or_else(|| sentence!("the recipe says no number of classes"))?;
        let output = match input {
            Shape::Flat(features) => Shape::Flat(features + classes),
            Shape::Image([channels, height, width]) => {
                Shape::Image([channels + classes, height, width])
            }
        };
        Ok(output)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let labels = at
            .around
            .labels
            .expect("a conditional network is run with labels");
        let [batch, _, height, width] = x.dims();
        let [_, classes, _, _] = labels.dims();
        let planes = labels.clone().expand([batch, classes, height, width]);
        T::cat(vec![x, planes])
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        gradient.narrow(0, at.layer.input.channels())
    }
}
