//! Drawing without burn: the same images as by burn, from every kind of layer.

use burn::tensor::Device;
use ganvas::Error;
use ganvas::generator::{Generator, Statistics, now};
use ganvas::network::{NamedTensor, Network};
use ganvas::random::{Purpose, Random};
use ganvas::recipe::presets;
use ganvas::weights::{GeneratorFile, Header, open_generator};
use pollster::block_on;
use serde_json::{Value, json};

/// A generator with these layers, whose every tensor is random, statistics too.
pub fn generator(header: Value) -> GeneratorFile {
    let mut whole = json!({
        "version": 2, "kind": "generator", "name": "test",
        "latent": {"dimension": 6, "distribution": {"normal": {"deviation": 1.0}}},
    });
    let fields = header.as_object().unwrap().clone();
    whole.as_object_mut().unwrap().extend(fields);
    let header: Header = serde_json::from_value(whole).unwrap();
    let plan = header.plan().unwrap();
    let network = Network::new(&plan, 5, Purpose::GeneratorWeights, &Device::flex());
    let mut tensors = block_on(network.read()).unwrap();
    for (index, tensor) in tensors.iter_mut().enumerate() {
        let mut random = Random::new(2, Purpose::Latents, index as u64);
        let NamedTensor { name, dims, values } = tensor;
        let inputs =
            dims.iter().product::<usize>() as f32 / dims[0].min(dims[dims.len() / 2]) as f32;
        for value in values {
            *value = match name.rsplit('.').next().unwrap() {
                "variance" => random.between(0.5, 2.0),
                "scale" => random.between(0.5, 1.5),
                "weight" => random.normal() / inputs.sqrt(),
                _ => 0.3 * random.normal(),
            };
        }
    }
    GeneratorFile { header, tensors }
}

/// Layers behind an image of 3 channels of 5×7, and the image that comes out.
pub fn behind(layers: Value, image: [usize; 3]) -> GeneratorFile {
    let mut all = vec![
        json!({"layer": "linear", "out": 105}),
        json!({"layer": "reshape", "to": [3, 5, 7]}),
    ];
    all.extend(layers.as_array().unwrap().clone());
    generator(json!({"generator": all, "image": pictured(image)}))
}

fn pictured([channels, height, width]: [usize; 3]) -> Value {
    json!({"channels": channels, "height": height, "width": width, "range": "symmetric"})
}

/// Checks that both draw the same, in batches of one and of several.
fn agree(file: &GeneratorFile, what: &str) {
    let space = file.header.space();
    let engine = Generator::on(&Device::flex(), file, Statistics::Running).unwrap();
    let here = Generator::on_cpu(file, Statistics::Running).unwrap();
    let mut first = None;
    for count in [1, 5, 1] {
        let latents = space.samples(count, 3).unwrap();
        let mut classes = space.turns(count);
        // Mixed ones, too.
        if let Some(first) = classes.first_mut() {
            *first = 0.75;
        }
        let expected = block_on(engine.mixed(&latents, &classes)).unwrap();
        let found = now(here.mixed(&latents, &classes)).unwrap();
        assert_eq!(found.len(), expected.len(), "{what}");
        // What was drawn in between leaves nothing behind.
        if count == 1 {
            assert_eq!(first.get_or_insert_with(|| found.clone()), &found, "{what}");
        }
        let pairs = found.iter().zip(&expected);
        let apart = pairs
            .map(|(one, other)| (one - other).abs())
            .fold(0.0, f32::max);
        assert!(apart <= 1e-5, "{what}, {count} images: {apart} apart");
        assert!(
            expected.iter().any(|value| value.abs() > 0.01),
            "{what} is black"
        );
    }
}

