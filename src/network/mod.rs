//! One burn module that runs any spec.

mod affine;
mod derivative;
mod labels;
mod layer;
mod normalisation;
mod pass;
mod statistics;
mod upsample;
mod vectors;
mod weights;
mod write;

pub use labels::one_hot;
pub use pass::Pass;
pub use statistics::Statistics;
pub(crate) use vectors::vectors;
pub(crate) use weights::{flatten, read_all};

use crate::kernels::Activation;
use crate::random::{Purpose, Random};
pub use crate::spec::NamedTensor;
use crate::spec::NetworkPlan;
use burn::module::Module;
use burn::tensor::{Device, Tensor};
use layer::Layer;

/// A network built from a plan. Samples travel as `[batch, channels, height, width]`; a vector is
/// an image of one pixel.
#[derive(Module, Debug)]
pub struct Network {
    layers: Vec<Layer>,
}

impl Network {
    /// Builds the network on `device` with weights drawn from `seed`: the same weights on every
    /// device. `purpose` tells the two networks of a GAN apart.
    pub fn new(plan: &NetworkPlan, seed: u64, purpose: Purpose, device: &Device) -> Self {
        let layers = plan
            .layers
            .iter()
            .enumerate()
            .map(|(index, planned)| {
                Layer::new(
                    planned,
                    &mut Random::new(seed, purpose, index as u64),
                    device,
                )
            })
            .collect();
        Self { layers }
    }

    /// A network without layers, for swapping.
    pub(crate) fn empty() -> Self {
        Self { layers: Vec::new() }
    }

    /// Takes over the running statistics of a network with the same spec.
    pub(crate) fn take_statistics(&mut self, other: &Self) {
        for pair in self.layers.iter_mut().zip(&other.layers) {
            if let (Layer::BatchNorm(own), Layer::BatchNorm(other)) = pair {
                own.take_statistics(other);
            }
        }
    }

    /// Runs the network in training: batch statistics, which the running ones follow, and dropout.
    /// `input` is `[batch, channels, height, width]`.
    pub fn forward(&mut self, input: Tensor<4>, pass: &mut Pass<'_>) -> Tensor<4> {
        let mut x = input;
        let mut index = 0;
        while index < self.layers.len() {
            let (activation, next) = self.fused(index);
            x = self.layers[index].forward(x, activation, pass);
            index = next;
        }
        x
    }

    /// The activation that the layer at `index` computes along with itself, and the layer after.
    fn fused(&self, index: usize) -> (Activation, usize) {
        match self.layers[index].takes_along(self.layers.get(index + 1)) {
            Some(activation) => (activation, index + 2),
            None => (Activation::Identity, index + 1),
        }
    }

    /// Whether a pass draws random numbers.
    pub(crate) fn has_dropout(&self) -> bool {
        self.layers.iter().any(Layer::is_dropout)
    }

    /// Runs the network for its output alone: running statistics, no dropout. `labels` is
    /// `[batch, classes, 1, 1]`, one-hot, for a conditional network.
    pub fn infer(&self, input: Tensor<4>, labels: Option<&Tensor<4>>) -> Tensor<4> {
        self.through(input, |layer, x, activation| {
            layer.infer(x, activation, labels)
        })
    }

    /// Runs `layer` on each layer in turn, with the activation that it computes along with itself.
    fn through(
        &self,
        input: Tensor<4>,
        layer: impl Fn(&Layer, Tensor<4>, Activation) -> Tensor<4>,
    ) -> Tensor<4> {
        let mut x = input;
        let mut index = 0;
        while index < self.layers.len() {
            let (activation, next) = self.fused(index);
            x = layer(&self.layers[index], x, activation);
            index = next;
        }
        x
    }

    /// What the first layer with weights makes of the input, before any activation.
    pub(crate) fn infer_first(&self, input: Tensor<4>, labels: Option<&Tensor<4>>) -> Tensor<4> {
        let first = self.layers.iter().position(|layer| !layer.is_plain());
        let layers = self.layers.iter().take(first.map_or(0, |first| first + 1));
        layers.fold(input, |x, layer| {
            layer.infer(x, Activation::Identity, labels)
        })
    }

    /// The output and its gradient by the input, written out as a network of its own: burn's
    /// autodiff is of first order, and so can differentiate this gradient by the weights. `input`
    /// is on an autodiff device. Batch norm and dropout have no place in such a network.
    pub fn with_input_gradient(
        &self,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
    ) -> (Tensor<4>, Tensor<4>) {
        let mut inputs = Vec::with_capacity(self.layers.len());
        let output = self.layers.iter().fold(input, |x, layer| {
            inputs.push(x.clone());
            layer.infer(x, Activation::Identity, labels)
        });
        let layers = self.layers.iter().zip(inputs).rev();
        let gradient = layers.fold(output.ones_like(), |gradient, (layer, x)| {
            layer.pull_back(x, gradient)
        });
        (output, gradient)
    }
}
