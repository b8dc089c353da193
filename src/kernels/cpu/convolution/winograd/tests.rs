use super::super::partition::SplitAxis;
use super::super::{GradientAlgorithm, Partition, compute_parts, implicit_gemm, join_parts};
use super::*;
use crate::random::{Purpose, Random};

/// The layers of the presets, and edge cases.
fn layers() -> Vec<ConvShape> {
    let uneven = Geometry {
        large: [9, 21],
        small: [4, 7],
        kernel: [4, 6],
        stride: [2, 3],
        padding: [0, 3],
        groups: 1,
    };
    vec![
        ConvShape::new(3, [16, 24], Geometry::square([8, 4], 4, 2, 1)),
        ConvShape::new(9, [70, 131], Geometry::square([14, 7], 4, 2, 1)),
        ConvShape::new(2, [5, 67], Geometry::square([33, 16], 4, 2, 1)),
        ConvShape::new(2, [3, 2], Geometry::square([70, 35], 4, 2, 1)),
        ConvShape::new(5, [7, 9], Geometry::square([6, 7], 2, 1, 1)),
        ConvShape::new(4, [11, 17], Geometry::square([13, 5], 6, 3, 2)),
        ConvShape::new(4, [6, 13], Geometry::square([11, 6], 4, 2, 3)),
        ConvShape::new(3, [40, 70], Geometry::square([16, 8], 5, 2, 2)),
        ConvShape::new(5, [9, 20], Geometry::square([15, 8], 5, 2, 2)),
        ConvShape::new(5, [9, 20], Geometry::square([9, 9], 3, 1, 1)),
        ConvShape::new(2, [9, 20], Geometry::square([10, 8], 3, 1, 0)),
        ConvShape::new(3, [10, 12], Geometry::square([11, 6], 3, 2, 1)),
        ConvShape::new(3, [10, 12], Geometry::square([13, 4], 8, 3, 2)),
        ConvShape::new(7, [12, 20], uneven),
        ConvShape::new(1, [4, 4], Geometry::square([1, 1], 2, 1, 1)),
    ]
}

/// Any kernel of one to three times its stride, with any padding, and images with pixels that no tap
/// reaches; channels that fill no vector and no panel.
fn drawn(random: &mut Random) -> ConvShape {
    let mut between =
        |low: usize, high: usize| low + (random.uniform() * (high + 1 - low) as f32) as usize;
    let [batch, large, small] = [between(1, 9), between(1, 70), between(1, 140)];
    let mut geometry = Geometry::LINEAR;
    for axis in 0..2 {
        let (pixels, stride) = (between(1, 11), between(1, 3));
        let kernel = between(stride, MAX_R * stride);
        let padding = between(0, kernel - 1);
        let reach = (pixels - 1) * stride + kernel - padding;
        geometry.large[axis] = (reach + 1).saturating_sub(between(0, kernel - 1)).max(1);
        geometry.small[axis] = pixels;
        geometry.kernel[axis] = kernel;
        geometry.stride[axis] = stride;
        geometry.padding[axis] = padding;
    }
    ConvShape::new(batch, [large, small], geometry)
}

fn assert_close(found: &[f32], expected: &[f32], what: &str) {
    let largest = expected.iter().fold(0.0f32, |most, x| most.max(x.abs()));
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        let difference = (found - expected).abs();
        assert!(
            difference <= 1e-5 * largest,
            "{what}: {found} instead of {expected} at {at}; the largest is {largest}"
        );
    }
}

#[test]
fn winograd_agrees_with_implicit_gemm() {
    let mut random = Random::new(1, Purpose::Latents, 0);
    let drawn: Vec<_> = (0..60).map(|_| drawn(&mut random)).collect();
    for shape in layers().into_iter().chain(drawn) {
        let mut draw = |count| (0..count).map(|_| random.normal()).collect::<Vec<f32>>();
        let large = draw(shape.batch * shape.large_image());
        let small = draw(shape.batch * shape.small_image());
        let weight = draw(shape.small_channels * shape.patch_len());
        let epilogue = |image: &mut [f32]| image.iter_mut().for_each(|number| *number += 1.0);

        let mut all = [(); 2].map(|()| vec![f32::NAN; small.len()]);
        let [found, expected] = &mut all;
        conv(found, &large, &weight, shape, &epilogue);
        implicit_gemm::conv(expected, &large, &weight, shape, &epilogue);
        assert_close(found, expected, &format!("conv, {shape:?}"));

        let mut all = [(); 2].map(|()| vec![f32::NAN; large.len()]);
        let [found, expected] = &mut all;
        conv_transpose(found, &small, &weight, shape, &epilogue);
        implicit_gemm::conv_transpose(expected, &small, &weight, shape, &epilogue);
        assert_close(found, expected, &format!("conv_transpose, {shape:?}"));

        let [found, expected] =
            [GradientAlgorithm::Winograd, GradientAlgorithm::ImplicitGemm].map(|algorithm| {
                let partition = Partition {
                    algorithm,
                    ..Partition::of(&shape)
                };
                let all = 0..partition.count(&shape);
                let computed = compute_parts(&large, &small, &shape, partition, all);
                join_parts(computed, &shape, partition)
            });
        assert_close(&found, &expected, &format!("weight gradient, {shape:?}"));
    }
}

