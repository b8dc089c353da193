//! Tensors with their names in the file.

use crate::import::array::Array;

/// A tensor with its name in the file.
#[derive(Debug, Clone)]
pub(in crate::import) struct Named {
    pub name: String,
    pub array: Array,
}
