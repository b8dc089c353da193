//! Networks as data: a list of layers, written the same in Rust, JSON and a weight file's header.

mod infer;
mod initialiser;
mod layer;
mod layout;
mod padding;
mod rules;
mod shape;
mod size;

pub(crate) use infer::{MOST_LAYERS, check_size};
pub use infer::{NetworkPlan, PlannedLayer};
pub use initialiser::Initialiser;
pub use layer::{LayerSpec, UpsampleMode};
pub use layout::NamedTensor;
pub(crate) use layout::{TensorShape, check_shapes, check_values, layout, roles};
pub use padding::{Padding, Window};
pub(crate) use rules::plan_layer;
pub use shape::Shape;
pub use size::{Scale, Size};

/// A network: its layers in order. The first layer's input shape comes from the recipe.
pub type NetworkSpec = Vec<LayerSpec>;
