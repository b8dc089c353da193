//! Another order of features, worked into the weights before.

use super::draft::Draft;
use super::found::Found;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use std::rc::Rc;

impl Draft {
    /// Permutes the features: feature `i` becomes what was feature `order[i]`. This permutes the weights of
    /// the layers before, back to the last linear layer.
    pub fn reorder(&mut self, order: &[usize]) -> Found<()> {
        if order.iter().enumerate().all(|(new, old)| new == *old) {
            return Ok(());
        }
        let last_mixing = self.mixing_before()?;
        for (mut part, parameters) in self.take_from(last_mixing) {
            for weight in &mut Rc::make_mut(&mut part).weights {
                self.budget.steps(&[weight.array.values.len()])?;
                let axis = weight.array.dims.len() - 1;
                weight.array = weight.array.selected(axis, order);
            }
            self.add(part, parameters);
        }
        Ok(())
    }

    /// The last linear layer, behind which every feature stays for itself.
    fn mixing_before(&self) -> Found<usize> {
        for (index, part) in self.parts.iter().enumerate().rev() {
            match part.layer {
                LayerSpec::Linear(_) => return Ok(index),
                LayerSpec::BatchNorm(_)
                | LayerSpec::LayerNorm(_)
                | LayerSpec::Prelu(_)
                | LayerSpec::Relu(layers::Relu {})
                | LayerSpec::LeakyRelu(_)
                | LayerSpec::Elu(layers::Elu {})
                | LayerSpec::Selu(layers::Selu {})
                | LayerSpec::Silu(layers::Silu {})
                | LayerSpec::Gelu(layers::Gelu {})
                | LayerSpec::Softplus(layers::Softplus {})
                | LayerSpec::Tanh(layers::Tanh {})
                | LayerSpec::Sigmoid(layers::Sigmoid {})
                | LayerSpec::Dropout(_) => {}
                _ => {
                    return Err(sentence!(
                        "the order of features cannot be changed before a layer of kind {kind}",
                        kind = part.layer.kind()
                    ));
                }
            }
        }
        Err(sentence!(
            "the latent itself becomes an image in an order that Ganvas does not support"
        ))
    }
}
