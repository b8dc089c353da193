//! Small files that the frameworks wrote (`make_torch.py`, `make_keras.py`), with what they drew.

use super::read::{TOLERANCE, assumed, difference, imported};
use ganvas::import::{Import, Statement};
use ganvas::layers::{self, LayerSpec};
use ganvas::recipe::Range;
use std::path::PathBuf;

pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/import/fixtures")
        .join(name)
}

/// Imports a fixture and compares what it draws with `npz`.
fn draws(file: &str, npz: &str, key: Option<&str>) -> Import {
    draws_as_stated(file, npz, key, &Statement::default())
}

fn draws_as_stated(file: &str, npz: &str, key: Option<&str>, stated: &Statement) -> Import {
    let imported = imported(&fixture(file), key, stated).unwrap_or_else(|why| panic!("{why}"));
    let difference = difference(&imported, &fixture(&format!("{npz}.npz")));
    assert!(
        difference < TOLERANCE,
        "{file} differs by {difference}; layers {:?}",
        imported.model.header.generator
    );
    imported
}

fn refusal(file: &str, key: Option<&str>) -> String {
    let error = imported(&fixture(file), key, &Statement::default()).unwrap_err();
    error.to_string()
}

#[test]
fn every_container_of_pytorch_is_read() {
    for file in [
        "dcgan-legacy.pth",
        "dcgan-protocol3.pth",
        "dcgan-protocol4.pth",
        "dcgan-protocol5.pth",
        "dcgan-parallel.pth",
        "dcgan-strided-f64.pth",
    ] {
        let imported = draws(file, "dcgan", None);
        assert_eq!(imported.format.to_string(), "PyTorch state dict");
        assert_eq!(
            imported.statement.tensors["layers.1.weight"],
            "main.0.weight"
        );
    }
}

#[test]
fn half_floats_are_read() {
    draws("dcgan-f16.pth", "dcgan-f16", None);
    draws("dcgan-bf16.pth", "dcgan-bf16", None);
}

#[test]
fn a_checkpoint_is_searched_for_its_generator() {
    let found = draws("dcgan-nested.pt", "dcgan", None);
    let said = assumed(&found);
    assert!(
        said.contains("“generator.state_dict” is the generator"),
        "{said}"
    );
    draws("dcgan-nested.pt", "dcgan", Some("generator.state_dict"));
    draws("dcgan-nested.pt", "dcgan", Some("generator"));
    draws("dcgan-lightning.ckpt", "dcgan", None);
    draws(
        "dcgan-lightning.ckpt",
        "dcgan",
        Some("state_dict.generator"),
    );
}

#[test]
fn what_cannot_be_chosen_is_asked_for() {
    assert_eq!(
        refusal("dcgan-two.pt", None),
        "“dcgan-two.pt” cannot be imported: it holds several networks, “a”, “b”: \
         pick one with --key."
    );
    draws("dcgan-two.pt", "dcgan", Some("a"));
    let said = refusal("dcgan-lightning.ckpt", Some("state_dict.nothing"));
    assert!(
        said.contains("nothing under “nothing”; it has “generator”, “discriminator”"),
        "{said}"
    );
}

#[test]
fn norms_of_weights_are_worked_in() {
    draws("dcgan-spectral.pth", "dcgan-spectral", None);
}

#[test]
fn a_module_says_its_own_layers() {
    for file in ["dcgan-module.pt", "dcgan-module-legacy.pt"] {
        let imported = draws(file, "dcgan", None);
        assert_eq!(imported.format.to_string(), "PyTorch module");
    }
    let imported = draws("upsampling-module.pt", "upsampling", None);
    let said = assumed(&imported);
    assert!(
        said.contains("128 features become an image of 4×4 with 8 channels"),
        "{said}"
    );
    assert!(
        imported
            .model
            .header
            .generator
            .contains(&LayerSpec::Silu(layers::Silu {}))
    );
    draws("functional-module.pt", "functional", None);
    draws("functional.pth", "functional", None);
}

#[test]
fn pixels_from_channels_and_slopes_for_each_channel_are_read() {
    let imported = draws("shuffling-module.pt", "shuffling", None);
    draws("onnx-shuffling.onnx", "onnx-shuffling", None);
    // Weights alone do not say where pixels are shuffled: the layers are stated.
    let stated = imported.statement;
    draws_as_stated("shuffling.pth", "shuffling", None, &stated);
}

#[test]
fn largest_pixels_are_read() {
    draws("pooling-module.pt", "pooling", None);
    draws("onnx-pooling.onnx", "onnx-pooling", None);
}

