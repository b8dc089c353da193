//! How the tiles of a pass lie in what is read and in what comes out.

use super::super::Block;
use super::forms::{MOST_TAPS, Read, reads};
use crate::kernels::Geometry;
use std::ops::Range;

/// Tiles that are worked on together, if one row has not more.
const TILES: usize = 128;
/// Numbers that they read, if one sample has not more: they should stay in a cache.
const NUMBERS: usize = 1 << 21;

/// One axis of a pass. Two results of a phase that are next to each other are a tile.
#[derive(Debug, Clone)]
pub struct Axis {
    /// Numbers that are read, and zeros before them.
    pub length: usize,
    pub before: usize,
    /// From a number that a tile reads to its next one. Twice as far are those of the next tile.
    pub apart: usize,
    /// What is read, counted from a tile's beginning.
    pub reads: Vec<Read>,
    /// As many as the stride has places.
    pub phases: Vec<Phase>,
    pub results: usize,
    /// Whether every phase has results of its own, this far from one another.
    pub step: Option<usize>,
    /// Of the phase that has most.
    pub tiles: usize,
    /// Tiles after it, from which a tile reads too; and where the last one is from which any does.
    pub further: usize,
    pub end: usize,
}

/// Places of the kernel that are a stride from one another.
#[derive(Debug, Clone)]
pub struct Phase {
    /// Those places, in the order of what they meet.
    pub taps: Vec<usize>,
    /// Its first result.
    pub first: usize,
    /// For each of its products which of the axis' reads.
    pub products: Vec<usize>,
}

impl Axis {
    /// From the big side to the small one: all phases add to the same results.
    pub fn down(geometry: Geometry, axis: usize) -> Self {
        let stride = geometry.stride[axis];
        let phases = (0..stride).map(|place| {
            let taps = (place..geometry.kernel[axis]).step_by(stride).collect();
            (taps, 0, place)
        });
        let [length, results] = [geometry.big[axis], geometry.small[axis]];
        let before = geometry.before[axis];
        Self::new([length, before, stride], phases.collect(), results, None)
    }

    /// From the small side to the big one: every phase has results of its own.
    pub fn up(geometry: Geometry, axis: usize) -> Self {
        let (stride, before) = (geometry.stride[axis], geometry.before[axis]);
        let phases = (0..stride).map(|place| {
            let taps: Vec<_> = (place..geometry.kernel[axis]).step_by(stride).collect();
            let first = (place + before * (stride - 1)) % stride;
            // The last place of the kernel meets the first number; there are zeros before it.
            let begin = (first + before) / stride + MOST_TAPS - taps.len();
            (taps.into_iter().rev().collect(), first, begin)
        });
        let [length, results] = [geometry.small[axis], geometry.big[axis]];
        let mut phases: Vec<_> = phases.collect();
        let begins = phases.iter().map(|&(_, _, begin)| begin);
        let least = begins.min().unwrap_or_default().min(MOST_TAPS - 1);
        phases.iter_mut().for_each(|(_, _, begin)| *begin -= least);
        let before = MOST_TAPS - 1 - least;
        Self::new([length, before, 1], phases, results, Some(stride))
    }

    /// Of each phase: its places of the kernel, its first result, and where it begins to read.
    fn new(
        [length, before, apart]: [usize; 3],
        phases: Vec<(Vec<usize>, usize, usize)>,
        results: usize,
        step: Option<usize>,
    ) -> Self {
        let mut all = Vec::new();
        let phases = phases.into_iter().map(|(taps, first, begin)| {
            let products = reads(taps.len()).iter().map(|read| {
                let read = read.map(|at| begin + at * apart);
                all.iter()
                    .position(|other| *other == read)
                    .unwrap_or_else(|| {
                        all.push(read);
                        all.len() - 1
                    })
            });
            Phase {
                products: products.collect(),
                taps,
                first,
            }
        });
        let mut axis = Self {
            length,
            before,
            apart,
            phases: phases.collect(),
            reads: all,
            results,
            step,
            tiles: results.div_ceil(step.unwrap_or(1)).div_ceil(2),
            further: 0,
            end: 0,
        };
        axis.reach();
        axis
    }

    /// How far tiles read; products that no result needs may read what is not there.
    fn reach(&mut self) {
        for group in self.groups() {
            for phase in &self.phases[group.clone()] {
                for (product, &read) in phase.products.iter().enumerate() {
                    let tiles = self.needing(&group, product);
                    let further = self.reads[read].furthest() / self.tile();
                    self.further = self.further.max(further);
                    self.end = self.end.max(tiles + further);
                }
            }
        }
    }

    pub fn both(of: impl Fn(Geometry, usize) -> Self, geometry: Geometry) -> Tiling {
        [0, 1].map(|axis| of(geometry, axis))
    }

    /// Numbers from a tile to the next.
    pub fn tile(&self) -> usize {
        2 * self.apart
    }

    /// Products of all phases.
    pub fn products(&self) -> usize {
        self.phases.iter().map(|phase| phase.products.len()).sum()
    }

    /// Phases that add to the same results.
    pub fn groups(&self) -> Vec<Range<usize>> {
        let phases = 0..self.phases.len();
        match self.step {
            None => vec![phases],
            Some(_) => phases.map(|phase| phase..phase + 1).collect(),
        }
    }

