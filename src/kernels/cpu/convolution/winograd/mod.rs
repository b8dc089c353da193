//! Winograd F(2×2, r×r), r ≤ 3, on each stride phase of the kernel.
//!
//! The taps of a kernel that are a stride apart are a phase of it: a stride-1 kernel of r taps along
//! each axis, r = kernel / stride rounded up or down. A tile of 2×2 outputs of a phase takes α × α
//! multiplications, α = r + 1, instead of 2·2·r·r (Lavin and Gray, "Fast Algorithms for Convolutional
//! Neural Networks", 2016):
//!
//! - the input transform V = Bᵀ d B of each input tile `d` ([`input_transform`],
//!   [`transformed_input`]);
//! - the filter transform U = G g Gᵀ of each phase `g` ([`filters`]);
//! - for each of the α × α components one GEMM, M = U · V, over channels;
//! - the output transform Aᵀ M A ([`transforms`]).
//!
//! A convolution adds the phases up before the output transform; in a transposed convolution each phase
//! has outputs of its own. The weight gradient ([`weight_gradient`]) is V times the transposed output
//! transform of the small side, and ends with the transposed filter transform.
//!
//! It is chosen for WebAssembly alone, where GEMM is slow compared with the transforms: where the
//! kernel is one to three times as long as its stride, there are enough channels, and at least a
//! quarter of the multiplications is saved. A 4×4 kernel with stride 2 takes 36 multiplications a tile
//! instead of 64, a 5×5 one 49 instead of 100, and a layer of `dcgan-paper-64` two thirds of the time
//! (docs/performance.md). Results differ from the direct ones in the sixth digit.

mod filters;
mod input_transform;
mod lanes;
#[cfg(all(test, feature = "cpu"))]
mod tests;
mod tiling;
mod transformed_input;
mod transforms;
#[cfg(feature = "cpu")]
mod weight_gradient;

use super::{Block, ConvShape, Epilogue, area, row_blocks};
use crate::kernels::Geometry;
use crate::kernels::cpu::gemm::{Beta, MAX_LANES, Offsets, ScatterMatrix, padded};
use crate::kernels::cpu::packing::PackedMatrix;
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::cpu::transpose::transpose;
use crate::parallel::chunks;
use filters::TransformedFilters;
use input_transform::{MAX_ALPHA, MAX_R};
use tiling::{TileAxis, Tiling, block_size};
use transformed_input::TransformedInput;

#[cfg(feature = "cpu")]
pub use weight_gradient::{
    compute_part, gradient_block_size, is_worthwhile as is_worthwhile_for_gradient,
};

/// The fewest channels on either side.
const CHANNELS: usize = 16;

/// Whether a convolution of this shape should be computed by Winograd; never natively, where GEMM is
/// too fast for it to pay.
pub fn is_worthwhile(shape: &ConvShape) -> bool {
    cfg!(target_arch = "wasm32") && saves_time(shape)
}

/// [`is_worthwhile`] where GEMM is as slow as in WebAssembly.
fn saves_time(shape: &ConvShape) -> bool {
    let Geometry { kernel, stride, .. } = shape.geometry;
    (0..2).all(|axis| (stride[axis]..=MAX_R * stride[axis]).contains(&kernel[axis]))
        && shape.large_channels.min(shape.small_channels) >= CHANNELS
        && tiling::saves_enough(&TileAxis::both(TileAxis::conv, shape.geometry))
}

/// The most scratch memory that a pass takes, in f32.
pub fn working_memory(shape: &ConvShape) -> u64 {
    let scratch = |axis: fn(Geometry, usize) -> TileAxis, [from, to]: [usize; 2]| {
        let tiling = TileAxis::both(axis, shape.geometry);
        let (samples, rows) = block_size(&tiling, from, shape.batch);
        let rows = 0..rows;
        let block = Block { samples, rows };
        // The weights as they are, and transformed.
        let products = tiling.each_ref().map(TileAxis::total_components);
        let offsets = area(shape.geometry.kernel) + area(products);
        let weights = [offsets, from, padded(to)].map(|count| count as u64);
        scratch_lengths(&tiling, &block, [from, to])
            .iter()
            .sum::<u64>()
            + weights.iter().product::<u64>()
    };
    let [large, small] = [shape.large_channels, shape.small_channels];
    scratch(TileAxis::conv, [large, small]).max(scratch(TileAxis::conv_transpose, [small, large]))
}