#[test]
fn every_recipe_draws_what_burn_draws() {
    for mut recipe in presets() {
        recipe.width = 6;
        recipe.image.height = recipe.image.height.min(36);
        recipe.image.width = recipe.image.width.min(28);
        if recipe.plan().is_err() {
            let original = presets().into_iter().find(|each| each.name == recipe.name);
            recipe.image = original.unwrap().image;
        }
        let labels = (0..recipe.classes.unwrap_or(0)).map(|class| format!("class {class}"));
        let file = generator(json!({
            "generator": recipe.generator, "width": recipe.width, "image": recipe.image,
            "latent": recipe.latent, "labels": labels.collect::<Vec<_>>(),
        }));
        agree(&file, &recipe.name);
    }
}

#[test]
fn every_kind_of_layer_draws_what_burn_draws() {
    let conv = |more: Value| {
        let mut layer = json!({"layer": "conv", "out": 3, "kernel": 3});
        let fields = more.as_object().unwrap().clone();
        layer.as_object_mut().unwrap().extend(fields);
        json!([layer])
    };
    let transposed = |more: Value| {
        let mut layers = conv(more);
        layers[0]["layer"] = json!("conv-transpose");
        layers
    };
    for (layers, image) in [
        (conv(json!({})), [3, 5, 7]),
        (
            conv(json!({"kernel": 4, "stride": 2, "bias": false})),
            [3, 3, 4],
        ),
        (
            conv(json!({"kernel": 5, "stride": 3, "padding": [4, 0, 1, 2]})),
            [3, 2, 2],
        ),
        (
            conv(json!({"kernel": 1, "padding": 0, "out": 4})),
            [4, 5, 7],
        ),
        (conv(json!({"kernel": 2, "padding": 3})), [3, 10, 12]),
        (transposed(json!({})), [3, 5, 7]),
        (
            transposed(json!({"kernel": 4, "stride": 2, "padding": 1})),
            [3, 10, 14],
        ),
        (
            transposed(json!({"kernel": 5, "stride": 2, "output": [9, 13]})),
            [3, 9, 13],
        ),
        (
            transposed(json!({"kernel": 2, "stride": 3, "bias": false})),
            [3, 15, 21],
        ),
        (
            transposed(json!({"kernel": 6, "padding": [1, 2, 3, 0]})),
            [3, 7, 9],
        ),
    ] {
        agree(&behind(layers.clone(), image), &layers.to_string());
    }
    let shuffled = json!([
        {"layer": "conv", "out": 12, "kernel": 3}, {"layer": "prelu"},
        {"layer": "pixel-shuffle", "factor": 2}, {"layer": "selu"}
    ]);
    agree(&behind(shuffled, [3, 10, 14]), "prelu, pixel-shuffle, selu");
    for (layers, image) in [
        (conv(json!({"groups": 3, "dilation": 2})), [3, 5, 7]),
        (
            conv(json!({"out": 3, "kernel": [1, 5], "stride": [1, 2]})),
            [3, 5, 4],
        ),
        (
            conv(json!({"groups": 3, "parametrisation": "equalised-rate"})),
            [3, 5, 7],
        ),
        (
            transposed(json!({"groups": 3, "kernel": [2, 3], "stride": [2, 1],
                "parametrisation": "spectral-norm"})),
            [3, 10, 7],
        ),
        (
            json!([
                {"layer": "residual", "gain": 0.5, "body": [
                    {"layer": "conv", "out": 4, "kernel": 3, "bias": false, "parametrisation": "spectral-norm"},
                    {"layer": "batch-norm"}, {"layer": "relu"},
                    {"layer": "residual", "body": [{"layer": "tanh"}]}],
                 "shortcut": [{"layer": "conv", "out": 4, "kernel": 1}]},
                {"layer": "concat", "first": [{"layer": "softplus"}], "second": []},
                {"layer": "batch-norm"}, {"layer": "conv", "out": 3, "kernel": 1}
            ]),
            [3, 5, 7],
        ),
        (
            json!([
                {"layer": "attention", "query": [{"layer": "conv", "out": 2, "kernel": 1}],
                 "key": [{"layer": "conv", "out": 2, "kernel": 1}], "value": [], "scale": 0.7},
                {"layer": "scale", "factor": 20}, {"layer": "scale", "factor": 1.5, "learnt": true},
                {"layer": "blur-pool"}, {"layer": "resize", "to": [4, 6]},
                {"layer": "avg-pool", "kernel": 2}, {"layer": "pixel-unshuffle", "factor": 1}
            ]),
            [3, 2, 3],
        ),
        (
            json!([{"layer": "max-pool", "kernel": [3, 2], "stride": [2, 1], "padding": [1, 0, 0, 1]}]),
            [3, 2, 7],
        ),
    ] {
        agree(&behind(layers.clone(), image), &layers.to_string());
    }
    for mode in ["nearest", "bilinear"] {
        let layers = json!([{"layer": "upsample", "factor": 3, "mode": mode}]);
        agree(&behind(layers, [3, 15, 21]), mode);
        let layers = json!([{"layer": "resize", "to": [8, 4], "mode": mode}]);
        agree(&behind(layers, [3, 8, 4]), mode);
    }
    for activation in [
        "relu",
        "elu",
        "silu",
        "gelu",
        "softplus",
        "tanh",
        "sigmoid",
        "batch-norm",
        "layer-norm",
        "instance-norm",
    ] {
        let alone = json!([{"layer": "elu"}, {"layer": activation}]);
        agree(&behind(alone, [3, 5, 7]), activation);
        let mut behind_another = conv(json!({}));
        let all = behind_another.as_array_mut().unwrap();
        all.extend([json!({"layer": activation}), json!({"layer": "tanh"})]);
        agree(&behind(behind_another, [3, 5, 7]), activation);
    }
    for slope in [0.2, 0.0, -0.5] {
        let layers = json!([
            {"layer": "leaky-relu", "slope": slope}, {"layer": "dropout", "rate": 0.5},
            {"layer": "batch-norm"}, {"layer": "leaky-relu", "slope": slope},
        ]);
        agree(&behind(layers, [3, 5, 7]), "leaky-relu");
    }
}

