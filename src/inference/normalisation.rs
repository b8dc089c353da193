//! Batch, layer and instance normalisation.

use crate::kernels::cpu::batch_norm::{BatchNormTensors, ImageShape, normalise};
use crate::kernels::cpu::elementwise::{affine, squared_deviations, sum};
use crate::kernels::{Activation, BatchNormOptions};
use crate::spec::PlannedLayer;

/// Numbers per channel.
struct Line {
    scale: Vec<f32>,
    shift: Vec<f32>,
}

impl Line {
    fn new(tensor: &mut dyn FnMut(&str) -> Option<Vec<f32>>) -> Self {
        let [scale, shift] = ["scale", "shift"].map(|role| tensor(role).unwrap_or_default());
        Self { scale, shift }
    }
}

/// Batch normalisation by the running statistics, where it could not be folded.
pub(super) struct BatchNorm {
    line: Line,
    mean: Vec<f32>,
    variance: Vec<f32>,
    epsilon: f32,
    /// Of one sample.
    sizes: ImageShape,
}

impl BatchNorm {
    pub fn new(
        layer: &PlannedLayer,
        epsilon: f64,
        tensor: &mut dyn FnMut(&str) -> Option<Vec<f32>>,
    ) -> Self {
        let [channels, rows, columns] = layer.input.dims();
        let line = Line::new(tensor);
        let [mean, variance] = ["mean", "variance"].map(|role| tensor(role).unwrap_or_default());
        Self {
            line,
            mean,
            variance,
            epsilon: epsilon as f32,
            sizes: ImageShape {
                batch: 1,
                channels,
                pixels: rows * columns,
            },
        }
    }

    pub fn run(&self, y: &mut [f32], x: &[f32], batch: usize, activation: Activation) {
        let numbers = BatchNormTensors {
            scale: &self.line.scale,
            shift: &self.line.shift,
            mean: &self.mean,
            variance: &self.variance,
        };
        let how = BatchNormOptions {
            groups: 1,
            epsilon: self.epsilon,
            activation,
        };
        let sizes = ImageShape {
            batch,
            ..self.sizes
        };
        normalise(y, x, sizes, numbers, how);
    }
}

/// Normalisation of each sample by itself: over channels and pixels (layer) or pixels (instance).
pub(super) struct SampleNorm {
    line: Line,
    epsilon: f64,
    channels: usize,
    /// Pixels of a channel.
    pixels: usize,
    /// Channels that are normalised together.
    together: usize,
}

impl SampleNorm {
    pub fn new(
        layer: &PlannedLayer,
        epsilon: f64,
        over_channels: bool,
        tensor: &mut dyn FnMut(&str) -> Option<Vec<f32>>,
    ) -> Self {
        let [channels, rows, columns] = layer.input.dims();
        Self {
            line: Line::new(tensor),
            epsilon,
            channels,
            pixels: rows * columns,
            together: if over_channels { channels } else { 1 },
        }
    }

    pub fn run(&self, y: &mut [f32], x: &[f32]) {
        let length = self.together * self.pixels;
        let groups = y.chunks_exact_mut(length).zip(x.chunks_exact(length));
        for (group, (y, x)) in groups.enumerate() {
            let mean = (sum(x) / length as f64) as f32;
            let deviation =
                (squared_deviations(x, mean) / length as f64 + self.epsilon).sqrt() as f32;
            let planes = y
                .chunks_exact_mut(self.pixels)
                .zip(x.chunks_exact(self.pixels));
            for (plane, (y, x)) in planes.enumerate() {
                let channel = (group * self.together + plane) % self.channels;
                let scale = self.line.scale[channel] / deviation;
                affine(y, x, [mean, scale, self.line.shift[channel]]);
            }
        }
    }
}
