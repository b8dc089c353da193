//! The layers with weights: linear, convolution, transposed convolution.

use crate::kernels::cpu::convolution::{self, Sizes};
use crate::kernels::cpu::elementwise::finish;
use crate::kernels::{Activation, Geometry};
use crate::spec::{LayerSpec, PlannedLayer};

/// Most numbers of working memory of a layer (256 MiB): more than any that is larger than its
/// window needs.
const MOST_MEMORY: u64 = 1 << 26;

/// A layer that multiplies by a weight and adds a bias.
pub(super) struct Affine {
    weight: Vec<f32>,
    bias: Option<Vec<f32>>,
    /// Of one sample.
    sizes: Sizes,
    /// Whether it goes from the small side to the big one.
    is_up: bool,
    /// Pixels of an image that comes out.
    pixels: usize,
}

impl Affine {
    pub fn new(
        layer: &PlannedLayer,
        tensor: &mut dyn FnMut(&str) -> Option<Vec<f32>>,
    ) -> Result<Self, String> {
        let [inputs, rows, columns] = layer.input.dims();
        let [outputs, height, width] = layer.output.dims();
        let is_up = !matches!(layer.spec, LayerSpec::Conv { .. });
        let geometry = match layer.windows {
            None => Geometry::LINEAR,
            Some(windows) if is_up => Geometry::up([rows, columns], windows),
            Some(windows) => Geometry::down([rows, columns], windows),
        };
        let [small, big] = if is_up {
            [inputs, outputs]
        } else {
            [outputs, inputs]
        };
        let sizes = Sizes {
            batch: 1,
            big,
            small,
            geometry,
        };
        let memory = sizes.working_memory();
        if memory > MOST_MEMORY {
            return Err(format!(
                "would take {memory} numbers of working memory; the most is {MOST_MEMORY}"
            ));
        }
        Ok(Self {
            weight: tensor("weight").unwrap_or_default(),
            bias: tensor("bias"),
            sizes,
            is_up,
            pixels: height * width,
        })
    }

    pub fn run(&self, y: &mut [f32], x: &[f32], batch: usize, activation: Activation) {
        let sizes = Sizes {
            batch,
            ..self.sizes
        };
        let finish = |image: &mut [f32]| {
            finish(image, self.bias.as_deref(), self.pixels, activation);
        };
        if self.is_up {
            y.fill(0.0);
            convolution::up(y, x, &self.weight, sizes, finish);
        } else {
            convolution::down(y, x, &self.weight, sizes, finish);
        }
    }
}
