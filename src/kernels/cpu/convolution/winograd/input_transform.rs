//! The input transform Bᵀ of F(2, r), r ≤ 3. The two outputs of a line `d` under taps `g` are `d0·g0 +
//! d1·g1 + …` and `d1·g0 + d2·g1 + …`. They take α = r + 1 multiplications instead of 2r:
//!
//! - r = 1: `d0·g0` and `d1·g0`, as directly;
//! - r = 2: `(d0 − d1)·g0`, `(d1 − d2)·−g1` and `d1·(g0 + g1)`;
//! - r = 3: `(d0 − d2)·g0`, `(d1 − d3)·−g2`, `(d1 + d2)·(g0 + g1 + g2)/2` and `(d1 − d2)·(g1 − g0 −
//!   g2)/2`.
//!
//! The output transform is the same for every r: the first component counts for the first output, the
//! second for the second, the third for both, the fourth for the first and, negated, for the second. So
//! phases of different r can be added up before it. The signs are such that phases with outputs of
//! their own share input rows.

use super::lanes::{LANES, Lanes, add, load, store, subtract};
use crate::kernels::cpu::simd::vectorised;

/// The most taps of a phase, and its components then.
pub const MAX_R: usize = 3;
pub const MAX_ALPHA: usize = MAX_R + 1;

/// A row of Bᵀ: one input, or the sum or difference of two, by their offsets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum InputRow {
    One(usize),
    Sum(usize, usize),
    Difference(usize, usize),
}

/// Bᵀ of a phase with so many taps.
pub fn input_rows(taps: usize) -> &'static [InputRow] {
    use InputRow::{Difference, One, Sum};
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

impl InputRow {
    /// The same row at other offsets.
    pub fn map(self, offset: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::One(one) => Self::One(offset(one)),
            Self::Sum(one, other) => Self::Sum(offset(one), offset(other)),
            Self::Difference(one, other) => Self::Difference(offset(one), offset(other)),
        }
    }

    /// The last offset.
    pub fn last_offset(self) -> usize {
        let [one, other] = self.offsets();
        one.max(other)
    }

    fn offsets(self) -> [usize; 2] {
        match self {
            Self::One(one) => [one; 2],
            Self::Sum(one, other) | Self::Difference(one, other) => [one, other],
        }
    }

    /// Applies it to contiguous elements, as many as there are; those of an offset begin at
    /// `start(offset)`.
    pub fn fill(self, to: &mut [f32], from: &[f32], start: impl Fn(usize) -> usize) {
        let available = self
            .offsets()
            .map(|offset| from.len().saturating_sub(start(offset)));
        let length = to.len().min(available[0]).min(available[1]);
        if length == 0 {
            return;
        }
        let to = &mut to[..length];
        let at = |offset: usize| &from[start(offset)..][..length];
        match self {
            Self::One(one) => to.copy_from_slice(at(one)),
            Self::Sum(one, other) => both(to, [at(one), at(other)], add, |one, other| one + other),
            Self::Difference(one, other) => {
                both(to, [at(one), at(other)], subtract, |one, other| one - other);
            }
        }
    }
}

/// Whole vectors, and then single elements.
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
