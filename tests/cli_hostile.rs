//! The command line given what it cannot do: texts that command a terminal, and numbers without bounds.

use super::program::{folder, ganvas, said, words};
use ganvas::printable::printable;
use safetensors::tensor::{Dtype, TensorView};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Output;

/// The title of the window, an empty screen, red, the 8-bit form of all that, and right to left.
const HOSTILE: &str = "\u{1b}]0;title\u{7}\u{1b}[2J\u{1b}[31m\u{9b}2J\u{202e}";

/// A file in a folder of this test's own.
fn put(folder: &Path, name: &str, bytes: &[u8]) -> String {
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// One number to an image of 1024×1024, which has one channel.
fn header() -> Value {
    json!({
        "version": 2,
        "kind": "generator",
        "name": "large",
        "generator": [
            {"layer": "linear", "out": 1},
            {"layer": "reshape", "to": [1, 1, 1]},
            {"layer": "upsample", "factor": 16},
            {"layer": "upsample", "factor": 16},
            {"layer": "upsample", "factor": 4},
        ],
        "image": {"channels": 1, "height": 1024, "width": 1024, "range": "unit"},
        "latent": {"dimension": 2, "distribution": {"normal": {"deviation": 1.0}}},
    })
}

fn tensors(names: &[&str], header: Option<&Value>) -> Vec<u8> {
    let data = [0; 16];
    let dims = |name: &str| {
        if name.ends_with("bias") {
            vec![1]
        } else {
            vec![2, 1]
        }
    };
    let views = names.iter().map(|name| {
        let dims = dims(name);
        let length = 4 * dims.iter().product::<usize>();
        (
            *name,
            TensorView::new(Dtype::F32, dims, &data[..length]).unwrap(),
        )
    });
    let metadata = header.map(|json| HashMap::from([("ganvas".to_owned(), json.to_string())]));
    safetensors::serialize(views, metadata).unwrap()
}

fn model(header: &Value) -> Vec<u8> {
    tensors(&["layers.0.weight", "layers.0.bias"], Some(header))
}

fn with(field: &str, value: impl Into<Value>) -> Value {
    let mut header = header();
    header[field] = value.into();
    header
}

/// Checks that nothing commands the terminal, neither here nor there.
#[track_caller]
fn assert_plain(run: &Output) {
    for text in [said(run), words(&run.stdout)] {
        for line in text.lines() {
            assert!(!line.contains(char::is_control), "{line:?}");
            assert!(!line.contains('\u{202e}'), "{line:?}");
        }
        assert!(!text.contains("panicked"), "{text}");
    }
}

/// Checks that a run is refused in one sentence, and gives it.
#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let run = ganvas(arguments);
    assert_plain(&run);
    let text = said(&run);
    assert_eq!(run.status.code(), Some(1), "{arguments:?}: {text}");
    let sentence = text.trim_end().strip_prefix("error: ").unwrap_or_default();
    assert!(
        sentence.ends_with('.') && !sentence.contains('\n'),
        "{arguments:?}: {text}"
    );
    assert!(sentence.len() < 500, "{}: {text}", text.len());
    sentence.to_owned()
}

#[test]
fn no_text_of_a_file_commands_the_terminal() {
    let own = folder("hostile-texts");
    let long = HOSTILE.repeat(20_000);
    for (place, text) in [HOSTILE, &long].into_iter().enumerate() {
        let named = |name: &str| format!("{place}-{name}");
        let recipe = put(
            &own,
            &named("recipe.json"),
            json!({ text: 1 }).to_string().as_bytes(),
        );
        refused(&["summary", &recipe]);
        let name = format!("{text}.weight");
        let foreign = put(
            &own,
            &named("foreign.safetensors"),
            &tensors(&[&name], None),
        );
        refused(&["import", &foreign, "--print-spec", "-"]);
        for (field, value) in [
            (text, json!(1)),
            ("kind", json!(text)),
            ("latent", json!({ text: text })),
            ("generator", json!([{ "layer": text }])),
        ] {
            let bytes = model(&with(field, value));
            let file = put(&own, &named("model.safetensors"), &bytes);
            refused(&["sample", "--model", &file, "--out", "never.png"]);
        }
        // A generator without classes that is called so.
        let file = put(
            &own,
            &named("named.safetensors"),
            &model(&with("name", text)),
        );
        refused(&[
            "sample",
            "--model",
            &file,
            "--label",
            "1",
            "--out",
            "never.png",
        ]);
        let file = put(
            &own,
            &named("labels.safetensors"),
            &model(&with("labels", vec![text; 3])),
        );
        refused(&[
            "sample",
            "--model",
            &file,
            "--label",
            "x",
            "--out",
            "never.png",
        ]);
    }
}

#[test]
fn tables_and_json_are_lines_of_plain_text() {
    let own = folder("hostile-tables");
    let mut recipe: Value =
        serde_json::from_str(&ganvas::recipe::preset("mlp-gan").unwrap().to_json()).unwrap();
    for field in ["name", "title", "source"] {
        recipe[field] = HOSTILE.repeat(1000).into();
    }
    let file = put(&own, "recipe.json", recipe.to_string().as_bytes());
    let run = ganvas(&["summary", &file, "--width", "8"]);
    assert!(run.status.success(), "{}", said(&run));
    assert_plain(&run);
    assert!(run.stdout.len() < 20_000);
    let shown = printable(&HOSTILE.repeat(1000));
    assert!(words(&run.stdout).contains(&shown));
}

/// A generator that is small and draws large images.
fn large(name: &str) -> (PathBuf, String) {
    let own = folder(name);
    let file = put(&own, "large.safetensors", &model(&header()));
    (own, file)
}

