//! Readings of bare state dicts.

use super::{Given, Statement, Tensor, drawn, safetensors_of, stated};
use crate::Result;
use crate::generator::{Generator, Statistics, now};
use crate::import::parameters::channel_order;
use crate::import::{Import, MOST_PROPOSALS, PROPOSED_IMAGES, Proposal, proposals};
use crate::sentence::Sentence;
use crate::weights::open_generator;

/// The tensors of a model that Ganvas ships, in PyTorch's layout and without anything that says what they
/// are.
fn stripped(name: &str) -> Vec<u8> {
    safetensors_of(&tensors_of(name))
}

fn tensors_of(name: &str) -> Vec<Tensor> {
    let root = env!("CARGO_MANIFEST_DIR");
    let bytes = std::fs::read(format!("{root}/www/public/models/{name}.safetensors")).unwrap();
    let file = open_generator(name, &bytes).unwrap();
    let tensors = file.tensors.into_iter().map(|tensor| {
        let name = tensor.name.replace("layers.", "main.");
        match tensor.dims[..] {
            [inputs, out] => {
                let place = |place: usize| place % inputs * out + place / inputs;
                let values = (0..inputs * out).map(|index| tensor.values[place(index)]);
                (name, vec![out, inputs], values.collect())
            }
            _ => (name, tensor.dims, tensor.values),
        }
    });
    tensors.collect()
}

/// The same with features that become an image as height × width × channels.
fn channels_last() -> Vec<u8> {
    let mut tensors = tensors_of("mnist-28");
    let order = channel_order([48, 7, 7]);
    for (name, dims, values) in &mut tensors {
        if name.starts_with("main.2.") {
            let row = values.len() / dims[0];
            let before = values.clone();
            for (ours, theirs) in order.iter().enumerate() {
                let from = &before[ours * row..][..row];
                values[theirs * row..][..row].copy_from_slice(from);
            }
        }
    }
    safetensors_of(&tensors)
}

fn proposed(bytes: &[u8], stated: &Statement) -> Result<Vec<Proposal>> {
    let file = Given {
        name: "file",
        bytes,
    };
    proposals(&[file], None, stated)
}

/// What each assumes, for a failing test to print.
fn listed(all: &[Proposal]) -> String {
    let lines = all
        .iter()
        .map(|one| format!("{:.4} {}\n", one.score, one.assumed));
    lines.collect()
}

#[test]
fn the_true_reading_of_a_stripped_model_is_among_the_first() {
    let all = proposed(&stripped("mnist-28"), &Statement::default()).unwrap();
    // Behind strokes that are black or white, a sigmoid and tanh draw the same.
    let is_true = |one: &Proposal| {
        let layers = one.statement.generator.as_ref().unwrap();
        let has = |kind: &str| layers.iter().any(|layer| layer.kind() == kind);
        let is_last = one.statement.channels_last == Some(true);
        !is_last && has("relu") && has("conv-transpose") && !has("conv") && one.image.height == 28
    };
    let place = all.iter().position(is_true);
    assert!(place.is_some_and(|place| place < 2), "{}", listed(&all));
    assert!(all[0].suspicion.is_none() && all.len() <= MOST_PROPOSALS);
    let besides: Vec<String> = all[0].besides.iter().map(Sentence::to_string).collect();
    let besides = besides.join("\n");
    assert!(besides.contains("a normal distribution"), "{besides}");
    assert!(!besides.contains("ReLU"), "{besides}");
    assert!(!besides.contains("strides"), "{besides}");
}

/// Convolutions two of which could change places.
fn without_order() -> Vec<u8> {
    let shapes: [(&str, &[usize]); 4] = [
        ("in.weight", &[4, 8, 4, 4]),
        ("mid.weight", &[8, 8, 4, 4]),
        ("up.weight", &[8, 8, 4, 4]),
        ("out.weight", &[8, 3, 4, 4]),
    ];
    let mut tensors = drawn(&shapes, 3);
    for value in tensors.iter_mut().flat_map(|(_, _, values)| values) {
        *value = (*value - 0.55) * 0.4;
    }
    safetensors_of(&tensors)
}

/// The largest difference between what an import draws and what was proposed.
fn apart(imported: &Import, proposal: &Proposal) -> f32 {
    let space = imported.model.header.space();
    let latents = space.samples(PROPOSED_IMAGES, 0).unwrap();
    let generator = Generator::on_cpu(&imported.model, Statistics::Running).unwrap();
    let drawn = now(generator.mixed(&latents, &[])).unwrap();
    assert_eq!(drawn.len(), proposal.images.len());
    let pairs = drawn.iter().zip(&proposal.images);
    let differences = pairs.map(|(one, other)| (one - other).abs());
    differences.fold(0.0, f32::max)
}

#[test]
fn every_proposal_is_a_spec_and_the_best_comes_first() {
    let bytes = without_order();
    assert!(stated(&bytes, None, &Statement::default()).is_err());
    let all = proposed(&bytes, &Statement::default()).unwrap();
    let list = listed(&all);
    assert!(
        list.contains("in the order “in”, “mid”, “up”, “out”"),
        "{list}"
    );
    assert!(
        list.contains("in the order “in”, “up”, “mid”, “out”"),
        "{list}"
    );
    assert!(
        all.is_sorted_by(|one, other| one.score >= other.score),
        "{list}"
    );
    for one in &all {
        let json = one.statement.to_json();
        let read = Statement::from_json("spec", &json).unwrap();
        let imported = stated(&bytes, None, &read).unwrap();
        assert!(!imported.says_layers());
        assert_eq!(imported.statement, one.statement);
        assert_eq!(imported.model.header.image, one.image);
        assert!(apart(&imported, one) < 1e-5, "{json}");
    }
    let again = proposed(&bytes, &Statement::default()).unwrap();
    assert_eq!(list, listed(&again));
}

#[test]
fn features_are_tried_in_the_order_of_keras() {
    let bytes = channels_last();
    let all = proposed(&bytes, &Statement::default()).unwrap();
    let best = &all[0];
    assert_eq!(best.statement.channels_last, Some(true), "{}", listed(&all));
    let said = best.assumed.to_string();
    assert!(said.contains("height × width × channels"), "{said}");
    let imported = stated(&bytes, None, &best.statement).unwrap();
    assert_eq!(imported.statement, best.statement);
    assert!(apart(&imported, best) < 1e-4);
}

#[test]
fn what_is_stated_is_not_tried() {
    let bytes = without_order();
    let all = proposed(&bytes, &Statement::default()).unwrap();
    let why = proposed(&bytes, &all[0].statement)
        .err()
        .unwrap()
        .to_string();
    assert!(why.contains("the spec states its layers already"), "{why}");
}
