//! The layers of a network at work, whatever their tensors are.

use crate::layers::{Around, Layer, PlannedLayer, Run, sequence};
use crate::ops::Ops;

/// The layers of a network.
#[derive(Debug)]
pub(crate) struct Stack {
    layers: Vec<PlannedLayer>,
}

impl Stack {
    pub fn new(layers: &[PlannedLayer]) -> Self {
        Self {
            layers: layers.to_vec(),
        }
    }

    /// Layers in all.
    pub fn len(&self) -> usize {
        self.layers.len()
    }

    /// Tensors of all layers.
    pub fn tensor_count(&self) -> usize {
        self.layers.iter().map(|layer| layer.tensor_count).sum()
    }

    /// Layers up to the first that has tensors.
    pub fn first_with_tensors(&self) -> usize {
        let first = self.layers.iter().position(|layer| layer.tensor_count > 0);
        first.map_or(0, |index| index + 1)
    }

    /// Whether a pass in training depends on those before it.
    pub fn is_by_pass(&self) -> bool {
        let mut all = self.layers.iter().flat_map(PlannedLayer::all);
        all.any(|layer| layer.spec.is_by_pass())
    }

    /// What the first `count` layers make of `x`; `tensors` are those of all layers.
    pub fn forward<T: Ops>(
        &self,
        tensors: &[T],
        x: T,
        labels: Option<&T>,
        count: usize,
        run: &mut Run<'_, T>,
    ) -> T {
        sequence::forward(
            &self.layers[..count],
            tensors,
            x,
            Around::labels(labels),
            run,
        )
    }

    /// The output and its gradient by the input, written out as a network of its own: burn's
    /// autodiff is of first order, and so can differentiate this gradient by the weights.
    pub fn with_input_gradient<T: Ops>(
        &self,
        tensors: &[T],
        input: T,
        labels: Option<&T>,
        ones_like: impl FnOnce(&T) -> T,
    ) -> (T, T) {
        let around = Around::labels(labels);
        let trace = sequence::trace(&self.layers, tensors, input, around);
        let output = trace.output.clone();
        let ones = ones_like(&output);
        let gradient = sequence::vjp(&self.layers, tensors, trace, ones, around);
        (output, gradient)
    }
}
