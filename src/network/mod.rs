//! Networks: which tensors a spec asks for, and its layers at work.

#[cfg(feature = "engine")]
mod module;
mod plan;
#[cfg(feature = "engine")]
mod read_write;
mod stack;
mod tensors;
#[cfg(feature = "engine")]
mod vectors;

#[cfg(feature = "engine")]
pub use module::{Network, Pass};
pub(crate) use plan::MOST_LAYERS;
pub use plan::NetworkPlan;
pub(crate) use stack::Stack;
pub use tensors::NamedTensor;
pub(crate) use tensors::{TensorShape, check_shapes, check_values, in_order};
#[cfg(feature = "engine")]
pub use vectors::one_hot;
#[cfg(feature = "engine")]
pub(crate) use vectors::{flatten, read_all, vectors};
