//! Everything that can go wrong, each as one sentence for a person and one stable name for programs.

use crate::place::{Key, Place};
use crate::printable;
use crate::sentence::{Fill, Filling, Sentence};

/// A failure of the core. [`Error::name`] is stable and becomes the JavaScript `Error`'s `name`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A network's spec does not fit together.
    #[error("{}", shown(&.0.sentence))]
    Spec(Invalid),
    /// A recipe holds a value outside its range, or its parts contradict each other.
    #[error("{}", shown(&.0.sentence))]
    Recipe(Invalid),
    /// A data file is not what its format, or its own header, says.
    #[error("{}", shown(.0))]
    Data(Sentence),
    /// A weight file could not be read or does not fit its spec.
    #[error("{}", shown(.0))]
    Weights(Sentence),
    /// Training went wrong, as losses that are no longer finite.
    #[error("{}", shown(.0))]
    Training(Sentence),
    /// The backend asked for is not to be had.
    #[error("{}", shown(.0))]
    BackendUnavailable(Sentence),
    /// The device refused a shader or a command: what it computed since is not to be trusted.
    #[error("{}", shown(.0))]
    Device(Sentence),
    /// The device is gone, as after a driver reset.
    #[error("{}", shown(.0))]
    DeviceLost(Sentence),
}

/// What is wrong with a recipe or a spec, and where in its JSON, if that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// What is wrong, for a person.
    pub sentence: Sentence,
    /// The field or the place in the text that it is about.
    pub place: Option<Place>,
}

impl From<Sentence> for Invalid {
    fn from(sentence: Sentence) -> Self {
        Self {
            sentence,
            place: None,
        }
    }
}

/// The sentence without anything that a terminal obeys, however long a name in it is.
fn shown(sentence: &Sentence) -> String {
    printable::sentence(&sentence.to_string())
}

impl Error {
    /// A spec that does not fit together.
    pub(crate) fn spec(sentence: Sentence) -> Self {
        Self::Spec(sentence.into())
    }

    /// A recipe, or another choice, that cannot be.
    pub(crate) fn recipe(sentence: Sentence) -> Self {
        Self::Recipe(sentence.into())
    }

    /// The same about a field, or an item, with this key; each call goes one level up in the recipe.
    /// Failures of other kinds have no place.
    pub(crate) fn in_field(mut self, key: impl Into<Key>) -> Self {
        if let Self::Spec(invalid) | Self::Recipe(invalid) = &mut self {
            match &mut invalid.place {
                Some(Place::Field(keys)) => keys.insert(0, key.into()),
                None => invalid.place = Some(Place::Field(vec![key.into()])),
                Some(Place::Position { .. }) => {}
            }
        }
        self
    }

    /// The same about a place in the text that was read.
    pub(crate) fn at_position(mut self, line: usize, column: usize) -> Self {
        if let Self::Spec(invalid) | Self::Recipe(invalid) = &mut self {
            invalid.place = Some(Place::Position { line, column });
        }
        self
    }

    /// Where in a recipe's JSON it is wrong, if that is known.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Spec(invalid) | Self::Recipe(invalid) => invalid.place.as_ref(),
            _ => None,
        }
    }

    /// What is wrong, for a person.
    pub fn sentence(&self) -> &Sentence {
        match self {
            Self::Spec(invalid) | Self::Recipe(invalid) => &invalid.sentence,
            Self::Data(sentence)
            | Self::Weights(sentence)
            | Self::Training(sentence)
            | Self::BackendUnavailable(sentence)
            | Self::Device(sentence)
            | Self::DeviceLost(sentence) => sentence,
        }
    }

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

/// A result of the core.
pub type Result<T> = std::result::Result<T, Error>;

impl Fill for Error {
    fn filling(&self) -> Filling {
        Filling::Clause(self.sentence().clone())
    }
}
