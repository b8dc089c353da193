//! A convolution (cross-correlation, as everywhere in the field).

use super::form::form;
use super::affine::{self, check_groups, check_window, spread, windows};
use super::checks::{at, image};
use super::{Affine, At, Layer, LayerSpec, Parametrisation, PlannedLayer, Run, TensorSpec};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Initialiser, Padding, PerAxis, Scale, Shape, Size, Window};

/// A convolution, with its weight `[out, in, height, width]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Conv {
    /// Channels that come out.
    pub out: Size,
    /// Height and width of the kernel.
    pub kernel: PerAxis,
    /// Step of the kernel.
    pub stride: PerAxis,
    /// Pixels from one of the kernel's places to the next.
    pub dilation: PerAxis,
    /// Equal parts of the channels, each of which only sees its own; as many as channels is a depthwise
    /// convolution.
    pub groups: Size,
    /// Zeros around the image.
    pub padding: Padding,
    /// Whether it adds a bias (initially 0).
    pub bias: bool,
    /// Initial weights.
    pub init: Initialiser,
    /// How the weight follows from what is learnt.
    pub parametrisation: Parametrisation,
}

form!(Conv {
    out,
    kernel,
    stride = PerAxis::ONE,
    dilation = PerAxis::ONE,
    groups = Size::fixed(1),
    padding = Padding::SAME,
    bias = true,
    init = Initialiser::default(),
    parametrisation = Parametrisation::None,
});

impl Conv {
    /// With a kernel of this size and nothing else out of the ordinary.
    pub fn new(out: Size, kernel: impl Into<PerAxis>) -> Self {
        Self {
            out,
            kernel: kernel.into(),
            stride: PerAxis::ONE,
            dilation: PerAxis::ONE,
            groups: Size::fixed(1),
            padding: Padding::SAME,
            bias: true,
            init: Initialiser::default(),
            parametrisation: Parametrisation::None,
        }
    }

    fn planned(&self, at: &PlannedLayer) -> Affine {
        let groups = self.groups.at(&at.scale).unwrap_or(1);
        let affine = Affine::convolution(at, true, groups).expect("a planned convolution has windows");
        Affine {
            dilation: self.dilation.0,
            bias: self.bias,
            parametrisation: self.parametrisation,
            ..affine
        }
    }
}

impl Layer for Conv {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let windows = self.windows(input, scale)?;
        let out = at(self.out, scale)?;
        check_groups(at(self.groups, scale)?, [input.channels(), out])?;
        Ok(affine::shape(out, windows))
    }

    fn windows(&self, input: Shape, _: &Scale) -> Result<Option<[Window; 2]>, Sentence> {
        image(input)?;
        self.init.check()?;
        check_window([self.kernel, self.stride, self.dilation], self.padding)?;
        let (kernel, stride) = (spread(self.kernel, self.dilation), self.stride.0);
        windows(input, |axis, pixels| {
            Window::convolution(pixels, kernel[axis], stride[axis], self.padding, axis)
        })
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        self.planned(at).tensors(self.init, 4)
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
