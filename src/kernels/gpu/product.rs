//! Convolutions in both directions, and their weights' gradients: all of them products of a matrix
//! with one that is gathered from images as it is needed.

use super::launch::{Activated, MOST_GROUPS, Shader, activated, empty, groups_for};
use crate::kernels::{Activation, Geometry};
use burn_cubecl::tensor::CubeTensor;

const COMMON: &str = include_str!("shaders/product.wgsl");

static TILED: Activated = activated!(
    ["product_tiled", "product_tiled_smooth"],
    4,
    64,
    COMMON,
    include_str!("shaders/product_tiled.wgsl")
);

static THIN: Activated = activated!(
    ["product_thin", "product_thin_smooth"],
    4,
    64,
    COMMON,
    include_str!("shaders/product_thin.wgsl")
);

static DEEP: Activated = activated!(
    ["product_deep", "product_deep_smooth"],
    4,
    64,
    COMMON,
    include_str!("shaders/product_deep.wgsl")
);

static SPLITS: Shader = Shader {
    name: "splits",
    pieces: &[include_str!("shaders/splits.wgsl")],
    buffers: 2,
    units: 256,
};

/// Parts that one dispatch takes.
const PARTS: usize = 4;

/// One product: where rows, columns and depths fall in the two factors and the result. As in
/// `product.wgsl`; a depth is a number of three digits (k2, k1, k0), a column likewise.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    rows: usize,
    columns: usize,
    depths: usize,
    /// Of k1, k0, j1 and j0.
    extents: [usize; 4],
    /// Start, and steps by row, k2, k1 and k0.
    a: [usize; 5],
    /// Steps by j2 and k2.
    b: [usize; 2],
    /// Rows and columns of an image of b.
    image: [usize; 2],
    /// Row and column of the first column's first depth.
    first: [isize; 2],
    /// Steps of b's row by j1, its column by j0, its row by k1, its column by k0.
    steps: [isize; 4],
    /// Start, and steps by row, j2, j1 and j0.
    c: [usize; 5],
}

/// What follows a product.
#[derive(Clone, Copy)]
struct Ending {
    parts: usize,
    /// Depths of a split, and numbers of a split's result.
    split: [usize; 2],
    /// The activation's number.
    activation: f32,
    has_bias: bool,
    /// Tiles down, and those across that one row of workgroups takes.
    tiles: [usize; 2],
}

impl Part {
    /// The same product with columns for rows, if both factors are plain matrices: tiles are wide.
    fn transposed(&self) -> Option<Self> {
        let is_plain = self.extents == [1; 4] && self.image == [1; 2];
        is_plain.then(|| Self {
            rows: self.columns,
            columns: self.rows,
            a: [0, self.b[0], self.b[1], 0, 0],
            b: [self.a[1], self.a[2]],
            c: [self.c[0], self.c[2], self.c[1], 0, 0],
            ..*self
        })
    }

    fn words(&self, ending: Ending) -> [u32; 36] {
        let [split_depths, split_size] = ending.split;
        let extents = self.extents.map(|extent| extent.max(1));
        let words = [
            [self.rows, self.columns, self.depths, split_depths].map(word),
            extents.map(word),
            [self.a[0], self.a[1], self.a[2], self.a[3]].map(word),
            [self.a[4], 0, self.b[0], self.b[1]].map(word),
            [
                word(self.image[0]),
                word(self.image[1]),
                signed(self.first[0]),
                signed(self.first[1]),
            ],
            self.steps.map(signed),
            [self.c[0], self.c[1], self.c[2], self.c[3]].map(word),
            [word(self.c[4]), word(split_size), word(ending.parts), 0],
            [
                u32::from(ending.has_bias),
                ending.activation.to_bits(),
                word(ending.tiles[0]),
                word(ending.tiles[1]),
            ],
        ];
        let mut all = [0; 36];
        for (place, word) in all.iter_mut().zip(words.into_iter().flatten()) {
            *place = word;
        }
        all
    }
}

fn word(number: usize) -> u32 {
    number as u32
}

fn signed(number: isize) -> u32 {
    number as i32 as u32
}

