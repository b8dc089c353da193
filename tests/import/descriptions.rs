//! Keras' descriptions of a model: with weights in another file, and as older versions wrote them.

use super::fixtures::fixture;
use super::read::{assumed, imported};
use ganvas::import::{Given, Import, Statement, import, partner};
use serde_json::{Value, json};

fn given(files: &[(&str, &[u8])]) -> ganvas::Result<Import> {
    let files: Vec<Given<'_>> = files
        .iter()
        .map(|(name, bytes)| Given { name, bytes })
        .collect();
    import(&files, None, &Statement::default())
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name)).unwrap()
}

/// What `model.to_json()` gives of a model that was saved whole.
pub fn description(whole: &[u8]) -> Vec<u8> {
    let file = hdf5_pure::File::from_bytes(whole.to_vec()).unwrap();
    let attributes = file.root().attrs().unwrap();
    attributes["model_config"]
        .as_str()
        .unwrap()
        .as_bytes()
        .to_vec()
}

#[test]
fn a_description_is_read_with_its_weights() {
    for name in [
        "keras-transposed.h5",
        "keras-transposed-2.h5",
        "keras-upsampling.h5",
    ] {
        let whole = bytes(name);
        let expected = given(&[(name, &whole)]).unwrap();
        let json = description(&whole);
        for order in [[0, 1], [1, 0]] {
            let files = [("g.json", &json[..]), ("g_weights.h5", &whole[..])];
            let found = given(&order.map(|index| files[index])).unwrap();
            assert_eq!(found.model.tensors, expected.model.tensors, "{name}");
            assert_eq!(found.assumed, expected.assumed);
        }
    }
    // As Keras 3 keeps weights.
    let json = description(&bytes("keras-transposed.h5"));
    let weights = bytes("keras-transposed.weights.h5");
    let found = given(&[("g.json", &json), ("g.weights.h5", &weights)]).unwrap();
    let expected = given(&[("g.h5", &bytes("keras-transposed.h5"))]).unwrap();
    assert_eq!(found.model.tensors, expected.model.tensors);
}

#[test]
fn layers_are_matched_in_order_where_names_differ() {
    let whole = bytes("keras-upsampling.h5");
    let expected = given(&[("g.h5", &whole)]).unwrap();
    let json = String::from_utf8(description(&whole)).unwrap();
    let renamed = json.replace("\"name\": \"", "\"name\": \"other_");
    assert_ne!(renamed, json);
    let found = given(&[("g.json", renamed.as_bytes()), ("g.h5", &whole)]).unwrap();
    assert_eq!(found.model.tensors, expected.model.tensors);
    assert!(assumed(&found).contains("in the order of the layers"));
}

#[test]
fn half_a_model_asks_for_the_other() {
    let whole = bytes("keras-transposed.h5");
    let json = description(&whole);
    let said = given(&[("g.json", &json)]).unwrap_err().to_string();
    assert!(
        said.contains("without numbers: give its weights along"),
        "{said}"
    );
    let weights = bytes("keras-transposed.weights.h5");
    let said = given(&[("g.weights.h5", &weights)])
        .unwrap_err()
        .to_string();
    assert!(
        said.contains("Keras' weights alone (") && said.contains("SPEC.json") && said.len() < 500,
        "{said}"
    );
    let files: [(&str, &[u8]); 3] = [("g.json", &json), ("a.h5", &whole), ("b.h5", &whole)];
    let said = given(&files).unwrap_err().to_string();
    assert!(
        said.contains("several files of weights (a.h5, b.h5)"),
        "{said}"
    );
    assert!(partner("g.json", &json).unwrap().is("g.weights.h5"));
    assert!(partner("g.weights.h5", &weights).unwrap().is("g.json"));
    assert!(partner("g.h5", &whole).is_none());
}

/// The fixture's `model.json` with its sequence changed, which does not say by itself what it takes.
fn sequence(change: impl Fn(&mut Vec<Value>)) -> Vec<u8> {
    let mut file: Value = serde_json::from_slice(&bytes("tfjs-float32/model.json")).unwrap();
    let config = &mut file["modelTopology"]["model_config"]["config"];
    config.as_object_mut().unwrap().remove("build_input_shape");
    let list = match config.get_mut("layers") {
        Some(layers) => layers,
        None => config,
    };
    let layers = list.as_array_mut().unwrap();
    for layer in layers.iter_mut() {
        layer.as_object_mut().unwrap().remove("build_config");
    }
    change(layers);
    serde_json::to_vec(&file).unwrap()
}

#[test]
fn a_sequence_may_have_no_input_layer() {
    let path = fixture("tfjs-float32/model.json");
    let expected = imported(&path, None, &Statement::default()).unwrap();
    let shards: Vec<(String, Vec<u8>)> = ganvas::import::shards(&bytes("tfjs-float32/model.json"))
        .into_iter()
        .map(|name| (name.clone(), bytes(&format!("tfjs-float32/{name}"))))
        .collect();
    let with = |json: &[u8]| {
        let mut files = vec![("model.json", json)];
        files.extend(
            shards
                .iter()
                .map(|(name, bytes)| (name.as_str(), &bytes[..])),
        );
        given(&files)
    };
    let shape = |layers: &[Value]| {
        let config = &layers[0]["config"];
        let shape = config
            .get("batch_input_shape")
            .or(config.get("batch_shape"));
        shape.unwrap().clone()
    };
    for first in ["batch_input_shape", "input_shape", "input_dim"] {
        let json = sequence(|layers| {
            assert_eq!(layers[0]["class_name"], "InputLayer");
            let whole = shape(layers);
            layers.remove(0);
            layers[0]["config"][first] = match first {
                "batch_input_shape" => whole,
                "input_shape" => json!(whole.as_array().unwrap()[1..]),
                _ => whole[1].clone(),
            };
        });
        assert_eq!(with(&json).unwrap().model, expected.model, "{first}");
    }
    // A layer that only says another shape may be the first, too.
    let json = sequence(|layers| {
        let whole = shape(layers);
        let config = json!({"name": "r", "target_shape": [whole[1]], "batch_input_shape": whole});
        layers[0] = json!({"class_name": "Reshape", "config": config});
    });
    assert_eq!(with(&json).unwrap().model, expected.model);
    let json = sequence(|layers| drop(layers.remove(0)));
    let said = with(&json).unwrap_err().to_string();
    assert!(
        said.contains("its first layer, does not say what it takes"),
        "{said}"
    );
}

#[test]
fn activations_that_no_layer_of_ours_is_are_named() {
    let json = sequence(|layers| layers[1]["config"]["activation"] = json!("mish"));
    let shards: Vec<(String, Vec<u8>)> = ganvas::import::shards(&json)
        .into_iter()
        .map(|name| (name.clone(), bytes(&format!("tfjs-float32/{name}"))))
        .collect();
    let mut files = vec![("model.json", &json[..])];
    files.extend(
        shards
            .iter()
            .map(|(name, bytes)| (name.as_str(), &bytes[..])),
    );
    let said = given(&files).unwrap_err().to_string();
    assert!(
        said.contains("has the activation mish, which Ganvas does not support"),
        "{said}"
    );
}