/// The stride between matrices of so many elements. Padded, because powers of two would map to the same
/// cache sets.
fn padded_stride(len: usize) -> usize {
    len + MAX_LANES
}

/// See [`super::conv`].
pub fn conv(y: &mut [f32], x: &[f32], weight: &[f32], shape: ConvShape, epilogue: Epilogue<'_>) {
    let tiling = TileAxis::both(TileAxis::conv, shape.geometry);
    let filters = TransformedFilters::conv(weight, &shape, &tiling);
    let channels = [shape.large_channels, shape.small_channels];
    run(y, x, channels, &filters, &tiling, shape.batch, epilogue);
}

/// See [`super::conv_transpose`].
pub fn conv_transpose(
    y: &mut [f32],
    x: &[f32],
    weight: &[f32],
    shape: ConvShape,
    epilogue: Epilogue<'_>,
) {
    let tiling = TileAxis::both(TileAxis::conv_transpose, shape.geometry);
    let filters = TransformedFilters::conv_transpose(weight, &shape, &tiling);
    let channels = [shape.small_channels, shape.large_channels];
    run(y, x, channels, &filters, &tiling, shape.batch, epilogue);
}

/// Images `x` of `from` channels into `y` of `to` channels.
fn run(
    y: &mut [f32],
    x: &[f32],
    [from, to]: [usize; 2],
    filters: &[TransformedFilters],
    tiling: &Tiling,
    batch: usize,
    epilogue: Epilogue<'_>,
) {
    let (x_image, y_image) = (x.len() / batch, y.len() / batch);
    let (samples, rows) = block_size(tiling, from, batch);
    let most = Block {
        samples,
        rows: 0..rows,
    };
    let lengths = scratch_lengths(tiling, &most, [from, to]).map(|length| length as usize);
    let blocks: Vec<_> = row_blocks(samples, tiling[0].tiles, rows).collect();
    let passes: Vec<_> = (blocks.iter())
        .map(|block| BlockPass::new(TransformedInput::new(tiling, block, from), filters, to))
        .collect();
    chunks(y, samples * y_image, |index, y| {
        let first = index * samples;
        let count = y.len() / y_image;
        let x = &x[first * x_image..(first + count) * x_image];
        with_scratch(lengths, |mut scratch| {
            for pass in &passes {
                pass.run(y, x, count, scratch.each_mut().map(|slice| &mut **slice));
            }
        });
        y.chunks_exact_mut(y_image).for_each(epilogue);
    });
}

/// The work on one block.
struct BlockPass<'a> {
    input: TransformedInput<'a>,
    /// For each group of phases the filters, and the GEMM of each component.
    groups: Vec<(&'a TransformedFilters, Vec<ComponentGemm<'a>>)>,
    /// Output channels.
    channels: usize,
}

impl<'a> BlockPass<'a> {
    fn new(
        input: TransformedInput<'a>,
        filters: &'a [TransformedFilters],
        channels: usize,
    ) -> Self {
        let groups = (filters.iter())
            .map(|filters| {
                (
                    filters,
                    ComponentGemm::all(filters, &input, padded(channels)),
                )
            })
            .collect();
        Self {
            input,
            groups,
            channels,
        }
    }

    /// Computes the block's rows of `samples` images; the scratch memory is that of [`scratch_lengths`].
    fn run(
        &self,
        y: &mut [f32],
        x: &[f32],
        samples: usize,
        [transformed, images, lines, products, outputs]: [&mut [f32]; 5],
    ) {
        let x_image = x.len() / samples;
        let plane = x_image / self.input.channels;
        self.input
            .fill([transformed, images, lines], samples, |sample, channel| {
                &x[sample * x_image + channel * plane..][..plane]
            });
        let matrix_stride = self.matrix_stride();
        for (filters, gemms) in &self.groups {
            for (gemm, to) in gemms.iter().zip(products.chunks_exact_mut(matrix_stride)) {
                gemm.run(to, transformed, samples, self.input.block.samples);
            }
            self.transform_outputs(outputs, products, filters, samples);
        }
        self.transpose_outputs(y, outputs, samples);
    }