    /// Products that the phases of a group have, at most.
    pub fn most_products(&self, group: &Range<usize>) -> usize {
        let phases = self.phases[group.clone()].iter();
        let products = phases.map(|phase| phase.products.len());
        products.max().unwrap_or_default()
    }

    /// Of a group's phases those that have such a product.
    pub fn having(&self, group: &Range<usize>, product: usize) -> impl Iterator<Item = &Phase> {
        let phases = self.phases[group.clone()].iter();
        phases.filter(move |phase| product < phase.products.len())
    }

    /// The two results of a tile of a group, counted from the first tile's beginning.
    pub fn pixels(&self, group: &Range<usize>, tile: usize) -> [usize; 2] {
        let step = self.step.unwrap_or(1);
        [0, 1].map(|at| self.phases[group.start].first + (2 * tile + at) * step)
    }

    /// Tiles whose product a group's results need: the second is of the second result alone.
    pub fn needing(&self, group: &Range<usize>, product: usize) -> usize {
        let first = self.pixels(group, 0)[usize::from(product == 1)];
        let apart = 2 * self.step.unwrap_or(1);
        self.results.saturating_sub(first).div_ceil(apart)
    }

    /// Multiplications of a row of results, and how many there would be otherwise.
    fn multiplications(&self) -> [usize; 2] {
        let mut counts = [0; 2];
        for group in self.groups() {
            let [first, second] = [0, 1].map(|product| self.needing(&group, product));
            for phase in &self.phases[group] {
                counts[0] += second + first * (phase.products.len() - 1);
                counts[1] += (first + second) * phase.taps.len();
            }
        }
        counts
    }
}

/// Both axes.
pub type Tiling = [Axis; 2];

/// Whether tiles take enough fewer multiplications.
pub fn pays(tiling: &Tiling) -> bool {
    let [rows, columns] = tiling.each_ref().map(Axis::multiplications);
    let [found, otherwise] = [0, 1].map(|at| rows[at] as u64 * columns[at] as u64);
    found * 4 <= otherwise * 3
}

/// Of rows of tiles.
impl Block {
    pub fn tiles(&self, tiling: &Tiling) -> usize {
        self.samples * self.rows.len() * tiling[1].tiles
    }

    /// Its rows of results: the first, and how many.
    pub fn results(&self, rows: &Axis) -> Range<usize> {
        let [first, end] =
            [self.rows.start, self.rows.end].map(|row| row * 2 * rows.step.unwrap_or(1));
        first..end.min(rows.results)
    }

    /// Every tile of the first of so many samples: its sample, row and column.
    pub fn each_tile(&self, samples: usize, columns: &Axis) -> impl Iterator<Item = [usize; 3]> {
        let [rows, columns] = [self.rows.len(), columns.tiles];
        (0..samples * rows * columns).map(move |tile| {
            let row = tile / columns;
            [row / rows, row % rows, tile % columns]
        })
    }

    /// Which the results of a tile are of a block's, `[samples, rows, columns]`; some lie beyond the edge.
    pub fn pixels(
        &self,
        [rows, columns]: &Tiling,
        group: &[Range<usize>; 2],
        [sample, row, column]: [usize; 3],
    ) -> [[Option<usize>; 2]; 2] {
        let of_block = self.results(rows);
        let across = columns.pixels(&group[1], column);
        rows.pixels(&group[0], self.rows.start + row).map(|row| {
            across.map(|column| {
                let line = sample * of_block.len() + row - of_block.start;
                (row < of_block.end && column < columns.results)
                    .then_some(line * columns.results + column)
            })
        })
    }

    /// Where of each sample so many rows and columns of tiles are, when all are `apart` from one another.
    pub fn within(&self, [rows, columns]: [usize; 2], tiling: &Tiling, apart: usize) -> Vec<u32> {
        let mut places = Vec::new();
        for sample in 0..self.samples {
            for row in 0..rows {
                let start = (sample * self.rows.len() + row) * tiling[1].tiles;
                places.extend((start..start + columns).map(|tile| (tile * apart) as u32));
            }
        }
        places
    }

    /// Rows and columns of its tiles whose product a group's results need.
    pub fn needing(
        &self,
        [rows, columns]: &Tiling,
        group: &[Range<usize>; 2],
        product: [usize; 2],
    ) -> [usize; 2] {
        let first = rows.needing(&group[0], product[0]);
        [
            first.saturating_sub(self.rows.start).min(self.rows.len()),
            columns.needing(&group[1], product[1]),
        ]
    }
}

/// Samples and rows of tiles of a block, when so many channels are read.
pub fn blocks(tiling: &Tiling, channels: usize, batch: usize) -> (usize, usize) {
    let [rows, columns] = tiling.each_ref().map(|axis| axis.tiles);
    let together = TILES / (rows * columns);
    if together == 0 {
        let parts = rows.div_ceil((TILES / columns).max(1));
        return (1, rows.div_ceil(parts));
    }
    let of_sample = tiling.each_ref().map(|axis| axis.reads.len() * axis.end);
    let room = NUMBERS / (of_sample[0] * of_sample[1] * channels).max(1);
    (together.min(room.max(1)).min(batch), rows)
}