#[test]
fn pictures_beyond_memory_are_refused_before_they_are_drawn() {
    let (own, model) = large("hostile-pictures");
    let out = |name: &str| own.join(name).to_str().unwrap().to_owned();
    let (png, folder) = (out("x.png"), out("swept"));
    for (arguments, word) in [
        (
            vec!["sample", "--count", "4096", "--out", &png],
            "256 or fewer",
        ),
        (
            vec!["sample", "--grid", "64x64", "--out", &png],
            "256 or fewer",
        ),
        (
            vec!["sample", "--count", "1", "--columns", "4096", "--out", &png],
            "fewer columns",
        ),
        (
            vec![
                "interpolate",
                "--seeds",
                "1,2",
                "--frames",
                "4096",
                "--out",
                &png,
            ],
            "256 or fewer",
        ),
        (
            vec![
                "arithmetic",
                "--a",
                "1",
                "--b",
                "2",
                "--c",
                "3",
                "--frames",
                "999",
                "--out",
                &png,
            ],
            "256 or fewer",
        ),
        (
            vec![
                "sweep", "--mode", "merged", "--count", "4096", "--out", &folder,
            ],
            "256 or fewer",
        ),
    ] {
        let with_model = [&arguments[..1], &["--model", &model], &arguments[1..]].concat();
        let said = refused(&with_model);
        assert!(said.contains(word), "{arguments:?}: {said}");
    }
}

#[test]
fn numbers_out_of_range_are_told_and_nothing_else() {
    let (own, model) = large("hostile-numbers");
    let out = own.join("out").to_str().unwrap().to_owned();
    let png = own.join("x.png").to_str().unwrap().to_owned();
    let train = "train --recipe mlp-gan --data drawn-digits --width 1 --batch 2 --steps 1";
    let flags = [
        (
            "sample",
            "--count",
            "0 4097 -1 1.5 NaN 99999999999999999999",
        ),
        ("sample", "--columns", "0 4097 99999999999999999999"),
        (
            "sample",
            "--grid",
            "0x1 1x0 4097x1 99999999999x99999999999 x",
        ),
        ("sample", "--seed", "-1 18446744073709551616 x"),
        ("sample", "--truncation", "-1 1.1 NaN inf"),
        ("sample", "--spread", "0 -1 NaN inf 1e99"),
        ("interpolate --seeds 1,2", "--frames", "0 4097 -1"),
        (
            "interpolate --seeds 1,2",
            "--rate",
            "0 51 -1 99999999999999999999",
        ),
        ("interpolate", "--keys", "0 1 1025 99999999999999999999"),
        (
            "interpolate",
            "--seeds",
            "1 1,x 1,7.4096 1,18446744073709551616 1,z!",
        ),
        (
            "sweep",
            "--dimensions",
            "2 18446744073709551615 -1 99999999999999999999",
        ),
        ("sweep --dimensions 0 --count 2", "--from", "NaN inf"),
        ("sweep", "--seconds", "0 -1 NaN 1e9"),
        ("sweep", "--count", "0 4097"),
        ("score", "--count", "0 99 60001 99999999999999999999"),
        (
            "summary mlp-gan",
            "--width",
            "0 -1 18446744073709551615 4611686018427387904 1048577",
        ),
        (train, "--epochs", "0 -1 NaN inf"),
        (train, "--lr-g", "-1 NaN inf 1e99"),
        (train, "--beta1", "-1 1 2 NaN"),
        (train, "--d-updates", "0 101 18446744073709551615"),
        (train, "--g-updates", "0 101 -1"),
        (train, "--real-label", "-1 2 NaN"),
        (train, "--average", "-1 1 NaN"),
        (train, "--train-size", "0 18446744073709551615 -1"),
        (train, "--held-out", "0 4097 -1"),
        (
            train,
            "--sample-every",
            "-1 NaNepochs 1e-320epochs 1e300epochs 99999999999999999999",
        ),
        (train, "--keep", "0 -1 99999999999999999999"),
        (train, "--grid", "0x0 65x64"),
        (
            train,
            "--set",
            "batch=0 batch=1e99 latent.dimension=0 latent.dimension=18446744073709551615",
        ),
        (
            train,
            "--set",
            "generator.0.out=9999999999999w image.height=1025 epochs=18446744073709551615",
        ),
    ];
    for (command, flag, values) in flags {
        for value in values.split(' ') {
            let mut arguments: Vec<&str> = command.split(' ').collect();
            // What is given twice would be refused for that.
            let steps = arguments.iter().position(|known| *known == "--steps");
            if let Some(place) = steps.filter(|_| flag == "--epochs") {
                arguments.truncate(place);
            }
            let joined = format!("{flag}={value}");
            arguments.push(&joined);
            match arguments[0] {
                "summary" => {}
                "train" | "sweep" => arguments.extend(["--out", &out]),
                "score" => {}
                _ => arguments.extend(["--out", &png]),
            }
            if !["train", "summary"].contains(&arguments[0]) {
                arguments.extend(["--model", &model]);
            }
            let run = ganvas(&arguments);
            assert_plain(&run);
            let text = said(&run);
            let code = run.status.code();
            // 2 is clap's, which tells the flag as well.
            assert!(
                matches!(code, Some(1 | 2)),
                "{arguments:?}: {code:?} {text}"
            );
            if code == Some(1) {
                assert_eq!(text.lines().count(), 1, "{arguments:?}: {text}");
            }
            assert!(text.len() < 1000, "{arguments:?}: {text}");
        }
    }
}
