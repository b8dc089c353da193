//! Convolutions whose windows stay where they are in the images: vectors run across the channels
//! that come out, and each number of a window is read from its place.

use super::padded::{Padded, taps};
use super::{Block, Finish, Sizes, area, row_blocks};
use crate::kernels::Geometry;
use crate::kernels::cpu::panels::{Panels, panels, turned_over};
use crate::kernels::cpu::product::{Destination, List, Windows, padded};
use crate::kernels::cpu::scratch::with_scratch;
use crate::kernels::cpu::transposed::transpose;
use crate::parallel::{chunks, map};

/// Small pixels of a block.
pub const PIXELS: usize = 192;

/// Numbers of working memory of [`down`], at most.
pub fn memory_down(sizes: &Sizes) -> u64 {
    let (together, rows) = sizes.blocks(PIXELS);
    let pixels = rows * sizes.geometry.small[1];
    let image = sizes.big as u64 * Padded::big(sizes.geometry).numbers();
    let across = padded(sizes.small) as u64;
    together as u64 * (image + pixels as u64 * across) + sizes.places() as u64 * across
}

/// Numbers of working memory of [`up`], at most.
pub fn memory_up(sizes: &Sizes) -> u64 {
    let (together, _) = sizes.blocks(PIXELS);
    let image = sizes.small as u64 * Padded::small(sizes.geometry).numbers();
    let across = padded(sizes.big) as u64;
    let weights = sizes.small as u64 * area(sizes.geometry.kernel) as u64 * across;
    together as u64 * (image + area(sizes.geometry.big) as u64 * across) + weights
}

/// See [`super::down`].
pub fn down(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    let layout = Padded::big(sizes.geometry);
    let across = padded(sizes.small);
    let turned = turned_over(weight, [1, sizes.small, sizes.places()]);
    let right = Panels {
        values: &turned,
        rows: sizes.places(),
        columns: sizes.small,
    };
    let columns = window(&sizes, &layout);
    let columns = List::new(&columns);
    let (together, rows) = sizes.blocks(PIXELS);
    chunks(y, together * sizes.small_image(), |index, y| {
        let samples = y.len() / sizes.small_image();
        let pixels = samples * rows * sizes.geometry.small[1];
        let lengths = [samples * sizes.big * layout.channel(), pixels * across];
        with_scratch(lengths, |[images, product]| {
            let images = &mut images[..lengths[0]];
            layout.fill(images, &x[index * together * sizes.big_image()..]);
            for block in row_blocks(samples, sizes.geometry.small[0], rows) {
                let rows = windows(&sizes, &layout, &block);
                let to_rows: Vec<u32> = (0..rows.len()).map(|row| (row * across) as u32).collect();
                let left = Windows {
                    values: images,
                    rows: List::new(&rows),
                    columns,
                };
                right.multiply(product, List::new(&to_rows), left, Destination::Overwritten);
                let (first, run) = block.run(&sizes);
                for sample in 0..samples {
                    let to = &mut y[sample * sizes.small_image() + first..];
                    let from = &product[sample * run * across..];
                    let row = area(sizes.geometry.small);
                    transpose(to, row, from, across, [run, sizes.small]);
                }
            }
        });
        y.chunks_exact_mut(sizes.small_image()).for_each(finish);
    });
}

/// See [`super::up`].
pub fn up(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    let layout = Padded::small(sizes.geometry);
    let (image, across) = (sizes.small * layout.channel(), padded(sizes.big));
    let (together, _) = sizes.blocks(PIXELS);
    let [rows, columns] = sizes.geometry.stride;
    let phases = map(rows * columns, |phase| {
        let within = [phase / columns, phase % columns];
        Phase::new(&sizes, &layout, weight, within, together)
    });
    chunks(y, together * sizes.big_image(), |index, y| {
        let samples = y.len() / sizes.big_image();
        let pixels = area(sizes.geometry.big);
        with_scratch(
            [samples * image, samples * pixels * across],
            |[images, product]| {
                let images = &mut images[..samples * image];
                layout.fill(images, &x[index * together * sizes.small_image()..]);
                for phase in &phases {
                    let count = phase.rows.len() / together * samples;
                    let left = Windows {
                        values: images,
                        rows: List::new(&phase.rows[..count]),
                        columns: List::new(&phase.columns),
                    };
                    let to_rows = List::new(&phase.to_rows[..count]);
                    phase.right(sizes.big).multiply(
                        product,
                        to_rows,
                        left,
                        Destination::Overwritten,
                    );
                }
                let images = y.chunks_exact_mut(sizes.big_image());
                for (to, from) in images.zip(product.chunks_exact(pixels * across)) {
                    transpose(to, pixels, from, across, [pixels, sizes.big]);
                    finish(to);
                }
            },
        );
    });
}

/// The big pixels that the same places of the kernel meet.
struct Phase {
    /// Of each pixel the place of its window in the small images, and its own in the result.
    rows: Vec<u32>,
    to_rows: Vec<u32>,
    /// The numbers of a window: of each channel those under the places of the kernel, backwards.
    columns: Vec<u32>,
    /// Their weights, in panels.
    weights: Vec<f32>,
}

