//! Convolutions by fewer multiplications. The places of a kernel that are a stride from one another are a
//! phase of it, and a tile of two by two of a phase's results takes fewer products than it has weights and
//! results: of sums of what is read, and sums of weights. It is Winograd's minimal filtering, as in Lavin
//! and Gray, "Fast Algorithms for Convolutional Neural Networks" (2016); see [`forms`].

mod changes;
mod filters;
mod forms;
mod lanes;
mod planes;
#[cfg(all(test, feature = "engine"))]
mod tests;
mod tiling;
#[cfg(feature = "engine")]
mod weights;

use super::{Block, Finish, Sizes, area, row_blocks};
use crate::kernels::Geometry;
use crate::kernels::cpu::panels::Panels;
use crate::kernels::cpu::product::{Destination, List, WIDEST, Windows, padded};
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::cpu::transposed::transpose;
use crate::parallel::chunks;
use filters::Filters;
use forms::MOST_TAPS;
use planes::Planes;
use tiling::{Axis, Tiling, blocks};

#[cfg(feature = "engine")]
pub use weights::{
    blocks_of as blocks_of_gradient, part_of_weight_gradient, suits as suits_gradient,
};

/// Channels on either side that are worth it.
const CHANNELS: usize = 16;

/// Whether a convolution of these sizes can be computed so, and takes less time: in a browser, where
/// products take long for what else there is to do.
pub fn suits(sizes: &Sizes) -> bool {
    let Geometry { kernel, stride, .. } = sizes.geometry;
    cfg!(target_arch = "wasm32")
        && (0..2).all(|axis| (stride[axis]..=MOST_TAPS * stride[axis]).contains(&kernel[axis]))
        && sizes.big.min(sizes.small) >= CHANNELS
        && tiling::pays(&Axis::both(Axis::down, sizes.geometry))
}

/// Numbers of working memory of a pass, at most.
pub fn working_memory(sizes: &Sizes) -> u64 {
    let Sizes { big, small, .. } = *sizes;
    let of = |axis: fn(Geometry, usize) -> Axis, [from, to]: [usize; 2]| {
        let tiling = Axis::both(axis, sizes.geometry);
        let (samples, rows) = blocks(&tiling, from, sizes.batch);
        let rows = 0..rows;
        let block = Block { samples, rows };
        // Weights as they are, and as the products have them.
        let products = tiling.each_ref().map(Axis::products);
        let places = area(sizes.geometry.kernel) + area(products);
        let weights = [places, from, padded(to)].map(|count| count as u64);
        working(&tiling, &block, [from, to]).iter().sum::<u64>() + weights.iter().product::<u64>()
    };
    of(Axis::down, [big, small]).max(of(Axis::up, [small, big]))
}

/// From one of several matrices of so many numbers to the next. Often they would be a power of two from
/// one another, and a processor's cache has few places for what is.
fn apart(numbers: usize) -> usize {
    numbers + WIDEST
}

/// See [`super::down`].
pub fn down(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    let tiling = Axis::both(Axis::down, sizes.geometry);
    let filters = Filters::down(weight, &sizes, &tiling);
    let channels = [sizes.big, sizes.small];
    pass(y, x, channels, &filters, &tiling, sizes.batch, finish);
}

/// See [`super::up`].
pub fn up(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    let tiling = Axis::both(Axis::up, sizes.geometry);
    let filters = Filters::up(weight, &sizes, &tiling);
    let channels = [sizes.small, sizes.big];
    pass(y, x, channels, &filters, &tiling, sizes.batch, finish);
}

