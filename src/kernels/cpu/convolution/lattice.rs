//! Big images laid out for a convolution: padded, and where there is a stride, the pixels that one
//! place of the kernel meets beside each other. A place of the kernel over a row of small pixels is
//! then a run of neighbours, whatever the geometry.

use super::Block;
use crate::kernels::Geometry;
use crate::kernels::cpu::product::WIDEST;
use crate::kernels::cpu::vectors::vectorised;

/// The layout of one channel: for each row and column within the stride a plane, in which the
/// pixels stand that are so many strides from the padded edge.
#[derive(Debug, Clone, Copy)]
pub struct Lattice {
    geometry: Geometry,
    /// Rows and columns of a plane.
    rows: usize,
    columns: usize,
}

impl Lattice {
    pub fn new(geometry: Geometry) -> Self {
        let extent = |axis: usize| {
            geometry.small[axis] + (geometry.kernel[axis] - 1) / geometry.stride[axis]
        };
        Self {
            geometry,
            rows: extent(0),
            columns: extent(1),
        }
    }

    /// Numbers of a channel.
    pub fn channel(&self) -> usize {
        self.numbers() as usize
    }

    /// The same, also where they would be more than memory has addresses.
    pub fn numbers(&self) -> u64 {
        let [rows, columns] = self.geometry.stride;
        let sizes = [rows, columns, self.rows, self.columns];
        sizes.into_iter().map(|size| size as u64).product()
    }

    /// Pixels of a channel of the big image.
    pub fn pixels_of_big(&self) -> usize {
        self.geometry.big[0] * self.geometry.big[1]
    }

    /// Small pixels of a block.
    pub fn pixels(&self, block: &Block) -> usize {
        block.samples * block.rows.len() * self.geometry.small[1]
    }

    /// Where the row `big` of an image is in a channel, per column within the stride, if any place
    /// of the kernel reaches it.
    fn row(&self, big: usize) -> Option<usize> {
        let [row_stride, column_stride] = self.geometry.stride;
        let padded = big + self.geometry.before[0];
        let row = padded / row_stride;
        let plane = self.rows * self.columns;
        (row < self.rows).then(|| padded % row_stride * column_stride * plane + row * self.columns)
    }

    /// Calls `copy` for each run of pixels of an image: the first one's place in the image and in
    /// the lattice, and how many. In the image they are a stride apart.
    #[inline(always)]
    fn for_each_run(&self, channels: usize, mut copy: impl FnMut(usize, usize, usize)) {
        let Geometry {
            big: [height, width],
            before,
            stride,
            ..
        } = self.geometry;
        for channel in 0..channels {
            for row in 0..height {
                let Some(start) = self.row(row) else { continue };
                for first in 0..stride[1].min(width) {
                    let padded = first + before[1];
                    let column = padded / stride[1];
                    let count = (width - first).div_ceil(stride[1]);
                    let count = count.min(self.columns.saturating_sub(column));
                    let plane = padded % stride[1] * self.rows * self.columns;
                    copy(
                        (channel * height + row) * width + first,
                        channel * self.channel() + start + plane + column,
                        count,
                    );
                }
            }
        }
    }

    /// Lays out an image of `channels`; what is not a pixel of it becomes zero.
    pub fn spread(&self, to: &mut [f32], image: &[f32], channels: usize) {
        to[..channels * self.channel()].fill(0.0);
        let stride = self.geometry.stride[1];
        vectorised(
            #[inline(always)]
            || {
                self.for_each_run(
                    channels,
                    #[inline(always)]
                    |pixel, place, count| {
                        let to = &mut to[place..place + count];
                        match stride {
                            1 => to.copy_from_slice(&image[pixel..pixel + count]),
                            2 => strided::<2>(to, &image[pixel..]),
                            _ => {
                                for (to, from) in
                                    to.iter_mut().zip(image[pixel..].iter().step_by(stride))
                                {
                                    *to = *from;
                                }
                            }
                        }
                    },
                );
            },
        );
    }

    /// The image of `channels` that is laid out; pixels that no place of the kernel reaches stay.
    pub fn collect(&self, image: &mut [f32], from: &[f32], channels: usize) {
        let stride = self.geometry.stride[1];
        vectorised(
            #[inline(always)]
            || {
                self.for_each_run(
                    channels,
                    #[inline(always)]
                    |pixel, place, count| {
                        let from = &from[place..place + count];
                        match stride {
                            1 => image[pixel..pixel + count].copy_from_slice(from),
                            2 => set_strided::<2>(&mut image[pixel..], from),
                            _ => {
                                for (to, from) in
                                    image[pixel..].iter_mut().step_by(stride).zip(from)
                                {
                                    *to = *from;
                                }
                            }
                        }
                    },
                );
            },
        );
    }

