//! Optimisers: how weights follow their gradient.

use crate::network::{Network, flatten};
use crate::{Error, Result};
use burn::module::{Module, ModuleMapper, Param, ParamId};
use burn::tensor::{Gradients, Tensor};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// An optimiser and its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "algorithm", rename_all = "kebab-case", deny_unknown_fields)]
pub enum OptimiserSpec {
    /// Adam (Kingma and Ba 2014, algorithm 1).
    Adam {
        /// Learning rate.
        rate: f64,
        /// What the mean of the gradients keeps of itself a step.
        beta1: f64,
        /// What the mean of their squares keeps.
        beta2: f64,
        /// Added to the root of the corrected mean of squares.
        epsilon: f64,
    },
}

impl OptimiserSpec {
    /// Checks the numbers; `name` is the network's, for the error.
    pub(crate) fn check(self, name: &str) -> Result<()> {
        let Self::Adam {
            rate,
            beta1,
            beta2,
            epsilon,
        } = self;
        let decay = 0.0..1.0;
        if (0.0..=1.0).contains(&rate)
            && decay.contains(&beta1)
            && decay.contains(&beta2)
            && (f64::MIN_POSITIVE..=1.0).contains(&epsilon)
        {
            return Ok(());
        }
        Err(Error::Recipe(format!(
            "The {name}'s optimiser has rate {rate}, beta1 {beta1}, beta2 {beta2}, epsilon {epsilon}; \
             the rate must be 0 to 1, the betas 0 up to, but without, 1, epsilon above 0 up to 1."
        )))
    }

    /// The same optimiser with another learning rate.
    pub fn with_rate(self, rate: f64) -> Self {
        match self {
            Self::Adam {
                beta1,
                beta2,
                epsilon,
                ..
            } => Self::Adam {
                rate,
                beta1,
                beta2,
                epsilon,
            },
        }
    }
}

/// An optimiser at work on one network.
pub(super) struct Optimiser {
    pub spec: OptimiserSpec,
    updates: u32,
    moments: HashMap<ParamId, [Tensor<1>; 2]>,
}

impl Optimiser {
    pub fn new(spec: OptimiserSpec) -> Self {
        Self {
            spec,
            updates: 0,
            moments: HashMap::new(),
        }
    }

    /// Moves the network's weights along `gradients`.
    pub fn update(&mut self, network: Network, gradients: Gradients) -> Network {
        self.updates += 1;
        let OptimiserSpec::Adam {
            rate,
            beta1,
            beta2,
            epsilon,
        } = self.spec;
        let unbiased = |beta: f64| 1.0 - libm::pow(beta, f64::from(self.updates));
        network.map(&mut AdamUpdate {
            gradients,
            moments: &mut self.moments,
            beta1,
            beta2,
            epsilon,
            rate: rate / unbiased(beta1),
            root: 1.0 / libm::sqrt(unbiased(beta2)),
        })
    }
}

struct AdamUpdate<'a> {
    gradients: Gradients,
    moments: &'a mut HashMap<ParamId, [Tensor<1>; 2]>,
    beta1: f64,
    beta2: f64,
    epsilon: f64,
    /// Learning rate, corrected for the first moment's start at 0.
    rate: f64,
    /// Correction of the second moment's root.
    root: f64,
}

impl ModuleMapper for AdamUpdate<'_> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let (id, weight, mapper) = param.consume();
        let Some(gradient) = weight.grad_remove(&mut self.gradients) else {
            return Param::from_mapped_value(id, weight, mapper);
        };
        let dims = weight.dims();
        let gradient = flatten(gradient);
        let (keep1, keep2) = (self.beta1, self.beta2);
        let mean = gradient.clone() * (1.0 - keep1);
        let square = gradient.square() * (1.0 - keep2);
        let [mean, square] = match self.moments.remove(&id) {
            Some([old_mean, old_square]) => [old_mean * keep1 + mean, old_square * keep2 + square],
            None => [mean, square],
        };
        let step = mean.clone() * self.rate / (square.clone().sqrt() * self.root + self.epsilon);
        self.moments.insert(id, [mean, square]);
        let weight = flatten(weight.inner()) - step;
        let weight = Tensor::from_inner(weight.reshape(dims)).require_grad();
        Param::from_mapped_value(id, weight, mapper)
    }
}