/// One element of the weight gradient, `[small channels, large channels, kernel]`, by its definition
/// and in f64.
fn direct_weight_gradient(large: &[f32], small: &[f32], shape: &ConvShape, index: usize) -> f32 {
    let geometry = shape.geometry;
    let [large_area, small_area, taps] =
        [geometry.large, geometry.small, geometry.kernel].map(area);
    let (channels, tap) = (index / taps, index % taps);
    let large_channel = channels % shape.large_channels;
    let small_channel = channels / shape.large_channels;
    let tap = [tap / geometry.kernel[1], tap % geometry.kernel[1]];
    let mut sum = 0.0;
    for sample in 0..shape.batch {
        let large = &large[(sample * shape.large_channels + large_channel) * large_area..];
        let small = &small[(sample * shape.small_channels + small_channel) * small_area..];
        for (pixel, gradient) in small[..small_area].iter().enumerate() {
            let pixel = [pixel / geometry.small[1], pixel % geometry.small[1]];
            let [row, column] = [0, 1].map(|axis| {
                let padded = pixel[axis] * geometry.stride[axis] + tap[axis];
                let position = padded.checked_sub(geometry.padding[axis]);
                position.filter(|&position| position < geometry.large[axis])
            });
            if let (Some(row), Some(column)) = (row, column) {
                let x = large[row * geometry.large[1] + column];
                sum += f64::from(x) * f64::from(*gradient);
            }
        }
    }
    sum as f32
}

#[test]
fn weight_gradients_above_the_thresholds_are_the_direct_ones() {
    let shapes = [
        ConvShape::new(9, [33, 40], Geometry::square([16, 8], 4, 2, 1)),
        ConvShape::new(9, [32, 36], Geometry::square([14, 7], 5, 2, 2)),
        ConvShape::new(9, [34, 32], Geometry::square([8, 8], 3, 1, 1)),
        ConvShape::new(33, [130, 128], Geometry::square([8, 4], 4, 2, 1)),
    ];
    let mut random = Random::new(2, Purpose::Latents, 0);
    let mut draw = |count| (0..count).map(|_| random.normal()).collect::<Vec<f32>>();
    let mut axes = Vec::new();
    for shape in shapes {
        assert!(saves_time(&shape) && weight_gradient::is_large_enough(&shape));
        let large = draw(shape.batch * shape.large_image());
        let small = draw(shape.batch * shape.small_image());
        // As a browser would.
        let partition = Partition::by(GradientAlgorithm::Winograd, &shape);
        axes.push(partition.axis);
        let all = 0..partition.count(&shape);
        let computed = compute_parts(&large, &small, &shape, partition, all);
        let gradient = join_parts(computed, &shape, partition);
        // Some of every channel and tap: 29 divides none of the sizes.
        let some = (0..gradient.len()).step_by(29);
        let found: Vec<f32> = some.clone().map(|index| gradient[index]).collect();
        let expected: Vec<f32> = some
            .map(|index| direct_weight_gradient(&large, &small, &shape, index))
            .collect();
        assert_close(&found, &expected, &format!("{shape:?}"));
    }
    assert!(axes.contains(&SplitAxis::Samples) && axes.contains(&SplitAxis::Channels));
}

#[test]
fn scratch_memory_of_a_large_image_is_small() {
    let shape = ConvShape::new(1, [32, 64], Geometry::square([1024, 512], 5, 2, 2));
    let images = (shape.large_image() + shape.small_image()) as u64;
    assert!(working_memory(&shape) < images / 8);
}