#[test]
fn vectors_single_pixels_and_labels_draw_what_burn_draws() {
    for layers in [
        json!([
            {"layer": "concat-label"}, {"layer": "linear", "out": 20, "bias": false},
            {"layer": "batch-norm"}, {"layer": "relu"}, {"layer": "layer-norm"},
            {"layer": "concat-label"}, {"layer": "linear", "out": 24},
            {"layer": "reshape", "to": [4, 2, 3]}, {"layer": "batch-norm"}, {"layer": "relu"},
            {"layer": "concat-label"}, {"layer": "conv-transpose", "out": 1, "kernel": 4, "stride": 2},
        ]),
        json!([
            {"layer": "reshape", "to": [6, 1, 1]}, {"layer": "concat-label"},
            {"layer": "conv-transpose", "out": 5, "kernel": 4, "padding": 0}, {"layer": "relu"},
            {"layer": "conv", "out": 7, "kernel": 4, "padding": 0}, {"layer": "silu"},
            {"layer": "flatten"}, {"layer": "linear", "out": 24}, {"layer": "reshape", "to": [1, 4, 6]},
        ]),
    ] {
        let file = generator(json!({
            "generator": layers, "image": pictured([1, 4, 6]), "labels": ["a", "b", "c"],
        }));
        agree(&file, &layers.to_string());
    }
}

#[test]
fn the_shipped_generators_draw_what_burn_draws() {
    for name in ["anime-64", "mnist-28", "mnist-28-labels"] {
        let path = format!(
            "{}/www/public/models/{name}.safetensors",
            env!("CARGO_MANIFEST_DIR")
        );
        agree(
            &open_generator(name, &std::fs::read(path).unwrap()).unwrap(),
            name,
        );
    }
}

