//! Play in latent space: walking it, calculating in it, naming its points.

mod arithmetic;
mod code;
mod directions;
mod interpolation;
mod neighbours;
mod path;
mod point;
mod walk;

pub use arithmetic::{arithmetic, mean};
pub use code::Code;
pub use directions::{Direction, MOST_DIMENSIONS, directions};
pub use interpolation::{Interpolation, interpolate};
pub use neighbours::neighbours;
pub use path::Path;
pub use point::{sample, truncate};
pub use walk::Walk;
