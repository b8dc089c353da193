//! Playing with a trained generator: `sample`, `interpolate`, `sweep`, `arithmetic`.

mod arithmetic;
mod generator;
mod interpolate;
mod picture;
mod sample;
mod sweep;

pub use arithmetic::Arithmetic;
pub use interpolate::Interpolate;
pub use sample::Sample;
pub use sweep::Sweep;
