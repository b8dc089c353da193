//! A number for each axis of an image.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A number for rows and one for columns; in JSON one number for both, or `[rows, columns]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct PerAxis(pub [usize; 2]);

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Both(usize),
    Each([usize; 2]),
}

impl PerAxis {
    pub(crate) const ONE: Self = Self([1, 1]);
}

impl From<usize> for PerAxis {
    fn from(both: usize) -> Self {
        Self([both; 2])
    }
}

impl From<Written> for PerAxis {
    fn from(written: Written) -> Self {
        match written {
            Written::Both(both) => both.into(),
            Written::Each(each) => Self(each),
        }
    }
}

impl From<PerAxis> for Written {
    fn from(PerAxis([rows, columns]): PerAxis) -> Self {
        if rows == columns {
            Self::Both(rows)
        } else {
            Self::Each([rows, columns])
        }
    }
}

impl fmt::Display for PerAxis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([rows, columns]) = self;
        if rows == columns {
            write!(f, "{rows}")
        } else {
            write!(f, "{rows}×{columns}")
        }
    }
}
