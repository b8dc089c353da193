//! Noise between layers, from which a style-based generator takes what is due to chance.

use super::form::form;
use super::{At, Layer, PlannedLayer, Run, TensorSpec};
use crate::ops::Ops;

/// In training each pixel gets the same normal number in all channels, times a strength that is learnt,
/// from 0 on (Karras et al. 2019). Images are drawn without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Noise {}

form!(Noise {});

impl Layer for Noise {
    fn tensors(&self, _: &PlannedLayer) -> Vec<TensorSpec> {
        vec![TensorSpec::constant("strength", vec![1], 0.0)]
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let Some(random) = &mut run.random else {
            return x;
        };
        let [batch, _, height, width] = x.dims();
        let numbers = (0..batch * height * width).map(|_| random.normal());
        let noise = x.beside(numbers.collect(), [batch, 1, height, width]);
        x.add(noise.constant().mul(at.tensors[0].clone()))
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, _: &At<'_, T>) -> T {
        gradient
    }

    fn is_by_pass(&self) -> bool {
        true
    }
}
