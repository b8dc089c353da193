//! Images as matrices of columns: a row for each channel and place of the kernel, a column for each
//! small pixel.

use crate::kernels::Geometry;
use std::ops::Range;

/// Small pixels that are computed together: whole images, or rows of one.
#[derive(Debug, Clone)]
pub struct Block {
    pub samples: Range<usize>,
    pub rows: Range<usize>,
}

impl Block {
    /// Small pixels in it.
    pub fn len(&self, geometry: &Geometry) -> usize {
        self.samples.len() * self.rows.len() * geometry.small[1]
    }
}

/// All small pixels of `samples` in blocks of about `most` pixels, at least a row.
pub fn blocks(samples: Range<usize>, geometry: &Geometry, most: usize) -> Vec<Block> {
    let [height, width] = geometry.small;
    let together = most / (height * width);
    if together >= 1 {
        return samples
            .clone()
            .step_by(together)
            .map(|start| Block {
                samples: start..(start + together).min(samples.end),
                rows: 0..height,
            })
            .collect();
    }
    // Blocks of about the same size: a small rest would be slow.
    let parts = height.div_ceil((most / width).max(1));
    let rows = height.div_ceil(parts);
    samples
        .flat_map(|sample| {
            (0..height).step_by(rows).map(move |start| Block {
                samples: sample..sample + 1,
                rows: start..(start + rows).min(height),
            })
        })
        .collect()
}

/// A place of the kernel over one row of small pixels: those that it puts inside the big image.
struct Reach {
    /// Small columns.
    columns: Range<usize>,
    /// The big column of the first.
    first: usize,
}

fn reach(geometry: &Geometry, kernel_column: usize) -> Reach {
    let (stride, before) = (geometry.stride[1], geometry.before[1]);
    let start = before.saturating_sub(kernel_column).div_ceil(stride);
    let end = (geometry.big[1] + before)
        .saturating_sub(kernel_column)
        .div_ceil(stride)
        .clamp(start, geometry.small[1].max(start));
    Reach {
        columns: start.min(geometry.small[1])..end.min(geometry.small[1]),
        first: start * stride + kernel_column - before.min(start * stride + kernel_column),
    }
}

/// The big row under a row of the small side and one of the kernel, if it is inside.
fn big_row(geometry: &Geometry, small: usize, kernel: usize) -> Option<usize> {
    let row = (small * geometry.stride[0] + kernel).checked_sub(geometry.before[0])?;
    (row < geometry.big[0]).then_some(row)
}

/// Writes the big images' columns: `to` is `[channels · kernel, block]`.
pub fn gather(to: &mut [f32], big: &[f32], channels: usize, geometry: &Geometry, block: &Block) {
    let [height, width] = geometry.big;
    let [kernel_rows, kernel_columns] = geometry.kernel;
    let (small_width, stride) = (geometry.small[1], geometry.stride[1]);
    let mut rows = to.chunks_exact_mut(block.len(geometry));
    for channel in 0..channels {
        for kernel_row in 0..kernel_rows {
            for kernel_column in 0..kernel_columns {
                let to = rows.next().expect("a row for each place");
                let Reach { columns, first } = reach(geometry, kernel_column);
                let mut to = to.chunks_exact_mut(small_width);
                for sample in block.samples.clone() {
                    let plane = &big[(sample * channels + channel) * height * width..];
                    for row in block.rows.clone() {
                        let to = to.next().expect("a row of pixels");
                        let Some(row) = big_row(geometry, row, kernel_row) else {
                            to.fill(0.0);
                            continue;
                        };
                        if columns.is_empty() {
                            to.fill(0.0);
                            continue;
                        }
                        to[..columns.start].fill(0.0);
                        to[columns.end..].fill(0.0);
                        let from = &plane[row * width + first..(row + 1) * width];
                        take(&mut to[columns.clone()], from, stride);
                    }
                }
            }
        }
    }
}

/// Every `stride`-th number.
#[inline(always)]
fn take(to: &mut [f32], from: &[f32], stride: usize) {
    match stride {
        1 => to.copy_from_slice(&from[..to.len()]),
        2 => {
            // Whole pairs, but for the last one, whose second half may be missing.
            let (pairs, rest) = from.as_chunks::<2>();
            for (to, pair) in to.iter_mut().zip(pairs) {
                *to = pair[0];
            }
            if to.len() > pairs.len() {
                to[pairs.len()] = rest[0];
            }
        }
        _ => {
            for (to, from) in to.iter_mut().zip(from.iter().step_by(stride)) {
                *to = *from;
            }
        }
    }
}

/// Adds columns to the big images of the block; `big` begins with the block's first sample.
pub fn scatter(big: &mut [f32], from: &[f32], channels: usize, geometry: &Geometry, block: &Block) {
    let [height, width] = geometry.big;
    let [kernel_rows, kernel_columns] = geometry.kernel;
    let (small_width, stride) = (geometry.small[1], geometry.stride[1]);
    let mut rows = from.chunks_exact(block.len(geometry));
    for channel in 0..channels {
        for kernel_row in 0..kernel_rows {
            for kernel_column in 0..kernel_columns {
                let from = rows.next().expect("a row for each place");
                let Reach { columns, first } = reach(geometry, kernel_column);
                let mut from = from.chunks_exact(small_width);
                for sample in 0..block.samples.len() {
                    let plane = &mut big[(sample * channels + channel) * height * width..];
                    for row in block.rows.clone() {
                        let from = from.next().expect("a row of pixels");
                        let Some(row) = big_row(geometry, row, kernel_row) else {
                            continue;
                        };
                        if columns.is_empty() {
                            continue;
                        }
                        let to = &mut plane[row * width + first..(row + 1) * width];
                        add(to, &from[columns.clone()], stride);
                    }
                }
            }
        }
    }
}

/// To every `stride`-th number.
#[inline(always)]
fn add(to: &mut [f32], from: &[f32], stride: usize) {
    match stride {
        1 => {
            for (to, from) in to.iter_mut().zip(from) {
                *to += from;
            }
        }
        _ => {
            for (to, from) in to.iter_mut().step_by(stride).zip(from) {
                *to += from;
            }
        }
    }
}
