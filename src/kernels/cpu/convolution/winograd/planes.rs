//! What the products of a block's tiles read. The images' rows and columns are taken apart into those of the
//! same place in a tile, so that what all tiles read is one row of numbers.

use super::super::Block;
use super::tiling::{Axis, Tiling};
use crate::kernels::cpu::transposed::transpose;
use std::ops::Range;

/// The layout of the numbers that products read: `[rows' reads, columns' reads, channels, rows of tiles,
/// samples, columns of tiles]`.
#[derive(Debug)]
pub struct Planes<'a> {
    pub tiling: &'a Tiling,
    pub block: &'a Block,
    channels: usize,
    /// Columns of tiles of all samples, those that are only read too.
    row: usize,
}

impl<'a> Planes<'a> {
    pub fn new(tiling: &'a Tiling, block: &'a Block, channels: usize) -> Self {
        Self {
            tiling,
            block,
            channels,
            row: block.samples * tiling[1].end,
        }
    }

    /// Numbers of a plane: what every tile reads of one channel for a product.
    fn plane(&self) -> usize {
        self.block.rows.len() * self.row
    }

    /// Rows of tiles that are read.
    fn rows(&self) -> Range<usize> {
        let Axis { further, end, .. } = self.tiling[0];
        self.block.rows.start..(self.block.rows.end + further).min(end)
    }

    /// Numbers of all tiles of the same place in them.
    fn place(&self) -> usize {
        self.rows().len() * self.row
    }

    /// Numbers of all planes, of the images of one channel twice, and of what the columns' reads make of
    /// those.
    pub fn numbers(&self) -> [u64; 3] {
        let [rows, columns] = self.tiling;
        let of = |counts: [usize; 3]| counts.iter().map(|&count| count as u64).product();
        let reads = rows.reads.len() * columns.reads.len();
        [
            of([reads, self.channels, self.plane()]),
            of([2 * rows.tile(), columns.tile(), self.place()]),
            of([rows.tile(), columns.reads.len(), self.place()]),
        ]
    }

    /// Fills them of so many samples; `image` gives a channel of one.
    pub fn fill<'i>(
        &self,
        [planes, images, lines]: [&mut [f32]; 3],
        samples: usize,
        image: impl Fn(usize, usize) -> &'i [f32],
    ) {
        let [rows, columns] = self.tiling;
        let (plane, place, all) = (self.plane(), self.place(), self.place() * rows.tile());
        let (images, apart) = images.split_at_mut(all * columns.tile());
        // All channels have their zeros in the same places.
        images.fill(0.0);
        for channel in 0..self.channels {
            for sample in 0..samples {
                self.copy(images, image(sample, channel), sample);
            }
            // Of every place in a tile the rows and columns of tiles.
            transpose(apart, all, images, columns.tile(), [all, columns.tile()]);
            for (read, line) in columns.reads.iter().zip(lines.chunks_exact_mut(all)) {
                read.fill(line, apart, |at| {
                    at % columns.tile() * all + at / columns.tile()
                });
            }
            for (row, read) in rows.reads.iter().enumerate() {
                let lines = lines.chunks_exact(all).take(columns.reads.len());
                for (column, line) in lines.enumerate() {
                    let to = self.number([row, column], channel) * plane;
                    read.fill(&mut planes[to..][..plane], line, |at| {
                        at % rows.tile() * place + at / rows.tile() * self.row
                    });
                }
            }
        }
    }

    /// The block's rows of a sample: `[place of the row in a tile, rows of tiles, samples, columns]`.
    fn copy(&self, to: &mut [f32], image: &[f32], sample: usize) {
        let [rows, columns] = self.tiling;
        let length = columns.end * columns.tile();
        let kept = columns.length.min(length.saturating_sub(columns.before));
        for (tile, from_top) in self.rows().enumerate() {
            for place in 0..rows.tile() {
                let row = from_top * rows.tile() + place;
                if (rows.before..rows.before + rows.length).contains(&row) {
                    let line = (place * self.place() + tile * self.row) * columns.tile();
                    let to = &mut to[line + sample * length + columns.before..][..kept];
                    copy(to, &image[(row - rows.before) * columns.length..][..kept]);
                }
            }
        }
    }

    /// Of two reads and a channel the number among all of them.
    pub fn number(&self, [row, column]: [usize; 2], channel: usize) -> usize {
        (row * self.tiling[1].reads.len() + column) * self.channels + channel
    }

    /// The numbers of what a group's phases read for such a product, of all channels.
    pub fn numbers_of(&self, group: &[Range<usize>; 2], product: [usize; 2]) -> Vec<u32> {
        let [rows, columns] = self.tiling;
        let mut numbers = Vec::new();
        for row in rows.having(&group[0], product[0]) {
            for column in columns.having(&group[1], product[1]) {
                let reads = [row.products[product[0]], column.products[product[1]]];
                let channels = 0..self.channels;
                numbers.extend(channels.map(|channel| self.number(reads, channel) as u32));
            }
        }
        numbers
    }

    /// Where those begin.
    pub fn starts(&self, numbers: &[u32]) -> Vec<u32> {
        let plane = self.plane() as u32;
        numbers.iter().map(|number| number * plane).collect()
    }

    /// Where tiles are within a plane: of so many rows and columns of every sample.
    pub fn within(&self, [rows, columns]: [usize; 2]) -> Vec<u32> {
        let sample = self.row / self.block.samples;
        let mut places = Vec::new();
        for first in (0..self.block.samples).map(|at| at * sample) {
            for row in (0..rows).map(|row| first + row * self.row) {
                places.extend((row..row + columns).map(|place| place as u32));
            }
        }
        places
    }
}

/// Short rows in two runs that overlap: of a known length, they take no call.
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
