//! A size that is a number or a multiple of the recipe's width.

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use serde::{Serialize, Serializer};

/// Largest number that a size may stand for: keeps every product of sizes within 64 bits.
const LARGEST: usize = 1 << 20;

/// A number of features or channels: fixed (`64`), or a multiple of the recipe's width (`"2w"`),
/// so that one spec stands for every width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// This many.
    Fixed(usize),
    /// This many times the width.
    Widths(usize),
}

impl Size {
    /// The number it stands for at this width; at most 2^20, or `None`.
    pub fn at(self, width: usize) -> Option<usize> {
        let size = match self {
            Self::Fixed(count) => count,
            Self::Widths(count) => count.checked_mul(width)?,
        };
        (1..=LARGEST).contains(&size).then_some(size)
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fixed(count) => write!(f, "{count}"),
            Self::Widths(1) => write!(f, "w"),
            Self::Widths(count) => write!(f, "{count}w"),
        }
    }
}

impl Serialize for Size {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Fixed(count) => serializer.serialize_u64(*count as u64),
            Self::Widths(_) => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(usize),
            Text(String),
        }
        const EXPECTED: &str = "a whole number, or a multiple of the width as \"2w\"";
        match Written::deserialize(deserializer).map_err(|_| D::Error::custom(EXPECTED))? {
            Written::Number(count) => Ok(Self::Fixed(count)),
            Written::Text(text) => match text.strip_suffix('w') {
                Some("") => Some(1),
                Some(count) => count.parse().ok(),
                None => None,
            }
            .map(Self::Widths)
            .ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&text), &EXPECTED)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_the_same_in_json_both_ways() {
        for (json, size) in [
            ("64", Size::Fixed(64)),
            ("\"w\"", Size::Widths(1)),
            ("\"98w\"", Size::Widths(98)),
        ] {
            assert_eq!(serde_json::from_str::<Size>(json).unwrap(), size);
            assert_eq!(serde_json::to_string(&size).unwrap(), json);
        }
        for json in ["\"2x\"", "-1", "1.5", "\"-2w\"", "null"] {
            assert!(serde_json::from_str::<Size>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn a_size_has_bounds() {
        assert_eq!(Size::Widths(2).at(8), Some(16));
        assert_eq!(Size::Fixed(0).at(8), None);
        assert_eq!(Size::Widths(usize::MAX).at(8), None);
        assert_eq!(Size::Widths(1).at(LARGEST + 1), None);
    }
}
