//! How often the discriminator is right.

use crate::recipe::Objective;
use serde::Serialize;

/// The discriminator's accuracy, 0 to 1. That of the pair, which counts the generated images that
/// pass for real, is `1 − fake`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Accuracy {
    /// Share of real images that are judged real.
    pub real: f32,
    /// Share of generated images that are judged generated.
    pub fake: f32,
}

impl Accuracy {
    /// From the logits of real and, behind them, of as many generated images.
    pub(super) fn of(objective: Objective, logits: &[f32]) -> Option<Self> {
        let boundary = objective.boundary()?;
        let (real, fake) = logits.split_at(logits.len() / 2);
        let taken_for_real = |logits: &[f32]| {
            let count = logits.iter().filter(|logit| **logit > boundary).count();
            count as f32 / logits.len() as f32
        };
        Some(Self {
            real: taken_for_real(real),
            fake: 1.0 - taken_for_real(fake),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_counted_on_their_side_of_the_boundary() {
        let logits = [2.0, 0.2, -1.0, 0.7, 0.0, -3.0, 0.4, 0.6];
        for (objective, real, fake) in [
            (Objective::NonSaturating, 0.75, 0.5),
            (Objective::Minimax, 0.75, 0.5),
            (Objective::Hinge, 0.75, 0.5),
            (Objective::LeastSquares, 0.5, 0.75),
        ] {
            let found = Accuracy::of(objective, &logits);
            assert_eq!(found, Some(Accuracy { real, fake }), "{objective:?}");
        }
        for critic in [
            Objective::Wasserstein {
                clip: 0.01,
                clip_before_update: false,
            },
            Objective::WassersteinGradientPenalty { weight: 10.0 },
        ] {
            assert_eq!(Accuracy::of(critic, &logits), None);
        }
    }
}
