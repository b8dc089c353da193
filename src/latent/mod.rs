//! Play in latent space: walking it, calculating in it, naming its points.

mod arithmetic;
mod directions;
mod interpolation;
mod neighbours;
mod path;
mod point;
mod space;
mod text;
mod walk;

pub use arithmetic::{arithmetic, mean};
pub(crate) use directions::directions;
pub use directions::{Direction, MOST_DIMENSIONS};
pub use interpolation::{Interpolation, interpolate};
pub use neighbours::neighbours;
pub use path::Path;
pub use point::{MOST_IMAGES, sample, samples, truncate};
pub use space::Space;
pub use text::LatentText;
pub use walk::Walk;
