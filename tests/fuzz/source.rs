//! Chance, and the files that inputs are made from.

use super::Files;
use ganvas::random::{Purpose, Random};

/// What one input is made from.
pub struct Source<'a> {
    random: Random,
    seeds: &'a [Files],
}

impl<'a> Source<'a> {
    /// Of input number `index` of a seed.
    pub fn new(seed: u64, index: u64, seeds: &'a [Files]) -> Self {
        Self {
            random: Random::new(seed, Purpose::Shuffle, index),
            seeds,
        }
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.random.below(u32::try_from(limit).unwrap_or(u32::MAX)) as usize
    }

    pub fn is_one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub fn pick<'b, T>(&mut self, from: &'b [T]) -> &'b T {
        &from[self.below(from.len())]
    }

    pub fn byte(&mut self) -> u8 {
        self.below(256) as u8
    }

    /// A seed of the target.
    pub fn seed(&mut self) -> &'a Files {
        let seeds = self.seeds;
        self.pick(seeds)
    }

    /// What one of the files of a seed holds.
    pub fn other(&mut self) -> &'a [u8] {
        let files = self.seed();
        &self.pick(files).1
    }
}