#[test]
fn directions_are_those_that_burn_finds() {
    let layers = json!([{"layer": "elu"}, {"layer": "conv", "out": 1, "kernel": 3}]);
    let file = behind(layers, [1, 5, 7]);
    let expected = block_on(
        Generator::on(&Device::flex(), &file, Statistics::Running)
            .unwrap()
            .directions(),
    )
    .unwrap();
    let generator = Generator::on_cpu(&file, Statistics::Running).unwrap();
    let found = now(generator.directions()).unwrap();
    assert_eq!(found.len(), 6);
    for (found, expected) in found.iter().zip(&expected) {
        assert!((found.strength - expected.strength).abs() < 1e-4);
        let pairs = found.vector.iter().zip(&expected.vector);
        assert!(
            pairs
                .into_iter()
                .all(|(one, other)| (one - other).abs() < 1e-3)
        );
    }
    // And what it draws then is not disturbed.
    agree(&file, "after directions");
}

#[test]
fn many_images_are_drawn_in_parts() {
    let layers = json!([
        {"layer": "conv", "out": 64, "kernel": 1}, {"layer": "upsample", "factor": 16},
        {"layer": "conv", "out": 1, "kernel": 1}, {"layer": "tanh"},
    ]);
    let file = behind(layers, [1, 80, 112]);
    let generator = Generator::on_cpu(&file, Statistics::Running).unwrap();
    let latents = file.header.space().samples(20, 1).unwrap();
    let all = now(generator.mixed(&latents, &[])).unwrap();
    let each = latents
        .chunks(6)
        .flat_map(|latent| now(generator.mixed(latent, &[])).unwrap());
    let apart = all.iter().zip(each).map(|(one, other)| (one - other).abs());
    assert!(apart.fold(0.0, f32::max) < 1e-6);
}

#[test]
fn what_cannot_be_drawn_is_refused_in_a_sentence() {
    let mut file = behind(json!([{"layer": "conv", "out": 1, "kernel": 3}]), [1, 5, 7]);
    let generator = Generator::on_cpu(&file, Statistics::Running).unwrap();
    let refused = |latents: &[f32], classes: &[f32], word: &str| {
        let error = now(generator.mixed(latents, classes)).unwrap_err();
        assert!(
            matches!(error, Error::Recipe(_)) && error.to_string().contains(word),
            "{error}"
        );
    };
    refused(&[], &[], "0 images");
    refused(&[0.0; 7], &[], "expected 2 × 6");
    refused(&[0.0; 6], &[1.0], "expected 1 × 0");
    refused(&[f32::NAN; 6], &[], "NaN");
    refused(&vec![0.0; 6 * 4097], &[], "4097 images");

    file.tensors[0].values[0] = f32::MAX;
    let generator = Generator::on_cpu(&file, Statistics::Running).unwrap();
    let error = now(generator.mixed(&[9.0; 6], &[])).unwrap_err();
    assert!(matches!(error, Error::Training(_)), "{error}");
    file.tensors[0].values[0] = f32::NAN;
    assert!(matches!(
        Generator::on_cpu(&file, Statistics::Running),
        Err(Error::Weights(_))
    ));
    file.tensors.remove(0);
    assert!(matches!(
        Generator::on_cpu(&file, Statistics::Running),
        Err(Error::Weights(_))
    ));
}

#[test]
fn a_layer_that_needs_too_much_memory_is_refused() {
    // Few weights and small images, but a window's worth of zeros around each of many pixels.
    let layers = json!([
        {"layer": "conv", "out": 512, "kernel": 1, "padding": 0},
        {"layer": "conv", "out": 1, "kernel": 64, "padding": 64},
    ]);
    let layers = [
        vec![
            json!({"layer": "linear", "out": 4}),
            json!({"layer": "reshape", "to": [4, 1, 1]}),
        ],
        layers.as_array().unwrap().clone(),
    ]
    .concat();
    let file = generator(json!({"generator": layers, "image": pictured([1, 66, 66])}));
    let Err(error) = Generator::on_cpu(&file, Statistics::Running) else {
        panic!("it was taken");
    };
    let sentence = error.to_string();
    assert!(
        matches!(error, Error::Spec(_)) && sentence.contains("Layer 4"),
        "{sentence}"
    );
}
