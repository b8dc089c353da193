//! Playing with a trained generator: `sample`, `interpolate`, `sweep`, `arithmetic`.

mod arithmetic;
mod base;
mod generator;
mod interpolate;
mod picture;
mod sample;
mod sweep;

pub use arithmetic::Arithmetic;
pub use generator::count;
pub use interpolate::Interpolate;
pub use sample::Sample;
pub use sweep::Sweep;
