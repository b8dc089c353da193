//! The transformed input V of a block. The images' rows and columns are first split by their position
//! in a tile, so that a row of Bᵀ applies to all tiles as one long row of elements.

use super::super::Block;
use super::tiling::{TileAxis, Tiling};
use crate::kernels::cpu::transpose::transpose;
use std::ops::Range;

/// The layout of V: `[input rows of rows, input rows of columns, channels, rows of tiles, samples,
/// columns of tiles]`.
#[derive(Debug)]
pub struct TransformedInput<'a> {
    pub tiling: &'a Tiling,
    pub block: &'a Block,
    pub channels: usize,
    /// Columns of tiles of all samples, with those that are read but have no outputs.
    row_stride: usize,
}

impl<'a> TransformedInput<'a> {
    pub fn new(tiling: &'a Tiling, block: &'a Block, channels: usize) -> Self {
        Self {
            tiling,
            block,
            channels,
            row_stride: block.samples * tiling[1].input_tiles,
        }
    }

    /// Elements of a plane: one for every tile, of one channel and component.
    fn plane(&self) -> usize {
        self.block.rows.len() * self.row_stride
    }

    /// Rows of tiles that are read.
    fn rows(&self) -> Range<usize> {
        let TileAxis {
            extra_tiles,
            input_tiles,
            ..
        } = self.tiling[0];
        self.block.rows.start..(self.block.rows.end + extra_tiles).min(input_tiles)
    }

    /// Pixels of a channel with the same position in their tiles.
    fn pixels(&self) -> usize {
        self.rows().len() * self.row_stride
    }

    /// The lengths of the slices that [`Self::fill`] takes: V, a channel's images twice, and those
    /// transformed along columns.
    pub fn scratch_lengths(&self) -> [u64; 3] {
        let [rows, columns] = self.tiling;
        let of = |counts: [usize; 3]| counts.iter().map(|&count| count as u64).product();
        let input_rows = rows.input_rows.len() * columns.input_rows.len();
        [
            of([input_rows, self.channels, self.plane()]),
            of([2 * rows.tile(), columns.tile(), self.pixels()]),
            of([rows.tile(), columns.input_rows.len(), self.pixels()]),
        ]
    }

    /// The input transform of so many samples; `image` gives a sample's channel.
    pub fn fill<'i>(
        &self,
        [planes, images, lines]: [&mut [f32]; 3],
        samples: usize,
        image: impl Fn(usize, usize) -> &'i [f32],
    ) {
        let [rows, columns] = self.tiling;
        let (plane, pixels, all) = (self.plane(), self.pixels(), self.pixels() * rows.tile());
        let (images, split) = images.split_at_mut(all * columns.tile());
        // All channels have their padding in the same positions.
        images.fill(0.0);
        for channel in 0..self.channels {
            for sample in 0..samples {
                self.copy(images, image(sample, channel), sample);
            }
            // Split by position in a tile.
            transpose(split, all, images, columns.tile(), [all, columns.tile()]);
            for (input_row, line) in columns.input_rows.iter().zip(lines.chunks_exact_mut(all)) {
                input_row.fill(line, split, |at| {
                    at % columns.tile() * all + at / columns.tile()
                });
            }
            for (row, input_row) in rows.input_rows.iter().enumerate() {
                let lines = lines.chunks_exact(all).take(columns.input_rows.len());
                for (column, line) in lines.enumerate() {
                    let to = self.plane_index([row, column], channel) * plane;
                    input_row.fill(&mut planes[to..][..plane], line, |at| {
                        at % rows.tile() * pixels + at / rows.tile() * self.row_stride
                    });
                }
            }
        }
    }

    /// Copies the block's rows of a sample: `[row in a tile, rows of tiles, samples, columns]`.
    fn copy(&self, to: &mut [f32], image: &[f32], sample: usize) {
        let [rows, columns] = self.tiling;
        let length = columns.input_tiles * columns.tile();
        let kept = columns
            .input_len
            .min(length.saturating_sub(columns.padding));
        for (tile, from_top) in self.rows().enumerate() {
            for offset in 0..rows.tile() {
                let row = from_top * rows.tile() + offset;
                if (rows.padding..rows.padding + rows.input_len).contains(&row) {
                    let line = (offset * self.pixels() + tile * self.row_stride) * columns.tile();
                    let to = &mut to[line + sample * length + columns.padding..][..kept];
                    copy(
                        to,
                        &image[(row - rows.padding) * columns.input_len..][..kept],
                    );
                }
            }
        }
    }

    /// The index of a plane.
    pub fn plane_index(&self, [row, column]: [usize; 2], channel: usize) -> usize {
        (row * self.tiling[1].input_rows.len() + column) * self.channels + channel
    }

    /// The planes that a group's phases read for a component, of all channels.
    pub fn planes_of(&self, group: &[Range<usize>; 2], component: [usize; 2]) -> Vec<u32> {
        let [rows, columns] = self.tiling;
        let mut planes = Vec::new();
        for row in rows.phases_with(&group[0], component[0]) {
            for column in columns.phases_with(&group[1], component[1]) {
                let input_rows = [
                    row.components[component[0]],
                    column.components[component[1]],
                ];
                let channels = 0..self.channels;
                planes.extend(channels.map(|channel| self.plane_index(input_rows, channel) as u32));
            }
        }
        planes
    }

    /// The planes' offsets.
    pub fn plane_offsets(&self, planes: &[u32]) -> Vec<u32> {
        let plane = self.plane() as u32;
        planes.iter().map(|index| index * plane).collect()
    }

    /// The offsets within a plane of every sample's first rows and columns of tiles.
    pub fn tile_offsets(&self, [rows, columns]: [usize; 2]) -> Vec<u32> {
        let sample = self.row_stride / self.block.samples;
        let mut offsets = Vec::new();
        for first in (0..self.block.samples).map(|at| at * sample) {
            for row in (0..rows).map(|row| first + row * self.row_stride) {
                offsets.extend((row..row + columns).map(|offset| offset as u32));
            }
        }
        offsets
    }
}

/// Copies short rows as two overlapping runs: their length is constant, so no `memcpy` is called.
fn copy(to: &mut [f32], from: &[f32]) {
    match from.len() {
        4..=8 => copy_ends::<4>(to, from),
        9..=16 => copy_ends::<8>(to, from),
        17..=32 => copy_ends::<16>(to, from),
        _ => to.copy_from_slice(from),
    }
}

fn copy_ends<const RUN: usize>(to: &mut [f32], from: &[f32]) {
    let ends = [0, from.len() - RUN];
    for end in ends {
        to[end..][..RUN].copy_from_slice(&from[end..][..RUN]);
    }
}
