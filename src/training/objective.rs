//! The two losses of a GAN, as functions of the discriminator's logits.

use burn::tensor::{Tensor, activation::log_sigmoid};
use serde::{Deserialize, Serialize};

/// What the two networks minimise. `C` is the discriminator's logit, `D = sigmoid(C)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// D: −ln D(x) − ln(1 − D(G(z))); G: −ln D(G(z)) (Goodfellow et al. 2014, section 3).
    NonSaturating,
    /// D as above; G: ln(1 − D(G(z))), the value function itself (ibid., equation 1).
    Minimax,
    /// D: ½(C(x) − 1)² + ½C(G(z))²; G: ½(C(G(z)) − 1)² (Mao et al. 2016).
    LeastSquares,
    /// D: max(0, 1 − C(x)) + max(0, 1 + C(G(z))); G: −C(G(z)) (Lim and Ye 2017).
    Hinge,
}

impl Objective {
    /// The discriminator's loss, `[1]`, from its logits of real and generated images.
    pub fn discriminator(self, real: Tensor<4>, fake: Tensor<4>) -> Tensor<1> {
        match self {
            Self::NonSaturating | Self::Minimax => softplus(-real).mean() + softplus(fake).mean(),
            Self::LeastSquares => ((real - 1.0).square().mean() + fake.square().mean()) * 0.5,
            Self::Hinge => (-real + 1.0).clamp_min(0.0).mean() + (fake + 1.0).clamp_min(0.0).mean(),
        }
    }

    /// The generator's loss, `[1]`, from the logits of its images.
    pub fn generator(self, fake: Tensor<4>) -> Tensor<1> {
        match self {
            Self::NonSaturating => softplus(-fake).mean(),
            Self::Minimax => -softplus(fake).mean(),
            Self::LeastSquares => (fake - 1.0).square().mean() * 0.5,
            Self::Hinge => -fake.mean(),
        }
    }
}

/// ln(1 + e^x), without overflow: −ln sigmoid(x) = softplus(−x).
fn softplus(x: Tensor<4>) -> Tensor<4> {
    -log_sigmoid(-x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::Device;

    fn logits(values: [f32; 2]) -> Tensor<4> {
        Tensor::<1>::from_data(values, &Device::flex()).reshape([2, 1, 1, 1])
    }

    fn losses(objective: Objective, real: [f32; 2], fake: [f32; 2]) -> [f32; 2] {
        let discriminator = objective.discriminator(logits(real), logits(fake));
        let generator = objective.generator(logits(fake));
        [discriminator, generator].map(|loss| loss.into_scalar::<f32>())
    }

    #[test]
    fn the_losses_are_their_formulas() {
        let (real, fake) = ([0.5_f32, -1.0], [-0.25_f32, 2.0]);
        let d = |c: f32| 1.0 / (1.0 + (-c).exp());
        let mean = |f: &dyn Fn(f32) -> f32, c: [f32; 2]| (f(c[0]) + f(c[1])) / 2.0;
        let log_d = mean(&|c| -d(c).ln(), real);
        let log_not_d = mean(&|c| -(1.0 - d(c)).ln(), fake);
        for (objective, expected) in [
            (
                Objective::NonSaturating,
                [log_d + log_not_d, mean(&|c| -d(c).ln(), fake)],
            ),
            (Objective::Minimax, [log_d + log_not_d, -log_not_d]),
            (
                Objective::LeastSquares,
                [
                    0.5 * (mean(&|c| (c - 1.0).powi(2), real) + mean(&|c| c * c, fake)),
                    0.5 * mean(&|c| (c - 1.0).powi(2), fake),
                ],
            ),
            (
                Objective::Hinge,
                [
                    mean(&|c| (1.0 - c).max(0.0), real) + mean(&|c| (1.0 + c).max(0.0), fake),
                    -mean(&|c| c, fake),
                ],
            ),
        ] {
            for (loss, expected) in losses(objective, real, fake).into_iter().zip(expected) {
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
            let losses = losses(objective, [1e4, -1e4], [-1e4, 1e4]);
            assert!(losses.iter().all(|loss| loss.is_finite()), "{losses:?}");
        }
    }
}
