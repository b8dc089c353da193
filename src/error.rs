//! Everything that can go wrong, each as one sentence for a person and one stable name for programs.

use crate::printable::sentence;

/// A failure of the core. [`Error::name`] is stable and becomes the JavaScript `Error`'s `name`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A network's spec does not fit together.
    #[error("{}", sentence(.0))]
    Spec(String),
    /// A recipe holds a value outside its range, or its parts contradict each other.
    #[error("{}", sentence(.0))]
    Recipe(String),
    /// A data file is not what its format, or its own header, says.
    #[error("{}", sentence(.0))]
    Data(String),
    /// A weight file could not be read or does not fit its spec.
    #[error("{}", sentence(.0))]
    Weights(String),
    /// Training went wrong, as losses that are no longer finite.
    #[error("{}", sentence(.0))]
    Training(String),
    /// The backend asked for is not to be had.
    #[error("{}", sentence(.0))]
    BackendUnavailable(String),
    /// The device refused a shader or a command: what it computed since is not to be trusted.
    #[error("{}", sentence(.0))]
    Device(String),
    /// The device is gone, as after a driver reset.
    #[error("{}", sentence(.0))]
    DeviceLost(String),
}

impl Error {
    /// The stable name: part of the public interface.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Spec(_) => "SpecError",
            Self::Recipe(_) => "RecipeError",
            Self::Data(_) => "DataError",
            Self::Weights(_) => "WeightsError",
            Self::Training(_) => "TrainingError",
            Self::BackendUnavailable(_) => "BackendUnavailable",
            Self::Device(_) => "DeviceError",
            Self::DeviceLost(_) => "DeviceLost",
        }
    }
}

/// Somebody else's words for a sentence, as a name in a file: no more of them than `most` characters.
pub(crate) fn shortened(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", &words[..end]),
    }
}

/// A result of the core.
pub type Result<T> = std::result::Result<T, Error>;
