//! `ganvas import`, run as a person runs it.

use super::import::descriptions::description;
use super::import::graph::{Graph, le_bytes, weights};
use super::program::{ganvas, words};
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    format!("{root}/tests/import/fixtures/{name}")
}

fn out(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn an_import_says_what_it_assumed_and_can_be_corrected() {
    let (spec, model) = (out("import-spec.json"), out("import-model.safetensors"));
    let (spec, model) = (spec.to_str().unwrap(), model.to_str().unwrap());
    let file = fixture("functional.pth");
    let first = ganvas(&["import", &file, "--print-spec", spec, "--out", model]);
    assert!(first.status.success(), "{}", words(&first.stderr));
    let said = words(&first.stdout);
    assert!(
        said.contains("PyTorch state dict; 6 numbers become images of 28×28"),
        "{said}"
    );
    assert!(
        said.contains("ReLU between the layers, tanh at the end"),
        "{said}"
    );

    let json = std::fs::read_to_string(spec).unwrap();
    assert!(json.contains(r#""layers.0.weight": "fc.weight""#), "{json}");
    std::fs::write(spec, json.replace("\"tanh\"", "\"sigmoid\"")).unwrap();
    let second = ganvas(&["import", &file, "--spec", spec, "--out", model]);
    assert!(second.status.success(), "{}", words(&second.stderr));
    let said = words(&second.stdout);
    assert!(
        said.contains("sigmoid") && said.contains("The file says all of this"),
        "{said}"
    );

    let bytes = std::fs::read(model).unwrap();
    let file = ganvas::weights::open_generator(model, &bytes).unwrap();
    let provenance = file.header.provenance.unwrap();
    assert_eq!(
        provenance,
        "Imported from functional.pth (PyTorch state dict)."
    );
}

#[test]
fn shards_are_found_beside_the_model() {
    let model = out("import-tfjs.safetensors");
    let run = ganvas(&[
        "import",
        &fixture("tfjs-uint8/model.json"),
        "--out",
        model.to_str().unwrap(),
    ]);
    assert!(run.status.success(), "{}", words(&run.stderr));
}

#[test]
fn data_is_found_beside_the_graph() {
    let folder = out("import-external");
    std::fs::create_dir_all(&folder).unwrap();
    let graph = Graph::empty(18)
        .input("z", 1, &[0, 6])
        .external("w", &[6, 49], &[("location", "g.onnx.data")])
        .node("MatMul", &["z", "w"], "a", &[])
        .integers("to", &[-1, 1, 7, 7])
        .node("Reshape", &["a", "to"], "image", &[]);
    let (file, data) = (folder.join("g.onnx"), folder.join("g.onnx.data"));
    std::fs::write(&file, graph.file()).unwrap();
    std::fs::remove_file(&data).ok();
    let model = folder.join("g.safetensors");
    let run = || {
        let (file, model) = (file.to_str().unwrap(), model.to_str().unwrap());
        ganvas(&["import", file, "--out", model])
    };
    let missing = run();
    let said = words(&missing.stderr);
    assert!(
        !missing.status.success() && said.contains("“g.onnx.data”, which was not given along"),
        "{said}"
    );
    std::fs::write(&data, le_bytes(&weights(294))).unwrap();
    let found = run();
    assert!(found.status.success(), "{}", words(&found.stderr));
}

#[test]
fn the_other_half_of_a_keras_model_is_found_beside_it() {
    let folder = out("import-halves");
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).unwrap();
    let json = description(&std::fs::read(fixture("keras-transposed.h5")).unwrap());
    std::fs::write(folder.join("g.json"), json).unwrap();
    let weights = std::fs::read(fixture("keras-transposed.weights.h5")).unwrap();
    std::fs::write(folder.join("g.weights.h5"), &weights).unwrap();
    let run = |files: &[&str]| {
        let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();
        let mut arguments = vec!["import", "--print-spec", "-"];
        arguments.extend(paths.iter().map(|path| path.to_str().unwrap()));
        ganvas(&arguments)
    };
    let both = run(&["g.json", "g.weights.h5"]);
    assert!(both.status.success(), "{}", words(&both.stderr));
    for half in ["g.json", "g.weights.h5"] {
        let found = run(&[half]);
        assert!(found.status.success(), "{half}: {}", words(&found.stderr));
        assert_eq!(found.stdout, both.stdout, "{half}");
    }
    // Which of two it is is not guessed.
    std::fs::write(folder.join("g_weights.h5"), &weights).unwrap();
    let said = words(&run(&["g.json"]).stderr);
    assert!(
        said.contains("one of several files (g.weights.h5, g_weights.h5)"),
        "{said}"
    );
}

#[test]
fn several_files_are_one_model_or_named() {
    let (model, shard) = (
        fixture("tfjs-uint8/model.json"),
        fixture("dcgan-legacy.pth"),
    );
    let out = out("import-several.safetensors");
    let run = ganvas(&["import", &model, &shard, "--out", out.to_str().unwrap()]);
    assert!(run.status.success(), "{}", words(&run.stderr));
    let said = words(&run.stdout);
    assert!(said.contains("“dcgan-legacy.pth” is left aside"), "{said}");
}

#[test]
fn a_file_without_an_order_is_written_as_a_spec_all_the_same() {
    use safetensors::tensor::{Dtype, TensorView};
    let shapes = [
        ("in", [4, 8]),
        ("mid", [8, 8]),
        ("up", [8, 8]),
        ("out", [8, 3]),
    ];
    let numbers = vec![0; 4 * 8 * 8 * 16];
    let views = shapes.map(|(name, [inputs, out])| {
        let bytes = &numbers[..4 * inputs * out * 16];
        let view = TensorView::new(Dtype::F32, vec![inputs, out, 4, 4], bytes);
        (format!("{name}.weight"), view.unwrap())
    });
    let (file, spec) = (out("no-order.safetensors"), out("no-order.json"));
    std::fs::write(&file, safetensors::serialize(views, None).unwrap()).unwrap();
    let (file, spec) = (file.to_str().unwrap(), spec.to_str().unwrap());
    let run = ganvas(&["import", file, "--print-spec", spec]);
    assert!(!run.status.success());
    let said = words(&run.stderr);
    assert!(
        said.contains("the order of its layers cannot be told"),
        "{said}"
    );
    let json = std::fs::read_to_string(spec).unwrap();
    for (name, _) in shapes {
        assert!(json.contains(&format!("\"{name}.weight\"")), "{json}");
    }
    let run = ganvas(&["import", file, "--spec", spec, "--print-spec", "-"]);
    assert!(run.status.success(), "{}", words(&run.stderr));
}

#[test]
fn what_cannot_be_imported_is_one_sentence() {
    let file = fixture("dcgan-two.pt");
    let run = ganvas(&["import", &file, "--out", out("never").to_str().unwrap()]);
    assert!(!run.status.success());
    let said = words(&run.stderr);
    assert!(
        said.contains("pick one with --key") && said.lines().count() == 1,
        "{said}"
    );
    let spec = out("bad-spec.json");
    std::fs::write(&spec, r#"{"generater": []}"#).unwrap();
    let run = ganvas(&[
        "import",
        &file,
        "--spec",
        spec.to_str().unwrap(),
        "--print-spec",
        "-",
    ]);
    let said = words(&run.stderr);
    assert!(
        said.contains("bad-spec.json") && said.contains("generater"),
        "{said}"
    );
}

#[test]
fn readings_of_a_state_dict_are_drawn_numbered_and_taken() {
    let file = fixture("functional.pth");
    let (sheet, model) = (out("proposals.png"), out("proposal.safetensors"));
    let (sheet, model) = (sheet.to_str().unwrap(), model.to_str().unwrap());
    let run = ganvas(&["import", &file, "--proposals", sheet]);
    assert!(run.status.success(), "{}", words(&run.stderr));
    let said = words(&run.stdout);
    assert!(said.contains("  1  ") && said.contains("  2  "), "{said}");
    assert!(
        said.contains(&format!("ganvas import {file} --proposal 1")),
        "{said}"
    );
    let picture = image::open(sheet).unwrap();
    let rows = said.lines().filter(|line| line.contains("(score ")).count();
    assert!(
        picture.width() >= 24 + 8 * 14 && picture.height() >= rows as u32 * 14,
        "{said}"
    );

    // What is taken is what the list says.
    let second = said.lines().find(|line| line.starts_with("  2  ")).unwrap();
    let take = |number: &str, more: [&str; 2]| {
        ganvas(&["import", &file, "--proposal", number, more[0], more[1]])
    };
    let run = take("2", ["--print-spec", "-"]);
    assert!(run.status.success(), "{}", words(&run.stderr));
    let json = words(&run.stdout);
    let height = second
        .split("images of ")
        .nth(1)
        .unwrap()
        .split('×')
        .next()
        .unwrap();
    assert!(
        json.contains(&format!("\"height\": {height}")),
        "{second} {json}"
    );
    let run = take("2", ["--out", model]);
    assert!(run.status.success(), "{}", words(&run.stderr));
    let bytes = std::fs::read(model).unwrap();
    let taken = ganvas::weights::open_generator(model, &bytes).unwrap();
    assert_eq!(taken.header.image.height.to_string(), height);

    for number in ["0", "9"] {
        assert!(!take(number, ["--out", model]).status.success());
    }
    let onnx = fixture("onnx-dcgan.onnx");
    let said = words(&ganvas(&["import", &onnx, "--proposals", sheet]).stderr);
    assert!(said.contains("the file says its layers itself"), "{said}");
}
