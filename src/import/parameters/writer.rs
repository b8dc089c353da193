//! The programs and formats that tensors without an architecture come from.

use crate::import::statement::Statement;

/// Who wrote the tensors, and so what holds where no tensor says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Writer {
    /// A state dict of PyTorch's: modules come in the order in which they were defined.
    PyTorch,
    /// PyTorch's tensors in safetensors, which sorts them by name.
    Safetensors,
    /// Keras: vectors become images pixel by pixel.
    Keras,
}

impl Writer {
    /// Whether features become an image as height × width × channels, unless that is stated.
    pub fn keeps_channels_last(self, stated: &Statement) -> bool {
        stated.channels_last.unwrap_or(self == Self::Keras)
    }

    /// The epsilon that its batch normalisations have unless told otherwise.
    pub fn epsilon(self) -> f64 {
        match self {
            Self::PyTorch | Self::Safetensors => 1e-5,
            Self::Keras => 1e-3,
        }
    }
}
