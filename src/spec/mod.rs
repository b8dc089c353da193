//! What layers and images are described with: sizes, shapes, windows, initial weights.

mod image;
mod initialiser;
mod padding;
mod per_axis;
mod shape;
mod size;
mod variants;

pub use image::ImageShape;
pub use initialiser::Initialiser;
pub use padding::{Padding, Window};
pub use per_axis::PerAxis;
pub use shape::Shape;
pub use size::{Scale, Size};
#[cfg(test)]
pub(crate) use variants::variant_fields;
pub(crate) use variants::variants;
