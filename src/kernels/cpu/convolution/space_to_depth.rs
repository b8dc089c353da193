//! Space-to-depth of padded large images by the stride, and im2col and col2im in that layout: under
//! each tap of the kernel a row of small pixels is a contiguous run, whatever the stride.

use super::Block;
use crate::kernels::Geometry;
use crate::kernels::cpu::gemm::MAX_LANES;
use crate::kernels::cpu::simd::vectorised;

/// The layout of a channel: a plane for each stride phase, `[row phase, column phase, rows, columns]`.
#[derive(Debug, Clone, Copy)]
pub struct SpaceToDepth {
    geometry: Geometry,
    /// Rows and columns of a plane.
    rows: usize,
    columns: usize,
}

impl SpaceToDepth {
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

    /// Elements of a channel.
    pub fn channel_len(&self) -> usize {
        self.channel_len_u64() as usize
    }

    /// The same without overflow, for images too large for memory.
    pub fn channel_len_u64(&self) -> u64 {
        let [rows, columns] = self.geometry.stride;
        let dims = [rows, columns, self.rows, self.columns];
        dims.into_iter().map(|size| size as u64).product()
    }

    /// Pixels of a channel of the large image.
    pub fn large_pixels(&self) -> usize {
        self.geometry.large[0] * self.geometry.large[1]
    }

    /// Small pixels of a block.
    pub fn pixels(&self, block: &Block) -> usize {
        block.samples * block.rows.len() * self.geometry.small[1]
    }

    /// Where an image's row begins in the channel's planes of column phase 0, if any tap reaches it.
    fn row(&self, row: usize) -> Option<usize> {
        let [row_stride, column_stride] = self.geometry.stride;
        let padded = row + self.geometry.padding[0];
        let row = padded / row_stride;
        let plane = self.rows * self.columns;
        (row < self.rows).then(|| padded % row_stride * column_stride * plane + row * self.columns)
    }

    /// Calls `copy` for each run of pixels that are contiguous in this layout and a stride apart in the
    /// image, with its offset in the image, in this layout, and its length.
    #[inline(always)]
    fn for_each_run(&self, channels: usize, mut copy: impl FnMut(usize, usize, usize)) {
        let Geometry {
            large: [height, width],
            padding,
            stride,
            ..
        } = self.geometry;
        for channel in 0..channels {
            for row in 0..height {
                let Some(start) = self.row(row) else { continue };
                for first in 0..stride[1].min(width) {
                    let padded = first + padding[1];
                    let column = padded / stride[1];
                    let count = (width - first).div_ceil(stride[1]);
                    let count = count.min(self.columns.saturating_sub(column));
                    let plane = padded % stride[1] * self.rows * self.columns;
                    copy(
                        (channel * height + row) * width + first,
                        channel * self.channel_len() + start + plane + column,
                        count,
                    );
                }
            }
        }
    }

