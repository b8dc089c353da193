//! The images that a recipe learns.

use crate::spec::ImageShape;
use serde::{Deserialize, Serialize};

/// Size and range of the images.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageSpec {
    /// 1 (grey), 3 (RGB) or 4 (RGBA).
    pub channels: usize,
    /// Pixels down.
    pub height: usize,
    /// Pixels across.
    pub width: usize,
    /// What the networks see black and white as.
    pub range: Range,
    /// What becomes of images of another size.
    #[serde(default, skip_serializing_if = "Fit::is_exact")]
    pub fit: Fit,
}

/// What black and white are to the networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Range {
    /// −1 to 1: for a generator that ends in tanh.
    Symmetric,
    /// 0 to 1: for a generator that ends in a sigmoid.
    Unit,
}

/// How a data set whose images have another size meets a recipe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// It is refused.
    #[default]
    Exact,
    /// Smaller images are put into the middle of a black one; larger ones are refused.
    Pad,
    /// The recipe takes the data's size and channels: its specs are written in them.
    Adapt,
}

impl Fit {
    fn is_exact(&self) -> bool {
        *self == Self::Exact
    }
}

impl ImageSpec {
    /// The size alone.
    pub fn shape(&self) -> ImageShape {
        ImageShape {
            channels: self.channels,
            height: self.height,
            width: self.width,
        }
    }

    /// Whether a data set of this shape can be learnt.
    pub(super) fn takes(&self, data: ImageShape) -> bool {
        match self.fit {
            Fit::Exact => data == self.shape(),
            Fit::Adapt => true,
            Fit::Pad => {
                data.channels == self.channels
                    && data.height <= self.height
                    && data.width <= self.width
            }
        }
    }
}

impl Range {
    /// From the least number to the largest.
    pub(crate) fn span(self) -> f32 {
        match self {
            Self::Symmetric => 2.0,
            Self::Unit => 1.0,
        }
    }

    /// A byte as the networks see it.
    pub fn encode(self, byte: u8) -> f32 {
        match self {
            Self::Symmetric => f32::from(byte) / 127.5 - 1.0,
            Self::Unit => f32::from(byte) / 255.0,
        }
    }

    /// A network's number as a byte; what lies outside the range is cut.
    pub fn decode(self, value: f32) -> u8 {
        let unit = match self {
            Self::Symmetric => (value + 1.0) / 2.0,
            Self::Unit => value,
        };
        (unit * 255.0 + 0.5) as u8
    }
}