#[test]
fn torchscript_says_names_and_numbers() {
    let said = refusal("dcgan-script.pt", None);
    assert!(said.contains("does not say its"), "{said}");
    let mut stated = imported(&fixture("dcgan-legacy.pth"), None, &Statement::default())
        .unwrap()
        .statement;
    stated.tensors.clear();
    draws_as_stated("dcgan-script.pt", "dcgan", None, &stated);
}

#[test]
fn a_printed_spec_gives_the_same_import() {
    for (file, npz) in [
        ("dcgan-legacy.pth", "dcgan"),
        ("dcgan-spectral.pth", "dcgan-spectral"),
        ("functional.pth", "functional"),
    ] {
        let first = draws(file, npz, None);
        let json = first.statement.to_json();
        let stated = Statement::from_json("SPEC.json", &json).unwrap();
        let second = draws_as_stated(file, npz, None, &stated);
        assert_eq!(second.model, first.model);
        assert!(second.assumed.is_empty(), "{:?}", second.assumed);
    }
}

#[test]
fn onnx_graphs_are_followed() {
    for (name, classes) in [
        ("onnx-dcgan", None),
        ("onnx-dynamic", None),
        ("onnx-silu", None),
        ("onnx-bilinear", None),
        ("onnx-instance", None),
        ("onnx-one-hot-input", Some(5)),
        ("onnx-one-hot", Some(5)),
        ("onnx-embedding", Some(5)),
        ("onnx-embedding-first", Some(5)),
        ("onnx-shuffling", None),
        ("onnx-new-exporter", None),
    ] {
        let imported = draws(&format!("{name}.onnx"), name, None);
        assert_eq!(imported.model.header.classes(), classes, "{name}");
        let range = imported.model.header.image.range;
        let is_symmetric = matches!(name, "onnx-dcgan" | "onnx-shuffling" | "onnx-new-exporter");
        assert_eq!(range == Range::Symmetric, is_symmetric, "{name}");
    }
}

#[test]
fn an_onnx_graph_may_keep_channels_last() {
    draws("onnx-channels-last.onnx", "onnx-channels-last", None);
}

#[test]
fn a_sum_of_branches_is_a_residual_layer() {
    let path = fixture("onnx-residual.onnx");
    let imported = imported(&path, None, &Statement::default()).unwrap();
    let [_, LayerSpec::Residual(residual), ..] = &imported.model.header.generator[..] else {
        panic!("{:?}", imported.model.header.generator);
    };
    assert_eq!(residual.body, [LayerSpec::Relu(layers::Relu {})]);
    assert!(residual.shortcut.is_empty());
}

#[test]
fn keras_models_are_read_in_every_container() {
    for (name, files) in [
        ("keras-upsampling", ["h5", "keras", ""]),
        ("keras-transposed", ["h5", "keras", "old"]),
        ("keras-conditional", ["h5", "keras", ""]),
    ] {
        for ending in files.into_iter().filter(|ending| !ending.is_empty()) {
            let file = match ending {
                "old" => format!("{name}-2.h5"),
                ending => format!("{name}.{ending}"),
            };
            draws(&file, name, None);
        }
    }
}

#[test]
fn keras_weights_alone_need_the_layers() {
    let mut stated = draws("keras-transposed.h5", "keras-transposed", None).statement;
    // A factor and a slope of its own are of no layer that has weights in the file.
    let layers = stated.generator.as_mut().unwrap();
    layers.truncate(layers.len() - 1);
    for (ours, theirs) in [
        ("layers.1.weight", "conv2d_transpose.weight"),
        ("layers.3.scale", "batch_normalization.weight"),
        ("layers.4.weight", "conv2d_transpose_1.weight"),
        ("layers.7.weight", "conv2d.weight"),
    ] {
        stated.tensors.insert(ours.to_owned(), theirs.to_owned());
    }
    draws_as_stated(
        "keras-transposed.weights.h5",
        "keras-transposed",
        None,
        &stated,
    );
    stated.tensors.clear();
    let path = fixture("keras-transposed.weights.h5");
    let said = imported(&path, None, &stated).unwrap_err().to_string();
    assert!(
        said.contains("layer 2 (conv-transpose) does not fit"),
        "{said}"
    );
}

#[test]
fn tensorflow_js_models_are_read_with_their_shards() {
    for kind in ["float32", "float16", "uint16", "uint8"] {
        let name = format!("tfjs-{kind}");
        draws(&format!("{name}/model.json"), &name, None);
    }
    let path = fixture("tfjs-uint8/model.json");
    let bytes = std::fs::read(path).unwrap();
    let given = ganvas::import::Given {
        name: "model.json",
        bytes: &bytes,
    };
    let error = ganvas::import::import(&[given], None, &Statement::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“model.json” cannot be imported: its shard “group1-shard1of2.bin” was not given along."
    );
}
