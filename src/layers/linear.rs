//! A linear layer: y = x·W + b.

use super::form::form;
use super::checks::{at, vector};
use super::{Affine, At, Layer, LayerSpec, Parametrisation, PlannedLayer, Run, TensorSpec};
use crate::kernels::Geometry;
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Initialiser, Scale, Shape, Size};

/// Features in, `out` features out: `y = x·W + b`, with W `[in, out]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Linear {
    /// Features that come out.
    pub out: Size,
    /// Whether it adds a bias (initially 0).
    pub bias: bool,
    /// Initial weights.
    pub init: Initialiser,
    /// How the weight follows from what is learnt.
    pub parametrisation: Parametrisation,
}

form!(Linear {
    out,
    bias = true,
    init = Initialiser::default(),
    parametrisation = Parametrisation::None,
});

impl Linear {
    /// With a bias and nothing out of the ordinary.
    pub fn new(out: Size) -> Self {
        Self {
            out,
            bias: true,
            init: Initialiser::default(),
            parametrisation: Parametrisation::None,
        }
    }

    fn planned(&self, at: &PlannedLayer) -> Affine {
        Affine {
            geometry: Geometry::LINEAR,
            channels: [at.output.channels(), at.input.channels()],
            is_conv: false,
            dilation: [1, 1],
            bias: self.bias,
            parametrisation: self.parametrisation,
        }
    }
}

impl Layer for Linear {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        vector(input)?;
        let out = at(self.out, scale)?;
        self.init.check()?;
        Ok(Shape::Flat(out))
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        self.planned(at).tensors(self.init, 2)
    }

    fn affine(&self, at: &PlannedLayer) -> Option<Affine> {
        Some(self.planned(at))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        self.planned(at.layer).forward(x, at, run)
    }

    fn is_by_pass(&self) -> bool {
        self.parametrisation.is_by_pass()
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        self.planned(at.layer).vjp(gradient, at)
    }

    fn has_epilogue(&self) -> bool {
        true
    }

    fn without_parametrisation(&self) -> Option<LayerSpec> {
        let is_plain = self.parametrisation == Parametrisation::None;
        let plain = Self {
            parametrisation: Parametrisation::None,
            ..self.clone()
        };
        (!is_plain).then_some(plain.into())
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
