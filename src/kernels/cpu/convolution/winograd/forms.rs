//! Two results in a row by fewer products. With `d` what is read and `g` the weights of a phase, the
//! results are `d0·g0 + d1·g1 + …` and `d1·g0 + d2·g1 + …`; what takes `2n` products of `n` weights takes
//! `n + 1` of sums:
//!
//! - one weight: `d0·g0` and `d1·g0`, as ever;
//! - two: `(d0 − d1)·g0`, `(d1 − d2)·−g1`, and `d1·(g0 + g1)`;
//! - three: `(d0 − d2)·g0`, `(d1 − d3)·−g2`, `(d1 + d2)·(g0 + g1 + g2)/2`, and
//!   `(d1 − d2)·(g1 − g0 − g2)/2`.
//!
//! The first product belongs to the first result, the second to the second, the third to both, and the
//! fourth to the first and, taken away, to the second. So phases may be summed before results are made;
//! and differences have such signs that phases with results of their own read some of the same ones.

use super::lanes::{LANES, Lanes, add, load, store, subtract};
use crate::kernels::cpu::vectors::vectorised;

/// Weights that a phase has at most, and products that it takes then.
pub const MOST_TAPS: usize = 3;
pub const MOST_PRODUCTS: usize = MOST_TAPS + 1;

/// What a product reads: one number, or two, of which the other is added or taken away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Read {
    One(usize),
    Sum(usize, usize),
    Difference(usize, usize),
}

/// What the products of a phase with so many weights read.
pub fn reads(taps: usize) -> &'static [Read] {
    use Read::{Difference, One, Sum};
    match taps {
        1 => &[One(0), One(1)],
        2 => &[Difference(0, 1), Difference(1, 2), One(1)],
        _ => &[
            Difference(0, 2),
            Difference(1, 3),
            Sum(1, 2),
            Difference(1, 2),
        ],
    }
}

impl Read {
    /// With other places.
    pub fn map(self, place: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::One(one) => Self::One(place(one)),
            Self::Sum(one, other) => Self::Sum(place(one), place(other)),
            Self::Difference(one, other) => Self::Difference(place(one), place(other)),
        }
    }

    /// The last place.
    pub fn furthest(self) -> usize {
        let [one, other] = self.places();
        one.max(other)
    }

    fn places(self) -> [usize; 2] {
        match self {
            Self::One(one) => [one; 2],
            Self::Sum(one, other) | Self::Difference(one, other) => [one, other],
        }
    }

    /// Reads numbers in a row, as many as there are; those at a place begin at `start(place)`.
    pub fn fill(self, to: &mut [f32], from: &[f32], start: impl Fn(usize) -> usize) {
        let left = self
            .places()
            .map(|place| from.len().saturating_sub(start(place)));
        let length = to.len().min(left[0]).min(left[1]);
        if length == 0 {
            return;
        }
        let to = &mut to[..length];
        let at = |place: usize| &from[start(place)..][..length];
        match self {
            Self::One(one) => to.copy_from_slice(at(one)),
            Self::Sum(one, other) => both(to, [at(one), at(other)], add, |one, other| one + other),
            Self::Difference(one, other) => {
                both(to, [at(one), at(other)], subtract, |one, other| one - other);
            }
        }
    }
}

/// Vectors for as long as there are whole ones, and then numbers.
#[inline(always)]
fn both(
    to: &mut [f32],
    [one, other]: [&[f32]; 2],
    of_lanes: impl Fn(Lanes, Lanes) -> Lanes,
    of_numbers: impl Fn(f32, f32) -> f32,
) {
    let whole = to.len() - to.len() % LANES;
    vectorised(
        #[inline(always)]
        || {
            for at in (0..whole).step_by(LANES) {
                store(to, at, of_lanes(load(one, at), load(other, at)));
            }
            for at in whole..to.len() {
                to[at] = of_numbers(one[at], other[at]);
            }
        },
    );
}
