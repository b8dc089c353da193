//! How large the weights and gradients of both networks are, tensor by tensor.

use super::optimiser::Optimiser;
use crate::network::Network;
use burn::tensor::Tensor;
use serde::Serialize;

/// Root mean squares of one tensor that learns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TensorSize {
    /// Its place and role, as `layers.3.weight`.
    pub name: String,
    /// Of its numbers, after the step.
    pub weight: f32,
    /// Of the gradient at the step's last update, before it is cut; none where the network stood still.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gradient: Option<f32>,
}

/// Those of both networks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TensorSizes {
    /// Of the generator, in the order of its layers.
    pub generator: Vec<TensorSize>,
    /// Of the discriminator.
    pub discriminator: Vec<TensorSize>,
}

/// The sums of squares that they come from, still on the device.
pub(super) struct Squares {
    /// Of the generator and of the discriminator.
    tensors: [Vec<Summed>; 2],
}

struct Summed {
    name: String,
    count: usize,
    weight: Tensor<1>,
    gradient: Option<Tensor<1>>,
}

impl Squares {
    /// Of the generator and of the discriminator: of the weights as they are, and of the gradients that
    /// their optimisers have measured.
    pub fn taken(players: [(&Network, &mut Optimiser); 2]) -> Self {
        Self {
            tensors: players.map(|(network, optimiser)| summed(network, optimiser)),
        }
    }

    /// All that has to be read, in the order in which [`Squares::read`] takes it.
    pub fn to_read(&self) -> impl Iterator<Item = Tensor<1>> {
        let all = self.tensors.iter().flatten();
        all.flat_map(|one| [Some(one.weight.clone()), one.gradient.clone()])
            .flatten()
    }

    pub fn read(self, mut next: impl FnMut() -> f32) -> TensorSizes {
        let [generator, discriminator] = self.tensors.map(|tensors| {
            let sizes = tensors.into_iter().map(|one| {
                let mut size = || (next() / one.count as f32).sqrt();
                TensorSize {
                    weight: size(),
                    gradient: one.gradient.map(|_| size()),
                    name: one.name,
                }
            });
            sizes.collect()
        });
        TensorSizes {
            generator,
            discriminator,
        }
    }
}

fn summed(network: &Network, optimiser: &mut Optimiser) -> Vec<Summed> {
    let mut gradients = optimiser.take_squares();
    let (weights, _) = network.squares();
    let all = network.trainable().into_iter().zip(weights);
    all.map(|((name, id, count), weight)| Summed {
        name,
        count,
        weight: weight.without_autodiff(),
        gradient: gradients.remove(&id),
    })
    .collect()
}
