//! Instance normalisation.

use super::form::form;
use super::checks::{image, positive_epsilon};
use super::tensor_spec::{scale_and_shift};
use super::{At, Layer, Run, PlannedLayer, TensorSpec, sample_norm};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};

/// Instance normalisation (Ulyanov et al. 2016): per sample and channel, over pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct InstanceNorm {
    /// Added to the variance.
    pub epsilon: f64,
}

form!(InstanceNorm { epsilon = 1e-5 });

impl Layer for InstanceNorm {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        image(input)?;
        positive_epsilon(self.epsilon)?;
        Ok(input)
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        scale_and_shift(at)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let rows = x.dims()[0] * x.dims()[1];
        sample_norm::forward(x, rows, self.epsilon, at)
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        let rows = x.dims()[0] * x.dims()[1];
        sample_norm::vjp(x, gradient, rows, self.epsilon, at)
    }
}
