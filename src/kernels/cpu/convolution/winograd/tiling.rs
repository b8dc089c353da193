//! How tiles lie in the input and the output of a pass.

use super::super::Block;
use super::input_transform::{InputRow, MAX_R, input_rows};
use crate::kernels::Geometry;
use std::ops::Range;

/// Tiles of a block, unless a single row has more.
const BLOCK_TILES: usize = 128;
/// Elements of a block's transformed input, unless a single sample has more: they should stay in the cache.
const BLOCK_INPUT: usize = 1 << 21;

/// One axis of a pass. A tile is two neighbouring outputs of a phase.
#[derive(Debug, Clone)]
pub struct TileAxis {
    /// Input pixels, and the padding before them.
    pub input_len: usize,
    pub padding: usize,
    /// Between the inputs of a tile; the next tile begins twice as far.
    pub input_stride: usize,
    /// The distinct rows of Bᵀ of all phases, with offsets from a tile's first input.
    pub input_rows: Vec<InputRow>,
    /// As many as the stride.
    pub phases: Vec<Phase>,
    pub output_len: usize,
    /// Between the outputs of a phase, if every phase has outputs of its own.
    pub output_stride: Option<usize>,
    /// Output tiles of the phase that has most.
    pub tiles: usize,
    /// How many further tiles a tile reads inputs of, and the number of tiles that are read in all.
    pub extra_tiles: usize,
    pub input_tiles: usize,
}

/// A stride phase: the taps that are a stride apart.
#[derive(Debug, Clone)]
pub struct Phase {
    /// In the order of the inputs that they meet.
    pub taps: Vec<usize>,
    /// Its first output.
    pub first: usize,
    /// For each component the index of its input row.
    pub components: Vec<usize>,
}

impl TileAxis {
    /// Of a convolution: all phases add to the same outputs.
    pub fn conv(geometry: Geometry, axis: usize) -> Self {
        let stride = geometry.stride[axis];
        let phases = (0..stride).map(|phase| {
            let taps = (phase..geometry.kernel[axis]).step_by(stride).collect();
            (taps, 0, phase)
        });
        let [input_len, output_len] = [geometry.large[axis], geometry.small[axis]];
        let padding = geometry.padding[axis];
        Self::new(
            [input_len, padding, stride],
            phases.collect(),
            output_len,
            None,
        )
    }

    /// Of a transposed convolution: every phase has outputs of its own.
    pub fn conv_transpose(geometry: Geometry, axis: usize) -> Self {
        let (stride, padding) = (geometry.stride[axis], geometry.padding[axis]);
        let phases = (0..stride).map(|phase| {
            let taps: Vec<_> = (phase..geometry.kernel[axis]).step_by(stride).collect();
            let first = (phase + padding * (stride - 1)) % stride;
            // The last tap meets the first pixel; before it there is padding.
            let begin = (first + padding) / stride + MAX_R - taps.len();
            (taps.into_iter().rev().collect(), first, begin)
        });
        let [input_len, output_len] = [geometry.small[axis], geometry.large[axis]];
        let mut phases: Vec<_> = phases.collect();
        let begins = phases.iter().map(|&(_, _, begin)| begin);
        let least = begins.min().unwrap_or_default().min(MAX_R - 1);
        phases.iter_mut().for_each(|(_, _, begin)| *begin -= least);
        let padding = MAX_R - 1 - least;
        Self::new([input_len, padding, 1], phases, output_len, Some(stride))
    }

    /// `phases` has the taps, the first output and the first input of each.
    fn new(
        [input_len, padding, input_stride]: [usize; 3],
        phases: Vec<(Vec<usize>, usize, usize)>,
        output_len: usize,
        output_stride: Option<usize>,
    ) -> Self {
        let mut all = Vec::new();
        let phases = phases.into_iter().map(|(taps, first, begin)| {
            let components = input_rows(taps.len()).iter().map(|row| {
                let row = row.map(|at| begin + at * input_stride);
                all.iter()
                    .position(|other| *other == row)
                    .unwrap_or_else(|| {
                        all.push(row);
                        all.len() - 1
                    })
            });
            Phase {
                components: components.collect(),
                taps,
                first,
            }
        });
        let mut axis = Self {
            input_len,
            padding,
            input_stride,
            phases: phases.collect(),
            input_rows: all,
            output_len,
            output_stride,
            tiles: output_len.div_ceil(output_stride.unwrap_or(1)).div_ceil(2),
            extra_tiles: 0,
            input_tiles: 0,
        };
        axis.reach();
        axis
    }

    /// Finds how far tiles read. Components that no output needs may read beyond.
    fn reach(&mut self) {
        for group in self.groups() {
            for phase in &self.phases[group.clone()] {
                for (component, &row) in phase.components.iter().enumerate() {
                    let tiles = self.tiles_needed(&group, component);
                    let extra_tiles = self.input_rows[row].last_offset() / self.tile();
                    self.extra_tiles = self.extra_tiles.max(extra_tiles);
                    self.input_tiles = self.input_tiles.max(tiles + extra_tiles);
                }
            }
        }
    }

    pub fn both(of: impl Fn(Geometry, usize) -> Self, geometry: Geometry) -> Tiling {
        [0, 1].map(|axis| of(geometry, axis))
    }

    /// The distance from a tile's inputs to the next one's.
    pub fn tile(&self) -> usize {
        2 * self.input_stride
    }

    /// Components of all phases together.
    pub fn total_components(&self) -> usize {
        self.phases.iter().map(|phase| phase.components.len()).sum()
    }

    /// The groups of phases that add to the same outputs.
    pub fn groups(&self) -> Vec<Range<usize>> {
        let phases = 0..self.phases.len();
        match self.output_stride {
            None => vec![phases],
            Some(_) => phases.map(|phase| phase..phase + 1).collect(),
        }
    }

