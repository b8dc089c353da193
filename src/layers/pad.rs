//! Pixels around an image.

use super::form::form;
use super::checks::{image};
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Padding, Scale, Shape};
use serde::{Deserialize, Serialize};
use std::iter::repeat_n;

/// Most pixels on a side.
const MOST: usize = 64;

/// An image with pixels around it. A convolution adds zeros itself, by its padding.
#[derive(Debug, Clone, PartialEq)]
pub struct Pad {
    /// How many, on each side.
    pub padding: Padding,
    /// What they are.
    pub mode: PadMode,
}

form!(Pad { padding, mode });

/// What pixels around an image are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PadMode {
    /// Zeros.
    Zeros,
    /// The image, mirrored at the middle of its outermost pixels, as PyTorch's `ReflectionPad2d`.
    Reflect,
    /// The outermost pixels, as PyTorch's `ReplicationPad2d`.
    Replicate,
}

impl Pad {
    /// Before and behind the rows or columns.
    fn sides(&self, axis: usize) -> Option<[usize; 2]> {
        match self.padding {
            Padding::Even(side) => Some([side; 2]),
            Padding::Sides(sides) => Some([sides[2 * axis], sides[2 * axis + 1]]),
            _ => None,
        }
    }

    /// The row or column that each comes from; none for zeros.
    fn sources(&self, axis: usize, side: usize) -> Vec<Option<usize>> {
        let [before, behind] = self.sides(axis).unwrap_or_default();
        let last = side - 1;
        let [first, end]: [Vec<Option<usize>>; 2] = match self.mode {
            PadMode::Zeros => [before, behind].map(|count| vec![None; count]),
            PadMode::Replicate => [
                repeat_n(Some(0), before).collect(),
                repeat_n(Some(last), behind).collect(),
            ],
            PadMode::Reflect => [
                (1..=before).rev().map(Some).collect(),
                (1..=behind).map(|by| Some(last - by)).collect(),
            ],
        };
        first.into_iter().chain((0..side).map(Some)).chain(end).collect()
    }
}

/// Rows become channels, and back; or columns.
fn turned<T: Ops>(x: T, axis: usize) -> T {
    x.permute([[0, 2, 1, 3], [0, 3, 2, 1]][axis])
}

/// The channels of `x` that `sources` name, one behind the other.
fn gathered<T: Ops>(x: &T, sources: &[Option<usize>]) -> T {
    let [batch, _, height, width] = x.dims();
    let mut parts = Vec::new();
    let mut index = 0;
    while let Some(source) = sources.get(index) {
        let follows = |by: usize| source.map(|source| source + by);
        let run = (index..sources.len()).take_while(|at| sources[*at] == follows(at - index));
        let length = run.count();
        parts.push(match source {
            Some(source) => x.clone().narrow(*source, length),
            None => x.beside(vec![0.0; batch * length * height * width], [batch, length, height, width]),
        });
        index += length;
    }
    T::cat(parts)
}

/// The adjoint: what each channel of the source gets from those that it was put to.
fn scattered<T: Ops>(gradient: &T, sources: &[Option<usize>], side: usize) -> T {
    let parts = (0..side).map(|own| {
        let places = (0..sources.len()).filter(|place| sources[*place] == Some(own));
        let parts = places.map(|place| gradient.clone().narrow(place, 1));
        parts.reduce(T::add).expect("every row is its own source")
    });
    T::cat(parts.collect())
}

impl Layer for Pad {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let dims = image(input)?;
        let mut output = dims;
        for axis in [0, 1] {
            let side = dims[axis + 1];
            let sides = self.sides(axis).filter(|sides| sides.iter().all(|by| *by <= MOST));
            let [before, behind] = sides.ok_or_else(|| {
                sentence!("a pad layer's padding is 0 to {most} pixels, one number or four", most = MOST)
            })?;
            if self.mode == PadMode::Reflect && before.max(behind) >= side {
                return Err(sentence!(
                    "{side} pixels cannot be mirrored for {more} more: at most one less is possible",
                    side,
                    more = before.max(behind)
                ));
            }
            output[axis + 1] = side + before + behind;
        }
        Ok(Shape::Image(output))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let [_, height, width] = at.layer.input.dims();
        [height, width].into_iter().enumerate().fold(x, |x, (axis, side)| {
            let rows = turned(x, axis);
            turned(gathered(&rows, &self.sources(axis, side)), axis)
        })
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        let [_, height, width] = at.layer.input.dims();
        [height, width].into_iter().enumerate().fold(gradient, |gradient, (axis, side)| {
            let rows = turned(gradient, axis);
            turned(scattered(&rows, &self.sources(axis, side), side), axis)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    fn check(mode: PadMode, padding: [usize; 4], y: &[f32], x_gradient: &[f32]) {
        Reference {
            layer: Pad { padding: Padding::Sides(padding), mode }.into(),
            input: [1, 2, 3],
            tensors: &[],
            x: &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            y,
            x_gradient,
            tensor_gradients: &[],
        }
        .check();
    }

    #[test]
    fn it_is_that_of_pytorch() {
        // torch.nn.ReflectionPad2d((2, 1, 1, 0)): left, right, top, bottom
        let mirrored = [
            6.0, 5.0, 4.0, 5.0, 6.0, 5.0, 3.0, 2.0, 1.0, 2.0, 3.0, 2.0, 6.0, 5.0, 4.0, 5.0, 6.0, 5.0,
        ];
        let gradient = [9.0, 30.0, 18.0, 18.0, 60.0, 36.0];
        check(PadMode::Reflect, [1, 0, 2, 1], &mirrored, &gradient);
        // torch.nn.ReplicationPad2d((1, 0, 0, 1))
        let repeated = [1.0, 1.0, 2.0, 3.0, 4.0, 4.0, 5.0, 6.0, 4.0, 4.0, 5.0, 6.0];
        let gradient = [3.0, 3.0, 4.0, 30.0, 18.0, 20.0];
        check(PadMode::Replicate, [0, 1, 1, 0], &repeated, &gradient);
        // torch.nn.ZeroPad2d((0, 1, 0, 0))
        let zeros = [1.0, 2.0, 3.0, 0.0, 4.0, 5.0, 6.0, 0.0];
        let gradient = [1.0, 2.0, 3.0, 5.0, 6.0, 7.0];
        check(PadMode::Zeros, [0, 0, 0, 1], &zeros, &gradient);
    }
}
