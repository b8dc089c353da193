use super::*;
use std::collections::HashSet;

const PIXELS: usize = SIDE * SIDE;

fn faces(seed: u64, indices: std::ops::Range<u64>) -> Vec<(Attributes, Vec<u8>)> {
    indices
        .map(|index| {
            let mut image = vec![7; SHAPE.bytes()];
            (draw(seed, index, &mut image), image)
        })
        .collect()
}

/// What faces show, without drawing them.
fn looks(seed: u64, count: u64) -> impl Iterator<Item = Attributes> {
    (0..count).map(move |index| Attributes::new(&mut Random::new(seed, Purpose::DrawnFace, index)))
}

/// FNV-1a over what the faces show, in words, and their pixels.
fn checksum(faces: &[(Attributes, Vec<u8>)]) -> u64 {
    let bytes = faces.iter().flat_map(|(look, image)| {
        let words = serde_json::to_vec(look).unwrap();
        words.into_iter().chain(image.iter().copied())
    });
    bytes.fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

#[test]
fn the_pixels_never_change() {
    // Seeds that people share must go on meaning the same images, on every platform.
    assert_eq!(checksum(&faces(7, 0..500)), 14_186_385_107_990_275_490);
}

#[test]
fn an_image_is_fixed_by_seed_and_index() {
    let first = faces(1, 40..50);
    assert!(
        looks(1, 50)
            .skip(40)
            .eq(first.iter().map(|(look, _)| *look))
    );
    assert_eq!(first, faces(1, 40..50));
    assert_ne!(first, faces(2, 40..50));
    assert_ne!(first, faces(1, 50..60));
    // Beyond the last stream they start over rather than panic.
    assert_eq!(faces(1, IMAGES..IMAGES + 1), faces(1, 0..1));
    assert_eq!(faces(1, u64::MAX - 1..u64::MAX).len(), 1);
}

#[test]
fn no_two_faces_are_alike() {
    let images: HashSet<Vec<u8>> = faces(5, 0..300)
        .into_iter()
        .map(|(_, image)| image)
        .collect();
    assert_eq!(images.len(), 300);
}

#[test]
fn every_value_of_every_attribute_appears() {
    let mut seen: HashSet<(String, String)> = HashSet::new();
    for look in looks(1, 1000) {
        let serde_json::Value::Object(words) = serde_json::to_value(look).unwrap() else {
            panic!("attributes are an object");
        };
        seen.extend(
            words
                .into_iter()
                .map(|(key, value)| (key, value.to_string())),
        );
    }
    let values = HairColour::ALL.len()
        + HairStyle::ALL.len()
        + Fringe::ALL.len()
        + EyeColour::ALL.len()
        + Eyes::ALL.len()
        + Mouth::ALL.len()
        + Skin::ALL.len()
        + Clothing::ALL.len()
        + Ornament::ALL.len()
        + Background::ALL.len();
    // Blush, glasses and the stray lock are there or not.
    assert_eq!(seen.len(), values + 3 * 2, "{seen:?}");
}

#[test]
fn every_class_is_about_as_frequent_and_named_after_its_colour() {
    let mut counts = [0; CLASSES];
    for look in looks(1, 4000) {
        let label = usize::from(look.label());
        assert_eq!(
            serde_json::to_value(look.hair_colour).unwrap(),
            CLASS_NAMES[label]
        );
        counts[label] += 1;
    }
    assert!(
        counts.iter().all(|count| (420..580).contains(count)),
        "{counts:?}"
    );
}

/// The mean colour of the crown: hair in every style, whatever the pose.
fn crown(image: &[u8]) -> [f32; 3] {
    std::array::from_fn(|channel| {
        let plane = &image[channel * PIXELS..][..PIXELS];
        let sum: f32 = (16..20)
            .flat_map(|row| &plane[row * SIDE + 27..row * SIDE + 37])
            .map(|&byte| f32::from(byte))
            .sum();
        sum / 40.0
    })
}

#[test]
fn the_label_can_be_seen_in_the_hair() {
    // The nearest mean colour of a class, learned from some faces, tells the class of others.
    let mut means = [[0.0; 3]; CLASSES];
    let mut counts = [0.0; CLASSES];
    for (look, image) in faces(1, 0..400) {
        let class = usize::from(look.label());
        counts[class] += 1.0;
        for (mean, value) in means[class].iter_mut().zip(crown(&image)) {
            *mean += value;
        }
    }
    for (mean, count) in means.iter_mut().zip(counts) {
        *mean = mean.map(|sum| sum / count);
    }
    let right = faces(2, 0..400)
        .into_iter()
        .filter(|(look, image)| {
            let colour = crown(image);
            let distance = |mean: &[f32; 3]| -> f32 {
                mean.iter()
                    .zip(colour)
                    .map(|(a, b)| (a - b) * (a - b))
                    .sum()
            };
            let nearest =
                (0..CLASSES).min_by(|&a, &b| distance(&means[a]).total_cmp(&distance(&means[b])));
            nearest == Some(usize::from(look.label()))
        })
        .count();
    assert!(right >= 360, "{right} of 400");
}

#[test]
fn faces_have_depth_and_stand_in_the_middle() {
    let faces = faces(3, 0..500);
    let count = faces.len() as f32;
    let mut mean = vec![0.0; SHAPE.bytes()];
    for (look, image) in &faces {
        let (low, high) = (image.iter().min(), image.iter().max());
        assert!(
            low < Some(&80) && high > Some(&200),
            "{look:?}: {low:?} to {high:?}"
        );
        let shades: HashSet<[u8; 3]> = (0..PIXELS)
            .map(|at| std::array::from_fn(|channel| image[channel * PIXELS + at]))
            .collect();
        assert!(shades.len() > 400, "{look:?}: {} colours", shades.len());
        for (sum, &byte) in mean.iter_mut().zip(image) {
            *sum += f32::from(byte) / count;
        }
    }
    // Skin between mouth and eyes, on average: red before green before blue.
    let at = |channel: usize| mean[channel * PIXELS + 43 * SIDE + 32];
    assert!(at(0) > at(1) + 20.0 && at(1) > at(2) + 5.0);
    // Faces look to either side equally often, so the mean face is nearly a mirror of itself.
    for (row, line) in mean.chunks_exact(SIDE).enumerate() {
        for column in 0..SIDE / 2 {
            let difference = (line[column] - line[SIDE - 1 - column]).abs();
            assert!(
                difference < 16.0,
                "row {row}, column {column}: {difference}"
            );
        }
    }
}