/// Where every sample is one product with the whole weight, the big side's pixels are channels.
fn simplest(geometry: Geometry, big_channels: usize) -> (Geometry, usize) {
    if geometry.is_product() {
        let [rows, columns] = geometry.big;
        (Geometry::LINEAR, big_channels * rows * columns)
    } else {
        (geometry, big_channels)
    }
}

/// The convolution of `x` `[n, big channels, …]`.
pub fn down(
    x: &CubeTensor,
    weight: &CubeTensor,
    bias: Option<&CubeTensor>,
    geometry: Geometry,
    activation: Activation,
) -> CubeTensor {
    let (samples, small) = (x.meta.shape()[0], weight.meta.shape()[0]);
    let [h, w] = geometry.small;
    let y = empty(x, [samples, small, h, w]);
    let (geometry, big) = simplest(geometry, x.meta.shape()[1]);
    let ([rows, columns], [kh, kw]) = (geometry.big, geometry.kernel);
    let [row_stride, column_stride] = geometry.stride.map(|stride| stride as isize);
    let part = Part {
        rows: small,
        columns: samples * h * w,
        depths: big * kh * kw,
        extents: [kh, kw, h, w],
        a: [0, big * kh * kw, kh * kw, kw, 1],
        b: [big * rows * columns, rows * columns],
        image: [rows, columns],
        first: geometry.before.map(|before| -(before as isize)),
        steps: [row_stride, column_stride, 1, 1],
        c: [0, h * w, small * h * w, w, 1],
    };
    run(&[part], [weight, x], bias, &y, activation);
    y
}

/// The weight's gradient, `[small channels, big channels, rows, columns]`.
pub fn weight_gradient(big: &CubeTensor, small: &CubeTensor, geometry: Geometry) -> CubeTensor {
    let samples = big.meta.shape()[0];
    let (big_channels, small_channels) = (big.meta.shape()[1], small.meta.shape()[1]);
    let [kh, kw] = geometry.kernel;
    let gradient = empty(big, [small_channels, big_channels, kh, kw]);
    let (geometry, big_channels) = simplest(geometry, big_channels);
    let ([rows, columns], [kh, kw]) = (geometry.big, geometry.kernel);
    let [h, w] = geometry.small;
    let [row_stride, column_stride] = geometry.stride.map(|stride| stride as isize);
    let part = Part {
        rows: small_channels,
        columns: big_channels * kh * kw,
        depths: samples * h * w,
        extents: [h, w, kh, kw],
        a: [0, h * w, small_channels * h * w, w, 1],
        b: [rows * columns, big_channels * rows * columns],
        image: [rows, columns],
        first: geometry.before.map(|before| -(before as isize)),
        steps: [1, 1, row_stride, column_stride],
        c: [0, big_channels * kh * kw, kh * kw, kw, 1],
    };
    run(&[part], [small, big], None, &gradient, Activation::Identity);
    gradient
}

/// The transposed convolution of `x` `[n, small channels, …]`. The pixels of the big side that meet
/// the same places of the kernel make a part: as many parts as a stride has places.
pub fn up(
    x: &CubeTensor,
    weight: &CubeTensor,
    bias: Option<&CubeTensor>,
    geometry: Geometry,
    activation: Activation,
) -> CubeTensor {
    let (samples, big) = (x.meta.shape()[0], weight.meta.shape()[1]);
    let small = x.meta.shape()[1];
    let [rows, columns] = geometry.big;
    let y = empty(x, [samples, big, rows, columns]);
    // The bias is that of a channel, so only without one pixels can be taken for channels.
    let (geometry, big) = match bias {
        Some(_) if geometry.is_product() => (geometry, big),
        _ => simplest(geometry, big),
    };
    let ([rows, columns], [h, w], [kh, kw]) = (geometry.big, geometry.small, geometry.kernel);
    let mut parts = Vec::new();
    for row in phases(geometry, 0) {
        for column in phases(geometry, 1) {
            let [row_stride, column_stride] = geometry.stride;
            parts.push(Part {
                rows: big,
                columns: samples * row.pixels * column.pixels,
                depths: small * row.taps * column.taps,
                extents: [row.taps, column.taps, row.pixels, column.pixels],
                a: [
                    row.tap * kw + column.tap,
                    kh * kw,
                    big * kh * kw,
                    row_stride * kw,
                    column_stride,
                ],
                b: [small * h * w, h * w],
                image: [h, w],
                first: [row.first, column.first].map(|first| first as isize),
                steps: [1, 1, -1, -1],
                c: [
                    row.pixel * columns + column.pixel,
                    rows * columns,
                    big * rows * columns,
                    row_stride * columns,
                    column_stride,
                ],
            });
        }
    }
    parts.retain(|part| part.columns > 0);
    for parts in parts.chunks(PARTS) {
        run(parts, [weight, x], bias, &y, activation);
    }
    y
}

