//! One update of the tensors of a network.

use crate::kernels::{self, AdamStep};
use crate::recipe::{Algorithm, OptimiserSpec};
use burn::tensor::Tensor;

impl Algorithm {
    /// Numbers that it remembers of each weight.
    pub(in crate::training) fn slots(self) -> usize {
        match self {
            Self::Adam { .. } | Self::Adamw { .. } => 2,
            Self::Rmsprop { .. } => 1,
            Self::Sgd { momentum, .. } => usize::from(momentum != 0.0),
        }
    }
}

impl OptimiserSpec {
    /// The learning rate at an update, counted from 0.
    pub(super) fn rate_at(self, update: u64) -> f64 {
        self.rate / (1.0 + self.decay * update as f64)
    }
}

/// An update's numbers, the same for every tensor of a network.
#[derive(Clone, Copy)]
pub(super) struct Update {
    pub algorithm: Algorithm,
    /// Learning rate of this update.
    pub rate: f64,
    /// The update, counted from 1.
    pub number: u64,
}

impl Update {
    /// The new weights of a network. `slots` is what the optimiser remembers of each: empty at first.
    pub fn apply(
        self,
        weights: Vec<Tensor<1>>,
        gradients: Vec<Tensor<1>>,
        slots: &mut Vec<Vec<Tensor<1>>>,
    ) -> Vec<Tensor<1>> {
        match self.algorithm {
            Algorithm::Adam {
                beta1,
                beta2,
                epsilon,
                epsilon_hat,
            } => {
                let root = libm::sqrt(self.unbiased(beta2));
                let epsilon = if epsilon_hat { epsilon / root } else { epsilon };
                self.adam(weights, gradients, slots, [beta1, beta2, epsilon], 1.0)
            }
            Algorithm::Adamw {
                beta1,
                beta2,
                epsilon,
                weight_decay,
            } => {
                let keep = 1.0 - self.rate * weight_decay;
                self.adam(weights, gradients, slots, [beta1, beta2, epsilon], keep)
            }
            Algorithm::Rmsprop {
                keep,
                epsilon,
                epsilon_inside,
                start,
            } => each(weights, gradients, slots, |weight, gradient, slots| {
                let square = gradient.clone().square() * (1.0 - keep);
                let square = match slots.pop() {
                    Some(old) => old * keep + square,
                    None => square + keep * start,
                };
                slots.push(square.clone());
                let root = if epsilon_inside {
                    (square + epsilon).sqrt()
                } else {
                    square.sqrt() + epsilon
                };
                weight - gradient * self.rate / root
            }),
            Algorithm::Sgd { momentum, nesterov } => {
                each(weights, gradients, slots, |weight, gradient, slots| {
                    if momentum == 0.0 {
                        return weight - gradient * self.rate;
                    }
                    let velocity = match slots.pop() {
                        Some(old) => old * momentum + gradient.clone(),
                        None => gradient.clone(),
                    };
                    slots.push(velocity.clone());
                    let step = if nesterov {
                        gradient + velocity * momentum
                    } else {
                        velocity
                    };
                    weight - step * self.rate
                })
            }
        }
    }

    /// Adam's update: `keep` · weight − rate · mean / (root of the mean of squares + epsilon), both
    /// means corrected for their start at 0.
    fn adam(
        self,
        weights: Vec<Tensor<1>>,
        gradients: Vec<Tensor<1>>,
        slots: &mut Vec<Vec<Tensor<1>>>,
        [beta1, beta2, epsilon]: [f64; 3],
        keep: f64,
    ) -> Vec<Tensor<1>> {
        let means = slots
            .drain(..)
            .zip(&gradients)
            .map(|(mut slots, gradient)| match (slots.pop(), slots.pop()) {
                (Some(square), Some(mean)) => (mean, square),
                _ => {
                    let zeros = gradient.zeros_like();
                    (zeros.clone(), zeros)
                }
            });
        let (means, squares) = means.unzip();
        let step = AdamStep {
            beta1: beta1 as f32,
            one_minus_beta1: (1.0 - beta1) as f32,
            beta2: beta2 as f32,
            one_minus_beta2: (1.0 - beta2) as f32,
            decay_factor: keep as f32,
            step_size: (self.rate / self.unbiased(beta1)) as f32,
            inverse_sqrt_correction2: (1.0 / libm::sqrt(self.unbiased(beta2))) as f32,
            epsilon: epsilon as f32,
        };
        let (weights, [means, squares]) = kernels::adam(weights, gradients, [means, squares], step);
        slots.extend(
            means
                .into_iter()
                .zip(squares)
                .map(|pair| vec![pair.0, pair.1]),
        );
        weights
    }

    fn unbiased(self, beta: f64) -> f64 {
        1.0 - libm::pow(beta, self.number as f64)
    }
}

