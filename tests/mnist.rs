//! MNIST itself.

use crate::outside;
use ganvas::data::DataSet;
use ganvas::judge::Classifier;
use std::path::Path;

/// One half of MNIST.
fn half(folder: &Path, half: &str) -> DataSet {
    let read = |name: String| {
        let plain = folder.join(&name);
        let packed = folder.join(name + ".gz");
        std::fs::read(if plain.exists() { plain } else { packed }).unwrap()
    };
    let images = read(format!("{half}-images-idx3-ubyte"));
    let labels = read(format!("{half}-labels-idx1-ubyte"));
    DataSet::idx("mnist", &images, Some(&labels)).unwrap()
}

#[test]
fn mnist_is_read_whole() {
    let Some(folder) = outside::mnist() else {
        return;
    };
    let set = half(&folder, "train");
    assert_eq!((set.len(), set.classes()), (60_000, Some(10)));
    let shape = set.shape();
    assert_eq!((shape.channels, shape.height, shape.width), (1, 28, 28));

    let mut counts = [0; 10];
    let (mut sum, mut squares) = (0, 0);
    let mut image = [0; 784];
    for index in 0..60_000 {
        counts[usize::from(set.image(index, &mut image).unwrap())] += 1;
        for pixel in image.map(u64::from) {
            sum += pixel;
            squares += pixel * pixel;
        }
    }
    assert_eq!(
        counts,
        [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    );
    let pixels = 60_000.0 * 784.0 * 255.0;
    let mean = sum as f64 / pixels;
    let deviation = (squares as f64 / pixels / 255.0 - mean * mean).sqrt();
    assert!((mean - 0.1307).abs() < 1e-4, "{mean}");
    assert!((deviation - 0.3081).abs() < 1e-4, "{deviation}");
}

#[test]
fn the_judge_knows_99_in_100_test_images() {
    let Some(folder) = outside::mnist() else {
        return;
    };
    let set = half(&folder, "t10k");
    let file = std::fs::read("www/src/engine/judge-digits.safetensors").unwrap();
    let classifier = Classifier::open("judge-digits.safetensors", &file).unwrap();
    let mut bytes = vec![0; 10_000 * 784];
    let labels: Vec<usize> = bytes
        .chunks_exact_mut(784)
        .enumerate()
        .map(|(place, image)| usize::from(set.image(place as u64, image).unwrap()))
        .collect();
    let seen = classifier.see(&bytes);
    let verdicts = seen.verdicts().zip(labels);
    let right = verdicts
        .filter(|((class, _), label)| class == label)
        .count();
    assert!(right >= 9900, "{right} of 10,000");
}
