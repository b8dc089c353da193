//! `ganvas score`, run as a person runs it.

use super::program::{folder, ganvas, words};
use crate::outside;
use std::sync::OnceLock;

/// The floor of 500 images, by PyTorch and numpy from the same files (the trace by the eigenvalues
/// of the plain product of the covariances).
const FLOOR_OF_500: f64 = 7.911_781_753;

/// A generator that has hardly learnt.
fn model() -> &'static str {
    static MODEL: OnceLock<String> = OnceLock::new();
    MODEL.get_or_init(|| {
        let out = folder("score-model");
        let run = ganvas(&[
            "train",
            "--data",
            "drawn-digits",
            "--width",
            "2",
            "--batch",
            "4",
            "--steps",
            "3",
            "--sample-every",
            "0",
            "--out",
            out.to_str().unwrap(),
        ]);
        assert!(run.status.success(), "{}", words(&run.stderr));
        let model = out.join("generator.safetensors");
        model.to_str().unwrap().to_owned()
    })
}

#[test]
fn a_score_says_what_was_measured_and_how() {
    let (Some(mnist), Some(classifier)) = (outside::mnist(), outside::classifier()) else {
        return;
    };
    let score = |seed: &str| {
        let run = ganvas(&[
            "score",
            "--model",
            model(),
            "--data",
            "mnist",
            "--data-dir",
            mnist.to_str().unwrap(),
            "--classifier",
            classifier.to_str().unwrap(),
            "--count",
            "500",
            "--seed",
            seed,
        ]);
        assert!(run.status.success(), "{}", words(&run.stderr));
        run.stdout
    };
    let first = score("7");
    let report: serde_json::Value = serde_json::from_slice(&first).unwrap();
    assert_eq!(report["model"], model());
    let training = &report["training"];
    assert_eq!(training["recipe"], "fast-digits");
    assert_eq!((&training["step"], &report["seed"]), (&3.into(), &7.into()));
    assert_eq!(training["data"], "Drawn digits");
    // The weights' own accuracy: 9917 of 10,000 in PyTorch as well.
    assert_eq!(report["classifier_accuracy"], 0.9917);
    let number = |key: &str| report[key].as_f64().unwrap();
    assert!((number("floor") - FLOOR_OF_500).abs() < 1e-3 * FLOOR_OF_500);
    assert!(number("frechet_distance") > 20.0 * number("floor"));
    assert!((0.1..=1.0).contains(&number("mean_top_confidence")));
    let counts = report["class_counts"].as_array().unwrap();
    let counts: Vec<u64> = counts.iter().map(|count| count.as_u64().unwrap()).collect();
    assert_eq!((counts.len(), counts.iter().sum::<u64>()), (10, 500));
    let covered = counts.iter().filter(|&&count| count >= 5).count();
    assert_eq!(report["classes_covered"], covered);

    assert_eq!(score("7"), first, "one seed is one score");
    assert_ne!(score("8"), first);
}

#[test]
fn images_without_a_classifier_are_compared_by_their_patches() {
    let out = folder("score-faces");
    let out = out.to_str().unwrap();
    let train = "train --recipe dcgan-faces --width 2 --batch 4 --steps 2 --sample-every 0 --out";
    let run = ganvas(&[&train.split(' ').collect::<Vec<_>>()[..], &[out]].concat());
    assert!(run.status.success(), "{}", words(&run.stderr));
    let model = format!("{out}/generator.safetensors");
    let score = |data: &str, count: &str| {
        ganvas(&["score", "--model", &model, "--data", data, "--count", count])
    };
    let first = score("drawn-faces", "100");
    assert!(first.status.success(), "{}", words(&first.stderr));
    let report: serde_json::Value = serde_json::from_slice(&first.stdout).unwrap();
    let levels = report["levels"].as_array().unwrap();
    let heights: Vec<u64> = levels
        .iter()
        .map(|l| l["height"].as_u64().unwrap())
        .collect();
    assert_eq!(heights, [64, 32, 16]);
    let [swd, floor] = ["swd", "floor"].map(|key| report[key].as_f64().unwrap());
    assert!(floor > 0.0 && swd > 5.0 * floor, "{swd} {floor}");
    assert_eq!(report["statistics"], "running");
    assert_eq!(score("drawn-faces", "100").stdout, first.stdout);
    let by_batch = "--data drawn-faces --count 100 --statistics batch";
    let by_batch: Vec<&str> = by_batch.split(' ').collect();
    let run = ganvas(&[&["score", "--model", &model], &by_batch[..]].concat());
    let other: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(other["statistics"], "batch");
    assert!(other["swd"] != report["swd"] && other["floor"] == report["floor"]);
    let said = words(&score("drawn-digits", "100").stderr);
    assert!(
        said.contains("64×64 with 3 channels, but Drawn digits has 28×28"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_scored_is_one_sentence() {
    let out = folder("score-refused");
    std::fs::create_dir_all(&out).unwrap();
    let in_folder = |name: &str, bytes: &[u8]| {
        let path = out.join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let broken = in_folder("broken.safetensors", b"no safetensors at all");
    let missing = out.join("missing.safetensors");
    let missing = missing.to_str().unwrap();
    for (file, classifier, wanted) in [
        (missing, missing, "missing.safetensors could not be read"),
        (&broken, missing, "broken.safetensors” is not a"),
        (model(), missing, "missing.safetensors does not exist"),
        (model(), &broken, "broken.safetensors is not a whole"),
        (model(), model(), "lacks the tensor conv1.bias"),
    ] {
        let run = ganvas(&[
            "score",
            "--model",
            file,
            "--data-dir",
            "nowhere",
            "--classifier",
            classifier,
        ]);
        let said = words(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{said}");
        assert!(
            said.starts_with("error: ") && said.contains(wanted),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(run.stdout.is_empty());
    }
}