    /// From the products of one component to those of the next.
    fn matrix_stride(&self) -> usize {
        let tiles = self.input.block.tiles(self.input.tiling);
        padded_stride(tiles * padded(self.channels))
    }

    /// The output transform of a group's products, into `[samples, rows, columns, padded channels]`.
    fn transform_outputs(
        &self,
        outputs: &mut [f32],
        products: &[f32],
        filters: &TransformedFilters,
        samples: usize,
    ) {
        let TransformedInput { tiling, block, .. } = self.input;
        let (matrix_stride, channels) = (self.matrix_stride(), padded(self.channels));
        for (tile, position) in block.each_tile(samples, &tiling[1]).enumerate() {
            let pixels = block.pixels(tiling, &filters.group, position);
            let pixels = pixels.map(|row| row.map(|pixel| Some(pixel? * channels)));
            let products = &products[tile * channels..];
            transforms::output_transform(
                outputs,
                pixels,
                products,
                matrix_stride,
                filters.alpha,
                channels,
            );
        }
    }

    /// Puts the block's rows into the images.
    fn transpose_outputs(&self, y: &mut [f32], outputs: &[f32], samples: usize) {
        let TransformedInput { tiling, block, .. } = self.input;
        let (rows, width) = (block.outputs(&tiling[0]), tiling[1].output_len);
        let (pixels, padded_channels) = (rows.len() * width, padded(self.channels));
        let y_image = y.len() / samples;
        let images = y.chunks_exact_mut(y_image);
        for (y, from) in images.zip(outputs.chunks_exact(pixels * padded_channels)) {
            transpose(
                &mut y[rows.start * width..],
                y_image / self.channels,
                from,
                padded_channels,
                [pixels, self.channels],
            );
        }
    }
}

/// The GEMM of one component: of every tile of a block, for a group's outputs.
struct ComponentGemm<'a> {
    b: PackedMatrix<'a>,
    /// Offsets of the tiles within a plane of the input, and in the result.
    tiles: Vec<u32>,
    c_rows: Vec<u32>,
    /// Offsets of the input's planes: those of each phase and channel.
    planes: Vec<u32>,
}

impl<'a> ComponentGemm<'a> {
    /// Those of all α × α components.
    fn all(
        filters: &'a TransformedFilters,
        input: &TransformedInput<'_>,
        padded_channels: usize,
    ) -> Vec<Self> {
        let TransformedInput { tiling, block, .. } = input;
        components(filters.alpha)
            .map(|component| {
                let tiles_needed = block.tiles_needed(tiling, &filters.group, component);
                Self {
                    b: filters.of(component),
                    tiles: input.tile_offsets(tiles_needed),
                    c_rows: block.tile_offsets(tiles_needed, tiling, padded_channels),
                    planes: input.plane_offsets(&input.planes_of(&filters.group, component)),
                }
            })
            .collect()
    }

    /// Runs it for the first `samples` of a block of `of`.
    fn run(&self, to: &mut [f32], transformed: &[f32], samples: usize, of: usize) {
        let count = self.tiles.len() / of * samples;
        let a = ScatterMatrix {
            values: transformed,
            rows: Offsets::new(&self.tiles[..count]),
            columns: Offsets::new(&self.planes),
        };
        let c_rows = Offsets::new(&self.c_rows[..count]);
        self.b.multiply(to, c_rows, a, Beta::Zero);
    }
}

/// All components, by row and column.
fn components([rows, columns]: [usize; 2]) -> impl Iterator<Item = [usize; 2]> {
    (0..rows).flat_map(move |row| (0..columns).map(move |column| [row, column]))
}

/// The scratch memory of a block: the three slices of [`TransformedInput::fill`], M, and outputs.
fn scratch_lengths(tiling: &Tiling, block: &Block, [from, to]: [usize; 2]) -> [u64; 5] {
    let padded_channels = padded(to) as u64;
    let [transformed, images, lines] = TransformedInput::new(tiling, block, from).scratch_lengths();
    let products = MAX_ALPHA.pow(2) * padded_stride(block.tiles(tiling) * padded(to));
    let outputs = block.samples * block.outputs(&tiling[0]).len() * tiling[1].output_len;
    [
        transformed,
        images,
        lines,
        products as u64,
        outputs as u64 * padded_channels,
    ]
}
