//! What the two networks of a GAN minimise, as data.

use crate::sentence::{Sentence, sentence};
use crate::{Error, Result};
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
    /// D: −ln sigmoid(C(x) − C(G(z))), in pairs; G: −ln sigmoid(C(G(z)) − C(x)) (Jolicoeur-Martineau
    /// 2018; Huang et al. 2024).
    RelativisticPairing,
    /// D: C(G(z)) − C(x); G: −C(G(z)); every weight of the critic is cut to ± `clip` (Arjovsky
    /// et al. 2017).
    Wasserstein {
        /// Bound of the critic's weights.
        clip: f64,
        /// Whether they are cut before each update of the critic, as in the authors' program, and
        /// not after it, as in the paper's algorithm.
        #[serde(default, skip_serializing_if = "super::is_false")]
        clip_before_update: bool,
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
        match self {
            Self::Wasserstein { clip, .. } if !(clip.is_finite() && clip > 0.0) => {
                return Err(Error::recipe(sentence!(
                    "The critic's clip is {clip}; it must be above 0.",
                    clip
                ))
                .in_field("clip")
                .in_field("wasserstein")
                .in_field("objective"));
            }
            Self::WassersteinGradientPenalty { weight }
                if !(weight.is_finite() && weight >= 0.0) =>
            {
                return Err(Error::recipe(sentence!(
                    "The gradient penalty's weight is {weight}; it must be 0 or more.",
                    weight
                ))
                .in_field("weight")
                .in_field("wasserstein-gradient-penalty")
                .in_field("objective"));
            }
            _ => {}
        }
        let refused = |why: Sentence| Err(Error::recipe(why).in_field("smoothing"));
        let Smoothing { real, fake } = smoothing;
        if !(0.0..=1.0).contains(&fake) || !(fake..=1.0).contains(&real) {
            return refused(sentence!(
                "The discriminator's targets are {real} for real and {fake} for generated images; both must be 0 to 1, the first not below the second.",
                real,
                fake
            ));
        }
        if !smoothing.is_none() && !self.has_targets() {
            return refused(sentence!(
                "Label smoothing ({real} and {fake}) needs an objective with labels: \
                 non-saturating, minimax or least-squares.",
                real,
                fake
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

    /// Whether the generator's loss needs real images beside its own.
    #[cfg(feature = "engine")]
    pub(crate) fn is_relativistic(self) -> bool {
        self == Self::RelativisticPairing
    }

    /// Whether the discriminator's loss has a gradient penalty.
    pub(crate) fn has_penalty(self) -> bool {
        matches!(self, Self::WassersteinGradientPenalty { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wasserstein(clip: f64) -> Objective {
        Objective::Wasserstein {
            clip,
            clip_before_update: false,
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
        assert!(wasserstein(0.0).check(Smoothing::default()).is_err());
    }
}
