use super::*;
use crate::data::DataSet;
use crate::random::{Purpose, Random};
use crate::spec::ImageShape;
use std::sync::Arc;

/// A file of the page's.
fn read(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/www/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn file() -> Vec<u8> {
    read("src/engine/judge-digits.safetensors")
}

const SIZES: Sizes = Sizes {
    generator: Some(0.1),
    discriminator: None,
};

fn classifier() -> Arc<Classifier> {
    Arc::new(Classifier::open("judge-digits.safetensors", &file()).unwrap())
}

/// `count` images of a set from `first` on, and their labels.
fn images(data: &DataSet, first: u64, count: u64) -> (Vec<u8>, Vec<&str>) {
    let size = data.shape().bytes();
    let mut bytes = vec![0; size * count as usize];
    let chunks = bytes.chunks_exact_mut(size).enumerate();
    let labels = chunks.map(|(place, image)| {
        let label = data.image(first + place as u64, image).unwrap();
        &*data.class_names()[usize::from(label)]
    });
    let labels = labels.collect();
    (bytes, labels)
}

fn gathered(shape: ImageShape, bytes: &[u8], labels: &[&str]) -> Gathered {
    let mut gathered = Gathered::new(shape, Some(classifier()));
    gathered.add(bytes, labels);
    gathered
}

fn judged(judge: &Judge, shape: ImageShape, bytes: &[u8]) -> Quality {
    let mut samples = Gathered::new(shape, judge.classifier());
    samples.add(bytes, &[]);
    judge.quality(7, samples.count(), Some(&samples), SIZES)
}

fn noise(count: usize) -> Vec<u8> {
    let mut random = Random::new(1, Purpose::Latents, 0);
    (0..count).map(|_| random.below(256) as u8).collect()
}

#[test]
fn the_classifier_is_small_and_knows_drawn_digits() {
    let bytes = file().len();
    assert!(bytes <= 60_000, "{bytes} bytes");
    let data = DataSet::drawn_digits(5);
    let (bytes, labels) = images(&data, 0, 500);
    let seen = classifier().see(&bytes);
    assert_eq!(seen.features.len(), 500 * classifier().feature_count());
    for row in seen.probabilities.chunks_exact(CLASSES) {
        assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    }
    let verdicts = seen.verdicts().zip(labels);
    let right = verdicts.filter(|((class, _), label)| class.to_string() == *label);
    let right = right.count();
    assert!(right >= 485, "{right} of 500");
}

#[test]
fn digits_are_near_themselves_and_noise_is_far() {
    let data = DataSet::drawn_digits(5);
    let (bytes, labels) = images(&data, 0, 1000);
    let judge = Judge::new(gathered(data.shape(), &bytes, &labels));
    assert_eq!(judge.by(), Judged::Digits);
    let itself = judged(&judge, data.shape(), &bytes);
    let others = judged(&judge, data.shape(), &images(&data, 1000, 500).0);
    let far = judged(&judge, data.shape(), &noise(500 * 784));
    let [near, other, far_away] = [&itself, &others, &far].map(|quality| quality.distance.unwrap());
    assert!(near < 1e-6 && near < other, "{near} {other}");
    assert!(far_away > 20.0 * other, "{far_away} {other}");
    assert!((itself.spread.unwrap() - 1.0).abs() < 1e-12);
    assert!((others.spread.unwrap() - 1.0).abs() < 0.05);
    assert!(others.certainty.unwrap() > 0.9 && far.certainty.unwrap() < 0.5);
    for quality in [&itself, &others, &far] {
        let sum: f64 = quality.classes.unwrap().iter().sum();
        assert!((sum - 1.0).abs() < 1e-9);
        assert_eq!(quality.sliced, None);
    }
    assert!(others.classes.unwrap().iter().all(|share| *share > 0.05));
}

#[test]
fn one_digit_again_and_again_has_no_spread() {
    let data = DataSet::drawn_digits(5);
    let (bytes, labels) = images(&data, 0, 400);
    let judge = Judge::new(gathered(data.shape(), &bytes, &labels));
    let collapsed = judged(&judge, data.shape(), &bytes[..784].repeat(100));
    assert_eq!(collapsed.spread, Some(0.0));
    let shares = collapsed.classes.unwrap();
    assert_eq!(shares.iter().filter(|share| **share > 0.0).count(), 1);
    assert!(collapsed.distance.is_some());
}

#[test]
fn a_padded_digit_is_the_digit() {
    let data = DataSet::drawn_digits(5);
    let (bytes, labels) = images(&data, 0, 300);
    let shape = ImageShape {
        channels: 1,
        height: 32,
        width: 32,
    };
    let mut padded = vec![0; 300 * shape.bytes()];
    for (digit, image) in bytes.chunks(784).zip(padded.chunks_mut(shape.bytes())) {
        for (row, pixels) in digit.chunks(28).enumerate() {
            image[(row + 2) * 32 + 2..][..28].copy_from_slice(pixels);
        }
    }
    let plain = Judge::new(gathered(data.shape(), &bytes, &labels));
    let judge = Judge::new(gathered(shape, &padded, &labels));
    let [plain, padded] = [
        judged(&plain, data.shape(), &bytes),
        judged(&judge, shape, &padded),
    ];
    assert_eq!(plain.classes, padded.classes);
    assert_eq!(plain.certainty, padded.certainty);
}

#[test]
fn whatever_shows_no_digits_is_judged_by_its_pixels() {
    // Faces have colours; noise is nothing that the classifier is sure of; digits with the wrong
    // labels are something else that looks like them.
    let faces = DataSet::drawn_faces(1);
    let (bytes, labels) = images(&faces, 0, 300);
    let judge = Judge::new(gathered(faces.shape(), &bytes, &labels));
    assert_eq!(judge.by(), Judged::Pixels);
    let others = judged(&judge, faces.shape(), &images(&faces, 300, 200).0);
    let far = judged(&judge, faces.shape(), &noise(200 * faces.shape().bytes()));
    let [near, far] = [&others, &far].map(|quality| quality.sliced.unwrap());
    assert!(near > 0.0 && far > 4.0 * near, "{near} {far}");
    assert_eq!(
        (others.distance, others.classes, others.certainty),
        (None, None, None)
    );

    let grey = Judge::new(gathered(DIGIT, &noise(300 * 784), &[]));
    assert_eq!(grey.by(), Judged::Pixels);
    let digits = DataSet::drawn_digits(5);
    let (bytes, labels) = images(&digits, 0, 300);
    let by_labels = |labels: &[&str]| Judge::new(gathered(DIGIT, &bytes, labels)).by();
    assert_eq!(by_labels(&labels), Judged::Digits);
    assert_eq!(by_labels(&[]), Judged::Digits);
    assert_eq!(by_labels(&["mine"; 300]), Judged::Digits);
    assert_eq!(by_labels(&["3"; 300]), Judged::Pixels);
}

#[test]
fn what_is_not_finite_is_missing() {
    let (bytes, _) = images(&DataSet::drawn_digits(5), 0, 1);
    let judge = Judge::new(gathered(DIGIT, &bytes, &[]));
    // One image is no set: it has no covariance and no distance to another.
    let alone = judged(&judge, DIGIT, &bytes);
    assert_eq!((alone.distance, alone.spread), (None, None));
    let nothing = judge.quality(3, 500, None, SIZES);
    assert_eq!((nothing.step, nothing.samples), (3, 500));
    let json = serde_json::to_value(&nothing).unwrap();
    for name in ["distance", "classes", "certainty", "sliced", "spread"] {
        assert!(json[name].is_null(), "{json}");
    }
    assert_eq!(json["sizes"]["generator"], 0.1);
    assert_eq!(json["judge"], "digits");
}

#[test]
fn other_files_are_refused_in_a_sentence() {
    let refused = |bytes: &[u8]| match Classifier::open("mine", bytes) {
        Ok(_) => panic!("it was taken"),
        Err(error) => error.to_string(),
    };
    assert!(refused(b"GIF89a").starts_with("“mine” is not a safetensors file"));
    let mut damaged = file();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    assert!(refused(&damaged).starts_with("“mine” is damaged"));
    assert!(refused(&vec![0; LARGEST_CLASSIFIER + 1]).contains("too large"));
    let refusal = refused(&read("public/models/mnist-28.safetensors"));
    assert_eq!(refusal, "“mine” is a generator; expected a classifier.");
}

#[test]
fn a_classifier_goes_from_a_digit_to_its_class() {
    use crate::weights::Encoding;
    let file = |layers: &str, features| {
        let layers = serde_json::from_str(layers).unwrap();
        classifier_file("t", layers, features, &[], Encoding::I8)
            .unwrap_err()
            .to_string()
    };
    let nine = file(r#"[{"layer":"flatten"},{"layer":"linear","out":9}]"#, 1);
    assert!(nine.contains("expected 10 features"), "{nine}");
    let ten = r#"[{"layer":"flatten"},{"layer":"linear","out":10}]"#;
    for features in [0, 2] {
        let wrong = file(ten, features);
        assert!(wrong.contains("expected 1 to 1"), "{wrong}");
    }
    assert!(file(ten, 1).contains("lack layers.1.weight"));
}
