//! What a helper is asked to do.

use crate::kernels::Geometry;
use crate::kernels::cpu::convolution::{self, Axis, Parts, Sizes};

/// Some samples of a convolution, or some parts of its weights' gradient, with the sizes of those alone.
#[derive(Debug, Clone, Copy)]
pub struct Job {
    pub task: Task,
    pub sizes: Sizes,
}

#[derive(Debug, Clone, Copy)]
pub enum Task {
    Down,
    Up,
    WeightGradient(Parts),
}

impl Job {
    /// Numbers that say all of it.
    pub const NUMBERS: usize = 17;

    /// Numbers of both inputs: images and weight, or the images of the big and the small side.
    pub fn inputs(&self) -> [usize; 2] {
        let Sizes { batch, small, .. } = self.sizes;
        let weight = small * self.sizes.places();
        let [big, small] = [self.sizes.big_image(), self.sizes.small_image()].map(|it| batch * it);
        match self.task {
            Task::Down => [big, weight],
            Task::Up => [small, weight],
            Task::WeightGradient(_) => [big, small],
        }
    }

    /// Numbers that come out.
    pub fn output(&self) -> usize {
        match self.task {
            Task::Down => self.sizes.batch * self.sizes.small_image(),
            Task::Up => self.sizes.batch * self.sizes.big_image(),
            Task::WeightGradient(parts) => parts.lengths(&self.sizes).sum(),
        }
    }

    pub fn run(&self, to: &mut [f32], [first, second]: [&[f32]; 2]) {
        match self.task {
            Task::Down => convolution::down(to, first, second, self.sizes, &|_| {}),
            Task::Up => convolution::up(to, first, second, self.sizes, &|_| {}),
            Task::WeightGradient(parts) => {
                let all = 0..parts.count(&self.sizes);
                let mut rest = to;
                for part in convolution::compute_parts(first, second, &self.sizes, parts, all) {
                    let to = rest
                        .split_off_mut(..part.len())
                        .expect("room for all parts");
                    to.copy_from_slice(&part);
                }
            }
        }
    }

    /// For [`Self::from_numbers`].
    pub fn numbers(&self) -> [u32; Self::NUMBERS] {
        let Sizes {
            batch,
            big,
            small,
            geometry,
        } = self.sizes;
        let (task, [length, together, in_tiles]) = match self.task {
            Task::Down => (0, [0; 3]),
            Task::Up => (1, [0; 3]),
            Task::WeightGradient(parts) => {
                let task = match parts.along {
                    Axis::Samples => 2,
                    Axis::Channels => 3,
                };
                (task, [parts.length, parts.together, parts.in_tiles.into()])
            }
        };
        let [a, b, c, d, e] = [
            geometry.big,
            geometry.small,
            geometry.kernel,
            geometry.stride,
            geometry.before,
        ];
        [
            task, length, together, in_tiles, batch, big, small, a[0], a[1], b[0], b[1], c[0],
            c[1], d[0], d[1], e[0], e[1],
        ]
        .map(|number| number as u32)
    }

    pub fn from_numbers(numbers: [u32; Self::NUMBERS]) -> Self {
        let [
            task,
            length,
            together,
            in_tiles,
            batch,
            big,
            small,
            sides @ ..,
        ] = numbers.map(|number| number as usize);
        let side = |at: usize| [sides[2 * at], sides[2 * at + 1]];
        let parts = |along| Parts {
            along,
            length,
            together,
            in_tiles: in_tiles != 0,
        };
        Self {
            task: match task {
                0 => Task::Down,
                1 => Task::Up,
                2 => Task::WeightGradient(parts(Axis::Samples)),
                _ => Task::WeightGradient(parts(Axis::Channels)),
            },
            sizes: Sizes {
                batch,
                big,
                small,
                geometry: Geometry {
                    big: side(0),
                    small: side(1),
                    kernel: side(2),
                    stride: side(3),
                    before: side(4),
                },
            },
        }
    }
}