    /// α of the group's longest phase.
    pub fn max_components(&self, group: &Range<usize>) -> usize {
        let phases = self.phases[group.clone()].iter();
        let components = phases.map(|phase| phase.components.len());
        components.max().unwrap_or_default()
    }

    /// The phases of a group that have such a component.
    pub fn phases_with(
        &self,
        group: &Range<usize>,
        component: usize,
    ) -> impl Iterator<Item = &Phase> {
        let phases = self.phases[group.clone()].iter();
        phases.filter(move |phase| component < phase.components.len())
    }

    /// The two outputs of a group's tile.
    pub fn pixels(&self, group: &Range<usize>, tile: usize) -> [usize; 2] {
        let step = self.output_stride.unwrap_or(1);
        [0, 1].map(|at| self.phases[group.start].first + (2 * tile + at) * step)
    }

    /// How many tiles need a component: the second one belongs to the second output alone, which the
    /// last tile may lack.
    pub fn tiles_needed(&self, group: &Range<usize>, component: usize) -> usize {
        let first = self.pixels(group, 0)[usize::from(component == 1)];
        let tile = 2 * self.output_stride.unwrap_or(1);
        self.output_len.saturating_sub(first).div_ceil(tile)
    }

    /// The multiplications of a row of outputs, by Winograd and directly.
    fn multiplications(&self) -> [usize; 2] {
        let mut counts = [0; 2];
        for group in self.groups() {
            let [first, second] = [0, 1].map(|component| self.tiles_needed(&group, component));
            for phase in &self.phases[group] {
                counts[0] += second + first * (phase.components.len() - 1);
                counts[1] += (first + second) * phase.taps.len();
            }
        }
        counts
    }
}

/// Both axes.
pub type Tiling = [TileAxis; 2];

/// Whether at least a quarter of the multiplications is saved.
pub fn saves_enough(tiling: &Tiling) -> bool {
    let [rows, columns] = tiling.each_ref().map(TileAxis::multiplications);
    let [winograd, direct] = [0, 1].map(|at| rows[at] as u64 * columns[at] as u64);
    winograd * 4 <= direct * 3
}

/// Blocks of rows of tiles.
impl Block {
    pub fn tiles(&self, tiling: &Tiling) -> usize {
        self.samples * self.rows.len() * tiling[1].tiles
    }

    /// Its rows of outputs.
    pub fn outputs(&self, rows: &TileAxis) -> Range<usize> {
        let [first, end] =
            [self.rows.start, self.rows.end].map(|row| row * 2 * rows.output_stride.unwrap_or(1));
        first..end.min(rows.output_len)
    }

    /// Every tile of the first `samples`: its sample, row and column.
    pub fn each_tile(
        &self,
        samples: usize,
        columns: &TileAxis,
    ) -> impl Iterator<Item = [usize; 3]> {
        let [rows, columns] = [self.rows.len(), columns.tiles];
        (0..samples * rows * columns).map(move |tile| {
            let row = tile / columns;
            [row / rows, row % rows, tile % columns]
        })
    }

    /// The indices of a tile's 2×2 outputs among the block's, `[samples, rows, columns]`; none beyond
    /// the edge.
    pub fn pixels(
        &self,
        [rows, columns]: &Tiling,
        group: &[Range<usize>; 2],
        [sample, row, column]: [usize; 3],
    ) -> [[Option<usize>; 2]; 2] {
        let of_block = self.outputs(rows);
        let columns_of_tile = columns.pixels(&group[1], column);
        rows.pixels(&group[0], self.rows.start + row).map(|row| {
            columns_of_tile.map(|column| {
                let line = sample * of_block.len() + row - of_block.start;
                (row < of_block.end && column < columns.output_len)
                    .then_some(line * columns.output_len + column)
            })
        })
    }

    /// The offsets of each sample's first rows and columns of tiles, in a matrix with a row of `stride`
    /// for each tile.
    pub fn tile_offsets(
        &self,
        [rows, columns]: [usize; 2],
        tiling: &Tiling,
        stride: usize,
    ) -> Vec<u32> {
        let mut offsets = Vec::new();
        for sample in 0..self.samples {
            for row in 0..rows {
                let start = (sample * self.rows.len() + row) * tiling[1].tiles;
                offsets.extend((start..start + columns).map(|tile| (tile * stride) as u32));
            }
        }
        offsets
    }

    /// How many of its rows and columns of tiles need a component.
    pub fn tiles_needed(
        &self,
        [rows, columns]: &Tiling,
        group: &[Range<usize>; 2],
        component: [usize; 2],
    ) -> [usize; 2] {
        let first = rows.tiles_needed(&group[0], component[0]);
        [
            first.saturating_sub(self.rows.start).min(self.rows.len()),
            columns.tiles_needed(&group[1], component[1]),
        ]
    }
}

/// The samples and the rows of tiles of a block, for so many input channels.
pub fn block_size(tiling: &Tiling, channels: usize, batch: usize) -> (usize, usize) {
    let [rows, columns] = tiling.each_ref().map(|axis| axis.tiles);
    let samples_per_block = BLOCK_TILES / (rows * columns);
    if samples_per_block == 0 {
        let parts = rows.div_ceil((BLOCK_TILES / columns).max(1));
        return (1, rows.div_ceil(parts));
    }
    let of_sample = tiling
        .each_ref()
        .map(|axis| axis.input_rows.len() * axis.input_tiles);
    let room = BLOCK_INPUT / (of_sample[0] * of_sample[1] * channels).max(1);
    (samples_per_block.min(room.max(1)).min(batch), rows)
}
