//! An optimiser as data.

use crate::sentence::{sentence, term};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// An optimiser and its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptimiserSpec {
    /// How the weights follow the gradient.
    pub algorithm: Algorithm,
    /// Learning rate.
    pub rate: f64,
    /// Keras's `decay`: at update t, counted from 0, the rate is `rate / (1 + decay · t)`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub decay: f64,
    /// What the gradient is cut to first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clip_gradient: Option<GradientClip>,
}

/// How weights follow their gradient.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Algorithm {
    /// Adam (Kingma and Ba 2014).
    Adam {
        /// What the mean of the gradients keeps of itself an update.
        beta1: f64,
        /// What the mean of their squares keeps.
        beta2: f64,
        /// Added to the root of the mean of squares.
        epsilon: f64,
        /// Whether epsilon is added before that root is corrected for its start at 0 (the paper's
        /// ε̂ in section 2, as in TensorFlow and Keras), or after (algorithm 1, as in PyTorch).
        #[serde(default, skip_serializing_if = "super::is_false")]
        epsilon_hat: bool,
    },
    /// Adam with decoupled weight decay (Loshchilov and Hutter 2017), as in PyTorch.
    Adamw {
        /// As Adam's.
        beta1: f64,
        /// As Adam's.
        beta2: f64,
        /// As Adam's; added after the correction.
        epsilon: f64,
        /// What a weight loses of itself an update, times the rate.
        weight_decay: f64,
    },
    /// RMSprop (Hinton 2012, lecture 6e), without centring.
    Rmsprop {
        /// What the mean of squares keeps of itself an update: TensorFlow's `decay`, Keras's
        /// `rho`, PyTorch's `alpha`.
        keep: f64,
        /// Added to the mean of squares, or to its root.
        epsilon: f64,
        /// Whether epsilon is added before the root is taken (TensorFlow 1) or after (Keras, PyTorch).
        #[serde(default, skip_serializing_if = "super::is_false")]
        epsilon_inside: bool,
        /// What the mean of squares starts at: 1 in TensorFlow 1, else 0.
        #[serde(default, skip_serializing_if = "is_zero")]
        start: f64,
    },
    /// Gradient descent, as in PyTorch: `v = momentum · v + g`, `w = w − rate · v`.
    Sgd {
        /// What the velocity keeps of itself an update; 0 for none.
        #[serde(default, skip_serializing_if = "is_zero")]
        momentum: f64,
        /// Whether it looks ahead (Nesterov): the step is `g + momentum · v`.
        #[serde(default, skip_serializing_if = "super::is_false")]
        nesterov: bool,
    },
}

/// What a gradient is cut to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GradientClip {
    /// Each number to ± this (Keras's `clipvalue`).
    Value(f64),
    /// The gradient of the whole network to this Euclidean norm (PyTorch's `clip_grad_norm_`).
    Norm(f64),
}

impl Algorithm {
    /// Its name in JSON.
    fn name(self) -> &'static str {
        match self {
            Self::Adam { .. } => "adam",
            Self::Adamw { .. } => "adamw",
            Self::Rmsprop { .. } => "rmsprop",
            Self::Sgd { .. } => "sgd",
        }
    }
}

impl OptimiserSpec {
    /// Checks the numbers; `network` is for the error.
    pub(crate) fn check(self, network: &str) -> Result<()> {
        let zero_to_one = |value: f64| (0.0..=1.0).contains(&value);
        let below_one = |value: f64| (0.0..1.0).contains(&value);
        let positive = |value: f64| value.is_finite() && value > 0.0;
        let mut checks = vec![
            ("rate", self.rate, zero_to_one(self.rate), "0 to 1"),
            ("decay", self.decay, zero_to_one(self.decay), "0 to 1"),
        ];
        let beta = |name, value| (name, value, below_one(value), "0 up to, but without, 1");
        let epsilon = |value: f64| {
            let is_valid = (f64::MIN_POSITIVE..=1.0).contains(&value);
            ("epsilon", value, is_valid, "above 0 up to 1")
        };
        match self.algorithm {
            Algorithm::Adam {
                beta1,
                beta2,
                epsilon: small,
                ..
            } => checks.extend([beta("beta1", beta1), beta("beta2", beta2), epsilon(small)]),
            Algorithm::Adamw {
                beta1,
                beta2,
                epsilon: small,
                weight_decay: loss,
            } => checks.extend([
                beta("beta1", beta1),
                beta("beta2", beta2),
                epsilon(small),
                ("weight_decay", loss, zero_to_one(loss), "0 to 1"),
            ]),
            Algorithm::Rmsprop {
                keep,
                epsilon: small,
                start,
                ..
            } => checks.extend([
                beta("keep", keep),
                epsilon(small),
                ("start", start, zero_to_one(start), "0 to 1"),
            ]),
            Algorithm::Sgd { momentum, .. } => checks.push(beta("momentum", momentum)),
        }
        match self.clip_gradient {
            Some(GradientClip::Value(limit) | GradientClip::Norm(limit)) => {
                checks.push(("clip_gradient", limit, positive(limit), "above 0"));
            }
            None => {}
        }
        match checks.into_iter().find(|(_, _, is_valid, _)| !is_valid) {
            None => Ok(()),
            Some((name, value, _, range)) => {
                let error = Error::recipe(sentence!(
                    "The {network}'s optimiser has the {name} {value}; it must be {range}.",
                    network = term(network),
                    name = term(name),
                    value,
                    range = term(range)
                ))
                .in_field(name);
                Err(match name {
                    "rate" | "decay" | "clip_gradient" => error,
                    _ => error.in_field(self.algorithm.name()).in_field("algorithm"),
                })
            }
        }
    }
}

fn is_zero(value: &f64) -> bool {
    *value == 0.0
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_numbers_are_named() {
        let mut spec = OptimiserSpec {
            algorithm: Algorithm::Sgd {
                momentum: 0.0,
                nesterov: false,
            },
            rate: 0.1,
            decay: 0.5,
            clip_gradient: None,
        };
        spec.check("generator").unwrap();
        spec.clip_gradient = Some(GradientClip::Norm(0.0));
        let error = spec.check("generator").unwrap_err().to_string();
        assert!(
            error.contains("generator") && error.contains("clip_gradient 0"),
            "{error}"
        );
        spec.algorithm = Algorithm::Rmsprop {
            keep: 1.0,
            epsilon: 1e-8,
            epsilon_inside: false,
            start: 0.0,
        };
        assert!(
            spec.check("generator")
                .unwrap_err()
                .to_string()
                .contains("keep 1")
        );
    }
}
