//! Initial weights.

use crate::random::Random;
use serde::{Deserialize, Serialize};

/// How a layer's weights are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Initialiser {
    /// Normal with mean 0 (DCGAN uses 0.02).
    Normal {
        /// Standard deviation.
        deviation: f32,
    },
    /// Normal with mean 0, drawn again beyond two deviations (TensorFlow).
    TruncatedNormal {
        /// Standard deviation before truncation.
        deviation: f32,
    },
    /// Uniform within ±sqrt(6 / (fan in + fan out)) (Glorot and Bengio 2010; Keras's default).
    #[default]
    GlorotUniform,
    /// Uniform within ±1 / sqrt(fan in) (PyTorch's default).
    FanInUniform,
    /// Normal with deviation sqrt(2 / fan in) (He et al. 2015).
    HeNormal,
    /// Normal with deviation `gain` / sqrt(fan in).
    ScaledNormal {
        /// 1 keeps the variance of what goes in, √2 is He's.
        gain: f32,
    },
    /// Glorot's uniform, times `gain`.
    ScaledGlorot {
        /// 1 is Glorot's.
        gain: f32,
    },
}

impl Initialiser {
    /// Why its numbers make no sense, if they do not.
    pub fn check(self) -> Result<(), String> {
        match self {
            Self::Normal { deviation } | Self::TruncatedNormal { deviation }
                if !(deviation.is_finite() && deviation >= 0.0) =>
            {
                Err(format!("a deviation of {deviation}"))
            }
            Self::ScaledNormal { gain } | Self::ScaledGlorot { gain }
                if !(gain.is_finite() && gain >= 0.0) =>
            {
                Err(format!("a gain of {gain}"))
            }
            _ => Ok(()),
        }
    }

    /// Draws `count` weights. `fan_in` and `fan_out` count the numbers that a weight's output
    /// sums and its input feeds.
    pub fn draw(
        self,
        random: &mut Random,
        count: usize,
        fan_in: usize,
        fan_out: usize,
    ) -> Vec<f32> {
        let fan_in = fan_in as f32;
        let mut draw: Box<dyn FnMut() -> f32> = match self {
            Self::Normal { deviation } => Box::new(move || deviation * random.normal()),
            Self::TruncatedNormal { deviation } => {
                Box::new(move || deviation * random.truncated_normal())
            }
            Self::GlorotUniform => {
                let limit = libm::sqrtf(6.0 / (fan_in + fan_out as f32));
                Box::new(move || random.between(-limit, limit))
            }
            Self::ScaledGlorot { gain } => {
                let limit = gain * libm::sqrtf(6.0 / (fan_in + fan_out as f32));
                Box::new(move || random.between(-limit, limit))
            }
            Self::ScaledNormal { gain } => {
                let deviation = gain / libm::sqrtf(fan_in);
                Box::new(move || deviation * random.normal())
            }
            Self::FanInUniform => {
                let limit = 1.0 / libm::sqrtf(fan_in);
                Box::new(move || random.between(-limit, limit))
            }
            Self::HeNormal => {
                let deviation = libm::sqrtf(2.0 / fan_in);
                Box::new(move || deviation * random.normal())
            }
        };
        (0..count).map(|_| draw()).collect()
    }
}
