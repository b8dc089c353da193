//! The two losses of a GAN, as functions of the discriminator's logits.

use crate::kernels::{self, Targets};
use crate::recipe::{Objective, Smoothing};
use burn::tensor::{Tensor, activation};

impl Objective {
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
            let [loss, parts] = kernels::bce_with_logits(logits, targets);
            return [loss, parts.without_autodiff()];
        }
        let [on_real, on_fake] = halves(logits);
        if self.is_relativistic() {
            // The loss is one of pairs: half of it counts for either side.
            let loss = cross_entropy(on_real - on_fake, 1.0) * share;
            let half = loss.clone().without_autodiff() * 0.5;
            return [loss, Tensor::cat(vec![half; 2], 0)];
        }
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

    /// The generator's loss, `[1]`, from the logits of its images and, where it is relativistic, of as
    /// many real ones.
    pub fn generator(self, fake: Tensor<4>, real: Option<Tensor<4>>) -> Tensor<1> {
        match self {
            Self::RelativisticPairing => {
                cross_entropy(real.map_or(fake.clone(), |real| fake - real), 1.0)
            }
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

    /// The logit above which an image counts as judged real; none for a critic's scores, which mean
    /// nothing by themselves.
    pub(super) fn boundary(self) -> Option<f32> {
        match self {
            Self::NonSaturating | Self::Minimax | Self::Hinge => Some(0.0),
            Self::LeastSquares => Some(0.5),
            Self::RelativisticPairing
            | Self::Wasserstein { .. }
            | Self::WassersteinGradientPenalty { .. } => None,
        }
    }

    /// Bound of the critic's weights, if they are cut before its updates, or else after them.
    pub(crate) fn weight_limit(self, before_update: bool) -> Option<f64> {
        match self {
            Self::Wasserstein {
                clip,
                clip_before_update,
            } if clip_before_update == before_update => Some(clip),
            _ => None,
        }
    }
}

/// The mean over the images of −ln of what the softmax gives their class, `[1]`. `logits` and one-hot
/// `labels` are `[images, classes, 1, 1]`.
pub(super) fn class_cross_entropy(logits: Tensor<4>, labels: &Tensor<4>) -> Tensor<1> {
    let [images, classes, _, _] = logits.dims();
    let flat = |tensor: Tensor<4>| tensor.reshape([images, classes]);
    let likelihoods = activation::log_softmax(flat(logits), 1) * flat(labels.clone());
    likelihoods.sum() * (-1.0 / images as f64)
}

/// What belongs to real images and, behind them, to as many generated ones.
pub(super) fn halves(both: Tensor<4>) -> [Tensor<4>; 2] {
    let count = both.dims()[0] / 2;
    [0, 1].map(|half| both.clone().narrow(0, half * count, count))
}

/// The mean of −t ln D − (1 − t) ln(1 − D), for one target t.
fn cross_entropy(logits: Tensor<4>, target: f32) -> Tensor<1> {
    let targets = Targets {
        parts: 1,
        targets: [target; 2],
        share: 1.0,
    };
    let [loss, _] = kernels::bce_with_logits(logits, targets);
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
        let generator = objective.generator(logits(fake), Some(logits(real)));
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
            (Objective::RelativisticPairing, none, {
                let pairs = |sign: f32| {
                    let pair = |index: usize| log(1.0)(sign * (real[index] - fake[index]));
                    (pair(0) + pair(1)) / 2.0
                };
                [pairs(1.0) / 2.0, pairs(1.0) / 2.0, pairs(-1.0)]
            }),
            (
                Objective::Wasserstein {
                    clip: 0.01,
                    clip_before_update: true,
                },
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
    fn the_classes_cross_entropy_is_that_of_pytorch() {
        let device = Device::flex();
        let logits = [1.0, 2.0, -0.5, 0.25, -1.0, 3.0];
        let logits = Tensor::<1>::from_data(logits, &device).reshape([2, 3, 1, 1]);
        let labels = [0.0, 1.0, 0.0, 1.0, 0.0, 0.0];
        let labels = Tensor::<1>::from_data(labels, &device).reshape([2, 3, 1, 1]);
        // F.cross_entropy(logits, torch.tensor([1, 0]))
        let loss: f32 = class_cross_entropy(logits, &labels).into_scalar();
        assert!((loss - 1.6002877).abs() < 1e-6, "{loss}");
    }

    #[test]
    fn no_logit_is_too_large() {
        for objective in [
            Objective::NonSaturating,
            Objective::Minimax,
            Objective::RelativisticPairing,
        ] {
            let smoothed = Smoothing {
                real: 0.9,
                fake: 0.0,
            };
            let losses = losses(objective, smoothed, [1e4, -1e4], [-1e4, 1e4]);
            assert!(losses.iter().all(|loss| loss.is_finite()), "{losses:?}");
        }
    }
}
