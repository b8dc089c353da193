//! What is to become of each image.

use crate::data::idx::SIDE_LIMIT;
use crate::error::{Error, Result};
use crate::sentence::{sentence, term};
use serde::{Deserialize, Serialize};

/// The size and the colours that every image is brought to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageOptions {
    /// What is cut out before resizing.
    #[serde(default)]
    pub crop: Crop,
    /// Pixels down, at most [`SIDE_LIMIT`].
    pub height: usize,
    /// Pixels across, at most [`SIDE_LIMIT`].
    pub width: usize,
    /// 1 (grey), 3 (RGB) or 4 (RGBA); none: 3 if any image has colours, else 1.
    /// What is transparent becomes white, unless it is 4.
    #[serde(default)]
    pub channels: Option<usize>,
    /// Whether labels are wanted. Images that lie in no class are then left out; else they are
    /// taken, and the set has no labels.
    #[serde(default)]
    pub labelled: bool,
}

/// Which part of an image is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Crop {
    /// All of it: images of other proportions are stretched.
    #[default]
    None,
    /// The largest part around the centre that has the proportions wanted.
    Fill,
    /// So many pixels around the centre. An image that is smaller is skipped: what there is of it
    /// would be stretched to other proportions, and larger than the rest.
    Centre {
        /// Pixels down.
        height: usize,
        /// Pixels across.
        width: usize,
    },
}

impl ImageOptions {
    /// # Errors
    /// [`Error::Data`] for the first value outside its range.
    pub(super) fn check(&self) -> Result<()> {
        let size = |what: &str, height: usize, width: usize, most: usize| {
            if (1..=most).contains(&height) && (1..=most).contains(&width) {
                return Ok(());
            }
            Err(Error::Data(sentence!(
                "Images cannot be {what} {width} × {height} pixels: each side must be 1 to {most}.",
                what = term(what),
                width,
                height,
                most
            )))
        };
        size("resized to", self.height, self.width, SIDE_LIMIT)?;
        if let Crop::Centre { height, width } = self.crop {
            let most = super::SOURCE_SIDE_LIMIT as usize;
            size("cropped to", height, width, most)?;
        }
        match self.channels {
            None | Some(1 | 3 | 4) => Ok(()),
            Some(other) => Err(Error::Data(sentence!(
                "Images cannot have {other} channels; they have 1 (grey), 3 (RGB) or 4 (RGBA).",
                other
            ))),
        }
    }
}
