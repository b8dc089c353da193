//! PReLU.

use super::array::plainly;
use crate::layers::{self, LayerSpec};

/// The layer that a PReLU is: with one slope, or a slope for each channel.
pub(super) fn prelu(slopes: &[f32]) -> LayerSpec {
    match slopes.split_first() {
        Some((slope, rest)) if rest.iter().all(|other| other == slope) => {
            LayerSpec::LeakyRelu(layers::LeakyRelu {
                slope: plainly(*slope),
            })
        }
        _ => LayerSpec::Prelu(layers::Prelu { slope: 0.25 }),
    }
}