/// What `update` makes of each weight by itself.
fn each(
    weights: Vec<Tensor<1>>,
    gradients: Vec<Tensor<1>>,
    slots: &mut [Vec<Tensor<1>>],
    update: impl Fn(Tensor<1>, Tensor<1>, &mut Vec<Tensor<1>>) -> Tensor<1>,
) -> Vec<Tensor<1>> {
    let all = weights.into_iter().zip(gradients).zip(slots);
    all.map(|((weight, gradient), slots)| update(weight, gradient, slots))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::Device;

    /// Runs an algorithm on one weight that starts at 1, with the gradients 0.5 and −0.25.
    fn weights(algorithm: Algorithm) -> [f32; 2] {
        let scalar = |value: f32| Tensor::<1>::from_data([value], &Device::flex());
        let (mut weight, mut slots) = (scalar(1.0), vec![Vec::new()]);
        [0.5, -0.25].map(|gradient| {
            let number = if gradient > 0.0 { 1 } else { 2 };
            let update = Update {
                algorithm,
                rate: 0.1,
                number,
            };
            let gradients = vec![scalar(gradient)];
            let mut weights = update.apply(vec![weight.clone()], gradients, &mut slots);
            weight = weights.remove(0);
            weight.clone().into_scalar::<f32>()
        })
    }

    #[test]
    fn the_updates_are_their_formulas() {
        let epsilon = 1e-3;
        let (beta1, beta2) = (0.5, 0.9);
        // Adam by hand: means 0.25 and 0, squares 0.025 and 0.02875.
        let adam_1 = 1.0 - 0.1 * 0.5 / (0.5 + epsilon);
        let adamw_1 = 0.99 - 0.1 * 0.5 / (0.5 + epsilon);
        let hat_1 = 1.0 - 0.1 * 0.1_f64.sqrt() / 0.5 * 0.25 / (0.025_f64.sqrt() + epsilon);
        let root = |square: f64| square.sqrt();
        let keras_1 = 1.0 - 0.1 * 0.5 / (root(0.025) + epsilon);
        let keras_2 = keras_1 + 0.1 * 0.25 / (root(0.02875) + epsilon);
        let tensorflow_1 = 1.0 - 0.1 * 0.5 / root(0.9 + 0.025 + epsilon);
        let tensorflow_2 = tensorflow_1 + 0.1 * 0.25 / root(0.9 * 0.925 + 0.00625 + epsilon);
        for (algorithm, expected) in [
            (
                Algorithm::Adam {
                    beta1,
                    beta2,
                    epsilon,
                    epsilon_hat: false,
                },
                [adam_1, adam_1],
            ),
            (
                Algorithm::Adam {
                    beta1,
                    beta2,
                    epsilon,
                    epsilon_hat: true,
                },
                [hat_1, hat_1],
            ),
            (
                Algorithm::Adamw {
                    beta1,
                    beta2,
                    epsilon,
                    weight_decay: 0.1,
                },
                [adamw_1, adamw_1 * 0.99],
            ),
            (
                Algorithm::Rmsprop {
                    keep: 0.9,
                    epsilon,
                    epsilon_inside: false,
                    start: 0.0,
                },
                [keras_1, keras_2],
            ),
            (
                Algorithm::Rmsprop {
                    keep: 0.9,
                    epsilon,
                    epsilon_inside: true,
                    start: 1.0,
                },
                [tensorflow_1, tensorflow_2],
            ),
            (
                Algorithm::Sgd {
                    momentum: 0.0,
                    nesterov: false,
                },
                [0.95, 0.975],
            ),
            (
                Algorithm::Sgd {
                    momentum: 0.9,
                    nesterov: false,
                },
                [0.95, 0.95 - 0.1 * (0.45 - 0.25)],
            ),
            (
                Algorithm::Sgd {
                    momentum: 0.9,
                    nesterov: true,
                },
                [0.905, 0.905 - 0.1 * (-0.25 + 0.9 * 0.2)],
            ),
        ] {
            for (weight, expected) in weights(algorithm).into_iter().zip(expected) {
                let difference = (f64::from(weight) - expected).abs();
                assert!(difference < 1e-6, "{algorithm:?}: {weight} {expected}");
            }
        }
    }

    #[test]
    fn decay_is_that_of_keras() {
        let spec = OptimiserSpec {
            algorithm: Algorithm::Sgd {
                momentum: 0.0,
                nesterov: false,
            },
            rate: 0.1,
            decay: 0.5,
            clip_gradient: None,
        };
        assert_eq!(
            [0, 1, 2].map(|update| spec.rate_at(update)),
            [0.1, 0.1 / 1.5, 0.05]
        );
    }
}
