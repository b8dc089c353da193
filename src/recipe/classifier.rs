//! An auxiliary classifier: the discriminator also tells the class (Odena et al. 2017).

use crate::sentence::sentence;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// The discriminator's last layer has a logit more for each class. Both networks also minimise the cross
/// entropy of the classes: the discriminator on real and generated images, the generator on its own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classifier {
    /// What the cross entropy is multiplied by.
    pub weight: f64,
}

impl Classifier {
    pub(crate) fn check(self) -> Result<()> {
        let weight = self.weight;
        if weight.is_finite() && weight >= 0.0 {
            return Ok(());
        }
        Err(Error::recipe(sentence!(
            "The auxiliary classifier's weight is {weight}; it must be 0 or more.",
            weight
        )))
    }
}