/// Images of `from` channels into `y`, of `to`.
fn pass(
    y: &mut [f32],
    x: &[f32],
    [from, to]: [usize; 2],
    filters: &[Filters],
    tiling: &Tiling,
    batch: usize,
    finish: Finish<'_>,
) {
    let (x_image, y_image) = (x.len() / batch, y.len() / batch);
    let (together, rows) = blocks(tiling, from, batch);
    let (channel, across) = (x_image / from, padded(to));
    let most = Block {
        samples: together,
        rows: 0..rows,
    };
    let lengths = working(tiling, &most, [from, to]).map(|count| count as usize);
    let blocks: Vec<_> = row_blocks(together, tiling[0].tiles, rows).collect();
    let prepared: Vec<_> = (blocks.iter())
        .map(|block| {
            let planes = Planes::new(tiling, block, from);
            let products = filters
                .iter()
                .map(|filters| Product::all(filters, &planes, across));
            let products: Vec<_> = products.collect();
            (planes, products)
        })
        .collect();
    chunks(y, together * y_image, |index, y| {
        let x = &x[index * together * x_image..];
        let samples = y.len() / y_image;
        with_scratch(lengths, |[read, images, lines, products, results]| {
            for (planes, of_filters) in &prepared {
                planes.fill([read, images, lines], samples, |sample, at| {
                    &x[sample * x_image + at * channel..][..channel]
                });
                let block = planes.block;
                for (filters, of_filters) in filters.iter().zip(of_filters) {
                    let apart = apart(block.tiles(tiling) * across);
                    for (product, to) in of_filters.iter().zip(products.chunks_exact_mut(apart)) {
                        product.multiply(to, read, samples, together);
                    }
                    put_together(results, products, filters, block, samples, tiling, across);
                }
                let (rows, width) = (block.results(&tiling[0]), tiling[1].results);
                let images = y.chunks_exact_mut(y_image);
                for (y, from) in images.zip(results.chunks_exact(rows.len() * width * across)) {
                    let y = &mut y[rows.start * width..];
                    transpose(y, y_image / to, from, across, [rows.len() * width, to]);
                }
            }
        });
        y.chunks_exact_mut(y_image).for_each(finish);
    });
}

/// One product of every tile of a block, for a group's results.
struct Product<'a> {
    right: Panels<'a>,
    /// Where tiles are in what is read, and in what comes out.
    tiles: Vec<u32>,
    to_rows: Vec<u32>,
    /// Where what each of them reads is.
    numbers: Vec<u32>,
}

impl<'a> Product<'a> {
    /// Of products of rows all those of columns.
    fn all(filters: &'a Filters, planes: &Planes<'_>, across: usize) -> Vec<Self> {
        let Planes { tiling, block, .. } = planes;
        products_of(filters.products)
            .map(|product| {
                let needing = block.needing(tiling, &filters.group, product);
                Self {
                    right: filters.of(product),
                    tiles: planes.within(needing),
                    to_rows: block.within(needing, tiling, across),
                    numbers: planes.starts(&planes.numbers_of(&filters.group, product)),
                }
            })
            .collect()
    }

    /// For the first of so many samples.
    fn multiply(&self, to: &mut [f32], read: &[f32], samples: usize, of: usize) {
        let count = self.tiles.len() / of * samples;
        let left = Windows {
            values: read,
            rows: List::new(&self.tiles[..count]),
            columns: List::new(&self.numbers),
        };
        let to_rows = List::new(&self.to_rows[..count]);
        self.right
            .multiply(to, to_rows, left, Destination::Overwritten);
    }
}

/// Every product of the rows with every one of the columns.
fn products_of([rows, columns]: [usize; 2]) -> impl Iterator<Item = [usize; 2]> {
    (0..rows).flat_map(move |row| (0..columns).map(move |column| [row, column]))
}

/// Numbers of a block's working memory: what is read, products, and results.
fn working(tiling: &Tiling, block: &Block, [from, to]: [usize; 2]) -> [u64; 5] {
    let across = padded(to) as u64;
    let [read, images, lines] = Planes::new(tiling, block, from).numbers();
    let products = (MOST_TAPS + 1).pow(2) * apart(block.tiles(tiling) * padded(to));
    let results = block.samples * block.results(&tiling[0]).len() * tiling[1].results;
    [
        read,
        images,
        lines,
        products as u64,
        results as u64 * across,
    ]
}

/// Puts the results of a group, two by two of each tile, among a block's: `[samples, rows, columns, across]`.
fn put_together(
    results: &mut [f32],
    products: &[f32],
    filters: &Filters,
    block: &Block,
    samples: usize,
    tiling: &Tiling,
    across: usize,
) {
    let apart = apart(block.tiles(tiling) * across);
    for (tile, place) in block.each_tile(samples, &tiling[1]).enumerate() {
        let pixels = block.pixels(tiling, &filters.group, place);
        let pixels = pixels.map(|row| row.map(|pixel| Some(pixel? * across)));
        let products = &products[tile * across..];
        changes::results(results, pixels, products, apart, filters.products, across);
    }
}
