use super::super::{Parts, windows};
use super::*;
use crate::random::{Purpose, Random};

/// The layers of the presets, and what lies at the ends.
fn layers() -> Vec<Sizes> {
    let uneven = Geometry {
        big: [9, 21],
        small: [4, 7],
        kernel: [4, 6],
        stride: [2, 3],
        before: [0, 3],
    };
    vec![
        Sizes::new(3, [16, 24], Geometry::square([8, 4], 4, 2, 1)),
        Sizes::new(9, [70, 131], Geometry::square([14, 7], 4, 2, 1)),
        Sizes::new(2, [5, 67], Geometry::square([33, 16], 4, 2, 1)),
        Sizes::new(2, [3, 2], Geometry::square([70, 35], 4, 2, 1)),
        Sizes::new(5, [7, 9], Geometry::square([6, 7], 2, 1, 1)),
        Sizes::new(4, [11, 17], Geometry::square([13, 5], 6, 3, 2)),
        Sizes::new(4, [6, 13], Geometry::square([11, 6], 4, 2, 3)),
        Sizes::new(3, [40, 70], Geometry::square([16, 8], 5, 2, 2)),
        Sizes::new(5, [9, 20], Geometry::square([15, 8], 5, 2, 2)),
        Sizes::new(5, [9, 20], Geometry::square([9, 9], 3, 1, 1)),
        Sizes::new(2, [9, 20], Geometry::square([10, 8], 3, 1, 0)),
        Sizes::new(3, [10, 12], Geometry::square([11, 6], 3, 2, 1)),
        Sizes::new(3, [10, 12], Geometry::square([13, 4], 8, 3, 2)),
        Sizes::new(7, [12, 20], uneven),
        Sizes::new(1, [4, 4], Geometry::square([1, 1], 2, 1, 1)),
    ]
}

/// Any kernel that is one to three times as long as its stride, at every edge, under images with pixels
/// that no kernel reaches; channels that fill no vector and no panel.
fn drawn(random: &mut Random) -> Sizes {
    let mut between =
        |low: usize, high: usize| low + (random.uniform() * (high + 1 - low) as f32) as usize;
    let [batch, big, small] = [between(1, 9), between(1, 70), between(1, 140)];
    let mut geometry = Geometry::LINEAR;
    for axis in 0..2 {
        let (pixels, stride) = (between(1, 11), between(1, 3));
        let kernel = between(stride, MOST_TAPS * stride);
        let before = between(0, kernel - 1);
        let reach = (pixels - 1) * stride + kernel - before;
        geometry.big[axis] = (reach + 1).saturating_sub(between(0, kernel - 1)).max(1);
        geometry.small[axis] = pixels;
        geometry.kernel[axis] = kernel;
        geometry.stride[axis] = stride;
        geometry.before[axis] = before;
    }
    Sizes::new(batch, [big, small], geometry)
}

fn assert_close(found: &[f32], expected: &[f32], what: &str) {
    let largest = expected.iter().fold(0.0f32, |most, x| most.max(x.abs()));
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        let difference = (found - expected).abs();
        assert!(
            difference <= 1e-5 * largest,
            "{what}: {found} in place of {expected} at {at}; the largest is {largest}"
        );
    }
}

#[test]
fn fewer_products_make_the_same_numbers() {
    let mut random = Random::new(1, Purpose::Latents, 0);
    let drawn: Vec<_> = (0..60).map(|_| drawn(&mut random)).collect();
    for sizes in layers().into_iter().chain(drawn) {
        let mut draw = |count| (0..count).map(|_| random.normal()).collect::<Vec<f32>>();
        let big = draw(sizes.batch * sizes.big_image());
        let small = draw(sizes.batch * sizes.small_image());
        let weight = draw(sizes.small * sizes.places());
        let finish = |image: &mut [f32]| image.iter_mut().for_each(|number| *number += 1.0);

        let mut all = [(); 2].map(|()| vec![f32::NAN; small.len()]);
        let [found, expected] = &mut all;
        down(found, &big, &weight, sizes, &finish);
        windows::down(expected, &big, &weight, sizes, &finish);
        assert_close(found, expected, &format!("down, {sizes:?}"));

        let mut all = [(); 2].map(|()| vec![f32::NAN; big.len()]);
        let [found, expected] = &mut all;
        up(found, &small, &weight, sizes, &finish);
        windows::up(expected, &small, &weight, sizes, &finish);
        assert_close(found, expected, &format!("up, {sizes:?}"));

        let [found, expected] = [true, false].map(|in_tiles| {
            let parts = Parts {
                in_tiles,
                ..Parts::of(&sizes)
            };
            let all = 0..parts.count(&sizes);
            let computed = super::super::compute_parts(&big, &small, &sizes, parts, all);
            super::super::join_parts(computed, &sizes, parts)
        });
        assert_close(&found, &expected, &format!("weights, {sizes:?}"));
    }
}

#[test]
fn a_large_image_takes_hardly_any_room() {
    let sizes = Sizes::new(1, [32, 64], Geometry::square([1024, 512], 5, 2, 2));
    let images = (sizes.big_image() + sizes.small_image()) as u64;
    assert!(working_memory(&sizes) < images / 8);
}
