//! The two losses of a GAN, as functions of the discriminator's logits.

use crate::kernels::{self, Targets};
use crate::{Error, Result};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// What the two networks minimise. `C` is the discriminator's logit, or a critic's score;
/// `D = sigmoid(C)`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Objective {
    /// D: −ln D(x) − ln(1 − D(G(z))); G: −ln D(G(z)) (Goodfellow et al. 2014, section 3).
    NonSaturating,
    /// D as above; G: ln(1 − D(G(z))), the value function itself (ibid., equation 1).
    Minimax,
    /// D: ½(C(x) − 1)² + ½C(G(z))²; G: ½(C(G(z)) − 1)² (Mao et al. 2016).
    LeastSquares,
    /// D: max(0, 1 − C(x)) + max(0, 1 + C(G(z))); G: −C(G(z)) (Lim and Ye 2017).
    Hinge,
    /// D: C(G(z)) − C(x); G: −C(G(z)); after each update every weight of the critic is cut to
    /// ± `clip` (Arjovsky et al. 2017).
    Wasserstein {
        /// Bound of the critic's weights.
        clip: f64,
    },
    /// D: C(G(z)) − C(x) + `weight` · (‖∇C(x̂)‖ − 1)², with x̂ uniform between x and G(z);
    /// G: −C(G(z)) (Gulrajani et al. 2017).
    WassersteinGradientPenalty {
        /// Weight λ of the penalty.
        weight: f64,
    },
}

/// What the discriminator is told of real and generated images, in place of 1 and 0.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smoothing {
    /// Target of real images; 0.9 is one-sided label smoothing (Salimans et al. 2016).
    pub real: f64,
    /// Target of generated images.
    pub fake: f64,
}

impl Default for Smoothing {
    fn default() -> Self {
        Self {
            real: 1.0,
            fake: 0.0,
        }
    }
}

