//! `ganvas copies`, run as a person runs it.

use super::program::{folder, ganvas, said, words};
use ganvas::data::DataSet;
use image::GrayImage;
use serde_json::Value;

#[test]
fn samples_are_held_against_the_training_images() {
    let images = folder("copied");
    std::fs::create_dir_all(&images).unwrap();
    let data = DataSet::drawn_digits(1);
    let shape = data.shape();
    for index in 0..240 {
        let mut bytes = vec![0; shape.bytes()];
        data.image(index, &mut bytes);
        let image = GrayImage::from_raw(shape.width as u32, shape.height as u32, bytes).unwrap();
        image.save(images.join(format!("{index:03}.png"))).unwrap();
    }
    let run = folder("copying");
    let out = run.to_str().unwrap();
    let trained = ganvas(&[
        "train",
        "--recipe",
        "dcgan-mnist",
        "--data",
        "drawn-digits",
        "--width",
        "2",
        "--batch",
        "4",
        "--steps",
        "2",
        "--sample-every",
        "0",
        "--out",
        out,
    ]);
    assert!(trained.status.success(), "{}", said(&trained));
    let model = format!("{out}/generator.safetensors");
    let sheet = run.join("sheet.png");
    let copies = |more: &[&str]| {
        let arguments = [
            "copies",
            "--model",
            &model,
            "--data",
            images.to_str().unwrap(),
        ];
        ganvas(&[&arguments, more].concat())
    };
    let found = copies(&["--count", "100", "--sheet", sheet.to_str().unwrap()]);
    assert!(found.status.success(), "{}", said(&found));
    let report: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(
        (&report["images"], &report["count"]),
        (&240.into(), &100.into())
    );
    // Noise is as far from digits as digits are from each other, or farther: nothing is copied.
    for features in ["pixels", "gradients"] {
        let distances = &report[features];
        let median = |of: &str| distances[of]["median"].as_f64().unwrap();
        assert!(median("real") > 0.0);
        assert!(median("generated") > median("real"), "{distances}");
        assert_eq!(distances["near"], 0.0);
    }
    let picture = image::open(&sheet).unwrap();
    assert_eq!(picture.width() as usize, 14 * shape.width);
    assert_eq!(picture.height() as usize, 12 * shape.height);

    let few = copies(&["--count", "200"]);
    assert!(!few.status.success());
    assert!(
        words(&few.stderr).contains("expected at least 400"),
        "{}",
        said(&few)
    );
}
