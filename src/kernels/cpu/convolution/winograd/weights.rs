//! The weights' gradient: the products' own, of what tiles read and of sums of the small images' pixels,
//! and at the end that of the weights.

use super::super::parts::Parts;
use super::super::weights::turn_over;
use super::super::{Block, Sizes, area, row_blocks};
use super::forms::MOST_PRODUCTS;
use super::planes::Planes;
use super::tiling::{Axis, Tiling, blocks};
use super::{apart, changes, products_of};
use crate::kernels::cpu::panels::{Panels, panels};
use crate::kernels::cpu::product::{Destination, List, Windows, padded};
use crate::kernels::cpu::scratch::with_scratch;
use std::ops::Range;

/// Channels on either side, and tiles, that are worth it.
const CHANNELS: usize = 32;
const TILES: usize = 128;

/// As [`super::suits`].
pub fn suits(sizes: &Sizes) -> bool {
    let tiles = sizes.geometry.small.map(|pixels| pixels.div_ceil(2));
    super::suits(sizes)
        && sizes.big.min(sizes.small) >= CHANNELS
        && sizes.batch * area(tiles) >= TILES
}

/// Samples and rows of tiles of a block, when so many channels are read.
pub fn blocks_of(sizes: &Sizes, channels: usize) -> (usize, usize) {
    let tiling = Axis::both(Axis::down, sizes.geometry);
    blocks(&tiling, channels, sizes.batch)
}

/// Turned over: `[places of the part's channels, padded small channels]`.
pub fn part_of_weight_gradient(
    big: &[f32],
    small: &[f32],
    sizes: &Sizes,
    parts: Parts,
    part: usize,
) -> Vec<f32> {
    let [samples, channels] = parts.ranges(part..part + 1, sizes);
    let tiling = Axis::both(Axis::down, sizes.geometry);
    let (_, products) = all_products(&tiling);
    let across = padded(sizes.small);
    let (_, rows) = blocks(&tiling, channels.len(), parts.together);
    let most = Block {
        samples: parts.together,
        rows: 0..rows,
    };
    let tiles = most.tiles(&tiling);
    let [read, images, lines] = Planes::new(&tiling, &most, channels.len())
        .numbers()
        .map(|count| count as usize);
    let pixels = 4 * tiles * across;
    let lengths = [
        read,
        images,
        lines,
        pixels,
        products[0] * products[1] * apart(tiles * across),
    ];
    let numbers = tiling[0].reads.len() * tiling[1].reads.len() * channels.len();
    let mut sums = vec![0.0; numbers * across];
    let image = sizes.big_image() / sizes.big;
    with_scratch(lengths, |[read, images, lines, pixels, right]| {
        for first in samples.clone().step_by(parts.together) {
            let small = &small[first * sizes.small_image()..];
            let count = parts.together.min(samples.end - first);
            for block in row_blocks(count, tiling[0].tiles, rows) {
                let planes = Planes::new(&tiling, &block, channels.len());
                planes.fill([read, images, lines], count, |sample, channel| {
                    let at = (first + sample) * sizes.big + channels.start + channel;
                    &big[at * image..][..image]
                });
                spread(right, pixels, small, sizes, &tiling, &block);
                add_products(&mut sums, read, right, &planes, sizes);
            }
        }
    });
    put_together(&sums, channels.len(), sizes, &tiling)
}

/// Adds a block's products: a row for each number that is read of a channel.
fn add_products(sums: &mut [f32], read: &[f32], right: &[f32], planes: &Planes<'_>, sizes: &Sizes) {
    let Planes { tiling, block, .. } = *planes;
    let (group, products) = all_products(tiling);
    let across = padded(sizes.small);
    let matrices = right.chunks_exact(apart(block.tiles(tiling) * across));
    for (product, values) in products_of(products).zip(matrices) {
        let tiles = planes.within(block.needing(tiling, &group, product));
        let numbers = planes.numbers_of(&group, product);
        let starts = planes.starts(&numbers);
        let to_rows: Vec<u32> = numbers.iter().map(|row| row * across as u32).collect();
        let left = Windows {
            values: read,
            rows: List::new(&starts),
            columns: List::new(&tiles),
        };
        let right = Panels {
            values,
            rows: tiles.len(),
            columns: sizes.small,
        };
        right.multiply(sums, List::new(&to_rows), left, Destination::AddedTo);
    }
}

/// All phases, and how many products of rows and columns they have.
fn all_products(tiling: &Tiling) -> ([Range<usize>; 2], [usize; 2]) {
    let group = tiling.each_ref().map(|axis| 0..axis.phases.len());
    let products = [0, 1].map(|axis| tiling[axis].most_products(&group[axis]));
    (group, products)
}

/// A block's pixels as the products of its tiles need them: matrices in panels, with a row for each tile.
fn spread(
    to: &mut [f32],
    pixels: &mut [f32],
    small: &[f32],
    sizes: &Sizes,
    tiling: &Tiling,
    block: &Block,
) {
    let (group, products) = all_products(tiling);
    let of_block = block.results(&tiling[0]);
    let count = block.samples * of_block.len() * tiling[1].results;
    let run = Block {
        samples: block.samples,
        rows: of_block,
    };
    turn_over(pixels, small, sizes, &run);
    let apart = apart(block.tiles(tiling) * padded(sizes.small));
    let needing: Vec<_> = products_of(products)
        .map(|product| block.needing(tiling, &group, product))
        .collect();
    for (panel, channels) in panels(count, sizes.small) {
        let width = padded(channels.len());
        for place in block.each_tile(block.samples, &tiling[1]) {
            let from = block.pixels(tiling, &group, place);
            let from = from.map(|row| row.map(|pixel| Some(panel + pixel? * width)));
            let [sample, row, column] = place;
            let mut places = [[None; MOST_PRODUCTS]; MOST_PRODUCTS];
            for (index, product) in products_of(products).enumerate() {
                let [rows, columns] = needing[index];
                let panel = channels.start * block.samples * rows * columns;
                let tile = (sample * rows + row) * columns + column;
                places[product[0]][product[1]] = (row < rows && column < columns)
                    .then_some(index * apart + panel + tile * width);
            }
            changes::results_gradient(to, places, pixels, from, width);
        }
    }
}

/// The weights' gradient of the products'.
fn put_together(
    sums: &[f32],
    channels: usize,
    sizes: &Sizes,
    [rows, columns]: &Tiling,
) -> Vec<f32> {
    let across = padded(sizes.small);
    let kernel = sizes.geometry.kernel;
    let mut gradient = vec![0.0; channels * area(kernel) * across];
    for row in &rows.phases {
        for column in &columns.phases {
            let taps = [row.taps.len(), column.taps.len()];
            for channel in 0..channels {
                let from = |at: usize, other: usize| {
                    let product = row.products[at] * columns.reads.len() + column.products[other];
                    (product * channels + channel) * across
                };
                let to = |at: usize, other: usize| {
                    let place = row.taps[at] * kernel[1] + column.taps[other];
                    (channel * area(kernel) + place) * across
                };
                changes::weights_gradient(&mut gradient, to, sums, from, taps, across);
            }
        }
    }
    gradient
}
