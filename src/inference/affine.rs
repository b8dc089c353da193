//! The layers with weights: linear, convolution, transposed convolution.

use crate::kernels::cpu::convolution::{self, ConvShape};
use crate::kernels::cpu::elementwise::epilogue;
use crate::kernels::{Activation, Geometry};
use crate::sentence::{Sentence, sentence};
use crate::spec::{LayerSpec, PlannedLayer};

/// Most numbers of working memory of a layer (256 MiB): more than any that is larger than its
/// window needs.
const MOST_MEMORY: u64 = 1 << 26;

/// A layer that multiplies by a weight and adds a bias.
pub(super) struct Affine {
    weight: Vec<f32>,
    bias: Option<Vec<f32>>,
    /// Of one sample.
    sizes: ConvShape,
    /// Whether it goes from the small side to the big one.
    is_up: bool,
    /// Pixels of an image that comes out.
    pixels: usize,
}

/// Why a layer cannot be run, if it cannot: it follows "Layer 3 of the generator (conv)".
pub(super) fn refusal(layer: &PlannedLayer) -> Option<Sentence> {
    let memory = sizes(layer)?.working_memory();
    (memory > MOST_MEMORY).then(|| {
        sentence!(
            "would take {memory} numbers of working memory; the most is {most}",
            memory,
            most = MOST_MEMORY
        )
    })
}

/// The sizes for one sample; `None` for a layer that is not affine.
fn sizes(layer: &PlannedLayer) -> Option<ConvShape> {
    let [inputs, rows, columns] = layer.input.dims();
    let outputs = layer.output.channels();
    let (geometry, [small, big]) = match (&layer.spec, layer.windows) {
        (LayerSpec::Linear { .. }, _) => (Geometry::LINEAR, [inputs, outputs]),
        (LayerSpec::ConvTranspose { .. }, Some(windows)) => (
            Geometry::conv_transpose([rows, columns], windows),
            [inputs, outputs],
        ),
        (LayerSpec::Conv { .. }, Some(windows)) => {
            (Geometry::conv([rows, columns], windows), [outputs, inputs])
        }
        _ => return None,
    };
    Some(ConvShape::new(1, [big, small], geometry))
}

impl Affine {
    /// That of a layer; `None` for one that is not affine.
    pub fn new(
        layer: &PlannedLayer,
        tensor: &mut dyn FnMut(&str) -> Option<Vec<f32>>,
    ) -> Option<Self> {
        let [_, height, width] = layer.output.dims();
        Some(Self {
            sizes: sizes(layer)?,
            weight: tensor("weight")?,
            bias: tensor("bias"),
            is_up: !matches!(layer.spec, LayerSpec::Conv { .. }),
            pixels: height * width,
        })
    }

    pub fn run(&self, y: &mut [f32], x: &[f32], batch: usize, activation: Activation) {
        let sizes = ConvShape {
            batch,
            ..self.sizes
        };
        let epilogue = |image: &mut [f32]| {
            epilogue(image, self.bias.as_deref(), self.pixels, activation);
        };
        if self.is_up {
            convolution::conv_transpose(y, x, &self.weight, sizes, &epilogue);
        } else {
            convolution::conv(y, x, &self.weight, sizes, &epilogue);
        }
    }
}
