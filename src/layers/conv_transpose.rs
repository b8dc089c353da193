//! A transposed convolution: the input gradient of the convolution with the same window.

use super::affine::{self, check_window, windows};
use super::layer::{at, image};
use super::serde_defaults::{is_default, is_one, is_yes, one, yes};
use super::{Affine, At, Layer, LayerSpec, Run, PlannedLayer, TensorSpec};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Initialiser, Padding, Scale, Shape, Size, Window};
use serde::{Deserialize, Serialize};

/// A transposed convolution, with its weight `[in, out, height, width]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConvTranspose {
    /// Channels that come out.
    pub out: Size,
    /// Height and width of the kernel.
    pub kernel: usize,
    /// Step of the kernel.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub stride: usize,
    /// What the mirrored convolution pads, and so this one cuts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub padding: Padding,
    /// Height and width that come out, where several would fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<[Size; 2]>,
    /// Whether it adds a bias (initially 0).
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub bias: bool,
    /// Initial weights.
    #[serde(default, skip_serializing_if = "is_default")]
    pub init: Initialiser,
}

impl Layer for ConvTranspose {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let windows = self.windows(input, scale)?;
        Ok(affine::shape(at(self.out, scale)?, windows))
    }

    fn windows(&self, input: Shape, scale: &Scale) -> Result<Option<[Window; 2]>, Sentence> {
        image(input)?;
        self.init.check()?;
        check_window(self.kernel, self.stride, self.padding)?;
        windows(input, |axis, pixels| {
            let output = self
                .output
                .map(|sides| at(sides[axis], scale))
                .transpose()?;
            Window::transposed(pixels, self.kernel, self.stride, self.padding, output, axis)
        })
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        planned(at).tensors(self.init, self.bias, 4)
    }

    fn affine(&self, at: &PlannedLayer) -> Option<Affine> {
        Some(planned(at))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        planned(at.layer).forward(x, at)
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        planned(at.layer).vjp(gradient, at)
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

fn planned(at: &PlannedLayer) -> Affine {
    Affine::convolution(at, false).expect("a planned convolution has windows")
}