impl Phase {
    fn new(
        sizes: &Sizes,
        layout: &Padded,
        weight: &[f32],
        within: [usize; 2],
        together: usize,
    ) -> Self {
        let kernel = [0, 1].map(|axis| kernel_places(sizes.geometry, axis, within[axis]));
        let mut columns = Vec::new();
        for channel in 0..sizes.small {
            for &(_, row) in &kernel[0] {
                for &(_, column) in &kernel[1] {
                    columns.push((channel * layout.channel() + row * layout.row() + column) as u32);
                }
            }
        }
        let (rows, to_rows) = Self::pixels(sizes, layout, within, together);
        Self {
            rows,
            to_rows,
            columns,
            weights: Self::weights(sizes, weight, &kernel),
        }
    }

    /// Of each pixel the place of its window, and its own.
    fn pixels(
        sizes: &Sizes,
        layout: &Padded,
        within: [usize; 2],
        together: usize,
    ) -> (Vec<u32>, Vec<u32>) {
        let geometry = sizes.geometry;
        let (image, across) = (sizes.small * layout.channel(), padded(sizes.big));
        let pixels = [0, 1].map(|axis| big_pixels(geometry, axis, within[axis]));
        let mut places = (Vec::new(), Vec::new());
        for sample in 0..together {
            for &(row, window_row) in &pixels[0] {
                for &(column, window_column) in &pixels[1] {
                    let pixel = (sample * geometry.big[0] + row) * geometry.big[1] + column;
                    let window = window_row * layout.row() + window_column;
                    places.0.push((sample * image + window) as u32);
                    places.1.push((pixel * across) as u32);
                }
            }
        }
        places
    }

    /// The weights of a window's numbers.
    fn weights(sizes: &Sizes, weight: &[f32], kernel: &[Vec<(usize, usize)>; 2]) -> Vec<f32> {
        let rows = sizes.small * kernel[0].len() * kernel[1].len();
        let mut weights = vec![0.0; rows * padded(sizes.big)];
        for (start, channels) in panels(rows, sizes.big) {
            let mut to_rows = weights[start..].chunks_exact_mut(padded(channels.len()));
            for channel in 0..sizes.small {
                for &(row, _) in &kernel[0] {
                    for &(column, _) in &kernel[1] {
                        let place = row * sizes.geometry.kernel[1] + column;
                        let from = weight[channel * sizes.places() + place..]
                            .iter()
                            .step_by(area(sizes.geometry.kernel))
                            .skip(channels.start);
                        let to = to_rows.next().expect("a row for each number of a window");
                        for (to, from) in to[..channels.len()].iter_mut().zip(from) {
                            *to = *from;
                        }
                    }
                }
            }
        }
        weights
    }

    fn right(&self, channels: usize) -> Panels<'_> {
        Panels {
            values: &self.weights,
            rows: self.columns.len(),
            columns: channels,
        }
    }
}

/// Along an axis: the big pixels that so much within the stride meet, and where the window of each
/// begins.
fn big_pixels(geometry: Geometry, axis: usize, within: usize) -> Vec<(usize, usize)> {
    let stride = geometry.stride[axis];
    (0..geometry.big[axis])
        .map(|pixel| (pixel, pixel + geometry.before[axis]))
        .filter(|(_, from_edge)| from_edge % stride == within)
        .map(|(pixel, from_edge)| (pixel, from_edge / stride))
        .collect()
}

/// Along an axis: the places of the kernel so much within the stride, and that of what they meet in
/// a window.
fn kernel_places(geometry: Geometry, axis: usize, within: usize) -> Vec<(usize, usize)> {
    let last = taps(geometry)[axis] - 1;
    (within..geometry.kernel[axis])
        .step_by(geometry.stride[axis])
        .enumerate()
        .map(|(tap, place)| (place, last - tap))
        .collect()
}

/// The numbers of a window in big images: where each is from the window's beginning.
pub fn window(sizes: &Sizes, layout: &Padded) -> Vec<u32> {
    let [rows, columns] = sizes.geometry.kernel;
    let mut places = Vec::with_capacity(sizes.places());
    for channel in 0..sizes.big {
        for row in 0..rows {
            let start = channel * layout.channel() + row * layout.row();
            places.extend((start..start + columns).map(|place| place as u32));
        }
    }
    places
}

/// Where the window of each small pixel of a block begins in big images.
pub fn windows(sizes: &Sizes, layout: &Padded, block: &Block) -> Vec<u32> {
    let [row_stride, column_stride] = sizes.geometry.stride;
    let mut places = Vec::new();
    for sample in 0..block.samples {
        for row in block.rows.clone() {
            let start = sample * sizes.big * layout.channel() + row * row_stride * layout.row();
            let columns = 0..sizes.geometry.small[1];
            places.extend(columns.map(|column| (start + column * column_stride) as u32));
        }
    }
    places
}
