//! Images from a generator's weight file by the CPU's kernels alone, without burn: small enough for
//! a page that only shows a generator.

mod affine;
mod buffers;
mod curve;
mod generator;
mod labels;
mod look;
mod normalisation;
mod resample;
mod step;

pub use generator::Generator;
#[cfg(feature = "engine")]
pub(crate) use generator::check_images;
pub use look::suspicion;

use crate::sentence::sentence;
use crate::{Error, Result};

/// Checks what a generator has drawn.
///
/// # Errors
/// [`Error::Training`] when a number is not finite.
pub(crate) fn check_finite(values: &[f32]) -> Result<()> {
    if values.iter().all(|value| value.is_finite()) {
        return Ok(());
    }
    Err(Error::Training(sentence!(
        "The generator draws images that are not finite."
    )))
}
