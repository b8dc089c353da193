//! The gradients of a network's weights.

use crate::Result;
use crate::network::{NamedTensor, Network, flatten, read_all};
use crate::recipe::GradientClip;
use burn::module::ParamId;
use burn::tensor::{Gradients, Tensor};
use std::collections::HashMap;

/// A gradient for every weight, in the network's order, flat, off the autodiff graph.
#[derive(Clone)]
pub(super) struct GradientSet(Vec<(ParamId, Tensor<1>)>);

impl GradientSet {
    /// Takes the network's own out of all gradients of a loss.
    pub fn new(network: &Network, gradients: &mut Gradients) -> Self {
        let found = network.parameters().filter_map(|own| {
            let gradient = own.val().grad_remove(gradients)?;
            Some((own.id, flatten(gradient)))
        });
        Self(found.collect())
    }

    /// Whose gradients they are.
    pub fn ids(&self) -> impl Iterator<Item = ParamId> {
        self.0.iter().map(|(id, _)| *id)
    }

    /// The sum of squares of each, `[1]`.
    pub fn squares(&self) -> HashMap<ParamId, Tensor<1>> {
        let all = self.0.iter();
        all.map(|(id, gradient)| (*id, gradient.clone().square().sum()))
            .collect()
    }

    pub fn into_tensors(self) -> Vec<Tensor<1>> {
        self.0.into_iter().map(|(_, gradient)| gradient).collect()
    }

    pub fn clipped(mut self, clip: Option<GradientClip>) -> Self {
        match clip {
            None => {}
            Some(GradientClip::Value(limit)) => {
                for (_, gradient) in &mut self.0 {
                    *gradient = gradient.clone().clamp(-limit, limit);
                }
            }
            Some(GradientClip::Norm(limit)) => {
                let gradients = self.0.iter().map(|(_, gradient)| gradient.clone());
                let squares = gradients.map(|gradient| gradient.square().sum());
                let Some(square) = squares.reduce(|sum, square| sum + square) else {
                    return self;
                };
                // PyTorch's clip_grad_norm_, its 1e-6 included.
                let factor = ((square.sqrt() + 1e-6).recip() * limit).clamp_max(1.0);
                for (_, gradient) in &mut self.0 {
                    *gradient = gradient.clone() * factor.clone();
                }
            }
        }
        self
    }

    /// Reads them, named as the network's tensors.
    pub async fn read(&self, network: &Network) -> Result<Vec<NamedTensor>> {
        let (names, flat): (Vec<String>, Vec<Tensor<1>>) = network
            .names()
            .into_iter()
            .filter_map(|(name, id)| {
                let (_, gradient) = self.0.iter().find(|(own, _)| *own == id)?;
                Some((name, gradient.clone()))
            })
            .unzip();
        let values = read_all(flat).await?;
        let named = names.into_iter().zip(values);
        Ok(named
            .map(|(name, values)| NamedTensor {
                name,
                dims: vec![values.len()],
                values,
            })
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::Device;

    fn clipped(clip: GradientClip) -> Vec<f32> {
        let gradient = |values: [f32; 2]| Tensor::<1>::from_data(values, &Device::flex());
        let all = [[3.0, -0.5], [0.0, 4.0]].map(|values| (ParamId::new(), gradient(values)));
        let set = GradientSet(all.to_vec()).clipped(Some(clip));
        let values = set.0.into_iter().flat_map(|(_, gradient)| {
            let values: Vec<f32> = gradient.into_data().try_into_vec().unwrap();
            values
        });
        values.collect()
    }

    #[test]
    fn gradients_are_cut_by_value_or_all_together_by_norm() {
        assert_eq!(clipped(GradientClip::Value(1.0)), [1.0, -0.5, 0.0, 1.0]);
        assert_eq!(clipped(GradientClip::Norm(100.0)), [3.0, -0.5, 0.0, 4.0]);
        let norm = 25.25_f32.sqrt();
        let expected = [3.0, -0.5, 0.0, 4.0].map(|value| value / norm);
        for (found, expected) in clipped(GradientClip::Norm(1.0)).into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6);
        }
    }
}
