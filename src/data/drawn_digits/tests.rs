use super::*;

fn images(seed: u64, indices: std::ops::Range<u64>) -> Vec<(u8, Vec<u8>)> {
    indices
        .map(|index| {
            let mut image = vec![7; SHAPE.bytes()];
            (draw(seed, index, &mut image), image)
        })
        .collect()
}

/// FNV-1a over labels and pixels.
fn checksum(images: &[(u8, Vec<u8>)]) -> u64 {
    let bytes = images
        .iter()
        .flat_map(|(label, image)| std::iter::once(label).chain(image));
    bytes.fold(0xCBF2_9CE4_8422_2325, |sum, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

#[test]
fn the_pixels_never_change() {
    // Seeds that people share must go on meaning the same images, on every platform.
    assert_eq!(checksum(&images(7, 0..2000)), 17_793_542_699_599_295_232);
}

#[test]
fn an_image_is_fixed_by_seed_and_index() {
    let first = images(1, 40..50);
    assert_eq!(first, images(1, 40..50));
    assert_ne!(first, images(2, 40..50));
    assert_ne!(first, images(1, 50..60));
    // Beyond the last stream they start over rather than panic.
    assert_eq!(images(1, IMAGES..IMAGES + 1), images(1, 0..1));
    assert_eq!(images(1, u64::MAX - 1..u64::MAX).len(), 1);
}

#[test]
fn every_digit_is_about_as_frequent() {
    let mut counts = [0; CLASSES];
    for (label, _) in images(1, 0..10_000) {
        counts[usize::from(label)] += 1;
    }
    assert!(
        counts.iter().all(|count| (880..1120).contains(count)),
        "{counts:?}"
    );
}

#[test]
fn ink_is_as_much_and_as_bright_as_in_mnist() {
    let images = images(1, 0..5000);
    let pixels = images.iter().flat_map(|(_, image)| image);
    let (sum, squares) = pixels.fold((0, 0), |(sum, squares), &pixel| {
        let pixel = u64::from(pixel);
        (sum + pixel, squares + pixel * pixel)
    });
    let count = 5000.0 * 784.0 * 255.0;
    let mean = sum as f64 / count;
    let deviation = (squares as f64 / count / 255.0 - mean * mean).sqrt();
    // MNIST: 0.1307 and 0.3081.
    assert!((mean - 0.1307).abs() < 0.01, "{mean}");
    assert!((deviation - 0.3081).abs() < 0.015, "{deviation}");
}

#[test]
fn every_digit_stands_whole_in_the_middle() {
    for (label, image) in images(3, 0..5000) {
        assert!(
            image.iter().any(|&pixel| pixel > 180),
            "a {label} is too faint"
        );
        let (mut mass, mut row, mut column) = (0.0, 0.0, 0.0);
        for (place, &pixel) in image.iter().enumerate() {
            let (y, x) = (place / SIDE, place % SIDE);
            let edge = x.min(y).min(SIDE - 1 - x).min(SIDE - 1 - y);
            assert!(edge > 0 || pixel == 0, "a {label} touches the edge");
            mass += f32::from(pixel);
            row += f32::from(pixel) * (y as f32 + 0.5);
            column += f32::from(pixel) * (x as f32 + 0.5);
        }
        let off = (row / mass - 14.0).abs().max((column / mass - 14.0).abs());
        assert!(off < 2.5, "a {label} lies {off} pixels off the middle");
    }
}
