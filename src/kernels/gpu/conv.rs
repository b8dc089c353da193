//! Convolutions, transposed convolutions and weight gradients as implicit GEMM. One in groups is a product for
//! each group, all of them in one dispatch.

use super::gemm::{Problem, gemm};
use super::launch::empty;
use crate::kernels::{Activation, Geometry};
use burn_cubecl::tensor::CubeTensor;

/// A linear layer's large pixels become channels: so many in a group.
fn flatten_linear(geometry: Geometry, large_channels: usize) -> (Geometry, usize) {
    if geometry.is_linear() {
        let [rows, columns] = geometry.large;
        let linear = Geometry {
            groups: geometry.groups,
            ..Geometry::LINEAR
        };
        (linear, large_channels * rows * columns)
    } else {
        (geometry, large_channels)
    }
}

/// The convolution of `x`, `[n, large channels, …]`.
pub fn conv(
    x: &CubeTensor,
    weight: &CubeTensor,
    bias: Option<&CubeTensor>,
    geometry: Geometry,
    activation: Activation,
) -> CubeTensor {
    let (samples, small) = (x.meta.shape()[0], weight.meta.shape()[0]);
    let [h, w] = geometry.small;
    let y = empty(x, [samples, small, h, w]);
    let groups = geometry.groups;
    let (geometry, large) = flatten_linear(geometry, x.meta.shape()[1] / groups);
    let ([rows, columns], [kh, kw]) = (geometry.large, geometry.kernel);
    let [row_stride, column_stride] = geometry.stride.map(|stride| stride as isize);
    let own = small / groups;
    let problem = Problem {
        rows: own,
        columns: samples * h * w,
        k: large * kh * kw,
        extents: [kh, kw, h, w],
        a: [0, large * kh * kw, kh * kw, kw, 1],
        b: [groups * large * rows * columns, rows * columns],
        image: [rows, columns],
        first: geometry.padding.map(|before| -(before as isize)),
        steps: [row_stride, column_stride, 1, 1],
        c: [0, h * w, small * h * w, w, 1],
        groups,
        group: [own * large * kh * kw, large * rows * columns, own * h * w],
    };
    gemm(&[problem], [weight, x], bias, &y, activation);
    y
}

/// The weight's gradient, `[small channels, large channels, rows, columns]`.
pub fn weight_gradient(large: &CubeTensor, small: &CubeTensor, geometry: Geometry) -> CubeTensor {
    let samples = large.meta.shape()[0];
    let groups = geometry.groups;
    let large_channels = large.meta.shape()[1] / groups;
    let small_channels = small.meta.shape()[1];
    let [kh, kw] = geometry.kernel;
    let gradient = empty(large, [small_channels, large_channels, kh, kw]);
    let (geometry, large_channels) = flatten_linear(geometry, large_channels);
    let ([rows, columns], [kh, kw]) = (geometry.large, geometry.kernel);
    let [h, w] = geometry.small;
    let [row_stride, column_stride] = geometry.stride.map(|stride| stride as isize);
    let own = small_channels / groups;
    let problem = Problem {
        rows: own,
        columns: large_channels * kh * kw,
        k: samples * h * w,
        extents: [h, w, kh, kw],
        a: [0, h * w, small_channels * h * w, w, 1],
        b: [rows * columns, groups * large_channels * rows * columns],
        image: [rows, columns],
        first: geometry.padding.map(|before| -(before as isize)),
        steps: [1, 1, row_stride, column_stride],
        c: [0, large_channels * kh * kw, kh * kw, kw, 1],
        groups,
        group: [
            own * h * w,
            large_channels * rows * columns,
            own * large_channels * kh * kw,
        ],
    };
    gemm(
        &[problem],
        [small, large],
        None,
        &gradient,
        Activation::Identity,
    );
    gradient
}

/// The transposed convolution of `x`, `[n, small channels, …]`: a problem for each stride phase.
pub fn conv_transpose(
    x: &CubeTensor,
    weight: &CubeTensor,
    bias: Option<&CubeTensor>,
    geometry: Geometry,
    activation: Activation,
) -> CubeTensor {
    let (samples, large) = (x.meta.shape()[0], weight.meta.shape()[1]);
    let (small, groups) = (x.meta.shape()[1], geometry.groups);
    let [rows, columns] = geometry.large;
    let y = empty(x, [samples, groups * large, rows, columns]);
    // The bias is per channel, so pixels become channels only where there is none.
    let (geometry, large) = match bias {
        Some(_) if geometry.is_linear() => (geometry, large),
        _ => flatten_linear(geometry, large),
    };
    let ([rows, columns], [h, w], [kh, kw]) = (geometry.large, geometry.small, geometry.kernel);
    let own = small / groups;
    let mut problems = Vec::new();
    for row in phases(geometry, 0) {
        for column in phases(geometry, 1) {
            let [row_stride, column_stride] = geometry.stride;
            problems.push(Problem {
                rows: large,
                columns: samples * row.pixels * column.pixels,
                k: own * row.taps * column.taps,
                extents: [row.taps, column.taps, row.pixels, column.pixels],
                a: [
                    row.tap * kw + column.tap,
                    kh * kw,
                    large * kh * kw,
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
                    groups * large * rows * columns,
                    row_stride * columns,
                    column_stride,
                ],
                groups,
                group: [own * large * kh * kw, own * h * w, large * rows * columns],
            });
        }
    }
    problems.retain(|problem| problem.columns > 0);
    gemm(&problems, [weight, x], bias, &y, activation);
    y
}

/// A stride phase along one axis: the pixels of the large side that the same taps reach.
struct Phase {
    /// The first tap, and how many, a stride apart.
    tap: usize,
    taps: usize,
    /// The first pixel, and how many, a stride apart.
    pixel: usize,
    pixels: usize,
    /// The small pixel that meets the first pixel under the first tap.
    first: usize,
}

fn phases(geometry: Geometry, axis: usize) -> impl Iterator<Item = Phase> {
    let (stride, before) = (geometry.stride[axis], geometry.padding[axis]);
    let (kernel, large) = (geometry.kernel[axis], geometry.large[axis]);
    (0..stride).map(move |tap| {
        let first = before.saturating_sub(tap).div_ceil(stride);
        let pixel = first * stride + tap - before;
        Phase {
            tap,
            taps: kernel.saturating_sub(tap).div_ceil(stride),
            pixel,
            pixels: large.saturating_sub(pixel).div_ceil(stride),
            first,
        }
    })
}