/// The pixels of the big side, along one axis, that meet the same places of the kernel.
struct Phase {
    /// The first place of the kernel, and their number, a stride apart.
    tap: usize,
    taps: usize,
    /// The first pixel, and their number, a stride apart.
    pixel: usize,
    pixels: usize,
    /// The small side's pixel where the first pixel meets the first place.
    first: usize,
}

fn phases(geometry: Geometry, axis: usize) -> impl Iterator<Item = Phase> {
    let (stride, before) = (geometry.stride[axis], geometry.before[axis]);
    let (kernel, big) = (geometry.kernel[axis], geometry.big[axis]);
    (0..stride).map(move |tap| {
        let first = before.saturating_sub(tap).div_ceil(stride);
        let pixel = first * stride + tap - before;
        Phase {
            tap,
            taps: kernel.saturating_sub(tap).div_ceil(stride),
            pixel,
            pixels: big.saturating_sub(pixel).div_ceil(stride),
            first,
        }
    })
}

/// Runs products that differ in their parts only.
fn run(
    parts: &[Part],
    factors: [&CubeTensor; 2],
    bias: Option<&CubeTensor>,
    result: &CubeTensor,
    activation: Activation,
) {
    if let ([part], None) = (parts, bias)
        && part.rows > part.columns
        && let Some(part) = part.transposed()
    {
        return run(&[part], [factors[1], factors[0]], None, result, activation);
    }
    let most = |count: fn(&Part) -> usize| parts.iter().map(count).max().unwrap_or(0);
    let (rows, columns) = (most(|part| part.rows), most(|part| part.columns));
    let depths = most(|part| part.depths);
    let single = parts.len() == 1;
    let (shaders, tiles) = if rows <= 8 && columns <= 512 && depths >= 256 && single {
        (&DEEP, [columns.div_ceil(4), rows.div_ceil(4)])
    } else if rows <= 8 {
        (&THIN, [columns.div_ceil(256), 1])
    } else {
        (&TILED, [columns.div_ceil(128), rows.div_ceil(32)])
    };
    let across = tiles[0].div_ceil(tiles[0].div_ceil(MOST_GROUPS));
    let plain = activation == Activation::Identity && bias.is_none();
    let splits = match single && plain && std::ptr::eq(shaders, &TILED) {
        true => splits(tiles[0] * tiles[1], depths),
        false => 1,
    };
    let shader = shaders.of(activation);
    let size = rows * columns;
    let ending = Ending {
        parts: parts.len(),
        split: [depths.div_ceil(splits).next_multiple_of(8), size],
        activation: Activated::number(activation),
        has_bias: bias.is_some(),
        tiles: [tiles[1], across],
    };
    let mut words = [0; 36 * PARTS];
    for (place, part) in words.chunks_mut(36).zip(parts) {
        place.copy_from_slice(&part.words(ending));
    }
    let inputs = [factors[0], factors[1], bias.unwrap_or(factors[0])];
    let down = tiles[1] * tiles[0].div_ceil(across);
    let groups = [across, down, parts.len() * splits];
    if splits == 1 {
        shader.run(groups, &inputs, &[result], &words);
    } else {
        let partial = empty(result, [splits, size]);
        shader.run(groups, &inputs, &[&partial], &words);
        let words = [word(size), word(splits)];
        SPLITS.run(groups_for(size), &[&partial], &[result], &words);
    }
}

/// In how many parts the depths are summed, each by workgroups of its own: where the tiles are too
/// few to keep a GPU busy. A function of the shapes alone, so that every run sums alike.
fn splits(tiles: usize, depths: usize) -> usize {
    if tiles >= 64 {
        return 1;
    }
    (64 / tiles).min(depths / 384).max(1)
}
