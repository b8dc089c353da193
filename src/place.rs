//! Where in a recipe an error is, so that a page can show it beside the field.

/// A place in a recipe's JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The keys that lead to a field which was read, but cannot be as it is: `generator`, 3 is the
    /// generator's fourth layer.
    Field(Vec<Key>),
    /// Where reading the text ended, both counted from 1.
    Position {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
}

/// A key of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Key {
    /// A field of an object.
    Name(&'static str),
    /// An item of an array, counted from 0.
    Index(usize),
}

impl From<&'static str> for Key {
    fn from(name: &'static str) -> Self {
        Self::Name(name)
    }
}

impl From<usize> for Key {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}
