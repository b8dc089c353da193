//! The shape of one sample between two layers.

use crate::sentence::{Fill, Filling};

/// The shape of one sample: a flat vector of features, or an image. The batch comes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A vector of this many features.
    Flat(usize),
    /// Channels, height and width.
    Image([usize; 3]),
}

impl Shape {
    /// Numbers in one sample.
    pub fn size(self) -> usize {
        match self {
            Self::Flat(features) => features,
            Self::Image([channels, height, width]) => channels * height * width,
        }
    }

    /// Features of a vector, or channels of an image: what a normalisation counts.
    pub fn channels(self) -> usize {
        self.dims()[0]
    }

    /// The shape as channels, height and width; a vector is an image of one pixel.
    pub fn dims(self) -> [usize; 3] {
        match self {
            Self::Flat(features) => [features, 1, 1],
            Self::Image(dims) => dims,
        }
    }
}

impl Fill for Shape {
    fn filling(&self) -> Filling {
        Filling::Text(self.to_string())
    }
}

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Flat(features) => write!(f, "{features} features"),
            Self::Image([channels, height, width]) => {
                write!(f, "{channels} channels of {height}×{width}")
            }
        }
    }
}
