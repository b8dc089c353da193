//! The order of layers in files that keep none.

use super::pickles::saved;
use super::{
    Given, Tensor, assert_same, assumed, drawn, norm, opened, outline, refusal, safetensors_of,
    state_dict, stated,
};

/// A network's layers: of each its name, and the dimensions of its weight; one alone is a batch
/// norm's.
fn network(layers: &[(&str, &[usize])]) -> Vec<Tensor> {
    let mut shapes = Vec::new();
    for (path, dims) in layers {
        match dims {
            [channels] => shapes.extend(norm(path, *channels)),
            _ => shapes.push((format!("{path}.weight"), dims.to_vec())),
        }
    }
    let shapes: Vec<(&str, &[usize])> = shapes
        .iter()
        .map(|(name, dims)| (&**name, &**dims))
        .collect();
    drawn(&shapes, 4)
}

/// Imports `layers` from safetensors, and compares with the state dict, which keeps the order.
#[track_caller]
fn keeps_order(layers: &[(&str, &[usize])], how: &str) {
    let tensors = network(layers);
    let expected = opened(&saved(&state_dict(&tensors)), None);
    let found = opened(&safetensors_of(&tensors), None);
    assert_same(&found, &expected);
    let said = assumed(&found);
    assert!(said.contains(how), "{said}");
}

const CHANNELS: &str = "the only order in which their channels meet";
const WORDS: &str = "by words in their names";

#[test]
fn norms_stand_behind_the_layers_whose_channels_they_have() {
    keeps_order(
        &[
            ("fc", &[256, 16]),
            ("bn0", &[16]),
            ("conv1", &[16, 8, 4, 4]),
            ("bn1", &[8]),
            ("conv2", &[8, 4, 4, 4]),
            ("bn2", &[4]),
            ("conv3", &[4, 3, 4, 4]),
        ],
        CHANNELS,
    );
    // All channels the same: the numbers say it.
    keeps_order(
        &[
            ("fc", &[128, 16]),
            ("bn0", &[8]),
            ("conv1", &[8, 8, 4, 4]),
            ("bn1", &[8]),
            ("conv2", &[8, 8, 4, 4]),
            ("bn2", &[8]),
            ("conv3", &[8, 3, 4, 4]),
        ],
        CHANNELS,
    );
}

#[test]
fn names_that_count_channels_down_are_understood() {
    // martinarjovsky/WassersteinGAN.
    keeps_order(
        &[
            ("main.initial:16-16:convt", &[16, 16, 4, 4]),
            ("main.initial:16:batchnorm", &[16]),
            ("main.pyramid:16-8:convt", &[16, 8, 4, 4]),
            ("main.pyramid:8:batchnorm", &[8]),
            ("main.pyramid:8-4:convt", &[8, 4, 4, 4]),
            ("main.pyramid:4:batchnorm", &[4]),
            ("main.extra-layers-0:4:conv", &[4, 4, 3, 3]),
            ("main.extra-layers-0:4:batchnorm", &[4]),
            ("main.final:4-3:convt", &[4, 3, 4, 4]),
        ],
        WORDS,
    );
}

#[test]
fn numbers_alone_say_an_order() {
    keeps_order(
        &[
            ("main.0", &[6, 8, 4, 4]),
            ("main.1", &[8]),
            ("main.3", &[8, 8, 4, 4]),
            ("main.4", &[8]),
            ("main.10", &[8, 3, 4, 4]),
        ],
        "the order of the numbers in their names",
    );
}

