//! Checkpoints, knobs and histograms on the command line, run as a person runs it.

use super::program::{folder, ganvas, log, names, said};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

fn train(out: &Path, more: &[&str]) -> Output {
    let out = out.to_str().unwrap();
    ganvas(&[&["train", "--out", out, "--sample-every", "0"], more].concat())
}

fn small(out: &Path, more: &[&str]) -> Output {
    let small = ["--data", "drawn-digits", "--width", "2", "--batch", "4"];
    let run = train(out, &[&small, more].concat());
    assert!(run.status.success(), "{}", said(&run));
    run
}

#[test]
fn a_resumed_run_is_the_uninterrupted_one() {
    let (whole, broken) = (folder("whole"), folder("broken"));
    small(&whole, &["--steps", "8", "--checkpoint-every", "0"]);
    small(
        &broken,
        &["--steps", "7", "--checkpoint-every", "2", "--keep", "2"],
    );
    let checkpoints = broken.join("checkpoints");
    assert_eq!(
        names(&checkpoints),
        ["step_00000006.safetensors", "step_00000007.safetensors"]
    );
    // As if the run had been broken off after its last regular checkpoint.
    std::fs::remove_file(checkpoints.join("step_00000007.safetensors")).unwrap();
    let resume = ["--resume", broken.to_str().unwrap()];
    let run = train(
        &broken,
        &[&resume[..], &["--data", "drawn-digits", "--steps", "8"]].concat(),
    );
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(log(&broken), log(&whole));
    let generator = |folder: &Path| std::fs::read(folder.join("generator.safetensors")).unwrap();
    assert!(generator(&broken) == generator(&whole));
}

#[test]
fn what_cannot_be_resumed_is_one_sentence() {
    let out = folder("not-resumed");
    let run = folder("resumable");
    small(&run, &["--steps", "1"]);
    let run = run.to_str().unwrap();
    let generator = format!("{run}/generator.safetensors");
    for (arguments, wanted) in [
        (&["--resume", "/nowhere"][..], "/nowhere could not be read"),
        (&["--resume", "src"], "src holds no checkpoint"),
        (
            &["--resume", &generator],
            "is a generator; expected a checkpoint",
        ),
        (&["--resume", run, "--width", "3"], "keeps its recipe"),
    ] {
        let run = train(&out, arguments);
        let said = said(&run);
        assert_eq!(run.status.code(), Some(1), "{said}");
        assert!(
            said.starts_with("error: ") && said.contains(wanted),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    assert!(!out.exists());
}

#[test]
fn every_knob_reaches_the_recipe() {
    let out = folder("knobs");
    small(
        &out,
        &[
            "--steps",
            "2",
            "--lr-g",
            "0.001",
            "--lr-d",
            "0.002",
            "--beta1",
            "0.3",
            "--d-updates",
            "2",
            "--g-updates",
            "3",
            "--real-label",
            "0.8",
            "--average",
            "0.5",
            "--set",
            "latent.dimension=7",
            "--histograms-every",
            "2",
        ],
    );
    let bytes = std::fs::read(out.join("generator.safetensors")).unwrap();
    let file = ganvas::weights::open_generator("knobs", &bytes).unwrap();
    let recipe = serde_json::to_value(file.header.training.unwrap().recipe).unwrap();
    for (place, value) in [
        ("/width", 2.0),
        ("/batch", 4.0),
        ("/generator_optimiser/rate", 0.001),
        ("/discriminator_optimiser/rate", 0.002),
        ("/generator_optimiser/algorithm/adam/beta1", 0.3),
        ("/schedule/discriminator_updates", 2.0),
        ("/schedule/generator_updates", 3.0),
        ("/smoothing/real", 0.8),
        ("/average", 0.5),
        ("/latent/dimension", 7.0),
    ] {
        let found = recipe.pointer(place).and_then(Value::as_f64);
        assert_eq!(found, Some(value), "{place}");
    }
    let log = log(&out);
    assert!(log[0].get("histograms").is_none());
    for (name, values) in [("z", 4 * 7), ("d_real", 4), ("d_fake", 4)] {
        let counts = &log[1]["histograms"][name]["counts"];
        let sum: u64 = counts
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c.as_u64().unwrap())
            .sum();
        assert_eq!(sum, values, "{name}");
    }
    let parts = log[1]["d_loss_real"].as_f64().unwrap() + log[1]["d_loss_fake"].as_f64().unwrap();
    assert!((parts - log[1]["d_loss"].as_f64().unwrap()).abs() < 1e-6);
}

#[test]
fn every_recipe_trains_by_its_name() {
    for name in [
        "mlp-gan",
        "keras-dcgan",
        "cdcgan-mnist",
        "wgan-32",
        "wgan-32-fast",
        "wgan-gp-32",
        "dcgan-32",
        "dcgan-32-stable",
    ] {
        let out = folder(name);
        let run = small(&out, &["--recipe", name, "--steps", "1"]);
        assert!(said(&run).contains("step 1 "), "{}", said(&run));
    }
    for name in ["dcgan-tensorflow", "dcgan-paper-64"] {
        let out = folder(name);
        let tiny = [
            "--recipe", name, "--width", "1", "--batch", "2", "--steps", "1",
        ];
        let run = train(&out, &tiny);
        assert!(run.status.success(), "{}", said(&run));
        let bytes = std::fs::read(out.join("generator.safetensors")).unwrap();
        let file = ganvas::weights::open_generator(name, &bytes).unwrap();
        assert_eq!(file.header.training.unwrap().data, "Drawn faces");
    }
}

#[test]
fn epochs_are_counted_in_steps() {
    let out = folder("epochs");
    small(&out, &["--epochs", "0.0002"]);
    assert_eq!(log(&out).len(), 3);
}

#[test]
fn a_training_can_begin_with_a_given_generator() {
    let (taught, given) = (folder("taught"), folder("given"));
    small(&given, &["--recipe", "dcgan-mnist", "--steps", "2"]);
    let file = given.join("generator.safetensors");
    let file = file.to_str().unwrap();
    // Its layers take the place of the recipe's, which has others.
    let begin = ["--recipe", "fast-digits", "--generator", file];
    let begin = [&begin[..], &["--data", "drawn-digits", "--batch", "4"]].concat();
    let run = train(&taught, &[&begin[..], &["--steps", "0"]].concat());
    assert!(run.status.success(), "{}", said(&run));
    let open = |folder: &Path| {
        let bytes = std::fs::read(folder.join("generator.safetensors")).unwrap();
        ganvas::weights::open_generator("generator", &bytes).unwrap()
    };
    let (first, second) = (open(&given), open(&taught));
    assert_eq!(first.tensors, second.tensors);
    assert_eq!(first.header.generator, second.header.generator);
    let recipe = second.header.training.unwrap().recipe;
    assert_eq!((recipe.name.as_str(), recipe.width), ("fast-digits", 2));
    let other = folder("taught-wider");
    let run = train(
        &other,
        &[&begin[..], &["--steps", "1", "--width", "3"]].concat(),
    );
    assert!(!run.status.success());
    assert!(said(&run).contains("layers."), "{}", said(&run));
}
