//! The values that flow between operators.

use super::constant::Constant;
use crate::import::array::Array;
use crate::import::steps::Place;
use std::rc::Rc;

/// An input or output of an operator.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Constant(Rc<Constant>),
    /// The latent, or a result computed from it.
    Main(Main),
    /// A label's number.
    Label(Vec<usize>),
    /// A label, one-hot, in these dimensions.
    OneHot {
        classes: usize,
        dims: Vec<usize>,
    },
    /// The label's embedding, `[classes, features]`, in these dimensions.
    Embedding {
        table: Rc<Array>,
        dims: Vec<usize>,
    },
    /// What attention has on its way.
    Matrices(Matrices),
}

/// Matrices between the pixels of images.
#[derive(Debug, Clone)]
pub(super) enum Matrices {
    /// Pixels × channels; it has the dimensions of channels × pixels.
    Turned(Main),
    Products(Products),
}

/// Queries times keys, both channels × pixels.
#[derive(Debug, Clone)]
pub(super) struct Products {
    pub query: Main,
    pub key: Main,
    /// What they are multiplied by.
    pub scale: f32,
    /// Whether a row is a key's, and a column a query's.
    pub by_keys: bool,
    /// Whether they are weights already, which sum to 1 over the keys.
    pub is_softmax: bool,
}

/// A result computed from the latent.
#[derive(Debug, Clone)]
pub(super) struct Main {
    /// Where the draft made it.
    pub place: Place,
    /// The graph's dimensions, the batch first; the draft's own shape may lag behind.
    pub dims: Vec<usize>,
    /// Whether channels are the last axis.
    pub last: bool,
    /// Zeros around it that the draft lacks as yet, as the next convolution may add them: top, bottom,
    /// left, right.
    pub pad: [usize; 4],
    /// Features that the draft has more than the graph, behind a label that is looked up.
    pub label_gap: isize,
}

impl Value {
    pub fn dims(&self) -> &[usize] {
        match self {
            Self::Constant(constant) => &constant.dims,
            Self::Main(Main { dims, .. })
            | Self::Label(dims)
            | Self::OneHot { dims, .. }
            | Self::Embedding { dims, .. } => dims,
            Self::Matrices(Matrices::Turned(main)) => &main.dims,
            Self::Matrices(Matrices::Products(products)) => &products.query.dims,
        }
    }
}
