//! One layer at work.

use super::affine::Affine;
use super::buffers::Buffers;
use super::curve::Curve;
use super::labels;
use super::normalisation::{BatchNorm, SampleNorm};
use super::resample::Resample;
use crate::kernels::Activation;
use crate::spec::{LayerSpec, PlannedLayer};

/// A layer, with the activation behind it where it computes that along with itself.
pub(super) struct Step {
    /// Numbers of a sample that come in, and go out.
    sizes: [usize; 2],
    work: Work,
    activation: Activation,
}

enum Work {
    Affine(Affine),
    BatchNorm(BatchNorm),
    SampleNorm(SampleNorm),
    Resample(Resample),
    /// Appends the weights of so many classes.
    Labels(usize),
    Curve(Curve),
}

impl Step {
    /// That of a layer, whose tensors `tensor` gives by their roles; `None` for a layer that does
    /// nothing.
    pub fn new(
        layer: &PlannedLayer,
        tensor: &mut dyn FnMut(&str) -> Option<Vec<f32>>,
    ) -> Option<Self> {
        let [channels, rows, columns] = layer.input.dims();
        let work = match &layer.spec {
            LayerSpec::Linear { .. } | LayerSpec::Conv { .. } | LayerSpec::ConvTranspose { .. } => {
                Work::Affine(Affine::new(layer, tensor)?)
            }
            LayerSpec::BatchNorm { epsilon, .. } => {
                Work::BatchNorm(BatchNorm::new(layer, *epsilon, tensor))
            }
            LayerSpec::LayerNorm { epsilon } => {
                Work::SampleNorm(SampleNorm::new(layer, *epsilon, true, tensor))
            }
            LayerSpec::InstanceNorm { epsilon } => {
                Work::SampleNorm(SampleNorm::new(layer, *epsilon, false, tensor))
            }
            LayerSpec::Upsample { mode, .. } | LayerSpec::Resize { mode, .. } => {
                let [_, height, width] = layer.output.dims();
                Work::Resample(Resample::new(*mode, [rows, columns], [height, width]))
            }
            LayerSpec::ConcatLabel => Work::Labels(layer.output.channels() - channels),
            LayerSpec::Reshape { .. } | LayerSpec::Flatten | LayerSpec::Dropout { .. } => {
                return None;
            }
            activation => Work::Curve(Curve::of(activation)?),
        };
        Some(Self {
            sizes: [layer.input.size(), layer.output.size()],
            work,
            activation: Activation::Identity,
        })
    }

    /// Takes the layer behind this one along, if it is an activation that this one can apply.
    pub fn takes_along(&mut self, next: &LayerSpec) -> bool {
        let can = matches!(self.work, Work::Affine(_) | Work::BatchNorm(_));
        match Activation::of(next) {
            Some(activation) if can && self.activation == Activation::Identity => {
                self.activation = activation;
                true
            }
            _ => false,
        }
    }

    /// Whether it has numbers that were learnt.
    pub fn has_weights(&self) -> bool {
        matches!(
            self.work,
            Work::Affine(_) | Work::BatchNorm(_) | Work::SampleNorm(_)
        )
    }

    /// Numbers of a sample that come out.
    pub fn outputs(&self) -> usize {
        self.sizes[1]
    }

    /// Runs on a batch; `classes` holds the weights of all classes for each of its samples.
    pub fn run(&self, buffers: &mut Buffers, batch: usize, classes: &[f32], activated: bool) {
        let [from, to] = self.sizes.map(|size| batch * size);
        let activation = if activated {
            self.activation
        } else {
            Activation::Identity
        };
        match &self.work {
            Work::Curve(curve) => curve.apply(buffers.now(from)),
            Work::Affine(layer) => {
                buffers.change(from, to, |y, x| layer.run(y, x, batch, activation));
            }
            Work::BatchNorm(layer) => {
                buffers.change(from, to, |y, x| layer.run(y, x, batch, activation));
            }
            Work::SampleNorm(layer) => buffers.change(from, to, |y, x| layer.run(y, x)),
            Work::Resample(layer) => buffers.change(from, to, |y, x| layer.run(y, x)),
            Work::Labels(known) => {
                buffers.change(from, to, |y, x| {
                    labels::append(y, x, classes, *known, self.sizes);
                });
            }
        }
    }
}
