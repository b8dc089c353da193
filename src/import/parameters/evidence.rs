//! What an order of modules follows from, and how long it is searched for.

use crate::sentence::{Sentence, sentence};

/// Most candidates that a search looks at before it gives up.
pub(super) const MOST_VISITS: usize = 1 << 20;

/// What an order follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Evidence {
    /// The numbers in the names alone.
    Numbers,
    /// There is no other in which the channels meet.
    Channels,
    /// Words had to help.
    Words,
    /// No order makes the channels meet: it is that of the names.
    Names,
    /// There are several, and this is but one of them.
    Ambiguous(Sentence),
}

impl Evidence {
    /// The less certain of two.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Names, _) | (_, Self::Names) => Self::Names,
            (Self::Ambiguous(why), _) | (_, Self::Ambiguous(why)) => Self::Ambiguous(why),
            (Self::Words, _) | (_, Self::Words) => Self::Words,
            (Self::Channels, _) | (_, Self::Channels) => Self::Channels,
            (Self::Numbers, Self::Numbers) => Self::Numbers,
        }
    }
}

/// Why an order cannot be told where not all were tried.
pub(super) fn too_many() -> Sentence {
    sentence!("there are too many orders to try them all")
}