#[test]
fn names_of_tutorials_are_understood() {
    keeps_order(
        &[
            ("deconv1", &[6, 16, 4, 4]),
            ("deconv1_bn", &[16]),
            ("deconv2", &[16, 16, 4, 4]),
            ("deconv2_bn", &[16]),
            ("deconv3", &[16, 16, 4, 4]),
            ("deconv3_bn", &[16]),
            ("deconv4", &[16, 1, 4, 4]),
        ],
        CHANNELS,
    );
    keeps_order(
        &[
            ("layers.0.conv", &[6, 8, 4, 4]),
            ("layers.0.norm", &[8]),
            ("layers.1.conv", &[8, 8, 4, 4]),
            ("layers.1.norm", &[8]),
            ("to_rgb", &[8, 3, 4, 4]),
        ],
        CHANNELS,
    );
    keeps_order(
        &[
            ("project", &[128, 6]),
            ("blocks.a.conv", &[8, 4, 4, 4]),
            ("zoom", &[4, 2, 4, 4]),
            ("b_out", &[2, 3, 4, 4]),
        ],
        CHANNELS,
    );
}

/// Layers that could change places.
const EQUAL: [(&str, &[usize]); 4] = [
    ("project", &[512, 16]),
    ("up", &[8, 8, 4, 4]),
    ("mid", &[8, 8, 4, 4]),
    ("out", &[8, 3, 3, 3]),
];

#[test]
fn an_order_that_cannot_be_told_is_no_guess() {
    let tensors = network(&EQUAL);
    let bytes = safetensors_of(&tensors);
    let said = refusal(&bytes, None);
    assert!(
        said.contains("the order of its layers cannot be told, as safetensors keeps none")
            && (said.contains("“mid” and “up” could change places"))
            && said.contains("--print-spec"),
        "{said}"
    );
}

#[test]
fn an_outline_can_be_sorted_and_handed_back() {
    let tensors = network(&EQUAL);
    let bytes = safetensors_of(&tensors);
    let expected = opened(&saved(&state_dict(&tensors)), None);
    let known = outline(
        Given {
            name: "file",
            bytes: &bytes,
        },
        None,
    )
    .unwrap();
    let mut named: Vec<&String> = known.tensors.values().collect();
    named.sort();
    assert_eq!(
        named,
        ["mid.weight", "out.weight", "project.weight", "up.weight"]
    );
    // A person puts the two that are alike into their places.
    let mut sorted = known.clone();
    let place = |name: &str| {
        known
            .tensors
            .iter()
            .find(|(_, own)| *own == name)
            .unwrap()
            .0
            .clone()
    };
    let mut places = [place("up.weight"), place("mid.weight")];
    places.sort();
    sorted
        .tensors
        .insert(places[0].clone(), "up.weight".to_owned());
    sorted
        .tensors
        .insert(places[1].clone(), "mid.weight".to_owned());
    sorted.generator = expected.statement.generator.clone();
    let layers = expected.statement.tensors.clone();
    assert_eq!(
        sorted.tensors, layers,
        "the outline has the layers where they are"
    );
    assert_same(&stated(&bytes, None, &sorted).unwrap(), &expected);
}

#[test]
fn norms_that_could_stand_in_two_places_are_no_guess() {
    let tensors = network(&[
        ("first", &[6, 8, 4, 4]),
        ("second", &[8, 8, 3, 3]),
        ("norm", &[8]),
        ("last", &[8, 3, 4, 4]),
    ]);
    let said = refusal(&safetensors_of(&tensors), None);
    assert!(said.contains("“norm” could stand behind"), "{said}");
}

#[test]
fn a_state_dict_whose_order_leads_nowhere_is_sorted() {
    let tensors = network(&[
        ("fc", &[256, 16]),
        ("conv1", &[16, 8, 4, 4]),
        ("conv2", &[8, 4, 4, 4]),
        ("conv3", &[4, 3, 4, 4]),
        ("bn0", &[16]),
        ("bn1", &[8]),
        ("bn2", &[4]),
    ]);
    let found = opened(&saved(&state_dict(&tensors)), None);
    let said = assumed(&found);
    assert!(
        said.contains("not come in the order in which the file defines them"),
        "{said}"
    );
    assert_same(&found, &opened(&safetensors_of(&tensors), None));
}
