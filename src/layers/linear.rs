//! A linear layer: y = x·W + b.

use super::layer::{at, vector};
use super::serde_defaults::{is_default, is_yes, yes};
use super::{Affine, At, Layer, LayerSpec, Run, PlannedLayer, TensorSpec};
use crate::kernels::Geometry;
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Initialiser, Scale, Shape, Size};
use serde::{Deserialize, Serialize};

/// Features in, `out` features out: `y = x·W + b`, with W `[in, out]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Linear {
    /// Features that come out.
    pub out: Size,
    /// Whether it adds a bias (initially 0).
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub bias: bool,
    /// Initial weights.
    #[serde(default, skip_serializing_if = "is_default")]
    pub init: Initialiser,
}

impl Layer for Linear {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        vector(input)?;
        let out = at(self.out, scale)?;
        self.init.check()?;
        Ok(Shape::Flat(out))
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        affine(at).tensors(self.init, self.bias, 2)
    }

    fn affine(&self, at: &PlannedLayer) -> Option<Affine> {
        Some(affine(at))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        affine(at.layer).forward(x, at)
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        affine(at.layer).vjp(gradient, at)
    }

    fn has_epilogue(&self) -> bool {
        true
    }

    fn with_bias(&self) -> Option<LayerSpec> {
        Some(
            Self {
                bias: true,
                ..self.clone()
            }
            .into(),
        )
    }
}

fn affine(at: &PlannedLayer) -> Affine {
    Affine {
        geometry: Geometry::LINEAR,
        channels: [at.output.channels(), at.input.channels()],
        is_down: false,
    }
}
