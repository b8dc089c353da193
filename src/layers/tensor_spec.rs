//! The tensors of layers, before there are any numbers.

use super::PlannedLayer;
use crate::random::Random;
use crate::spec::Initialiser;
use std::borrow::Cow;

/// A tensor of a layer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TensorSpec {
    /// What it is to the layer: `weight`.
    pub role: Cow<'static, str>,
    /// Its dimensions, as they are in files.
    pub dims: Vec<usize>,
    /// The axis of a weight that counts what comes out.
    pub output_axis: usize,
    /// Its first numbers.
    pub initial: Initial,
    /// Whether training changes it by its gradient; running statistics have none.
    pub is_trained: bool,
}

/// The first numbers of a tensor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Initial {
    /// All the same.
    Constant(f32),
    /// Normal, around 1.
    AroundOne { deviation: f32 },
    /// A weight: each number of the output sums `fan_in` products, each of the input feeds `fan_out`.
    Weight {
        init: Initialiser,
        fan_in: usize,
        fan_out: usize,
    },
}

impl TensorSpec {
    /// One that training changes, all numbers the same at first.
    pub fn constant(role: &'static str, dims: Vec<usize>, value: f32) -> Self {
        Self {
            role: role.into(),
            dims,
            output_axis: 0,
            initial: Initial::Constant(value),
            is_trained: true,
        }
    }

    /// Numbers in it.
    pub fn count(&self) -> u64 {
        let dims = self.dims.iter();
        dims.fold(1, |count, &side| count.saturating_mul(side as u64))
    }

    /// Draws its first numbers.
    pub fn draw(&self, random: &mut Random) -> Vec<f32> {
        let count = self.dims.iter().product();
        match self.initial {
            Initial::Constant(value) => vec![value; count],
            Initial::AroundOne { deviation } => (0..count)
                .map(|_| 1.0 + deviation * random.normal())
                .collect(),
            Initial::Weight {
                init,
                fan_in,
                fan_out,
            } => init.draw(random, count, fan_in, fan_out),
        }
    }
}

/// A scale of 1 and a shift of 0 for each channel.
pub(super) fn scale_and_shift(at: &PlannedLayer) -> Vec<TensorSpec> {
    let channels = at.input.channels();
    vec![
        TensorSpec::constant("scale", vec![channels], 1.0),
        TensorSpec::constant("shift", vec![channels], 0.0),
    ]
}