    /// Calls `visit` for each run of small pixels under each place of the kernel: where it begins
    /// in the matrix of columns, whose rows are `row` apart, and in the lattices of the channels.
    #[inline(always)]
    fn for_each_place(
        &self,
        channels: usize,
        block: &Block,
        row: usize,
        mut visit: impl FnMut(usize, usize),
    ) {
        let Geometry { kernel, stride, .. } = self.geometry;
        let width = self.geometry.small[1];
        let mut start = 0;
        for channel in 0..channels {
            for kernel_row in 0..kernel[0] {
                for kernel_column in 0..kernel[1] {
                    let phase = kernel_row % stride[0] * stride[1] + kernel_column % stride[1];
                    let place = channel * self.channel()
                        + phase * self.rows * self.columns
                        + kernel_row / stride[0] * self.columns
                        + kernel_column / stride[1];
                    let mut column = start;
                    for sample in 0..block.samples {
                        let place = place + sample * channels * self.channel();
                        for small_row in block.rows.clone() {
                            visit(column, place + small_row * self.columns);
                            column += width;
                        }
                    }
                    start += row;
                }
            }
        }
    }

    /// The columns of a block: a row for each channel and place of the kernel, `row` numbers
    /// apart, a column for each small pixel. Both slices have `WIDEST` numbers more than they need:
    /// runs are copied in whole vectors, and what is too much is overwritten by the next.
    pub fn gather(&self, to: &mut [f32], from: &[f32], channels: usize, block: &Block, row: usize) {
        let width = self.geometry.small[1];
        vectorised(
            #[inline(always)]
            || {
                if width <= 8 {
                    self.for_each_place(
                        channels,
                        block,
                        row,
                        #[inline(always)]
                        |column, place| {
                            copy::<8>(&mut to[column..], &from[place..], 8);
                        },
                    );
                } else {
                    self.for_each_place(
                        channels,
                        block,
                        row,
                        #[inline(always)]
                        |column, place| {
                            copy::<WIDEST>(&mut to[column..], &from[place..], width);
                        },
                    );
                }
            },
        );
    }

    /// Adds the columns of a block to the lattices; the inverse of [`Lattice::gather`], with the
    /// same room at the ends.
    pub fn scatter(
        &self,
        to: &mut [f32],
        from: &[f32],
        channels: usize,
        block: &Block,
        row: usize,
    ) {
        let width = self.geometry.small[1];
        vectorised(
            #[inline(always)]
            || {
                if width <= 8 {
                    let mask = std::array::from_fn(|at| f32::from(at < width));
                    self.for_each_place(
                        channels,
                        block,
                        row,
                        #[inline(always)]
                        |column, place| {
                            add::<8>(&mut to[place..], &from[column..], mask);
                        },
                    );
                } else {
                    let last = (width - 1) % WIDEST + 1;
                    let mask = std::array::from_fn(|at| f32::from(at < last));
                    self.for_each_place(
                        channels,
                        block,
                        row,
                        #[inline(always)]
                        |column, place| {
                            let mut at = 0;
                            while at + WIDEST < width {
                                add::<WIDEST>(
                                    &mut to[place + at..],
                                    &from[column + at..],
                                    [1.0; WIDEST],
                                );
                                at += WIDEST;
                            }
                            add::<WIDEST>(&mut to[place + at..], &from[column + at..], mask);
                        },
                    );
                }
            },
        );
    }
}

/// Every `STRIDE`-th number of `from`.
#[inline(always)]
fn strided<const STRIDE: usize>(to: &mut [f32], from: &[f32]) {
    let (whole, rest) = from.as_chunks::<STRIDE>();
    for (to, from) in to.iter_mut().zip(whole) {
        *to = from[0];
    }
    if to.len() > whole.len() {
        to[whole.len()] = rest[0];
    }
}

/// Sets every `STRIDE`-th number of `to`.
#[inline(always)]
fn set_strided<const STRIDE: usize>(to: &mut [f32], from: &[f32]) {
    let (whole, rest) = to.as_chunks_mut::<STRIDE>();
    if from.len() > whole.len() {
        rest[0] = from[whole.len()];
    }
    for (to, from) in whole.iter_mut().zip(from) {
        to[0] = *from;
    }
}

/// At least `length` numbers, `RUN` at a time.
#[inline(always)]
fn copy<const RUN: usize>(to: &mut [f32], from: &[f32], length: usize) {
    let mut at = 0;
    while at < length {
        let run: [f32; RUN] = *from[at..].first_chunk().expect("room at the end");
        *to[at..].first_chunk_mut().expect("room at the end") = run;
        at += RUN;
    }
}

/// `to += from · mask`.
#[inline(always)]
fn add<const RUN: usize>(to: &mut [f32], from: &[f32], mask: [f32; RUN]) {
    let to: &mut [f32; RUN] = to.first_chunk_mut().expect("room at the end");
    let from: &[f32; RUN] = from.first_chunk().expect("room at the end");
    for ((to, from), mask) in to.iter_mut().zip(from).zip(mask) {
        *to += from * mask;
    }
}
