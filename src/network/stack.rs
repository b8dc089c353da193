//! The layers of a network at work, whatever their tensors are.

use crate::kernels::Activation;
use crate::layers::{At, Layer, PlannedLayer, Run};
use crate::ops::Ops;
use std::ops::Range;

/// The layers of a network, and where the tensors of each lie among all of them.
#[derive(Debug)]
pub(crate) struct Stack {
    layers: Vec<PlannedLayer>,
    /// Where each layer's tensors begin, and where the last one's end.
    starts: Vec<usize>,
}

impl Stack {
    pub fn new(layers: &[PlannedLayer]) -> Self {
        let mut starts = vec![0];
        for layer in layers {
            starts.push(starts[starts.len() - 1] + layer.tensors().len());
        }
        Self {
            layers: layers.to_vec(),
            starts,
        }
    }

    /// Layers in all.
    pub fn len(&self) -> usize {
        self.layers.len()
    }

    /// Tensors of all layers.
    pub fn tensor_count(&self) -> usize {
        self.starts[self.layers.len()]
    }

    /// Layers up to the first that has tensors.
    pub fn first_with_tensors(&self) -> usize {
        let first = self.starts.iter().position(|start| *start > 0);
        first.unwrap_or(0)
    }

    /// Whether a pass in training draws random numbers.
    pub fn has_dropout(&self) -> bool {
        self.layers.iter().any(|layer| layer.spec.is_random())
    }

    /// What the first `count` layers make of `x`; `tensors` are those of all layers. An activation is left
    /// to the layer before it, if that can apply it. `running` hears where the statistics of a layer
    /// begin among the tensors, and what they become.
    pub fn forward<T: Ops>(
        &self,
        tensors: &[T],
        x: T,
        count: usize,
        run: &mut Run<'_, T>,
        mut running: impl FnMut(usize, [T; 2]),
    ) -> T {
        let mut x = x;
        let mut index = 0;
        while index < count {
            let layer = &self.layers[index];
            let next = self.layers[..count].get(index + 1);
            let behind = next.filter(|_| layer.spec.has_epilogue());
            let epilogue = behind.and_then(|next| next.spec.as_epilogue());
            let at = At {
                layer,
                tensors: &tensors[self.tensors_of(index)],
                epilogue: epilogue.unwrap_or(Activation::Identity),
            };
            x = layer.spec.forward(x, &at, run);
            if let Some(statistics) = run.running.take() {
                running(self.starts[index + 1] - statistics.len(), statistics);
            }
            index += 1 + usize::from(epilogue.is_some());
        }
        x
    }

    /// The output and its gradient by the input, written out as a network of its own: burn's
    /// autodiff is of first order, and so can differentiate this gradient by the weights.
    pub fn with_input_gradient<T: Ops>(
        &self,
        tensors: &[T],
        input: T,
        run: &mut Run<'_, T>,
        ones_like: impl FnOnce(&T) -> T,
    ) -> (T, T) {
        let at = |index: usize| At {
            layer: &self.layers[index],
            tensors: &tensors[self.tensors_of(index)],
            epilogue: Activation::Identity,
        };
        let mut inputs = Vec::with_capacity(self.layers.len());
        let mut output = input;
        for (index, layer) in self.layers.iter().enumerate() {
            inputs.push(output.clone());
            output = layer.spec.forward(output, &at(index), run);
        }
        let mut gradient = ones_like(&output);
        for (index, x) in inputs.into_iter().enumerate().rev() {
            gradient = self.layers[index].spec.vjp(x, gradient, &at(index));
        }
        (output, gradient)
    }

    fn tensors_of(&self, index: usize) -> Range<usize> {
        self.starts[index]..self.starts[index + 1]
    }
}
