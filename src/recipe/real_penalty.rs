//! R1 and R2: what the discriminator pays for its gradient at real and at generated images.

use crate::sentence::sentence;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// Most steps from one penalty to the next.
const MOST_STEPS: u64 = 1000;

/// The discriminator's loss gets ½ `gamma` · ‖∇C(x)‖² at the real images (R1) or at the generated ones
/// (R2; Mescheder et al. 2018, equations 9 and 10), which holds it back from telling them apart by less
/// and less.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealPenalty {
    /// Weight γ.
    pub gamma: f64,
    /// Computed every so many steps, and then as many times as heavy: lazy regularisation
    /// (Karras et al. 2020, appendix B).
    #[serde(default = "always")]
    pub every: u64,
}

fn always() -> u64 {
    1
}

impl RealPenalty {
    pub(crate) fn check(self) -> Result<()> {
        let Self { gamma, every } = self;
        if gamma.is_finite() && gamma >= 0.0 && (1..=MOST_STEPS).contains(&every) {
            return Ok(());
        }
        Err(Error::recipe(sentence!(
            "A penalty on the discriminator's gradient has weight {gamma}, once every {every} steps; the weight must be 0 or more, the interval 1 to {most}.",
            gamma,
            every,
            most = MOST_STEPS
        )))
    }

    /// What the penalty counts at a step, counted from 0; nothing at a step without it.
    pub fn weight(self, step: u64) -> Option<f64> {
        let weight = self.gamma * self.every as f64;
        step.is_multiple_of(self.every).then_some(weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lazy_penalty_weighs_as_much_in_the_end() {
        let lazy = RealPenalty {
            gamma: 0.5,
            every: 16,
        };
        let weights = (0..64).filter_map(|step| lazy.weight(step));
        assert_eq!(weights.collect::<Vec<_>>(), [8.0; 4]);
        assert!(lazy.check().is_ok());
        for (gamma, every) in [(f64::NAN, 1), (-1.0, 1), (1.0, 0)] {
            assert!(RealPenalty { gamma, every }.check().is_err());
        }
    }
}
