//! The command line, run as a person runs it.

use super::program::{folder, ganvas, words};
use crate::outside;
use std::path::Path;
use std::process::Output;

fn train(out: &Path, more: &[&str]) -> Output {
    let out = out.to_str().unwrap();
    let mut arguments = vec!["train", "--width", "2", "--batch", "4", "--out", out];
    arguments.extend(more);
    ganvas(&arguments)
}

#[test]
fn a_run_leaves_log_samples_and_weights() {
    let out = folder("drawn");
    let drawn = [
        "--data",
        "drawn-digits",
        "--steps",
        "25",
        "--sample-every",
        "10",
        "--seed",
        "5",
    ];
    let run = train(&out, &drawn);
    assert!(run.status.success(), "{}", words(&run.stderr));
    // Not a terminal: plain lines, and no escape codes.
    let progress = words(&run.stderr);
    assert!(
        progress.contains("step 20 ") && !progress.contains('\u{1b}'),
        "{progress}"
    );

    let log = std::fs::read_to_string(out.join("log.jsonl")).unwrap();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 25);
    for key in [
        "step", "epoch", "seconds", "d_loss", "g_loss", "d_real", "d_fake",
    ] {
        assert!(lines[24][key].is_number(), "{key} in {}", lines[24]);
    }
    assert_eq!(lines[24]["step"], 25);

    let samples = image::open(out.join("samples/step_000020.png")).unwrap();
    assert_eq!((samples.width(), samples.height()), (8 * 28, 8 * 28));
    assert!(!out.join("samples/step_000025.png").exists());
    let weights = std::fs::read(out.join("generator.safetensors")).unwrap();
    safetensors::SafeTensors::deserialize(&weights).unwrap();

    let again = folder("drawn-again");
    assert!(train(&again, &drawn).status.success());
    let same = std::fs::read(again.join("generator.safetensors")).unwrap() == weights;
    assert!(same, "the same run gives the same file");
}

#[test]
fn samples_can_be_left_out() {
    let out = folder("no-samples");
    let run = train(
        &out,
        &[
            "--data",
            "drawn-digits",
            "--steps",
            "3",
            "--sample-every",
            "0",
        ],
    );
    assert!(run.status.success(), "{}", words(&run.stderr));
    assert_eq!(out.join("samples").read_dir().unwrap().count(), 0);
}

#[test]
fn mnist_trains_from_its_files() {
    let Some(mnist) = outside::mnist() else {
        return;
    };
    let mnist = mnist.to_str().unwrap();
    let out = folder("mnist");
    let run = train(
        &out,
        &["--data", "mnist", "--data-dir", mnist, "--steps", "3"],
    );
    assert!(run.status.success(), "{}", words(&run.stderr));
}

#[test]
fn what_cannot_be_done_is_one_sentence() {
    let out = folder("refused");
    for (arguments, wanted) in [
        (&["--data", "mnist"][..], "--data-dir"),
        (
            &["--data", "mnist", "--data-dir", "nowhere"],
            "nowhere/train-images-idx3-ubyte could not be read",
        ),
        (&["--recipe", "dcgan"], "dcgan-mnist"),
        (&["--data", "drawn-digits", "--batch", "0"], "batch is 0"),
        (&["--data", "drawn-digits", "--batch", "5000"], "5000"),
    ] {
        let run = ganvas(&[&["train", "--out", out.to_str().unwrap()], arguments].concat());
        let said = words(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{said}");
        assert!(
            said.starts_with("error: ") && said.contains(wanted),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    assert!(!out.exists(), "a refused run writes nothing");
}

#[cfg(not(feature = "wgpu"))]
#[test]
fn a_build_for_the_cpu_says_how_to_get_the_gpu() {
    let run = train(&folder("no-gpu"), &["--device", "wgpu", "--steps", "1"]);
    let said = words(&run.stderr);
    assert!(
        !run.status.success() && said.contains("--features wgpu"),
        "{said}"
    );
}