    /// Pads and rearranges an image of `channels`.
    pub fn space_to_depth(&self, to: &mut [f32], image: &[f32], channels: usize) {
        to[..channels * self.channel_len()].fill(0.0);
        let stride = self.geometry.stride[1];
        vectorised(
            #[inline(always)]
            || {
                self.for_each_run(
                    channels,
                    #[inline(always)]
                    |pixel, offset, count| {
                        let to = &mut to[offset..offset + count];
                        match stride {
                            1 => to.copy_from_slice(&image[pixel..pixel + count]),
                            2 => copy_strided::<2>(to, &image[pixel..]),
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

    /// The inverse of [`Self::space_to_depth`]; pixels that no tap reaches stay as they are.
    pub fn depth_to_space(&self, image: &mut [f32], from: &[f32], channels: usize) {
        let stride = self.geometry.stride[1];
        vectorised(
            #[inline(always)]
            || {
                self.for_each_run(
                    channels,
                    #[inline(always)]
                    |pixel, offset, count| {
                        let from = &from[offset..offset + count];
                        match stride {
                            1 => image[pixel..pixel + count].copy_from_slice(from),
                            2 => scatter_strided::<2>(&mut image[pixel..], from),
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

    /// Calls `visit` for each tap and each row of small pixels, with the offset of the run in the
    /// im2col matrix and in this layout.
    #[inline(always)]
    fn for_each_tap(
        &self,
        channels: usize,
        block: &Block,
        row_stride: usize,
        mut visit: impl FnMut(usize, usize),
    ) {
        let Geometry { kernel, stride, .. } = self.geometry;
        let width = self.geometry.small[1];
        let mut start = 0;
        for channel in 0..channels {
            for kernel_row in 0..kernel[0] {
                for kernel_column in 0..kernel[1] {
                    let phase = kernel_row % stride[0] * stride[1] + kernel_column % stride[1];
                    let offset = channel * self.channel_len()
                        + phase * self.rows * self.columns
                        + kernel_row / stride[0] * self.columns
                        + kernel_column / stride[1];
                    let mut column = start;
                    for sample in 0..block.samples {
                        let offset = offset + sample * channels * self.channel_len();
                        for small_row in block.rows.clone() {
                            visit(column, offset + small_row * self.columns);
                            column += width;
                        }
                    }
                    start += row_stride;
                }
            }
        }
    }

    /// The im2col matrix of a block: a row for each channel and tap, a column for each small pixel.
    /// Both slices need `MAX_LANES` spare elements: runs are copied in whole vectors, and the surplus
    /// is overwritten by the next run.
    pub fn im2col(
        &self,
        to: &mut [f32],
        from: &[f32],
        channels: usize,
        block: &Block,
        row_stride: usize,
    ) {
        let width = self.geometry.small[1];
        vectorised(
            #[inline(always)]
            || {
                if width <= 8 {
                    self.for_each_tap(
                        channels,
                        block,
                        row_stride,
                        #[inline(always)]
                        |column, offset| {
                            copy::<8>(&mut to[column..], &from[offset..], 8);
                        },
                    );
                } else {
                    self.for_each_tap(
                        channels,
                        block,
                        row_stride,
                        #[inline(always)]
                        |column, offset| {
                            copy::<MAX_LANES>(&mut to[column..], &from[offset..], width);
                        },
                    );
                }
            },
        );
    }

    /// Adds the columns of a block to images in this layout: the transpose of [`Self::im2col`], with
    /// the same spare elements.
    pub fn col2im(
        &self,
        to: &mut [f32],
        from: &[f32],
        channels: usize,
        block: &Block,
        row_stride: usize,
    ) {
        let width = self.geometry.small[1];
        vectorised(
            #[inline(always)]
            || {
                if width <= 8 {
                    let mask = std::array::from_fn(|at| f32::from(at < width));
                    self.for_each_tap(
                        channels,
                        block,
                        row_stride,
                        #[inline(always)]
                        |column, offset| {
                            add::<8>(&mut to[offset..], &from[column..], mask);
                        },
                    );
                } else {
                    let last = (width - 1) % MAX_LANES + 1;
                    let mask = std::array::from_fn(|at| f32::from(at < last));
                    self.for_each_tap(
                        channels,
                        block,
                        row_stride,
                        #[inline(always)]
                        |column, offset| {
                            let mut at = 0;
                            while at + MAX_LANES < width {
                                add::<MAX_LANES>(
                                    &mut to[offset + at..],
                                    &from[column + at..],
                                    [1.0; MAX_LANES],
                                );
                                at += MAX_LANES;
                            }
                            add::<MAX_LANES>(&mut to[offset + at..], &from[column + at..], mask);
                        },
                    );
                }
            },
        );
    }
}

/// Copies every `STRIDE`-th element of `from`.
#[inline(always)]
fn copy_strided<const STRIDE: usize>(to: &mut [f32], from: &[f32]) {
    let (whole, rest) = from.as_chunks::<STRIDE>();
    for (to, from) in to.iter_mut().zip(whole) {
        *to = from[0];
    }
    if to.len() > whole.len() {
        to[whole.len()] = rest[0];
    }
}

/// Writes every `STRIDE`-th element of `to`.
#[inline(always)]
fn scatter_strided<const STRIDE: usize>(to: &mut [f32], from: &[f32]) {
    let (whole, rest) = to.as_chunks_mut::<STRIDE>();
    if from.len() > whole.len() {
        rest[0] = from[whole.len()];
    }
    for (to, from) in whole.iter_mut().zip(from) {
        to[0] = *from;
    }
}

/// Copies at least `length` elements, `RUN` at a time.
#[inline(always)]
fn copy<const RUN: usize>(to: &mut [f32], from: &[f32], length: usize) {
    let mut at = 0;
    while at < length {
        let run: [f32; RUN] = *from[at..].first_chunk().expect("spare elements");
        *to[at..].first_chunk_mut().expect("spare elements") = run;
        at += RUN;
    }
}

/// `to += from · mask`.
#[inline(always)]
fn add<const RUN: usize>(to: &mut [f32], from: &[f32], mask: [f32; RUN]) {
    let to: &mut [f32; RUN] = to.first_chunk_mut().expect("spare elements");
    let from: &[f32; RUN] = from.first_chunk().expect("spare elements");
    for ((to, from), mask) in to.iter_mut().zip(from).zip(mask) {
        *to += from * mask;
    }
}