impl Smoothing {
    pub(crate) fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Objective {
    /// Checks the numbers.
    pub(crate) fn check(self, smoothing: Smoothing) -> Result<()> {
        let refused = |why: String| Err(Error::Recipe(why));
        match self {
            Self::Wasserstein { clip } if !(clip.is_finite() && clip > 0.0) => {
                return refused(format!("The critic's weights cannot be cut to ±{clip}."));
            }
            Self::WassersteinGradientPenalty { weight }
                if !(weight.is_finite() && weight >= 0.0) =>
            {
                return refused(format!(
                    "The gradient penalty's weight is {weight}; it must be 0 or more."
                ));
            }
            _ => {}
        }
        let Smoothing { real, fake } = smoothing;
        if !(0.0..=1.0).contains(&fake) || !(fake..=1.0).contains(&real) {
            return refused(format!(
                "The discriminator is told {real} of real and {fake} of generated images; \
                 both must be 0 to 1, the first the larger one."
            ));
        }
        if !smoothing.is_none() && !self.has_targets() {
            return refused(format!(
                "Label smoothing ({real} and {fake}) needs an objective with labels: \
                 non-saturating, minimax or least-squares."
            ));
        }
        Ok(())
    }

    fn has_targets(self) -> bool {
        self.has_probabilities() || self == Self::LeastSquares
    }

    /// Whether the discriminator's verdicts are probabilities, or else scores without bounds.
    pub fn has_probabilities(self) -> bool {
        matches!(self, Self::NonSaturating | Self::Minimax)
    }

    /// The discriminator's loss, `[1]`, from the logits of as many real images and, behind them,
    /// generated ones; the gradient penalty comes to it where there is one. And its parts of both,
    /// `[2]`, off the graph. All of it times `share`.
    pub fn discriminator(
        self,
        logits: Tensor<4>,
        smoothing: Smoothing,
        share: f64,
    ) -> [Tensor<1>; 2] {
        let Smoothing { real, fake } = smoothing;
        if self.has_probabilities() {
            let targets = Targets {
                parts: 2,
                targets: [real as f32, fake as f32],
                share: share as f32,
            };
            let [loss, parts] = kernels::cross_entropy(logits, targets);
            return [loss, parts.without_autodiff()];
        }
        let batch = logits.dims()[0] / 2;
        let [on_real, on_fake] =
            [0..batch, batch..2 * batch].map(|half| logits.clone().slice([half]));
        let parts = match self {
            Self::LeastSquares => [(on_real, real), (on_fake, fake)]
                .map(|(logits, target)| (logits - target).square().mean() * 0.5),
            Self::Hinge => [-on_real, on_fake].map(|logits| (logits + 1.0).clamp_min(0.0).mean()),
            _ => [-on_real.mean(), on_fake.mean()],
        };
        let parts = parts.map(|part| part * share);
        let each = Tensor::cat(parts.clone().map(Tensor::without_autodiff).to_vec(), 0);
        let [on_real, on_fake] = parts;
        [on_real + on_fake, each]
    }

    /// The generator's loss, `[1]`, from the logits of its images.
    pub fn generator(self, fake: Tensor<4>) -> Tensor<1> {
        match self {
            Self::NonSaturating => cross_entropy(fake, 1.0),
            Self::Minimax => -cross_entropy(fake, 0.0),
            Self::LeastSquares => (fake - 1.0).square().mean() * 0.5,
            Self::Hinge | Self::Wasserstein { .. } | Self::WassersteinGradientPenalty { .. } => {
                -fake.mean()
            }
        }
    }

    /// What the discriminator says of an image: the probability D that it is real, or C where the
    /// objective knows no probability.
    pub fn verdict(self, logit: f32) -> f32 {
        if self.has_probabilities() {
            1.0 / (1.0 + libm::expf(-logit))
        } else {
            logit
        }
    }

    /// Whether the discriminator's loss has a gradient penalty.
    pub(crate) fn has_penalty(self) -> bool {
        matches!(self, Self::WassersteinGradientPenalty { .. })
    }

    /// Bound of the discriminator's weights.
    pub(crate) fn weight_limit(self) -> Option<f64> {
        match self {
            Self::Wasserstein { clip } => Some(clip),
            _ => None,
        }
    }
}

/// The mean of −t ln D − (1 − t) ln(1 − D), for one target t.
fn cross_entropy(logits: Tensor<4>, target: f32) -> Tensor<1> {
    let targets = Targets {
        parts: 1,
        targets: [target; 2],
        share: 1.0,
    };
    let [loss, _] = kernels::cross_entropy(logits, targets);
    loss
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::Device;

    fn logits<const N: usize>(values: [f32; N]) -> Tensor<4> {
        Tensor::<1>::from_data(values, &Device::flex()).reshape([N, 1, 1, 1])
    }

    fn losses(
        objective: Objective,
        smoothing: Smoothing,
        real: [f32; 2],
        fake: [f32; 2],
    ) -> [f32; 3] {
        let both = logits([real[0], real[1], fake[0], fake[1]]);
        let [sum, each] = objective.discriminator(both, smoothing, 1.0);
        let each: Vec<f32> = each.into_data().try_into_vec().unwrap();
        assert!(
            (sum.into_scalar::<f32>() - each[0] - each[1]).abs() <= 1e-6 * each[0].abs().max(1.0)
        );
        let generator = objective.generator(logits(fake));
        [each[0], each[1], generator.into_scalar::<f32>()]
    }

    #[test]
    fn the_losses_are_their_formulas() {
        let (real, fake) = ([0.5_f32, -1.0], [-0.25_f32, 2.0]);
        let d = |c: f32| 1.0 / (1.0 + (-c).exp());
        let mean = |f: &dyn Fn(f32) -> f32, c: [f32; 2]| (f(c[0]) + f(c[1])) / 2.0;
        let smoothed = Smoothing {
            real: 0.9,
            fake: 0.2,
        };
        let log = |target: f32| move |c| -target * d(c).ln() - (1.0 - target) * (1.0 - d(c)).ln();
        let square = |target: f32| move |c: f32| 0.5 * (c - target).powi(2);
        let (score, none) = (mean(&|c| c, fake), Smoothing::default());
        let on_fake = mean(&log(0.0), fake);
        for (objective, smoothing, expected) in [
            (
                Objective::NonSaturating,
                none,
                [mean(&log(1.0), real), on_fake, mean(&log(1.0), fake)],
            ),
            (
                Objective::NonSaturating,
                smoothed,
                [
                    mean(&log(0.9), real),
                    mean(&log(0.2), fake),
                    mean(&log(1.0), fake),
                ],
            ),
            (
                Objective::Minimax,
                none,
                [mean(&log(1.0), real), on_fake, -on_fake],
            ),
            (
                Objective::LeastSquares,
                smoothed,
                [
                    mean(&square(0.9), real),
                    mean(&square(0.2), fake),
                    mean(&square(1.0), fake),
                ],
            ),
            (
                Objective::Hinge,
                none,
                [
                    mean(&|c| (1.0 - c).max(0.0), real),
                    mean(&|c| (1.0 + c).max(0.0), fake),
                    -score,
                ],
            ),
            (
                Objective::Wasserstein { clip: 0.01 },
                none,
                [-mean(&|c| c, real), score, -score],
            ),
        ] {
            for (loss, expected) in losses(objective, smoothing, real, fake)
                .into_iter()
                .zip(expected)
            {
                assert!(
                    (loss - expected).abs() < 1e-5,
                    "{objective:?}: {loss} {expected}"
                );
            }
        }
    }

    #[test]
    fn no_logit_is_too_large() {
        for objective in [Objective::NonSaturating, Objective::Minimax] {
            let smoothed = Smoothing {
                real: 0.9,
                fake: 0.0,
            };
            let losses = losses(objective, smoothed, [1e4, -1e4], [-1e4, 1e4]);
            assert!(losses.iter().all(|loss| loss.is_finite()), "{losses:?}");
        }
    }

    #[test]
    fn smoothing_without_labels_is_refused() {
        let smoothed = Smoothing {
            real: 0.9,
            fake: 0.0,
        };
        assert!(Objective::NonSaturating.check(smoothed).is_ok());
        let error = Objective::Hinge.check(smoothed).unwrap_err().to_string();
        assert!(
            error.contains("0.9") && error.contains("least-squares"),
            "{error}"
        );
        let swapped = Smoothing {
            real: 0.1,
            fake: 0.9,
        };
        assert!(Objective::NonSaturating.check(swapped).is_err());
        assert!(
            Objective::Wasserstein { clip: 0.0 }
                .check(Smoothing::default())
                .is_err()
        );
    }
}
